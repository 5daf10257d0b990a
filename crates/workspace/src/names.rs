//! What documents and templates are called: by their template, their concept, their ident, their title.

use model::period::Period;
use model::profile::Profile;
use model::schema::Template;

use crate::error::{Error, What};
use crate::pinned::read_template;
use crate::{DocumentLine, Library};

/// The fewest characters of an id that name a document.
const LEAST: usize = 8;

/// Returns the documents that a name fits. An ident goes before a template's words, and they before a title.
pub(crate) fn named<'a>(lines: &'a [DocumentLine], name: &str) -> Vec<&'a DocumentLine> {
    let wanted = name.trim().to_lowercase();
    if wanted.is_empty() {
        return Vec::new();
    }
    let is = |text: &str| text.to_lowercase() == wanted;
    let parted = wanted.rsplit_once('/');
    let of_template = |line: &DocumentLine| {
        let bare = has_word(line, &wanted);
        bare || parted.is_some_and(|(word, period)| {
            has_word(line, word) && line.period.as_deref() == Some(period)
        })
    };
    // The year alone names what there is once in it.
    let of_year = |line: &DocumentLine| {
        parted.is_some_and(|(word, year)| has_word(line, word) && is_in_year(line, year))
    };
    let begins = |line: &DocumentLine| {
        wanted.len() >= LEAST && line.id.to_string().starts_with(wanted.as_str())
    };
    let ways: [&dyn Fn(&DocumentLine) -> bool; 5] = [
        &|line| is(&line.ident),
        &of_template,
        &of_year,
        &|line| is(&line.title),
        &begins,
    ];
    let found = ways.iter().map(|fits| {
        let all = lines.iter();
        all.filter(|line| fits(line)).collect::<Vec<_>>()
    });
    found
        .into_iter()
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// Returns the shortest words that name a document among all: a word of its template's name or its concept, with the
/// period where several have it, else its ident, its title or the beginning of its id.
#[must_use]
pub fn reference(line: &DocumentLine, lines: &[DocumentLine]) -> String {
    let words = words(&line.name).filter(|word| !word.contains(char::is_whitespace));
    let words: Vec<String> = words.chain([line.concept.as_str().to_owned()]).collect();
    let period = line.period.as_deref().unwrap_or_default();
    let year = period.split('-').next().unwrap_or_default();
    let with = |end: &str| {
        let words = words.iter().filter(|_| !end.is_empty());
        words
            .map(|word| format!("{word}/{end}"))
            .collect::<Vec<_>>()
    };
    let id = line.id.to_string();
    let starts = (LEAST..=id.len()).map(|end| id[..end].to_owned());
    let candidates = words
        .iter()
        .cloned()
        .chain(with(year))
        .chain(with(period))
        .chain([line.ident.clone(), line.title.clone()])
        .chain(starts);
    let fits = |name: &String| matches!(named(lines, name).as_slice(), [one] if one.id == line.id);
    candidates.into_iter().find(fits).unwrap_or(id)
}

/// Returns the template that a name names: its id, else a word of its name or its concept among the profile's own
/// documents, else among all.
pub(crate) fn template_named(
    library: &Library,
    profile: &Profile,
    name: &str,
) -> Result<Template, Error> {
    if let Ok(pack) = library.template(name) {
        return read_template(name, pack, Some(profile));
    }
    let wanted = name.trim().to_lowercase();
    let own = profile.documents.iter().map(String::as_str);
    let others = library
        .template_ids()
        .filter(|id| !profile.documents.iter().any(|own| own == id));
    let read = |id: &str| {
        let pack = library.template(id).ok()?;
        template::read_template(pack, Some(profile)).value
    };
    let own: Vec<Template> = own.filter_map(read).collect();
    let fits = |template: &&Template| {
        template.concept.as_str() == wanted || words(&template.name).any(|word| word == wanted)
    };
    let mut found: Vec<Template> = own.iter().filter(fits).cloned().collect();
    if found.is_empty() {
        found = others
            .filter_map(read)
            .filter(|template| fits(&template))
            .collect();
    }
    match found.len() {
        1 => Ok(found.remove(0)),
        0 => Err(Error::NotFound {
            what: What::Template,
            name: name.to_owned(),
            known: own.into_iter().map(|template| template.id).collect(),
        }),
        _ => Err(Error::Ambiguous {
            what: What::Template,
            name: name.to_owned(),
            known: told_apart(&found),
        }),
    }
}

