//! What a screen reader is given of a PDF: the tags in their order, what it passes over, the bookmarks.

use std::collections::BTreeMap;
use std::fmt;

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::content::Mark;
use crate::readback::ReadError;
use crate::reader::{FontTables, LIMIT, MOST_PAGES, guarded, load, page_pieces, unreadable};

/// How deep tags and bookmarks are read. Ours stand below 30.
const DEEPEST: usize = 100;

/// How many tags and bookmarks are read. A document of 120 pages has below 20,000.
const MOST: usize = 1_000_000;

/// The attributes that change what is read.
const READ: &[&str] = &["Scope", "ListNumbering", "ColSpan", "RowSpan", "Summary"];

/// What a screen reader is given of a PDF.
///
/// `Display` shows it as text to be read by a person: a line for each tag, then what is passed over, then
/// the bookmarks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Structure {
    /// The document's language, BCP 47.
    pub language: String,
    /// The tags in the order they are read.
    pub tags: Vec<Tag>,
    /// The texts of each page that no tag holds, such as running heads.
    pub passed_over: Vec<Vec<String>>,
    /// The bookmarks in order, with their level from 1.
    pub bookmarks: Vec<(usize, String)>,
}

/// A tag.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tag {
    /// What it is: `H1`, `P`, `Table`, `TH` …
    pub role: String,
    /// The alternative text.
    pub alt: Option<String>,
    /// Attributes that say what a table's cell is the head of, or how a list is marked: name and value.
    pub attributes: Vec<(String, String)>,
    /// What stands in it, in order.
    pub content: Vec<Content>,
}

/// What stands in a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Another tag.
    Tag(Tag),
    /// Text.
    Text(String),
}

impl Structure {
    /// Returns all tags, each before those in it.
    #[must_use]
    pub fn all(&self) -> Vec<&Tag> {
        let mut found = Vec::new();
        let mut left: Vec<&Tag> = self.tags.iter().rev().collect();
        while let Some(tag) = left.pop() {
            found.push(tag);
            left.extend(tag.tags().rev());
        }
        found
    }
}

impl Tag {
    /// Returns the tags straight in this one.
    pub fn tags(&self) -> impl DoubleEndedIterator<Item = &Self> {
        self.content.iter().filter_map(|content| match content {
            Content::Tag(tag) => Some(tag),
            Content::Text(_) => None,
        })
    }

    /// Returns the text in it and in all tags below it.
    #[must_use]
    pub fn text(&self) -> String {
        let text = |content: &Content| match content {
            Content::Tag(tag) => tag.text(),
            Content::Text(text) => text.clone(),
        };
        self.content.iter().map(text).collect()
    }

    /// Returns an attribute's value.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(found, _)| found == name);
        found.map(|(_, value)| value.as_str())
    }

    fn show(&self, out: &mut fmt::Formatter, depth: usize) -> fmt::Result {
        write!(out, "{:depth$}{}", "", self.role, depth = depth * 2)?;
        for (name, value) in &self.attributes {
            write!(out, " {name}={value}")?;
        }
        if let Some(alt) = &self.alt {
            write!(out, " alt={alt:?}")?;
        }
        if self.tags().next().is_none() {
            let text = self.text();
            return writeln!(out, "{}{text}", if text.is_empty() { "" } else { " | " });
        }
        writeln!(out)?;
        for content in &self.content {
            match content {
                Content::Tag(tag) => tag.show(out, depth + 1)?,
                Content::Text(text) => {
                    writeln!(out, "{:depth$}| {text}", "", depth = depth * 2 + 2)?;
                }
            }
        }
        Ok(())
    }
}

impl fmt::Display for Structure {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        writeln!(out, "language {}", self.language)?;
        self.tags.iter().try_for_each(|tag| tag.show(out, 0))?;
        for (page, texts) in self.passed_over.iter().enumerate() {
            writeln!(out, "passed over on page {}", page + 1)?;
            texts
                .iter()
                .try_for_each(|text| writeln!(out, "  | {text}"))?;
        }
        writeln!(out, "bookmarks")?;
        let mut bookmarks = self.bookmarks.iter();
        bookmarks.try_for_each(|(level, title)| writeln!(out, "{:1$}{title}", "", level * 2))
    }
}

/// Returns what a screen reader is given of a PDF. The file may come from anywhere: a hostile one is an
/// error, and never more than that.
///
/// # Errors
/// The file is no PDF that can be read.
pub fn structure(pdf: &[u8]) -> Result<Structure, ReadError> {
    let document = load(pdf)?;
    guarded(|| read(&document))?.map_err(unreadable)
}

type Texts = BTreeMap<(ObjectId, i64), String>;

