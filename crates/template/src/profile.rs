//! Reads and checks a profile's folder.

use std::collections::BTreeMap;

use model::paper::LogoPages;
use model::profile::{
    Address, Area, Body, Deadline, DecisionMode, Level, LogoSlot, Membership, Office, Party,
    Phrase, Profile, Recipient,
};
use model::vocabulary::Concept;

use crate::codes::FaultCode;
use crate::fault::Checked;
use crate::faults::Faults;
use crate::pack::Pack;
use crate::profile_keys::PROFILE;
use crate::reader::{self, Node};
use crate::{body_rules, ids, scale, walk};

/// The file that a profile's folder begins with.
pub const PROFILE_FILE: &str = "profile.toml";

/// Reads a profile and says everything that is wrong with it.
#[must_use]
pub fn read_profile(pack: &Pack) -> Checked<Profile> {
    let mut faults = Faults::new(PROFILE_FILE);
    let Some(text) = reader::text(pack, PROFILE_FILE, &mut faults) else {
        return faults.check(None);
    };
    let table = reader::parse(text, &mut faults);
    let root = Node::root(&table);
    if !walk::file(root, &PROFILE, &mut faults) {
        return faults.check(None);
    }
    check(root, &mut faults);
    faults.check(Some(lower(root)))
}

/// Lists whose tables have an id of their own.
const NAMED: &[&str] = &[
    "level",
    "body",
    "area",
    "party",
    "office",
    "decision_mode",
    "phrase",
];

/// Keys that name a table of another list: the list, its key, the list named.
const REFERENCES: &[(&str, &str, &str)] = &[
    ("body", "level", "level"),
    ("body", "parent", "body"),
    ("phrase", "mode", "decision_mode"),
    ("logo_slot", "party", "party"),
    ("recipient", "body", "body"),
    ("office", "successor", "office"),
    ("office", "other_side_than", "office"),
    ("membership", "office", "office"),
    ("deadline", "to", "body"),
];

fn check(root: Node, faults: &mut Faults) {
    for list in NAMED {
        ids::unique(
            root.tables(list).iter().filter_map(|here| here.word("id")),
            faults,
        );
    }
    scale::check(&root.tables("scale"), faults);
    for (list, key, named) in REFERENCES {
        let tables = root.tables(named);
        let known: Vec<&str> = tables.iter().map(|here| here.text("id")).collect();
        let words: Vec<_> = root
            .tables(list)
            .iter()
            .filter_map(|here| here.word(key))
            .collect();
        ids::all_known(key, &words, &known, faults);
    }
    let documents = root.texts("documents");
    let documents: Vec<&str> = documents.iter().map(String::as_str).collect();
    let due = root.tables("deadline");
    let due: Vec<_> = due
        .iter()
        .filter_map(|here| here.word("document"))
        .collect();
    ids::all_known("document", &due, &documents, faults);
    body_rules::check(root, faults);
    not_itself(root, faults);
    terms_hold_overlaps(root, faults);
    has_own_body(root, faults);
    let bodies = root.tables("body");
    let edges: BTreeMap<&str, Vec<&str>> = bodies
        .iter()
        .map(|here| {
            (
                here.text("id"),
                here.word("parent").iter().map(|word| word.text).collect(),
            )
        })
        .collect();
    if let Some(way) = ids::cycle(&edges) {
        let at = bodies
            .iter()
            .find(|here| way.first() == Some(&here.text("id")))
            .map_or(0, |here| here.at("parent"));
        faults.at(at, FaultCode::Cycle, &[("path", &way.join(" → "))]);
    }
}

/// Keys that must name another table of their own list.
const OTHERS: &[(&str, &str)] = &[
    ("body", "parent"),
    ("office", "successor"),
    ("office", "other_side_than"),
];

/// Nothing stands above itself, comes after itself or sits across from itself.
fn not_itself(root: Node, faults: &mut Faults) {
    for (list, key) in OTHERS {
        let tables = root.tables(list);
        // Where two have the same id, that is the fault, and it may be the other that is named.
        let is_alone = |id| tables.iter().filter(|here| here.text("id") == id).count() == 1;
        for here in &tables {
            let id = here.text("id");
            let itself = here.word(key).filter(|word| word.text == id);
            if let Some(word) = itself.filter(|_| is_alone(id)) {
                let args = [("key", *key), ("id", id)];
                faults.at(word.at, FaultCode::NamesItself, &args);
            }
        }
    }
}

/// Nobody stands beside a holder for longer than that one's whole term.
fn terms_hold_overlaps(root: Node, faults: &mut Faults) {
    for here in root.tables("office") {
        let months = |key| here.count::<u32>(key);
        let (Some(overlap), Some(term)) = (months("overlap_months"), months("term_months")) else {
            continue;
        };
        if overlap > term {
            let args = [
                ("overlap", &*overlap.to_string()),
                ("term", &*term.to_string()),
            ];
            faults.at(here.at("overlap_months"), FaultCode::OverlapLong, &args);
        }
    }
}

