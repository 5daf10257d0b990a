//! Finding words in everything that the workspace holds.

use std::ops::Range;

use model::id::ObjectId;
use model::vocabulary::Concept;
use serde::Serialize;
use serde_json::Value;
use store::Index;

use crate::load::Loaded;
use crate::{Error, Workspace};

/// A text in which all words were found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// The document.
    pub document: ObjectId,
    /// Its title.
    pub title: String,
    /// The object; the document's own id for its own fields.
    pub object: ObjectId,
    /// The field's id; none where the document's title was found.
    pub field: Option<String>,
    /// The place in words, outermost first.
    pub place: Vec<String>,
    /// The words with those around them.
    pub snippet: String,
    /// Whether it stands in something that a meeting decided.
    pub decided: bool,
}

/// Every text of the workspace with its index, as of a number of steps.
pub(crate) struct Texts {
    steps: i64,
    index: Index,
    texts: Vec<(Hit, String)>,
    /// The objects, each as the range of its texts.
    objects: Vec<Range<usize>>,
    /// All that each object says, with what it is called.
    whole: Index,
}

/// The most that one asks for.
const MOST: usize = 200;
/// How many characters stand before and after what was found.
const AROUND: usize = 40;

impl Workspace {
    /// Returns the texts that hold every word of `wanted`, or parts of words, in any order and case: "vård" finds
    /// "cancervård", and å is not a. Where the fields of an object hold them together, the field with most of them stands
    /// for it. At most two hundred, document by document.
    ///
    /// # Errors
    /// The file cannot be read, or a template is neither in it nor in the library.
    pub fn search(&self, wanted: &str) -> Result<Vec<Hit>, Error> {
        let steps = self.store.step_count()?;
        let is_fresh = self
            .found
            .borrow()
            .as_ref()
            .is_some_and(|texts| texts.steps == steps);
        if !is_fresh {
            *self.found.borrow_mut() = Some(self.texts(steps)?);
        }
        let found = self.found.borrow();
        let Some(texts) = found.as_ref() else {
            return Ok(Vec::new());
        };
        let hits = texts.find(wanted)?.into_iter();
        Ok(hits
            .filter_map(|number| texts.texts.get(number))
            .map(|(hit, text)| Hit {
                snippet: snippet(text, wanted),
                ..hit.clone()
            })
            .collect())
    }

    fn texts(&self, steps: i64) -> Result<Texts, Error> {
        let mut texts = Vec::new();
        for line in self.documents()? {
            collect(&self.load(line.id)?, &line.title, &mut texts);
        }
        let index = Index::build(texts.iter().map(|(_, text)| text.as_str()))?;
        let objects = objects_of(&texts);
        let whole: Vec<String> = objects
            .iter()
            .map(|object| whole_of(texts.get(object.clone()).unwrap_or_default()))
            .collect();
        let whole = Index::build(whole.iter().map(String::as_str))?;
        Ok(Texts {
            steps,
            index,
            texts,
            objects,
            whole,
        })
    }
}

impl Texts {
    /// Returns the numbers of the texts that hold every word, and of each other object that does the text with most of
    /// them; in their order.
    fn find(&self, wanted: &str) -> Result<Vec<usize>, Error> {
        let mut found = self.index.find(wanted, MOST)?;
        let objects = self.whole.find(wanted, MOST)?.into_iter();
        for object in objects.filter_map(|number| self.objects.get(number)) {
            if !found.iter().any(|number| object.contains(number)) {
                found.extend(self.fullest(object.clone(), wanted));
            }
        }
        found.sort_unstable();
        found.truncate(MOST);
        Ok(found)
    }

    /// Returns the first of the texts that hold most of the words.
    fn fullest(&self, object: Range<usize>, wanted: &str) -> Option<usize> {
        let words: Vec<String> = wanted.split_whitespace().map(str::to_lowercase).collect();
        let held = |number: &usize| {
            let text = self.texts.get(*number).map(|(_, text)| text.to_lowercase());
            let text = text.unwrap_or_default();
            words.iter().filter(|word| text.contains(*word)).count()
        };
        // Of equals the last is taken, and so the texts are turned around.
        object.rev().max_by_key(held)
    }
}

/// The texts of each object stand together.
fn objects_of(texts: &[(Hit, String)]) -> Vec<Range<usize>> {
    let of_one = |a: &(Hit, String), b: &(Hit, String)| {
        (a.0.document, a.0.object) == (b.0.document, b.0.object)
    };
    let mut from = 0;
    let objects = texts.chunk_by(of_one).map(|chunk| {
        let own = from..from + chunk.len();
        from = own.end;
        own
    });
    objects.collect()
}

/// What an object is called, and all that it says.
fn whole_of(texts: &[(Hit, String)]) -> String {
    let place = texts.iter().find_map(|(hit, _)| hit.place.split_last());
    let name = place.map(|(_, name)| name.join(" ")).unwrap_or_default();
    let said = texts.iter().map(|(_, text)| text.as_str());
    let all: Vec<&str> = std::iter::once(name.as_str()).chain(said).collect();
    all.join("\n")
}

