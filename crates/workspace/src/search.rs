//! Finding words in everything that the workspace holds.

mod excerpt;

use std::collections::BTreeMap;
use std::ops::Range;

use model::id::ObjectId;
use model::input::kronor;
use model::schema::Field;
use model::vocabulary::{Concept, FieldType};
use serde::Serialize;
use serde_json::Value;
use store::Index;

use crate::load::Loaded;
use crate::{Error, Workspace};
use excerpt::snippet;

/// A text in which all words were found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// The document.
    pub document: ObjectId,
    /// Its title.
    pub title: String,
    /// The object; the document's own id for its own fields.
    pub object: ObjectId,
    /// The field's id; none where the document's title was found, or a part of it that has no field to go to.
    pub field: Option<String>,
    /// The point, line or row of the field in which the words stand, from 1; none where the field is one text.
    pub row: Option<usize>,
    /// The part's id, where what was found is what the part is called; see [`crate::PartView`].
    pub part: Option<String>,
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
    /// What stands in the points, lines or rows of each text that has any.
    rows: BTreeMap<usize, Vec<String>>,
    /// What the parts of the documents are called.
    parts: Vec<(Hit, String)>,
    /// The objects, each as the range of its texts.
    objects: Vec<Range<usize>>,
    /// All that each object says, with what it is called.
    whole: Index,
}

/// The most that one asks for.
const MOST: usize = 200;
/// The most texts of which the best are chosen.
const LOOKED_AT: usize = 5000;
impl Workspace {
    /// Returns the texts that hold every word of `wanted`, or parts of words, in any order and case: "vård" finds
    /// "cancervård", and å is not a. Those that hold them as they are written come first; where only the fields of an object
    /// hold them together, the field with most of them stands for it, after the others. Last come the parts of documents
    /// that are called so. At most two hundred, of equals document by document.
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
        let hits = texts.hits(wanted)?;
        match grouped(wanted) {
            Some(grouped) if hits.is_empty() => texts.hits(&grouped),
            _ => Ok(hits),
        }
    }

    fn texts(&self, steps: i64) -> Result<Texts, Error> {
        let (mut texts, mut rows, mut parts) = (Vec::new(), BTreeMap::new(), Vec::new());
        for line in self.documents()? {
            let loaded = self.load(line.id)?;
            collect(&loaded, &line.title, &mut texts, &mut rows);
            parts.extend(parts_of(&loaded, &line.title));
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
            rows,
            parts,
            objects,
            whole,
        })
    }
}

impl Texts {
    fn hits(&self, wanted: &str) -> Result<Vec<Hit>, Error> {
        let numbers = self.find(wanted)?.into_iter();
        let hits = numbers.filter_map(|number| self.hit(number, wanted));
        Ok(hits.chain(self.called(wanted)).take(MOST).collect())
    }

    /// Returns a text that was found, with its words and the row in which they stand.
    fn hit(&self, number: usize, wanted: &str) -> Option<Hit> {
        let (hit, text) = self.texts.get(number)?;
        let rows = self.rows.get(&number);
        let row = rows.and_then(|rows| {
            let held = |row: &String| (holds_phrase(row, wanted), words_in(row, wanted));
            // Of equals the last is taken, and so the rows are turned around.
            let best = rows
                .iter()
                .enumerate()
                .rev()
                .max_by_key(|(_, row)| held(row));
            best.filter(|(_, row)| words_in(row, wanted) > 0)
        });
        Some(Hit {
            snippet: snippet(row.map_or(text, |(_, row)| row), wanted),
            row: row.map(|(index, _)| index + 1),
            ..hit.clone()
        })
    }

    /// Returns the parts of documents whose names hold every word.
    fn called(&self, wanted: &str) -> impl Iterator<Item = Hit> {
        let count = wanted.split_whitespace().count();
        let mut called: Vec<&(Hit, String)> = self.parts.iter().collect();
        called.retain(|(_, name)| count > 0 && words_in(name, wanted) == count);
        called.sort_by_key(|(_, name)| !holds_phrase(name, wanted));
        called.into_iter().map(|(hit, name)| Hit {
            snippet: name.clone(),
            ..hit.clone()
        })
    }

