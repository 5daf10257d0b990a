//! Proposals for decisions as they are typed: the opening as the profile words it, and then a point a line.

use model::meeting::read;
use model::profile::{Body, DecisionMode};
use model::schema::with_role;
use model::vocabulary::{Concept, Role};
use serde_json::{Value, json};

use crate::load::Loaded;

/// What a profile's openings hold where the body's name goes.
const BODY: &str = "{body}";

/// Returns the stored form of a typed decision; none where it begins with no opening of the profile. What the form's
/// JSON is stays as it is.
pub(super) fn typed(text: &str, loaded: &Loaded) -> Option<Value> {
    if let Ok(value @ Value::Object(_)) = serde_json::from_str(text) {
        return Some(value);
    }
    parted(text, &loaded.profile.decision_modes, &loaded.profile.bodies)
}

/// Returns the openings that a decision may begin with: in a meeting's paper with the body that meets, and then with the
/// body that the document goes to, or else the one that adopts documents.
pub(crate) fn openings(loaded: &Loaded) -> Vec<String> {
    let profile = &loaded.profile;
    let adopts = profile.bodies.iter().find(|body| body.adopts);
    let adopts = adopts.or_else(|| profile.bodies.first());
    let adopts = addressed(loaded).or(adopts).map_or("…", |body| &body.name);
    begun(&profile.decision_modes, meets(loaded), adopts)
}

/// Returns the name of the body that is to decide on a document: in a meeting's paper the one that meets, else the one that
/// it is addressed to, else the only one that adopts documents. None where nobody can tell.
pub(crate) fn decides(loaded: &Loaded) -> Option<&str> {
    let only_one = || {
        let mut adopting = loaded.profile.bodies.iter().filter(|body| body.adopts);
        adopting.next().filter(|_| adopting.next().is_none())
    };
    let addressed = addressed(loaded).or_else(only_one);
    meets(loaded).or(addressed.map(|body| body.name.as_str()))
}

/// The name of the body whose meeting a document belongs to.
fn meets(loaded: &Loaded) -> Option<&str> {
    let of_meeting = matches!(loaded.template().concept, Concept::Meeting | Concept::Notes);
    let meets = read::own_body(&loaded.paper, &loaded.profile).filter(|_| of_meeting)?;
    Some(read::name_of(&loaded.profile, meets))
}

/// The body that a document goes to.
fn addressed(loaded: &Loaded) -> Option<&Body> {
    let recipient = with_role(&loaded.template().fields, Role::Recipient)?;
    let usual = recipient.default.as_ref().and_then(Value::as_str);
    let written = loaded.document.root().text(&recipient.id);
    loaded.profile.body_called(written.or(usual)?)
}

/// No body proposes to itself: an opening that names the body already is not offered with it.
fn begun(modes: &[DecisionMode], meets: Option<&str>, adopts: &str) -> Vec<String> {
    let meets = meets.filter(|meets| *meets != adopts);
    let bodies = meets.into_iter().chain([adopts]);
    let with = |body: &str| {
        let fits = modes.iter().filter(|mode| !mode.opening.contains(body));
        fits.map(|mode| mode.opening.replace(BODY, body))
            .collect::<Vec<_>>()
    };
    bodies.flat_map(with).collect()
}

fn parted(text: &str, modes: &[DecisionMode], bodies: &[Body]) -> Option<Value> {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next()?;
    let (mode, body, rest) = opening(first, modes)?;
    let points: Vec<&str> = std::iter::once(rest)
        .chain(lines)
        .map(without_mark)
        .filter(|point| !point.is_empty())
        .collect();
    let known = bodies
        .iter()
        .find(|known| known.name.to_lowercase() == body.to_lowercase());
    let body = known.map_or(body, |known| &known.id);
    Some(json!({ "mode": mode.id, "body": body, "points": points }))
}