/// Adds a document's title and every text of it, each side of a conflict too.
fn collect(loaded: &Loaded, title: &str, texts: &mut Vec<(Hit, String)>) {
    let document = &loaded.document;
    let hit = |object, field, place, decided| Hit {
        document: document.id,
        title: title.to_owned(),
        object,
        field,
        place,
        snippet: String::new(),
        decided,
    };
    texts.push((hit(document.id, None, Vec::new(), false), title.to_owned()));
    // The log stands on no page, and holds ids and checksums.
    let objects = document.objects().filter(|object| !object.is_logged());
    for object in std::iter::once(document.root()).chain(objects) {
        let known = loaded.template().fields_of(object.kind.as_deref());
        let place = loaded.place_of(object);
        let kind = object.kind.as_deref();
        let decided = loaded.template().kinds.iter().any(|found| {
            Some(found.id.as_str()) == kind && found.concept == Some(Concept::Decision)
        });
        for (id, value) in object.fields.iter().filter(|(id, _)| !id.starts_with('@')) {
            let field = known.iter().find(|field| field.id == *id);
            let mut place = place.clone();
            place.push(field.map_or_else(|| id.clone(), |field| field.label.clone()));
            let others = object.disputed.get(id).into_iter().flatten();
            let others =
                others.filter_map(|live| live.value.as_ref().filter(|other| *other != value));
            for value in std::iter::once(value).chain(others) {
                let text = match value {
                    Value::Array(_) | Value::Object(_) if field.is_none() => strings(value),
                    value => loaded.words_of(field, value),
                };
                let hit = hit(object.id, Some(id.clone()), place.clone(), decided);
                texts.push((hit, text));
            }
        }
    }
}

/// Returns the texts of a value that no template explains.
fn strings(value: &Value) -> String {
    let all: Vec<String> = match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().map(strings).collect(),
        Value::Object(fields) => fields.values().map(strings).collect(),
        _ => Vec::new(),
    };
    all.join(" ")
}

/// Returns the first of the words that were found, with the characters around it.
fn snippet(text: &str, wanted: &str) -> String {
    let text: Vec<char> = text
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .collect();
    let folded: Vec<char> = text.iter().map(|letter| fold(*letter)).collect();
    let words = wanted
        .split_whitespace()
        .map(|word| word.chars().map(fold).collect::<Vec<_>>());
    let start = words
        .filter_map(|word| folded.windows(word.len()).position(|window| window == word))
        .min()
        .unwrap_or(0);
    let (from, to) = (
        start.saturating_sub(AROUND),
        (start + 2 * AROUND).min(text.len()),
    );
    let mark = |cut: bool| if cut { "…" } else { "" };
    let middle: String = text[from..to].iter().collect();
    format!(
        "{}{}{}",
        mark(from > 0),
        middle.trim(),
        mark(to < text.len())
    )
}

/// The case of one letter folded into one letter, so that places stay the same.
fn fold(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(object: u128, name: &str, field: &str, text: &str) -> (Hit, String) {
        let id = |number| ObjectId(uuid::Uuid::from_u128(number));
        let hit = Hit {
            document: id(1),
            title: String::new(),
            object: id(object),
            field: Some(field.to_owned()),
            place: vec![name.to_owned(), field.to_owned()],
            snippet: String::new(),
            decided: false,
        };
        (hit, text.to_owned())
    }

    #[test]
    fn words_may_stand_in_any_order_and_in_several_fields_of_one_object() {
        let texts = vec![
            text(2, "Beslut 1", "beslut", "Gemensam utbildning i SIP"),
            text(2, "Beslut 1", "av_vem", "Avdelningarna"),
            text(3, "Beslut 2", "beslut", "Ny budget"),
            text(
                3,
                "Beslut 2",
                "av_vem",
                "Beslutet går till utbildning och budget",
            ),
        ];
        let objects = objects_of(&texts);
        assert_eq!(objects, [0..2, 2..4]);
        let whole: Vec<String> = objects
            .iter()
            .map(|own| whole_of(&texts[own.clone()]))
            .collect();
        let all = Texts {
            steps: 0,
            index: Index::build(texts.iter().map(|(_, text)| text.as_str())).unwrap(),
            whole: Index::build(whole.iter().map(String::as_str)).unwrap(),
            texts,
            objects,
        };
        let check = |wanted: &str, expected: &[usize]| {
            assert_eq!(all.find(wanted).unwrap(), expected, "{wanted}");
        };
        check("beslut utbildning", &[0, 3]);
        check("utbildning beslut", &[0, 3]);
        check("SIP avdelning", &[0]);
        check("avdelning budget", &[]);
        check("ny budget", &[2]);
    }

    #[test]
    fn a_snippet_shows_what_was_found_with_what_stands_around() {
        assert_eq!(
            snippet("Cancervård nära\nhemmet", "vård"),
            "Cancervård nära hemmet"
        );
        let long = format!("{} Cancervård {}", "ord ".repeat(60), "mer ".repeat(60));
        let shown = snippet(&long, "VÅRD");
        assert!(shown.contains("Cancervård") && shown.starts_with('…') && shown.ends_with('…'));
        assert!(shown.chars().count() <= 3 * AROUND + 2);
        assert_eq!(snippet("", "vård"), "");
    }
}