    /// Returns the numbers of the texts that hold the words as they are written, then of those that hold every word, then of
    /// each other object that does the text with most of them.
    fn find(&self, wanted: &str) -> Result<Vec<usize>, Error> {
        let mut found = self.index.find(wanted, LOOKED_AT)?;
        let mut loose = Vec::new();
        let objects = self.whole.find(wanted, LOOKED_AT)?.into_iter();
        for object in objects.filter_map(|number| self.objects.get(number)) {
            if !found.iter().any(|number| object.contains(number)) {
                loose.extend(self.fullest(object.clone(), wanted));
            }
        }
        found.sort_by_cached_key(|number| {
            let text = self.texts.get(*number);
            !text.is_some_and(|(_, text)| holds_phrase(text, wanted))
        });
        found.extend(loose);
        found.truncate(MOST);
        Ok(found)
    }

    /// Returns the first of the texts that hold most of the words.
    fn fullest(&self, object: Range<usize>, wanted: &str) -> Option<usize> {
        let held = |number: &usize| {
            let text = self.texts.get(*number);
            text.map_or(0, |(_, text)| words_in(text, wanted))
        };
        // Of equals the last is taken, and so the texts are turned around.
        object.rev().max_by_key(held)
    }
}

/// Returns the words with their figures as amounts are written, "180000" as "180 000"; nothing where that changes nothing.
fn grouped(wanted: &str) -> Option<String> {
    let words = wanted.split_whitespace().map(|word| {
        let is_figure = word.bytes().all(|byte| byte.is_ascii_digit()) && !word.starts_with('0');
        let amount = word.parse().ok().filter(|_| is_figure).map(kronor);
        amount.map_or_else(
            || word.to_owned(),
            |amount| {
                // The spaces of an amount hold it together; in a search they part words.
                let figure: Vec<&str> = amount.trim_end_matches("kr").split_whitespace().collect();
                figure.join(" ")
            },
        )
    });
    let grouped = words.collect::<Vec<_>>().join(" ");
    (grouped != wanted.trim()).then_some(grouped)
}

/// Returns how many of the words a text holds.
fn words_in(text: &str, wanted: &str) -> usize {
    let text = text.to_lowercase();
    let words = wanted.split_whitespace().map(str::to_lowercase);
    words.filter(|word| text.contains(word)).count()
}

/// Whether a text holds the words as they are written, one after another.
fn holds_phrase(text: &str, wanted: &str) -> bool {
    let on_one_line = |text: &str| {
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        words.join(" ")
    };
    on_one_line(text).contains(&on_one_line(wanted))
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
fn collect(
    loaded: &Loaded,
    title: &str,
    texts: &mut Vec<(Hit, String)>,
    rows: &mut BTreeMap<usize, Vec<String>>,
) {
    let document = &loaded.document;
    let hit = |object, field, place, decided| Hit {
        document: document.id,
        title: title.to_owned(),
        object,
        field,
        row: None,
        part: None,
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
                let own = field.map(|field| rows_of(loaded, field, value));
                let points = own.as_ref().filter(|_| value.get("points").is_some());
                let text = match (value, points) {
                    (Value::Array(_) | Value::Object(_), _) if field.is_none() => strings(value),
                    // Every decision opens alike: one looks for what is decided.
                    (_, Some(points)) => points.join("\n"),
                    (value, None) => loaded.words_of(field, value),
                };
                let hit = hit(object.id, Some(id.clone()), place.clone(), decided);
                rows.extend(
                    own.filter(|own| !own.is_empty())
                        .map(|own| (texts.len(), own)),
                );
                texts.push((hit, text));
            }
        }
    }
}

/// Returns what stands in each point, line or row of a value; nothing where it is one text.
fn rows_of(loaded: &Loaded, field: &Field, value: &Value) -> Vec<String> {
    let points = value.get("points").and_then(Value::as_array);
    match (field.ty, value, points) {
        (FieldType::Decision, _, Some(points)) => points.iter().map(strings).collect(),
        (FieldType::Rows | FieldType::List, Value::Array(rows), _) => {
            let one = |row: &Value| loaded.words_of(Some(field), &Value::Array(vec![row.clone()]));
            rows.iter().map(one).collect()
        }
        _ => Vec::new(),
    }
}

