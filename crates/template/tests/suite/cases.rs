//! For each code one thing that brings it about, and one that is near it and does not.

use template::FaultCode::{self, *};

/// What is done to the pack without faults.
#[derive(Debug)]
pub enum Edit {
    /// Writes the second text where the first stands.
    Write(&'static str, &'static str),
    /// Does so in two places.
    Both((&'static str, &'static str), (&'static str, &'static str)),
    /// Takes a file away.
    Without(&'static str),
    /// Puts a file there.
    File(&'static str, &'static [u8]),
    /// Puts a file there whose text is repeated.
    Large(&'static str, &'static str, usize),
    /// Reads it with no profile.
    NoProfile(&'static str, &'static str),
    /// Nothing.
    Nothing,
}

/// One of the files that a pack can begin with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Of {
    Template,
    Profile,
    Calendar,
}

/// A code with what fails and what passes.
pub struct Case {
    pub code: FaultCode,
    /// The file that is edited.
    pub of: Of,
    pub fails: Edit,
    pub passes: Edit,
}

use Edit::{Both, File, Large, NoProfile, Nothing, Without, Write};

const fn template(code: FaultCode, fails: Edit, passes: Edit) -> Case {
    Case {
        code,
        of: Of::Template,
        fails,
        passes,
    }
}

const fn profile(code: FaultCode, fails: Edit, passes: Edit) -> Case {
    Case {
        code,
        of: Of::Profile,
        fails,
        passes,
    }
}

const fn calendar(code: FaultCode, fails: Edit, passes: Edit) -> Case {
    Case {
        code,
        of: Of::Calendar,
        fails,
        passes,
    }
}

const RUBRIK: &str = r#"label = "Aktivitet", required = "draft", max = 90 }"#;
const CHECKS: &str = r#"checks = ["dates_within_period"]"#;
const RISKS: &str = r#"default = ["Vakanser"]"#;
const COUNT_BY: &str = r#"count_by = "activity.status""#;
const SUM: &str = r#"sum = "activity.amount""#;
const BY: &str = r#"by = "activity.financing.financier""#;
const ORDER: &str = r#"order = ["sammanfattning", "riskbild", "goal", "siffror", "laget"]"#;
const PROGNOS: &str = "[[scale]]\nid = \"prognos\"\nvalues = [";
const TWICE: &str = "[[scale]]\nid = \"prognos\"\nvalues = [{ code = \"met\", label = \"Nås\" },";
const RING: &str = "[[kind]]\nid = \"a\"\nlabel = \"A\"\nplural = \"A\"\nchildren = [\"b\"]\n[[kind]]\nid = \"b\"\nlabel = \"B\"\nplural = \"B\"\nchildren = [\"a\"]\n[[source]]";
const KRONOR: &str = r#"{ id = "kronor""#;
const IF: &str = r#"codes = ["not"]"#;

const ROUTE: &str = r#"route = { to = "styrgrupp" }"#;
const PER_YEAR: &str = "[[meeting_rule]]\nbody = \"styrgrupp\"\nper_year = { at_least = 4, at_most = 4 }\n[[decision_rule]]";
const PER_YEAR_WRONG: &str = "[[meeting_rule]]\nbody = \"styrgrupp\"\nper_year = { at_least = 6, at_most = 4 }\n[[decision_rule]]";
const MEMBERS_WRONG: &str = "[[membership]]\nat_least = 6\nat_most = 4\n[[decision_rule]]";
const EXACTLY: &str = "[[membership]]\nexactly = 3\n[[decision_rule]]";
const EXACTLY_LEAST: &str = "[[membership]]\nexactly = 3\nat_least = 2\n[[decision_rule]]";
const EXACTLY_MOST: &str = "[[membership]]\nexactly = 3\nat_most = 4\n[[decision_rule]]";
const PHRASE: &str = "text = \"godkänna …\"";
const TERM: &str = "term_months = 24";
const VICE: &str = "[[office]]\nid = \"vice\"\nlabel = \"Vice ordförande\"\n[[decision_rule]]";
const BEFORE: &str = "[[meeting_rule]]\nbody = \"arbetsgrupp\"\nbefore = { body = \"styrgrupp\", days = 7 }\n[[decision_rule]]";
const BEFORE_ITSELF: &str = "[[meeting_rule]]\nbody = \"styrgrupp\"\nbefore = { body = \"styrgrupp\", days = 7 }\n[[decision_rule]]";
const BEFORE_ROUND: &str = "[[meeting_rule]]\nbody = \"arbetsgrupp\"\nbefore = { body = \"styrgrupp\", days = 7 }\n[[meeting_rule]]\nbody = \"styrgrupp\"\nbefore = { body = \"arbetsgrupp\", days = 7 }\n[[decision_rule]]";

