//! The keys of `profile.toml`.

use crate::rule_keys::{DECISION_RULE, MEETING_RULE};
use crate::shape::Shape::{
    Bool, Count, FolderId, Format, Id, Pattern, Patterns, Said, Table, Tables, Text, Texts, Word,
};
use crate::shape::{Rule, TableShape, may, must};
use crate::template_keys::SCALE;
use crate::words::{
    CARRIED, CARRIED_WORDS, DECISION_FORMS, LOGO_PAGES, OPENING_WORDS, PAGE_WORDS, PARTY_KINDS,
};

/// Most months of a term: a hundred years.
const MONTHS: i64 = 1200;

pub(crate) static PROFILE: TableShape = TableShape {
    name: "profile",
    about: "An organisation's profile: its bodies, parties, roles, words and rules.",
    keys: &[
        must("format", Format, "The version of the profile format."),
        must(
            "id",
            FolderId,
            "Id of the profile; equals the folder's name.",
        ),
        must(
            "version",
            Said,
            "The issuer's own version, for example a year.",
        ),
        must("name", Said, "The name it goes by in lists."),
        must(
            "cooperation",
            Said,
            "The collaboration, the head line of its papers.",
        ),
        may(
            "purpose",
            Text,
            "What the group is there for, as its mandate says.",
        ),
        must(
            "group_template",
            Said,
            "Id of the template of the group itself.",
        ),
        must(
            "documents",
            Texts,
            "Template ids, in the order of the year.",
        ),
        must(
            "page_number",
            Pattern(&PAGE_WORDS),
            "Pattern of the page number.",
        ),
        may(
            "page_numbers",
            Patterns(&PAGE_WORDS),
            "The patterns one may choose among.",
        ),
        may(
            "logos",
            Word(&LOGO_PAGES),
            "On which pages the logotype strip stands; the first where left out.",
        ),
        may(
            "registration_hint",
            Text,
            "A regular expression that shows how diarienummer look. It blocks nothing.",
        ),
        may(
            "address",
            Table(&ADDRESS),
            "The address that stands until the group writes its own.",
        ),
        may("level", Tables(&LEVEL), "Levels, highest first."),
        may("body", Tables(&BODY), "Bodies."),
        may("area", Tables(&AREA), "Areas that groups work in."),
        may("party", Tables(&PARTY), "Huvudmän and financiers."),
        may("office", Tables(&OFFICE), "Roles in a group."),
        may(
            "scale",
            Tables(&SCALE),
            "Scales that several templates share.",
        ),
        may(
            "decision_mode",
            Tables(&DECISION_MODE),
            "Ways to word a decision.",
        ),
        may("phrase", Tables(&PHRASE), "Phrases to begin from."),
        may(
            "logo_slot",
            Tables(&LOGO_SLOT),
            "Logotypes that the user is asked for.",
        ),
        may("recipient", Tables(&RECIPIENT), "Where matters are sent."),
        may(
            "decision_rule",
            Tables(&DECISION_RULE),
            "Rules of decisions.",
        ),
        may("meeting_rule", Tables(&MEETING_RULE), "Rules of meetings."),
        may(
            "membership",
            Tables(&MEMBERSHIP),
            "Rules of who is a member.",
        ),
        may(
            "deadline",
            Tables(&DEADLINE),
            "When which document is due, where no calendar says so.",
        ),
    ],
    rules: &[],
};

static ADDRESS: TableShape = TableShape {
    name: "address",
    about: "An address block; each line may be empty.",
    keys: &[
        may("organisation", Text, "The publishing organisation."),
        may("postal", Text, "Postal address."),
        may("visiting", Text, "Visiting address."),
        may("phone", Text, "Telephone."),
        may("email", Text, "E-mail."),
        may("web", Text, "Web site."),
    ],
    rules: &[],
};

static LEVEL: TableShape = TableShape {
    name: "level",
    about: "A level, such as the strategic.",
    keys: &[must("id", Id, "Id."), must("label", Said, "Name.")],
    rules: &[],
};

static BODY: TableShape = TableShape {
    name: "body",
    about: "A body.",
    keys: &[
        must("id", Id, "Id."),
        may("level", Said, "Id of its level."),
        may("parent", Said, "Id of the body it answers to."),
        must("name", Said, "Name."),
        may("adopts", Bool, "Whether it adopts other bodies' documents."),
        may(
            "own",
            Bool,
            "Whether its meetings are the group's own to plan: the group, and those who prepare its meetings.",
        ),
    ],
    rules: &[],
};

static AREA: TableShape = TableShape {
    name: "area",
    about: "An area that a group works in.",
    keys: &[must("id", Id, "Id."), must("name", Said, "Name.")],
    rules: &[],
};