/// The parts of a document by their names, each with the first field that one writes in.
fn parts_of(loaded: &Loaded, title: &str) -> Vec<(Hit, String)> {
    let own = loaded.document.id;
    let items = loaded.paper.items();
    let parts = loaded.form_parts().into_iter().map(|part| {
        let kind = loaded.template().kind(&part.id);
        let first = kind.and_then(|kind| {
            let (_, item) = items.iter().find(|(objects, _)| objects.kind == kind.id)?;
            Some((item.id, kind.fields.first()?.id.clone()))
        });
        let first = first.or_else(|| Some((own, part.fields.first()?.id.clone())));
        let (object, field) = first.unzip();
        let hit = Hit {
            document: own,
            title: title.to_owned(),
            object: object.unwrap_or(own),
            field,
            row: None,
            part: Some(part.id),
            place: vec![part.label.clone()],
            snippet: String::new(),
            decided: false,
        };
        (hit, part.label)
    });
    parts.collect()
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

/// The case of one letter folded into one letter, so that places stay the same.
fn fold(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Input, Library, open_sample};

    fn text(object: u128, name: &str, field: &str, text: &str) -> (Hit, String) {
        let id = |number| ObjectId(uuid::Uuid::from_u128(number));
        let hit = Hit {
            document: id(1),
            title: String::new(),
            object: id(object),
            field: Some(field.to_owned()),
            row: None,
            part: None,
            place: vec![name.to_owned(), field.to_owned()],
            snippet: String::new(),
            decided: false,
        };
        (hit, text.to_owned())
    }

    #[test]
    fn an_amount_is_found_without_its_spaces() {
        assert_eq!(grouped("budget 180000").as_deref(), Some("budget 180 000"));
        assert_eq!(grouped("1250000 kr").as_deref(), Some("1 250 000 kr"));
        for same in ["180", "0123456", "180 000", "2026-0012", "SIP"] {
            assert_eq!(grouped(same), None, "{same}");
        }
        let folder = tempfile::tempdir().unwrap();
        let workspace = open_sample(folder.path(), Library::bundled()).unwrap();
        let spaced = workspace.search("180 000").unwrap();
        assert!(!spaced.is_empty());
        assert_eq!(workspace.search("180000").unwrap(), spaced);
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
            rows: BTreeMap::new(),
            parts: Vec::new(),
            objects,
        };
        let check = |wanted: &str, expected: &[usize]| {
            assert_eq!(all.find(wanted).unwrap(), expected, "{wanted}");
        };
        check("beslut utbildning", &[3, 0]);
        check("utbildning beslut", &[3, 0]);
        check("SIP avdelning", &[0]);
        check("avdelning budget", &[]);
        check("ny budget", &[2]);
    }

    #[test]
    fn the_exact_words_come_before_a_loose_hit_and_parts_called_so_last() {
        let folder = tempfile::tempdir().unwrap();
        let mut workspace = open_sample(folder.path(), Library::bundled()).unwrap();
        let memo = workspace.begin("memo", 2031).unwrap().object;
        let loaded = workspace.load(memo).unwrap();
        let fields = || loaded.template().fields.iter();
        let of = |ty| fields().filter(move |field| field.ty == ty && field.print);
        let texts: Vec<&Field> = of(FieldType::Text).collect();
        let decision = of(FieldType::Decision).next().unwrap();
        let mut write = |field: &Field, text: &str| {
            let input = Input::Typed(text.to_owned());
            workspace.set(memo, ".", &field.id, &input).unwrap();
        };
        write(texts[0], "Fjärran kaniner och blåa.");
        write(texts[1], "Blåa kaniner.");
        let opening = crate::typed::openings(&loaded).remove(0);
        write(
            decision,
            &format!("{opening}\nfastställa planen\nfölja blåa kaniner"),
        );
        let hits = workspace.search("Blåa  kaniner").unwrap();
        let found: Vec<_> = hits
            .iter()
            .map(|hit| (hit.field.as_deref(), hit.row))
            .collect();
        assert_eq!(found.len(), 3);
        assert_eq!(found[2], (Some(texts[0].id.as_str()), None));
        assert!(
            found.contains(&(Some(decision.id.as_str()), Some(2))),
            "{found:?}"
        );
        let point = hits.iter().find(|hit| hit.row.is_some()).unwrap();
        assert_eq!(point.snippet, "följa blåa kaniner");

        let hits = workspace.search(&texts[1].label).unwrap();
        let first = hits.iter().position(|hit| hit.part.is_some()).unwrap();
        assert!(hits[first..].iter().all(|hit| hit.part.is_some()));
        let own = hits
            .iter()
            .find(|hit| hit.document == memo && hit.part.is_some());
        let own = own.expect("a document that is not open has its parts");
        assert_eq!(own.snippet, texts[1].label);
        assert_eq!(own.field.as_deref(), Some(texts[1].id.as_str()));
    }
}