fn read(document: &Document) -> lopdf::Result<Structure> {
    let mut texts = Texts::new();
    let mut passed_over = Vec::new();
    let mut left = LIMIT;
    let mut fonts = FontTables::default();
    for page in document.page_iter().take(MOST_PAGES) {
        let mut loose = Vec::new();
        for (mark, text) in page_pieces(document, page, &mut fonts, &mut left)? {
            match mark {
                Mark::Tagged(number) => texts.entry((page, number)).or_default().push_str(&text),
                Mark::Artifact | Mark::Loose => loose.push(text),
            }
        }
        passed_over.push(loose);
    }
    let catalog = document.catalog()?;
    let language = catalog.get_deref(b"Lang", document);
    let language = language.and_then(lopdf::decode_text_string);
    let mut reading = Reading {
        document,
        texts,
        left: MOST,
    };
    let tags = dictionary(document, catalog, b"StructTreeRoot")
        .map(|root| reading.content(root, None, 0))
        .unwrap_or_default();
    let bookmarks = dictionary(document, catalog, b"Outlines")
        .map(|root| reading.bookmarks(root, 1))
        .unwrap_or_default();
    Ok(Structure {
        language: language.unwrap_or_default(),
        tags: tags.into_iter().filter_map(tag).collect(),
        passed_over,
        bookmarks,
    })
}

fn tag(content: Content) -> Option<Tag> {
    match content {
        Content::Tag(tag) => Some(tag),
        Content::Text(_) => None,
    }
}

struct Reading<'a> {
    document: &'a Document,
    texts: Texts,
    /// How many tags and bookmarks may still be read.
    left: usize,
}

impl<'a> Reading<'a> {
    /// Returns what stands in a tag, or in the root of all tags.
    fn content(
        &mut self,
        element: &'a Dictionary,
        page: Option<ObjectId>,
        depth: usize,
    ) -> Vec<Content> {
        let kids = element.get_deref(b"K", self.document);
        let kids = match kids {
            Ok(Object::Array(kids)) => kids.as_slice(),
            Ok(one) => std::slice::from_ref(one),
            Err(_) => &[],
        };
        let page = element
            .get(b"Pg")
            .and_then(Object::as_reference)
            .ok()
            .or(page);
        kids.iter()
            .filter_map(|kid| self.kid(kid, page, depth + 1))
            .collect()
    }

    fn kid(&mut self, kid: &'a Object, page: Option<ObjectId>, depth: usize) -> Option<Content> {
        self.left = self.left.checked_sub(1)?;
        if depth > DEEPEST {
            return None;
        }
        let (_, kid) = self.document.dereference(kid).ok()?;
        if let Ok(number) = kid.as_i64() {
            return self.text(page?, number);
        }
        let kid = kid.as_dict().ok()?;
        if let Ok(number) = kid.get(b"MCID").and_then(Object::as_i64) {
            let own = kid.get(b"Pg").and_then(Object::as_reference).ok();
            return self.text(own.or(page)?, number);
        }
        let role = kid.get_deref(b"S", self.document).ok()?.as_name().ok()?;
        Some(Content::Tag(Tag {
            role: String::from_utf8_lossy(role).into_owned(),
            alt: self.words(kid, b"Alt"),
            attributes: self.attributes(kid),
            content: self.content(kid, page, depth),
        }))
    }

    fn text(&mut self, page: ObjectId, number: i64) -> Option<Content> {
        let text = self.texts.get(&(page, number))?;
        Some(Content::Text(text.clone()))
    }

    fn words(&self, element: &Dictionary, key: &[u8]) -> Option<String> {
        let words = element.get_deref(key, self.document).ok()?;
        lopdf::decode_text_string(words).ok()
    }

    /// Returns those attributes that change what is read.
    fn attributes(&self, element: &'a Dictionary) -> Vec<(String, String)> {
        let sets = match element.get_deref(b"A", self.document) {
            Ok(Object::Array(sets)) => sets.as_slice(),
            Ok(one) => std::slice::from_ref(one),
            Err(_) => &[],
        };
        let mut found = Vec::new();
        for set in sets {
            let Ok((_, Object::Dictionary(set))) = self.document.dereference(set) else {
                continue;
            };
            for name in READ {
                if let Ok(value) = set.get_deref(name.as_bytes(), self.document) {
                    found.push(((*name).to_owned(), shown(value)));
                }
            }
        }
        found
    }

    fn bookmarks(&mut self, above: &'a Dictionary, level: usize) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        let mut next = dictionary(self.document, above, b"First").ok();
        while let Some(bookmark) = next.filter(|_| self.left > 0 && level <= DEEPEST) {
            self.left -= 1;
            found.push((level, self.words(bookmark, b"Title").unwrap_or_default()));
            found.extend(self.bookmarks(bookmark, level + 1));
            next = dictionary(self.document, bookmark, b"Next").ok();
        }
        found
    }
}

fn shown(value: &Object) -> String {
    match value {
        Object::Name(name) => String::from_utf8_lossy(name).into_owned(),
        Object::String(..) => lopdf::decode_text_string(value).unwrap_or_default(),
        other => format!("{other:?}"),
    }
}

fn dictionary<'a>(
    document: &'a Document,
    parent: &'a Dictionary,
    key: &[u8],
) -> lopdf::Result<&'a Dictionary> {
    parent.get_deref(key, document)?.as_dict()
}
