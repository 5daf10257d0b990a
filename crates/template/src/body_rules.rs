//! Rules of meetings and decisions: what they name must be there, and how they are read.

use std::collections::BTreeMap;

use model::diagnostic::Severity;
use model::profile::{
    Before, Bound, DecisionRule, Joint, MeetingRule, Online, Route, Silence, When,
};
use model::vocabulary::Role;

use crate::codes::FaultCode;
use crate::faults::Faults;
use crate::ids;
use crate::reader::{Node, Word};

/// Reports bodies and offices that the profile does not have, and rules that no body can keep.
pub(crate) fn check(root: Node, faults: &mut Faults) {
    let ids_of = |list: &str| -> Vec<String> {
        let tables = root.tables(list);
        tables.iter().map(|here| here.owned("id")).collect()
    };
    let (bodies, offices) = (ids_of("body"), ids_of("office"));
    let bodies: Vec<&str> = bodies.iter().map(String::as_str).collect();
    let offices: Vec<&str> = offices.iter().map(String::as_str).collect();
    for here in root.tables("meeting_rule") {
        all_known(
            &named(here, &[&["body"], &["joint", "with"], &["before", "body"]]),
            &bodies,
            faults,
        );
        all_known(
            &named(
                here,
                &[&["called_by"], &["via"], &["chaired_by"], &["notes_by"]],
            ),
            &offices,
            faults,
        );
        ids::all_known("attended_by", &here.words("attended_by"), &offices, faults);
        if let Some(bound) = here.inner("per_year") {
            not_inverted(bound, faults);
        }
    }
    not_before_itself(root, faults);
    for here in root.tables("membership") {
        ids::all_known("without", &here.words("without"), &offices, faults);
        not_inverted(here, faults);
    }
    for here in root.tables("decision_rule") {
        all_known(
            &named(here, &[&["body"], &["route", "to"], &["route", "via"]]),
            &bodies,
            faults,
        );
        all_known(&named(here, &[&["silence", "sent_by"]]), &offices, faults);
        if let Some(route) = here.inner("route") {
            not_round(route, faults);
        }
    }
}

/// No number is at least more than it is at most.
fn not_inverted(bound: Node, faults: &mut Faults) {
    let (Some(min), Some(max)) = (bound.count::<u32>("at_least"), bound.count("at_most")) else {
        return;
    };
    if min > max {
        let args = [("min", &*min.to_string()), ("max", &*max.to_string())];
        faults.at(bound.at("at_most"), FaultCode::BoundInverted, &args);
    }
}

/// A meeting prepares another body's, and that one may prepare a third's, but none comes back to where it began.
fn not_before_itself(root: Node, faults: &mut Faults) {
    let rules = root.tables("meeting_rule");
    let prepares = rules
        .iter()
        .filter_map(|here| Some((here.text("body"), here.inner("before")?)));
    let prepares: Vec<(&str, Node)> = prepares.collect();
    let mut edges: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (body, before) in &prepares {
        let of = before.text("body");
        if *body == of {
            let path = [("path", &*format!("{body} → {of}"))];
            faults.at(before.at("body"), FaultCode::BeforeItself, &path);
        }
        edges.entry(body).or_default().push(of);
    }
    if let Some(way) = ids::cycle(&edges) {
        let mut all = prepares.iter();
        let first = all.find(|(body, _)| way.first() == Some(body));
        let at = first.map_or(0, |(_, before)| before.at("body"));
        faults.at(at, FaultCode::BeforeItself, &[("path", &way.join(" → "))]);
    }
}

/// What goes to a body by way of the same body goes nowhere.
fn not_round(route: Node, faults: &mut Faults) {
    let (to, via) = (route.text("to"), route.text("via"));
    if !to.is_empty() && to == via {
        faults.at(route.at("via"), FaultCode::RouteRound, &[("id", to)]);
    }
}

/// The words at these paths, with the last key of each.
fn named<'a>(here: Node<'a>, paths: &[&[&'static str]]) -> Vec<(&'static str, Word<'a>)> {
    let at = |path: &[&'static str]| match *path {
        [key] => Some((key, here.word(key)?)),
        [table, key] => Some((key, here.inner(table)?.word(key)?)),
        _ => None,
    };
    paths.iter().filter_map(|path| at(path)).collect()
}

fn all_known(words: &[(&'static str, Word)], known: &[&str], faults: &mut Faults) {
    for (key, word) in words {
        ids::all_known(key, &[*word], known, faults);
    }
}

/// Returns a rule of meetings.
pub(crate) fn meeting(here: Node) -> MeetingRule {
    let roles = |key| {
        let words = here.texts(key).into_iter();
        words.filter_map(|word| Role::parse(&word)).collect()
    };
    MeetingRule {
        body: here.owned("body"),
        per_year: here.inner("per_year").map(bound),
        joint: here.inner("joint").map(|joint| Joint {
            with: joint.owned("with"),
            spring: joint.count("spring").unwrap_or(0),
            autumn: joint.count("autumn").unwrap_or(0),
        }),
        before: here.inner("before").map(|before| Before {
            body: before.owned("body"),
            days: before.count("days").unwrap_or(0),
        }),
        matters_days: here.count("matters_days"),
        online: here.known("online", Online::parse),
        needs: roles("needs"),
        then: roles("then"),
        called_by: here.optional("called_by"),
        raised_by: here.texts("raised_by"),
        via: here.optional("via"),
        attended_by: here.texts("attended_by"),
        attended_from: here.texts("attended_from"),
        invited: here.count("invited"),
        chaired_by: here.optional("chaired_by"),
        notes_by: here.optional("notes_by"),
        notes_rotate: here.bool("notes_rotate").unwrap_or(false),
        costs: here.owned("costs"),
        at_home: here.bool("at_home").unwrap_or(false),
    }
}

fn bound(here: Node) -> Bound {
    Bound {
        exactly: here.count("exactly"),
        at_least: here.count("at_least"),
        at_most: here.count("at_most"),
    }
}

/// Returns a rule of decisions.
pub(crate) fn decision(here: Node) -> DecisionRule {
    let yes = |key| here.bool(key).unwrap_or(false);
    DecisionRule {
        body: here.optional("body"),
        when: here.known("when", When::parse).unwrap_or(When::Decided),
        severity: here
            .known("severity", Severity::parse)
            .unwrap_or(Severity::Blocking),
        route: here.inner("route").map(|route| Route {
            to: route.owned("to"),
            via: route.optional("via"),
        }),
        further: yes("further"),
        dialogue: yes("dialogue"),
        form: yes("form"),
        memo: yes("memo"),
        silence: here.inner("silence").map(|silence| Silence {
            sent_by: silence.optional("sent_by"),
        }),
    }
}
