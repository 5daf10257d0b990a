//! Every page of a workspace's papers in one picture.

use std::collections::BTreeMap;

use serde_json::json;
use typeset::{Job, Stamp, Standard};

use crate::{Error, Workspace, clock};

/// Pages beside each other, small, on grey.
const LAYOUT: &str = r##"
#let pages = json("/data.json")
#set document(title: "Pages")
#set page(width: auto, height: auto, margin: 12pt, fill: rgb("#8a9096"))
#grid(columns: calc.min(7, pages.len()), gutter: 10pt, ..pages.map(name => box(fill: white, image("/images/" + name, width: 150pt))))
"##;

/// How wide a page is drawn, in dots: as it stands on the sheet.
const WIDTH: u32 = 225;

/// Dots of the picture for a point of its page.
const DOTS_PER_POINT: f64 = 1.5;

impl Workspace {
    /// Returns every page of every paper as one PNG: what was handed in where nothing has changed since, else the draft.
    ///
    /// # Errors
    /// A document's pages cannot be set, or together they are too large for a picture.
    pub fn contact_sheet(&self) -> Result<Vec<u8>, Error> {
        let mut images = BTreeMap::new();
        for line in self.documents()?.into_iter().filter(|line| line.printed) {
            let pages = self.pages(line.id)?;
            let pictures = (0..pages.count()).filter_map(|page| pages.picture(page, WIDTH));
            for picture in pictures {
                images.insert(format!("{:04}.png", images.len()), picture);
            }
        }
        let names: Vec<&String> = images.keys().collect();
        let data = json!(names).to_string().into_bytes();
        let files = BTreeMap::from([("main.typ".to_owned(), LAYOUT.as_bytes().to_vec())]);
        let job = Job {
            files: &files,
            shared: &BTreeMap::new(),
            images: &images,
            data: &data,
            supplements: &[],
            stamp: Stamp {
                moment: clock::noon_in_sweden(clock::today()),
                ident: "pages".to_owned(),
            },
            standard: Standard::Working,
        };
        let sheet = typeset::compile(&job).map_err(Error::Layout)?;
        let picture = sheet.png(0, DOTS_PER_POINT);
        picture.ok_or_else(|| Error::Layout(sheet.warnings().to_vec()))
    }
}