/// Every case. A code may have several.
pub const CASES: &[Case] = &[
    template(FileMissing, Without("template.toml"), Nothing),
    profile(FileMissing, Without("profile.toml"), Nothing),
    template(
        FileTooLarge,
        Large("template.toml", "# lång\n", 80_000),
        Nothing,
    ),
    template(
        NotUtf8,
        File("template.toml", b"format = 1\nid = \"\xff\""),
        Nothing,
    ),
    template(
        LayoutMissing,
        Without("main.typ"),
        File("main.typ", b"= Tom"),
    ),
    template(
        ExampleMissing,
        Without("examples/limit.json"),
        Without("README.md"),
    ),
    template(
        ExampleUnreadable,
        File("examples/sample.json", b"{,}"),
        File("examples/sample.json", b"{\"format\": 1}"),
    ),
    template(
        Syntax,
        Write(r#"name = "Rapport""#, r#"name = "Rapport"#),
        Write(r#"name = "Rapport""#, "name = 'Rapport'"),
    ),
    template(
        Syntax,
        Write("count = [0, 12]", "count = [0, 12]\ncount = [0, 13]"),
        Nothing,
    ),
    template(
        FormatUnknown,
        Write("format = 1", "format = 2\nnytt = true"),
        Nothing,
    ),
    template(
        FormatUnknown,
        Write("format = 1", "format = 99999999999999999999999"),
        Nothing,
    ),
    profile(FormatUnknown, Write("format = 1", "format = 0"), Nothing),
    template(
        UnknownKey,
        Write("subtitle =", "subtitel ="),
        Write("subtitle =", "# subtitel ="),
    ),
    template(
        UnknownKey,
        Write(r#"max = 90 }"#, "max = 90, vidd = 3 }"),
        Nothing,
    ),
    profile(
        UnknownKey,
        Write("term_months = 24", "term_months = 24\nfarg = 1"),
        Nothing,
    ),
    template(MissingKey, Write("version = \"2026\"\n", ""), Nothing),
    template(MissingKey, Write("id = \"exempel_rapport\"\n", ""), Nothing),
    template(MissingKey, Write("format = 1\n", ""), Nothing),
    template(MissingKey, Write("type = \"figures\"\n", ""), Nothing),
    template(MissingKey, Write(r#"{ label = "Lägen", "#, "{ "), Nothing),
    template(
        WrongType,
        Write("count = [0, 12]", "count = 12"),
        Write("count = [0, 12]", "count = [0, 13]"),
    ),
    template(WrongType, Write("lines = [3, 12]", "lines = [3]"), Nothing),
    template(WrongType, Write("max = 800", "max = \"800\""), Nothing),
    template(WrongType, Write("print = false", "print = 0"), Nothing),
    template(WrongType, Write(ORDER, "order = \"goal\""), Nothing),
    template(
        WrongType,
        Write(r#"head = ["datum"]"#, r#"head = ["datum", 1]"#),
        Nothing,
    ),
    template(
        WrongType,
        Write("version = \"2026\"", "version = 2026"),
        Nothing,
    ),
    template(WrongType, Write(IF, "codes = { a = 1 }"), Nothing),
    profile(
        WrongType,
        Write(
            r#"route = { to = "styrgrupp" }"#,
            "\n[address]\nphone = 112",
        ),
        Nothing,
    ),
    template(
        EmptyText,
        Write(r#"title = "Rapport {year} – {area}""#, "title = \" \""),
        Nothing,
    ),
    template(
        EmptyText,
        Write(r#"heading = "Rapport {year}""#, "heading = \"\""),
        Nothing,
    ),
    template(
        EmptyText,
        Write(r#"ident = "{area}-{year}-rapport""#, "ident = \"\""),
        Nothing,
    ),
    template(
        EmptyText,
        Write(
            r#"label = "Prognos"
default"#,
            "label = \"\"\ndefault",
        ),
        Write(
            r#"label = "Läget"
"#,
            "label = \"\"\n",
        ),
    ),
    template(
        EmptyList,
        Write(
            r#"figures = [{ label = "mål", count = "goal" }, { label = "kronor", sum = "activity.amount" }]"#,
            "figures = []",
        ),
        Nothing,
    ),
    profile(
        EmptyList,
        Write(r#"documents = ["exempel_rapport"]"#, "documents = []"),
        Nothing,
    ),
    template(
        NumberRange,
        Write("max = 800", "max = 0"),
        Write("max = 800", "max = 1_000_000"),
    ),
    template(
        NumberRange,
        Write("max = 800", "max = 99999999999999999999"),
        Nothing,
    ),
    template(
        NumberRange,
        Write("count = [0, 12]", "count = [-1, 12]"),
        Nothing,
    ),
    profile(
        NumberRange,
        Write("term_months = 24", "term_months = -24"),
        Write("term_months = 24", "term_months = 36"),
    ),
    template(
        RangeInverted,
        Write("count = [0, 12]", "count = [13, 12]"),
        Write("count = [0, 12]", "count = [12, 12]"),
    ),
    template(
        RangeInverted,
        Write("lines = [3, 12]", "lines = [12, 3]"),
        Nothing,
    ),
    template(
        OneOfKeys,
        Write(COUNT_BY, r#"count_by = "activity.status", count = "goal""#),
        Nothing,
    ),
    template(
        OneOfKeys,
        Write(r#", count_by = "activity.status""#, ""),
        Nothing,
    ),
    template(
        KeysClash,
        Write(
            r#"start = "plan.motivation""#,
            "start = \"plan.motivation\"\ndefault = \"x\"",
        ),
        Nothing,
    ),
    profile(
        KeysClash,
        Write("[[decision_rule]]", EXACTLY_LEAST),
        Write("[[decision_rule]]", EXACTLY),
    ),
    profile(KeysClash, Write("[[decision_rule]]", EXACTLY_MOST), Nothing),
    template(
        KeyAlone,
        Write(
            "number = \"{parent}.{n}\"",
            "number = \"{parent}.{n}\"\ngone = \"Borta\"",
        ),
        Nothing,
    ),
    template(
        KeyAlone,
        Write(
            COUNT_BY,
            r#"count_by = "activity.status", less = "activity.amount""#,
        ),
        Write(
            COUNT_BY,
            r#"sum = "activity.amount", less = "activity.amount""#,
        ),
    ),
    template(
        KeyMisplaced,
        Write(
            "type = \"text\"\nlabel = \"Anteckning\"",
            "type = \"text\"\nscale = \"prognos\"\nlabel = \"Anteckning\"",
        ),
        Nothing,
    ),
    template(
        KeyMisplaced,
        Write(
            r#"type = "money", label = "Budget""#,
            r#"type = "money", max = 9, label = "Budget""#,
        ),
        Write(RUBRIK, r#"label = "Aktivitet", required = "draft" }"#),
    ),
    template(
        KeyMisplaced,
        Write(
            r#"of = "line""#,
            r#"of = "line"
scale = "prognos""#,
        ),
        Nothing,
    ),
    template(
        ListTooLong,
        Large(
            "template.toml",
            "[[source]]\nid = \"k\"\nconcept = \"plan\"\nperiod = \"same\"\n",
            1001,
        ),
        Nothing,
    ),
    template(
        MoreFaults,
        Large(
            "template.toml",
            "[[source]]\nid = \"k\"\nconcept = \"plan\"\nperiod = \"sist\"\n",
            300,
        ),
        Nothing,
    ),
    template(
        UnknownConcept,
        Write(r#"concept = "activity""#, r#"concept = "aktivity""#),
        Write(r#"concept = "activity""#, r#"concept = "indicator""#),
    ),
    template(
        UnknownConcept,
        Write(r#"follows = "plan.goal""#, r#"follows = "plan.goals""#),
        Nothing,
    ),
    template(
        UnknownConcept,
        Write(SUM, r#"sum = "activitet.amount""#),
        Nothing,
    ),
    template(
        UnknownRole,
        Write(r#"is = "summary""#, r#"is = "sumary""#),
        Write(r#"is = "summary""#, r#"is = "description""#),
    ),
    template(
        UnknownRole,
        Write(
            r#"start = "plan.motivation""#,
            r#"start = "plan.motivering""#,
        ),
        Write(r#"start = "plan.motivation""#, r#"start = "plan.comment""#),
    ),
    template(
        UnknownRole,
        Write(SUM, r#"sum = "activity.budget""#),
        Nothing,
    ),
    template(
        UnknownRole,
        Write(BY, r#"by = "activity.financing.finansiar""#),
        Nothing,
    ),
    template(
        UnknownType,
        Write(r#"of = "line""#, r#"of = "lines""#),
        Write(r#"of = "line""#, r#"of = "text""#),
    ),
    template(
        UnknownType,
        Write(r#"type = "figures""#, r#"type = "figure""#),
        Nothing,
    ),
    template(
        UnknownStage,
        Write(r#"required = "submit""#, r#"required = "submitted""#),
        Write(r#"required = "submit""#, r#"required = "adopt""#),
    ),
    template(
        UnknownCheck,
        Write(CHECKS, r#"checks = ["dates_in_period"]"#),
        Write(CHECKS, r#"checks = ["budget_equals_financing"]"#),
    ),
    template(
        UnknownWord,
        Write("mark = \"●\"", "mark = \"*\""),
        Write("mark = \"●\", ", ""),
    ),
    profile(
        UnknownWord,
        Write("kind = \"municipality\"", "kind = \"kommun\""),
        Write("kind = \"municipality\"", "kind = \"association\""),
    ),
    template(
        UnknownPlaceholder,
        Write(
            r#"title = "Rapport {year} – {area}""#,
            r#"title = "Rapport {yaer}""#,
        ),
        Write(
            r#"title = "Rapport {year} – {area}""#,
            r#"title = "Rapport {period} {group}""#,
        ),
    ),
    template(
        LonelyBrace,
        Write(r#"caption = "Läget {year}""#, r#"caption = "Läget {year""#),
        Write(r#"caption = "Läget {year}""#, r#"caption = "Läget""#),
    ),
    template(
        LonelyBrace,
        Write(
            r#"subtitle = "Område {area}""#,
            r#"subtitle = "Område area}""#,
        ),
        Nothing,
    ),
    profile(
        UnknownPlaceholder,
        Write("{body} beslutar att", "{organ} beslutar att"),
        Write("{body} beslutar att", "Vi beslutar att"),
    ),
    profile(
        UnknownPlaceholder,
        Write(PHRASE, "carries = \"report\"\ntext = \"godkänna {rubrik}\""),
        Write(PHRASE, "carries = \"report\"\ntext = \"godkänna {title}\""),
    ),
    // Where a phrase is about no document, its braces are braces.
    profile(
        LonelyBrace,
        Write(PHRASE, "carries = \"plan\"\ntext = \"godkänna {title\""),
        Write(PHRASE, "text = \"godkänna {\""),
    ),
    profile(
        UnknownWord,
        Write(PHRASE, "carries = \"memo\"\ntext = \"godkänna …\""),
        Write(
            PHRASE,
            "carries = \"follow_up_plan\"\ntext = \"godkänna …\"",
        ),
    ),
    template(
        PlaceholderMissing,
        Write(r#"number = "{n}""#, r#"number = "A""#),
        Write(r#"number = "{n}""#, r#"number = "A{n}""#),
    ),
    profile(
        PlaceholderMissing,
        Write("Sida {n} ({N})", "Sida ({N})"),
        Write("Sida {n} ({N})", "{n}"),
    ),
    template(
        PlaceholderEmpty,
        Write(r#"subtitle = "Område {area}""#, r#"subtitle = "{title}""#),
        Both(
            (r#"subtitle = "Område {area}""#, r#"subtitle = "{title}""#),
            (r#"is = "margin_note""#, r#"is = "title""#),
        ),
    ),
    profile(
        BoundInverted,
        Write("[[decision_rule]]", PER_YEAR_WRONG),
        Write("[[decision_rule]]", PER_YEAR),
    ),
    profile(
        BoundInverted,
        Write("[[decision_rule]]", MEMBERS_WRONG),
        Nothing,
    ),
    profile(
        BeforeItself,
        Write("[[decision_rule]]", BEFORE_ITSELF),
        Write("[[decision_rule]]", BEFORE),
    ),
    profile(
        BeforeItself,
        Write("[[decision_rule]]", BEFORE_ROUND),
        Nothing,
    ),
    profile(
        RouteRound,
        Write(ROUTE, r#"route = { to = "styrgrupp", via = "styrgrupp" }"#),
        Write(
            ROUTE,
            r#"route = { to = "styrgrupp", via = "arbetsgrupp" }"#,
        ),
    ),
    template(
        NeverShown,
        Write(
            "is = \"margin_note\"\ntype = \"text\"\nlabel = \"Anteckning\"\nprint = false",
            "type = \"line\"\nlabel = \"Rubrik\"",
        ),
        Write(
            "is = \"margin_note\"\ntype = \"text\"\nlabel = \"Anteckning\"\nprint = false",
            "is = \"title\"\ntype = \"line\"\nlabel = \"Rubrik\"",
        ),
    ),
    template(
        BadPeriod,
        Write(r#"period = "1of2""#, r#"period = "halvår""#),
        Write(r#"period = "1of2""#, r#"period = "2of3""#),
    ),
    template(
        BadPeriod,
        Write(r#"period = "same""#, r#"period = "year""#),
        Write(r#"period = "same""#, r#"period = "previous""#),
    ),
    template(
        IdMalformed,
        Write(r#"id = "exempel_rapport""#, r#"id = "Exempel-rapport""#),
        Write(r#"id = "exempel_rapport""#, r#"id = "r2""#),
    ),
    template(
        IdMalformed,
        Write(r#"id = "anteckning""#, r#"id = "@kind""#),
        Nothing,
    ),
    template(
        IdReserved,
        Write(r#"id = "exempel_rapport""#, r#"id = "con""#),
        Write(r#"id = "exempel_rapport""#, r#"id = "kon""#),
    ),
    template(
        DuplicateId,
        Write(r#"id = "slut""#, r#"id = "start""#),
        Nothing,
    ),
    template(
        DuplicateId,
        Write("id = \"anteckning\"", "id = \"goal\""),
        Nothing,
    ),
    template(DuplicateId, Write(PROGNOS, TWICE), Nothing),
    template(
        DuplicateId,
        Write(r#"id = "kronor""#, r#"id = "kalla""#),
        Nothing,
    ),
    profile(
        DuplicateId,
        Write(r#"id = "arbetsgrupp""#, r#"id = "styrgrupp""#),
        Nothing,
    ),
    template(
        ListedTwice,
        Write(
            CHECKS,
            r#"checks = ["dates_within_period", "dates_within_period"]"#,
        ),
        Nothing,
    ),
    template(
        UnknownReference,
        Write(
            ORDER,
            r#"order = ["samanfattning", "sammanfattning", "riskbild", "goal", "siffror", "laget"]"#,
        ),
        Nothing,
    ),
    template(
        UnknownReference,
        Write(r#"head = ["datum"]"#, r#"head = ["datum", "siffror"]"#),
        Nothing,
    ),
    template(
        UnknownReference,
        Write(
            r#"children = ["activity"]"#,
            r#"children = ["activity", "delmal"]"#,
        ),
        Nothing,
    ),
    template(
        UnknownReference,
        Write(r#"field = "bedomning""#, r#"field = "bedömning""#),
        Nothing,
    ),
    profile(
        UnknownReference,
        Write("level = \"strategisk\"", "level = \"strategi\""),
        Write("level = \"strategisk\"\n", ""),
    ),
    profile(
        UnknownReference,
        Write("mode = \"decides\"", "mode = \"beslutar\""),
        Write("mode = \"decides\"\n", ""),
    ),
    profile(
        UnknownReference,
        Write(
            "[[recipient]]\nbody = \"styrgrupp\"",
            "[[recipient]]\nbody = \"styrgruppen\"",
        ),
        Nothing,
    ),
    template(
        Cycle,
        Write("[[source]]", RING),
        Write(
            "children = [\"activity\"]",
            "children = [\"activity\", \"goal\"]",
        ),
    ),
    profile(
        NamesItself,
        Write(r#"parent = "styrgrupp""#, r#"parent = "arbetsgrupp""#),
        Nothing,
    ),
    profile(
        NamesItself,
        Write(TERM, "successor = \"ordforande\""),
        Both((TERM, "successor = \"vice\""), ("[[decision_rule]]", VICE)),
    ),
    profile(
        NamesItself,
        Write(TERM, "other_side_than = \"ordforande\""),
        Both(
            (TERM, "other_side_than = \"vice\""),
            ("[[decision_rule]]", VICE),
        ),
    ),
    profile(
        OverlapLong,
        Write(TERM, "term_months = 24\noverlap_months = 25"),
        Write(TERM, "term_months = 24\noverlap_months = 24"),
    ),
    profile(
        NoOwnBody,
        Write("own = true", "own = false"),
        Both(
            ("own = true", "own = false"),
            ("adopts = true", "adopts = true\nown = true"),
        ),
    ),
    profile(NoOwnBody, Write("own = true\n", ""), Nothing),
    profile(
        Cycle,
        Write("level = \"strategisk\"", "parent = \"arbetsgrupp\""),
        Nothing,
    ),
    template(
        NeverShown,
        Write(ORDER, r#"order = ["riskbild", "goal", "siffror", "laget"]"#),
        Nothing,
    ),
    template(
        NeverShown,
        Write(
            ORDER,
            r#"order = ["sammanfattning", "riskbild", "goal", "laget"]"#,
        ),
        Nothing,
    ),
    template(
        NeverShown,
        Write(
            ORDER,
            r#"order = ["sammanfattning", "riskbild", "siffror", "laget"]"#,
        ),
        Nothing,
    ),
    template(
        ChildInOrder,
        Write(
            ORDER,
            r#"order = ["sammanfattning", "riskbild", "goal", "activity", "siffror", "laget"]"#,
        ),
        Nothing,
    ),
    template(
        ScaleUnknown,
        Write(r#"scale = "aktivitet""#, r#"scale = "aktiviteter""#),
        Write(r#"scale = "aktivitet""#, r#"scale = "prognos""#),
    ),
    template(
        ScaleUnchecked,
        NoProfile("", ""),
        NoProfile(r#"scale = "aktivitet""#, r#"scale = "prognos""#),
    ),
    template(
        CodeUnknown,
        Write(r#"default = "met""#, r#"default = "mett""#),
        Write(r#"default = "met""#, r#"default = "not""#),
    ),
    template(
        CodeUnknown,
        Write(IF, r#"codes = ["nej"]"#),
        Write(r#", codes = ["not"]"#, ""),
    ),
    template(
        SourceUnknown,
        Write(
            r#"start = "plan.motivation""#,
            r#"start = "half.motivation""#,
        ),
        Nothing,
    ),
    template(
        SourceUnknown,
        Write(r#"follows = "plan.goal""#, r#"follows = "plans.goal""#),
        Nothing,
    ),
    template(
        NotADocument,
        Write(r#"concept = "report""#, r#"concept = "goal""#),
        Write(r#"concept = "report""#, r#"concept = "memo""#),
    ),
    template(
        NotADocument,
        Write(r#"concept = "plan""#, r#"concept = "risk""#),
        Write(r#"concept = "plan""#, r#"concept = "mandate""#),
    ),
    template(PathMalformed, Write(SUM, r#"sum = "amount""#), Nothing),
    template(
        PathMalformed,
        Write(SUM, r#"sum = "activity.financing.amount.x""#),
        Write(SUM, r#"sum = "activity.financing.amount""#),
    ),
    template(
        PathMalformed,
        Write(r#"follows = "plan.goal""#, r#"follows = "plan""#),
        Nothing,
    ),
    template(
        PathConcept,
        Write(SUM, r#"sum = "indicator.amount""#),
        Nothing,
    ),
    template(
        PathConcept,
        Write(r#"count = "goal""#, r#"count = "risk""#),
        Write(r#"count = "goal""#, r#"count = "activity""#),
    ),
    template(PathRole, Write(SUM, r#"sum = "activity.outcome""#), Nothing),
    template(
        PathRole,
        Write(r#"show = "assessment""#, r#"show = "result""#),
        Write(r#"show = "assessment""#, r#"show = "aim""#),
    ),
    template(
        PathRole,
        Write("total = \"Summa\"", "deviating = \"status\""),
        Write("total = \"Summa\"", "deviating = \"assessment\""),
    ),
    template(
        PathColumn,
        Write(
            r#"sum = "activity.financing.amount""#,
            r#"sum = "activity.financing.outcome""#,
        ),
        Nothing,
    ),
    template(PathType, Write(SUM, r#"sum = "activity.start""#), Nothing),
    template(
        PathType,
        Write(COUNT_BY, r#"count_by = "activity.title""#),
        Nothing,
    ),
    template(
        PathElsewhere,
        Write(BY, r#"by = "activity.title""#),
        Nothing,
    ),
    template(
        StartWithoutFollows,
        Write(RUBRIK, r#"label = "Aktivitet", start = "plan.title" }"#),
        Write(
            "label = \"Sammanfattning\"\n",
            "label = \"Sammanfattning\"\nstart = \"plan.summary\"\n",
        ),
    ),
    template(
        GoneMissing,
        Write("gone = \"Utgått ur planen\"\n", ""),
        Nothing,
    ),
    template(
        RoleTwice,
        Write(r#"is = "margin_note""#, r#"is = "summary""#),
        Nothing,
    ),
    template(
        RoleTwice,
        Write(
            KRONOR,
            r#"{ id = "extra", is = "financier", type = "party", label = "E" }, { id = "kronor""#,
        ),
        Nothing,
    ),
    template(
        RoleType,
        Write(
            r#"{ id = "slut", is = "end", type = "date""#,
            r#"{ id = "slut", is = "end", type = "line""#,
        ),
        Nothing,
    ),
    template(TitleMissing, Write(r#"is = "title", "#, ""), Nothing),
    template(
        TitleMissing,
        Write(r#"shows = ["title", "aim"]"#, r#"shows = ["aim"]"#),
        Nothing,
    ),
    template(DateMissing, Write("is = \"date\"\n", ""), Nothing),
    template(
        CheckOff,
        Write(CHECKS, r#"checks = ["responsible_in_group"]"#),
        Write(CHECKS, r#"checks = ["goals_have_activities"]"#),
    ),
    template(
        CheckOff,
        Write(CHECKS, r#"checks = ["goals_have_indicators"]"#),
        Nothing,
    ),
    template(
        RowsWithoutColumns,
        Write("type = \"list\"\nof = \"line\"", "type = \"rows\""),
        Nothing,
    ),
    template(
        ChoiceWithoutScale,
        Write("scale = \"prognos\"\n", ""),
        Nothing,
    ),
    template(
        ChoiceWithoutScale,
        Write("of = \"line\"", "of = \"choice\""),
        Nothing,
    ),
    template(
        Nesting,
        Write("of = \"line\"", "of = \"list\""),
        Write("of = \"line\"", "of = \"party\""),
    ),
    template(
        Nesting,
        Write(
            KRONOR,
            r#"{ id = "extra", type = "rows", label = "E" }, { id = "kronor""#,
        ),
        Write(
            KRONOR,
            r#"{ id = "extra", type = "list", label = "E" }, { id = "kronor""#,
        ),
    ),
    template(
        PrintRequired,
        Write("print = false", "print = false\nrequired = \"draft\""),
        Write("print = false", "print = true\nrequired = \"draft\""),
    ),
    template(
        LimitsDisagree,
        Write("max = 800", "max = 100"),
        Write("max = 800", "max = 140"),
    ),
    template(
        DefaultMisfit,
        Write(RISKS, "default = \"Vakanser\""),
        Write(RISKS, "default = []"),
    ),
    template(
        DefaultMisfit,
        Write(
            "label = \"Datum\"",
            "label = \"Datum\"\ndefault = \"i dag\"",
        ),
        Write(
            "label = \"Datum\"",
            "label = \"Datum\"\ndefault = 2025-01-13",
        ),
    ),
    template(
        DefaultMisfit,
        Write(r#"none = "Ingen budget""#, "default = 1.5"),
        Write(r#"none = "Ingen budget""#, "default = 0"),
    ),
    calendar(FileMissing, Without("calendar.toml"), Nothing),
    calendar(
        BadDay,
        Write("group_by = 2026-08-14", "group_by = 2026-08-14T09:00:00"),
        Write("group_by = 2026-08-14", "group_by = \"2026-08-14\""),
    ),
    calendar(
        BadDay,
        Write("group_by = 2026-08-14", "group_by = \"i augusti\""),
        Nothing,
    ),
    calendar(
        DaysInverted,
        Write("group_by = 2026-08-14", "group_by = 2026-08-24"),
        Write("group_by = 2026-08-14", "group_by = 2026-08-21"),
    ),
    calendar(
        DaysBackwards,
        Write("until = 2026-09-12", "until = 2026-09-10"),
        Write("until = 2026-09-12", "until = 2026-09-11"),
    ),
    calendar(
        DaysBackwards,
        Write("matters_by = 2026-08-28", "matters_by = 2026-09-12"),
        Nothing,
    ),
    calendar(
        DayFar,
        Write("day = 2026-09-11\nuntil = 2026-09-12", "day = 2027-09-11"),
        Nothing,
    ),
    calendar(
        DayFar,
        Write("group_by = 2026-08-14", "group_by = 0001-01-01"),
        Write("group_by = 2026-08-14", "group_by = 2025-12-14"),
    ),
    calendar(
        NumberRange,
        Write("year = 2026", "year = 26"),
        Write("year = 2026", "year = 2027"),
    ),
    calendar(
        EmptyText,
        Write("title = \"Årsrapport\"", "title = \"\""),
        Nothing,
    ),
    calendar(
        OccasionTwice,
        Write("title = \"Årsrapport\"", "title = \"Halvårsrapport\""),
        Nothing,
    ),
];
