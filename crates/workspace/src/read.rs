//! Reading a PDF back: what its pages show, as data.

use std::path::Path;

use model::document::system;
use model::id::{EditionId, ObjectId};
use model::paper::{Paper, Restored, restore};
use model::schema::{Template, with_role};
use model::vocabulary::{Concept, Role};
use serde_json::{Value, json};
use store::Set;
use typeset::Rendition;

use crate::begin::sets;
use crate::error::Error;
use crate::import::remove_half_made;
use crate::input_file::read_file;
use crate::pinned::{read_profile, read_template};
use crate::{Library, Workspace, attach, clock};

/// What a PDF of ours holds.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadBack {
    /// What its pages show.
    pub paper: Paper,
    /// The attached `data.json` as it is.
    pub data: Vec<u8>,
    /// Its checksum.
    pub checksum: String,
    /// The bilagor that it carries.
    pub bilagor: Vec<Vec<u8>>,
    /// Whether the pages print that checksum: the data belong to the printed pages. It does not prove who made them.
    pub belongs: bool,
}

/// Reads a PDF that Missiv exported.
///
/// # Errors
/// The file cannot be read, is no PDF, or holds no data of ours; an archive copy says that it is one.
pub fn read_pdf(path: &Path) -> Result<ReadBack, Error> {
    let pdf = read_file(path)?;
    let data = typeset::attachment(&pdf)?.ok_or_else(|| without_data(&pdf))?;
    let paper = Paper::from_json(&data)?;
    let checksum = typeset::checksum(&data);
    let belongs = typeset::text(&pdf).is_ok_and(|pages| {
        pages
            .iter()
            .any(|text| text.replace(char::is_whitespace, "").contains(&checksum))
    });
    let bilagor = typeset::supplements(&pdf)?;
    Ok(ReadBack {
        paper,
        data,
        checksum,
        bilagor: bilagor.into_iter().map(|(_, bytes)| bytes).collect(),
        belongs,
    })
}

fn without_data(pdf: &[u8]) -> Error {
    match typeset::rendition(pdf) {
        Some(Rendition::Archive) => {
            Error::ArchiveCopy(typeset::rendition::title(pdf).unwrap_or_default())
        }
        _ => Error::NoData,
    }
}

impl Workspace {
    /// Makes a workspace file from what a PDF shows.
    ///
    /// # Errors
    /// Its template or profile is not in the library, or the file is there already.
    pub fn create_from_paper(path: &Path, library: Library, paper: &Paper) -> Result<Self, Error> {
        read_profile(&paper.profile.id, library.profile(&paper.profile.id)?)?;
        let mut workspace = Self::create_empty(path, library)?;
        match workspace.take_back(paper) {
            Ok(()) => Ok(workspace),
            Err(error) => {
                drop(workspace);
                remove_half_made(path);
                Err(error)
            }
        }
    }

    /// As [`Workspace::create_from_paper`], with the bilagor that the PDF carries.
    ///
    /// # Errors
    /// As [`Workspace::create_from_paper`].
    pub fn create_from_read(path: &Path, library: Library, read: &ReadBack) -> Result<Self, Error> {
        let mut workspace = Self::create_from_paper(path, library, &read.paper)?;
        let listed: Vec<_> = attach::listed(&read.paper)
            .into_iter()
            .filter_map(|file| file.sha256.clone())
            .collect();
        for bytes in &read.bilagor {
            // Only what the pages list: another file in it is nobody's.
            if listed.contains(&typeset::export::sha256(bytes)) {
                workspace.store.put_blob(attach::PDF, bytes)?;
            }
        }
        Ok(workspace)
    }

    fn take_back(&mut self, paper: &Paper) -> Result<(), Error> {
        let restored = restore(paper);
        let profile = read_profile(
            &restored.profile.id,
            self.library.profile(&restored.profile.id)?,
        )?;
        let template = read_template(
            &restored.template.id,
            self.library.template(&restored.template.id)?,
            Some(&profile),
        )?;
        let group = read_template(
            &profile.group_template,
            self.library.template(&profile.group_template)?,
            Some(&profile),
        )?;
        let mut all = self.group_sets(&restored, &group)?;
        let pins = self.template_pins(&template)?;
        all.extend(sets(restored.id, restored.id, pins));
        for (object, fields) in &restored.objects {
            let fields = fields
                .iter()
                .filter(|(field, _)| *field != system::TEMPLATE);
            all.extend(sets(
                restored.id,
                *object,
                fields.map(|(field, value)| (field.clone(), value.clone())),
            ));
        }
        self.write("read", json!({ "document": restored.id }), &all)?;
        for source in &restored.sources {
            self.receive(source, &template)?;
        }
        self.take_back_names(paper, &template)
    }