/// Some body is the group's own: without one there are no meetings to plan.
fn has_own_body(root: Node, faults: &mut Faults) {
    let bodies = root.tables("body");
    if !bodies.iter().any(|here| here.bool("own") == Some(true)) {
        let at = bodies.first().map_or(0, |here| here.at);
        faults.at(at, FaultCode::NoOwnBody, &[]);
    }
}

fn lower(root: Node) -> Profile {
    let list = |key| root.tables(key);
    let page_number = root.owned("page_number");
    Profile {
        id: root.owned("id"),
        version: root.owned("version"),
        name: root.owned("name"),
        cooperation: root.owned("cooperation"),
        purpose: root.owned("purpose"),
        group_template: root.owned("group_template"),
        documents: root.texts("documents"),
        page_numbers: if root.has("page_numbers") {
            root.texts("page_numbers")
        } else {
            vec![page_number.clone()]
        },
        page_number,
        logos: if root.text("logos") == "all" {
            LogoPages::All
        } else {
            LogoPages::First
        },
        registration_hint: root.owned("registration_hint"),
        address: root.inner("address").map(address).unwrap_or_default(),
        levels: list("level")
            .into_iter()
            .map(|here| Level {
                id: here.owned("id"),
                label: here.owned("label"),
            })
            .collect(),
        bodies: list("body").into_iter().map(body).collect(),
        areas: list("area")
            .into_iter()
            .map(|here| Area {
                id: here.owned("id"),
                name: here.owned("name"),
            })
            .collect(),
        parties: list("party").into_iter().map(party).collect(),
        offices: list("office").into_iter().map(office).collect(),
        scales: scale::lower(&list("scale")),
        decision_modes: list("decision_mode")
            .into_iter()
            .map(decision_mode)
            .collect(),
        phrases: list("phrase").into_iter().map(phrase).collect(),
        logo_slots: list("logo_slot").into_iter().map(logo_slot).collect(),
        recipients: list("recipient").into_iter().map(recipient).collect(),
        decision_rules: list("decision_rule")
            .into_iter()
            .map(body_rules::decision)
            .collect(),
        meeting_rules: list("meeting_rule")
            .into_iter()
            .map(body_rules::meeting)
            .collect(),
        memberships: list("membership").into_iter().map(membership).collect(),
        deadlines: list("deadline").into_iter().map(deadline).collect(),
    }
}

fn address(here: Node) -> Address {
    Address {
        organisation: here.owned("organisation"),
        postal: here.owned("postal"),
        visiting: here.owned("visiting"),
        phone: here.owned("phone"),
        email: here.owned("email"),
        web: here.owned("web"),
    }
}

fn body(here: Node) -> Body {
    Body {
        id: here.owned("id"),
        level: here.optional("level"),
        parent: here.optional("parent"),
        name: here.owned("name"),
        adopts: here.bool("adopts").unwrap_or(false),
        own: here.bool("own").unwrap_or(false),
    }
}

fn party(here: Node) -> Party {
    Party {
        id: here.owned("id"),
        name: here.owned("name"),
        kind: here.owned("kind"),
        principal: here.bool("principal").unwrap_or(false),
    }
}

fn office(here: Node) -> Office {
    Office {
        id: here.owned("id"),
        label: here.owned("label"),
        term_months: here.count("term_months"),
        extendable: here.bool("extendable").unwrap_or(false),
        overlap_months: here.count("overlap_months").unwrap_or(0),
        max: here.count("max"),
        required: here.bool("required").unwrap_or(false),
        recommended: here.bool("recommended").unwrap_or(false),
        remind_months: here.count("remind_months"),
        prepares: here.bool("prepares").unwrap_or(false),
        successor: here.optional("successor"),
        other_side_than: here.optional("other_side_than"),
    }
}

fn membership(here: Node) -> Membership {
    Membership {
        preparers: here.bool("preparers").unwrap_or(false),
        office: here.optional("office"),
        without: here.texts("without"),
        called: here.owned("called"),
        exactly: here.count("exactly"),
        at_least: here.count("at_least"),
        at_most: here.count("at_most"),
        each_party: here.bool("each_party").unwrap_or(false),
        alternating: here.bool("alternating").unwrap_or(false),
        appointed_by: here.optional("appointed_by"),
    }
}

fn deadline(here: Node) -> Deadline {
    Deadline {
        document: here.owned("document"),
        to: here.optional("to"),
        month: here.count("month").unwrap_or_default(),
        day: here.count("day"),
        years_after: here.count("years_after").unwrap_or_default(),
    }
}

fn decision_mode(here: Node) -> DecisionMode {
    DecisionMode {
        id: here.owned("id"),
        label: here.owned("label"),
        opening: here.owned("opening"),
        form: here.owned("form"),
    }
}

fn phrase(here: Node) -> Phrase {
    Phrase {
        id: here.owned("id"),
        mode: here.optional("mode"),
        carries: here
            .word("carries")
            .and_then(|word| Concept::parse(word.text)),
        text: here.owned("text"),
    }
}

fn logo_slot(here: Node) -> LogoSlot {
    LogoSlot {
        party: here.owned("party"),
        alt: here.owned("alt"),
    }
}

fn recipient(here: Node) -> Recipient {
    Recipient {
        body: here.owned("body"),
        via: here.owned("via"),
    }
}