static PARTY: TableShape = TableShape {
    name: "party",
    about: "A huvudman or a financier.",
    keys: &[
        must("id", Id, "Id."),
        must("name", Said, "Name."),
        must("kind", Word(&PARTY_KINDS), "What it is."),
        may(
            "principal",
            Bool,
            "Whether it is a huvudman; else it only pays.",
        ),
    ],
    rules: &[],
};

static OFFICE: TableShape = TableShape {
    name: "office",
    about: "A role in a group.",
    keys: &[
        must("id", Id, "Id."),
        must("label", Said, "Name."),
        may(
            "term_months",
            Count(1, MONTHS),
            "Length of a term in months.",
        ),
        may("extendable", Bool, "Whether a term can be extended."),
        may(
            "overlap_months",
            Count(0, MONTHS),
            "Months that the next holder overlaps the leaving one.",
        ),
        may("max", Count(1, 1000), "Most holders at a time."),
        may(
            "recommended",
            Bool,
            "Whether the mandate recommends that somebody holds it.",
        ),
        may("required", Bool, "Whether somebody must hold it."),
        may(
            "remind_months",
            Count(1, MONTHS),
            "Months before the end of a term from which the group is reminded to appoint the next holder.",
        ),
        may(
            "prepares",
            Bool,
            "Whether its holders prepare the group's meetings.",
        ),
        may(
            "successor",
            Said,
            "Id of the office of the one who stands beside to take it over.",
        ),
        may(
            "other_side_than",
            Said,
            "Id of the office whose holder should come from another kind of party.",
        ),
    ],
    rules: &[],
};

static MEMBERSHIP: TableShape = TableShape {
    name: "membership",
    about: "A rule of who is a member: how many, from where, and how they leave.",
    keys: &[
        may(
            "preparers",
            Bool,
            "Whether it is about those who prepare the group's meetings.",
        ),
        may(
            "office",
            Said,
            "Id of the office that it counts the holders of; of any where left out.",
        ),
        may(
            "without",
            Texts,
            "Ids of offices whose holders are not counted.",
        ),
        may(
            "called",
            Said,
            "What those are called who are counted, in the plural.",
        ),
        may("exactly", Count(0, 1000), "How many there are."),
        may("at_least", Count(0, 1000), "Fewest."),
        may("at_most", Count(0, 1000), "Most."),
        may("each_party", Bool, "Whether each huvudman has one."),
        may(
            "alternating",
            Bool,
            "Whether they leave by turns, and not all at once.",
        ),
        may(
            "appointed_by",
            Said,
            "Who appoints them, in words. It stands by each of them who did, and when.",
        ),
    ],
    rules: &[
        Rule::Clash("exactly", "at_least"),
        Rule::Clash("exactly", "at_most"),
    ],
};

static DEADLINE: TableShape = TableShape {
    name: "deadline",
    about: "A document that is due every year.",
    keys: &[
        must("document", Said, "Id of its template."),
        may("to", Said, "Id of the body that it goes to."),
        must("month", Count(1, 12), "The month."),
        may(
            "day",
            Count(1, 31),
            "The day. Where left out: the last meeting of that body in the month, or the month's last working day.",
        ),
        may(
            "years_after",
            Count(0, 10),
            "How many years after the year that the document is about.",
        ),
    ],
    rules: &[],
};

static DECISION_MODE: TableShape = TableShape {
    name: "decision_mode",
    about: "A way to word a decision.",
    keys: &[
        must("id", Id, "Id."),
        must("label", Said, "Name in the form."),
        must(
            "opening",
            Pattern(&OPENING_WORDS),
            "The words before the points.",
        ),
        must(
            "form",
            Word(&DECISION_FORMS),
            "How the points are written: att-satser or sentences.",
        ),
    ],
    rules: &[],
};

static PHRASE: TableShape = TableShape {
    name: "phrase",
    about: "A phrase to begin from.",
    keys: &[
        must("id", Id, "Id."),
        may(
            "mode",
            Said,
            "Id of the decision mode it fits; any where left out.",
        ),
        may(
            "carries",
            Word(&CARRIED),
            "What a memo carries that begins with this point.",
        ),
        must(
            "text",
            Said,
            "The words; where the phrase carries something, with {title} where they name it.",
        ),
    ],
    rules: &[Rule::Filled {
        key: "text",
        with: "carries",
        placeholders: &CARRIED_WORDS,
    }],
};

static LOGO_SLOT: TableShape = TableShape {
    name: "logo_slot",
    about: "A logotype that the user is asked for.",
    keys: &[
        must("party", Said, "Id of the party."),
        must("alt", Said, "A suggested alternative text."),
    ],
    rules: &[],
};

static RECIPIENT: TableShape = TableShape {
    name: "recipient",
    about: "Where matters are sent.",
    keys: &[
        must("body", Said, "Id of the body."),
        must("via", Said, "Through whom."),
    ],
    rules: &[],
};