    /// Takes back what the pages show without a cell of its own: the heading, which may be a field's text, and numbers
    /// that were given before. They are written only where they would come out otherwise.
    fn take_back_names(&mut self, paper: &Paper, template: &Template) -> Result<(), Error> {
        let id = paper.document.id;
        let shown = self.load(id)?.paper;
        let mut all = Vec::new();
        let heading = &paper.document.heading;
        if shown.document.heading != *heading
            && let Some(field) = with_role(&template.fields, Role::Title)
        {
            all.extend(sets(id, id, [(field.id.clone(), json!(heading))]));
        }
        if numbers(&shown) != numbers(paper) {
            for (item, number) in numbers(paper) {
                let number = (system::NUMBER.to_owned(), json!(number));
                all.extend(sets(id, item, [number]));
            }
        }
        if !all.is_empty() {
            self.write("read", json!({ "document": id }), &all)?;
        }
        Ok(())
    }

    fn group_sets(&mut self, restored: &Restored, template: &Template) -> Result<Vec<Set>, Error> {
        let id = ObjectId::of_document(self.store.id(), Concept::Group.as_str(), "");
        let mut fields = self.pins(&restored.profile.id, template)?;
        fields.extend(restored.group.iter().filter_map(|(role, text)| {
            Some((with_role(&template.fields, *role)?.id.clone(), json!(text)))
        }));
        if let Some(field) =
            with_role(&template.fields, Role::Logos).filter(|_| !restored.logos.is_empty())
        {
            fields.push((field.id.clone(), Value::Array(restored.logos.clone())));
        }
        let mut all = sets(id, id, fields);
        let kind = template
            .kinds
            .iter()
            .find(|kind| kind.concept == Some(Concept::Person));
        for (index, (person, words)) in restored.people.iter().enumerate() {
            let Some(kind) = kind else { continue };
            let mut fields = vec![
                (system::KIND.to_owned(), json!(kind.id)),
                (system::POS.to_owned(), json!(index + 1)),
            ];
            fields.extend(words.iter().filter_map(|(role, text)| {
                Some((with_role(&kind.fields, *role)?.id.clone(), json!(text)))
            }));
            all.extend(sets(id, *person, fields));
        }
        Ok(all)
    }

    /// Keeps what a paper showed of a document that is not in the file, so that the paper can be made again.
    fn receive(&mut self, source: &Paper, template: &Template) -> Result<(), Error> {
        let data = self.store.put_blob("application/json", &source.to_json())?;
        let stamp = self.stamp();
        let own = self.newest_step_of_all()?;
        let edition = store::Edition {
            id: EditionId(clock::new_object().0),
            doc: source.document.id,
            number: source.document.edition.clone().unwrap_or_default(),
            kind: store::Kind::Received,
            at: stamp.at,
            author: stamp.author,
            step: own,
            data,
            template: self.keep_template(&template.id)?,
            pdf: data,
            facts: json!({}),
        };
        self.store.insert_edition(&edition)?;
        Ok(())
    }

    fn newest_step_of_all(&self) -> Result<model::id::StepId, Error> {
        let group = self.group_document()?.id;
        let newest = self.store.newest_step(group)?;
        newest.ok_or_else(|| Error::not_found(crate::error::What::Document, group))
    }
}

/// Returns the numbers of a paper's own objects; rows have those of what they follow.
fn numbers(paper: &Paper) -> Vec<(ObjectId, &str)> {
    let own = paper
        .items()
        .into_iter()
        .filter(|(_, item)| item.follows.is_none() && item.gone.is_none());
    own.filter_map(|(_, item)| Some((item.id, item.number.as_deref()?)))
        .collect()
}