/// Returns the mode that a line begins with, the body it names, and what follows. Of several modes the one with most
/// words of its own: a shorter one fits many lines that are another's.
fn opening<'a, 'b>(
    line: &'a str,
    modes: &'b [DecisionMode],
) -> Option<(&'b DecisionMode, &'a str, &'a str)> {
    let fitting = modes.iter().filter_map(|mode| {
        let (before, after) = mode.opening.split_once(BODY)?;
        let (body, rest) = line
            .strip_prefix(before)?
            .split_once(after.trim_end_matches(':'))?;
        let rest = rest.trim_start_matches([':', '…']).trim();
        let own = before.len() + after.trim_end_matches(':').len();
        (!body.trim().is_empty()).then_some((own, (mode, body.trim(), rest)))
    });
    let found = fitting.max_by_key(|(length, _)| *length);
    found.map(|(_, found)| found)
}

/// A point may be typed or pasted with the mark of a list before it.
fn without_mark(line: &str) -> &str {
    let bare = line.trim_start_matches(['-', '*', '•', '–']).trim_start();
    let digits = bare.trim_start_matches(|c: char| c.is_ascii_digit());
    let mark = digits.strip_prefix(['.', ')']);
    let numbered = mark.filter(|rest| digits.len() < bare.len() && rest.starts_with(' '));
    numbered.map_or(bare, str::trim_start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(id: &str, opening: &str) -> DecisionMode {
        DecisionMode {
            id: id.to_owned(),
            label: String::new(),
            opening: opening.to_owned(),
            form: "clauses".to_owned(),
        }
    }

    #[test]
    fn the_body_that_meets_goes_before_the_one_that_adopts() {
        let modes = [
            mode("decides", "{body} beslutar att"),
            mode("proposes", "Taktisk grupp föreslår {body} besluta att"),
        ];
        assert_eq!(
            begun(&modes, Some("Taktisk grupp"), "Strategisk nivå"),
            [
                "Taktisk grupp beslutar att",
                "Strategisk nivå beslutar att",
                "Taktisk grupp föreslår Strategisk nivå besluta att",
            ]
        );
        let one = [
            "Styrelsen beslutar att",
            "Taktisk grupp föreslår Styrelsen besluta att",
        ];
        assert_eq!(begun(&modes, Some("Styrelsen"), "Styrelsen"), one);
        assert_eq!(begun(&modes, None, "Styrelsen"), one);
    }

    fn found(text: &str) -> Option<Value> {
        let modes = [
            mode("decides", "{body} beslutar att"),
            mode("proposes", "Taktisk grupp föreslår {body} besluta att"),
            mode(
                "recommends",
                "{body} rekommenderar att var för sig besluta att",
            ),
            mode("sentences", "{body} beslutar:"),
        ];
        let body = Body {
            id: "strategisk".to_owned(),
            level: None,
            parent: None,
            name: "Strategisk nivå".to_owned(),
            adopts: true,
            own: false,
        };
        parted(text, &modes, &[body])
    }

    #[test]
    fn the_first_line_is_the_opening_and_each_other_a_point() {
        let check = |text: &str, mode: &str, body: &str, points: &[&str]| {
            let expected = json!({ "mode": mode, "body": body, "points": points });
            assert_eq!(found(text), Some(expected), "{text:?}");
        };
        let two = ["fastställa planen", "ge gruppen i uppdrag"];
        check(
            "Strategisk nivå beslutar att\n- fastställa planen\n\n2. ge gruppen i uppdrag",
            "decides",
            "strategisk",
            &two,
        );
        check(
            "Taktisk grupp föreslår Strategisk nivå besluta att:\nfastställa planen",
            "proposes",
            "strategisk",
            &two[..1],
        );
        check(
            "Socialnämnden beslutar att fastställa planen",
            "decides",
            "Socialnämnden",
            &two[..1],
        );
        check(
            "Strategisk nivå rekommenderar att var för sig besluta att\n3 platser",
            "recommends",
            "strategisk",
            &["3 platser"],
        );
        check(
            "Strategisk nivå beslutar:\nPlanen fastställs.",
            "sentences",
            "strategisk",
            &["Planen fastställs."],
        );
        check(
            "Strategisk nivå beslutar att…",
            "decides",
            "strategisk",
            &[],
        );
    }

    #[test]
    fn what_begins_with_no_opening_is_no_decision() {
        for text in ["fastställa planen", " beslutar att\nx", "", "[]"] {
            assert_eq!(found(text), None, "{text:?}");
        }
    }
}