/// Returns what templates are called where each has a word that is its own, else their ids.
fn told_apart(found: &[Template]) -> Vec<String> {
    let own = |template: &Template| {
        let word = words(&template.name).last()?;
        let parts: Vec<String> = words(&template.name).collect();
        let has = |other: &&Template| words(&other.name).any(|its| parts.contains(&its));
        let is_own = found.iter().filter(has).count() == 1;
        (is_own && !word.contains(char::is_whitespace)).then_some(word)
    };
    let called: Option<Vec<String>> = found.iter().map(own).collect();
    called.unwrap_or_else(|| found.iter().map(|template| template.id.clone()).collect())
}

/// Returns a name in small letters, and its parts where a stroke parts it: "Missiv/beslutsunderlag".
fn words(name: &str) -> impl Iterator<Item = String> {
    let whole = name.to_lowercase();
    let parts: Vec<String> = match whole.split_once('/') {
        Some(_) => whole
            .split('/')
            .map(|part| part.trim().to_owned())
            .collect(),
        None => Vec::new(),
    };
    parts.into_iter().chain([whole])
}

fn has_word(line: &DocumentLine, word: &str) -> bool {
    line.template == word
        || line.concept.as_str() == word
        || words(&line.name).any(|own| own == word)
}

fn is_in_year(line: &DocumentLine, year: &str) -> bool {
    let own = line.period.as_deref().map(str::parse::<Period>);
    own.is_some_and(|own| own.is_ok_and(|own| own.year.to_string() == year))
}

#[cfg(test)]
mod tests {
    use model::id::ObjectId;
    use model::paper::State;
    use model::vocabulary::Concept;

    use super::*;

    fn line(n: u128, concept: Concept, name: &str, period: &str, ident: &str) -> DocumentLine {
        DocumentLine {
            id: ObjectId(uuid::Uuid::from_u128(n << 64)),
            concept,
            template: format!("en_{}", concept.as_str()),
            period: Some(period.to_owned()),
            ident: ident.to_owned(),
            name: name.to_owned(),
            title: format!("{name} {n}"),
            state: State::Draft,
            edition: None,
            changed: false,
            sent: None,
            sent_back: None,
            printed: true,
            blocking: 0,
            warnings: 0,
            hints: 0,
        }
    }

    fn lines() -> Vec<DocumentLine> {
        let memo = "Missiv/beslutsunderlag";
        vec![
            line(
                1,
                Concept::Plan,
                "Mål och Handlingsplan",
                "2025",
                "Ä-2025-plan",
            ),
            line(
                2,
                Concept::Report,
                "Halvårsrapport",
                "2025-1of2",
                "Ä-2025-halvår",
            ),
            line(3, Concept::Report, "Årsrapport", "2025", "Ä-2025-år"),
            line(4, Concept::Report, "Årsrapport", "2026", "Ä-2026-år"),
            line(5, Concept::Memo, memo, "2025", "Ä-2025-missiv"),
            line(6, Concept::Memo, memo, "2025", "Ä-2025-missiv-2"),
        ]
    }

    #[test]
    fn a_document_goes_by_each_of_its_names() {
        let lines = lines();
        let check = |name: &str, expected: &[usize]| {
            let found: Vec<ObjectId> = named(&lines, name).iter().map(|line| line.id).collect();
            let expected: Vec<ObjectId> = expected.iter().map(|at| lines[*at].id).collect();
            assert_eq!(found, expected, "{name}");
        };
        check("plan", &[0]);
        check("Mål och handlingsplan", &[0]);
        check("en_plan/2025", &[0]);
        check("halvårsrapport", &[1]);
        check("report/2025", &[2]);
        check("halvårsrapport/2025", &[1]);
        check("ÅRSRAPPORT", &[2, 3]);
        check("missiv", &[4, 5]);
        check("Missiv/beslutsunderlag", &[4, 5]);
        check("ä-2025-missiv", &[4]);
        check("ä-2025-missiv-2", &[5]);
        check("Missiv/beslutsunderlag 6", &[5]);
        check(&lines[5].id.to_string(), &[5]);
        check("", &[]);
        check("00000000", &[0, 1, 2, 3, 4, 5]);
    }

    #[test]
    fn the_name_to_use_is_the_shortest_that_names_one() {
        let lines = lines();
        let found: Vec<String> = lines.iter().map(|line| reference(line, &lines)).collect();
        assert_eq!(
            found,
            [
                "plan",
                "halvårsrapport",
                "årsrapport/2025",
                "årsrapport/2026",
                "Ä-2025-missiv",
                "Ä-2025-missiv-2",
            ]
        );
    }
}
