//! A small template of the test's own, and a group that may use it.

use std::path::{Path, PathBuf};

use missiv_tests::{Output, Place};

/// What is needed for a template that shows its title on a page.
pub const LAYOUT: &str = "#let data = json(\"/data.json\")
#set document(title: data.document.title)
#set text(lang: \"sv\")
#pdf.attach(\"/data.json\", relationship: \"data\", mime-type: \"application/json\", description: \"D\")
= #data.document.title
";

const TEMPLATE: &str = r#"format = 1
id = "prov"
version = "1"
concept = "plan"
name = "Prov"
title = "Prov {year}"
ident = "Prov {year}"
period = "year"
help = "Ett prov."
head = ["datum"]
order = ["text"]

[[field]]
id = "datum"
is = "date"
type = "date"
label = "Datum"
help = "Dagen."

[[field]]
id = "text"
type = "text"
label = "Text"
help = "Vad som helst."
"#;

/// A group's file beside a folder with the template.
pub struct Group {
    pub place: Place,
}

impl Group {
    /// Returns a group whose template's layout ends with this.
    pub fn with(layout: &str) -> Self {
        let place = Place::new();
        write_pack(&place.path("packs/templates/prov"), &place, layout);
        let profile = profile(&place);
        let new = ["new", "g.missiv", "--profile", &profile, "--group", "Grupp"];
        let _ = place.missiv(new).succeeded();
        Self { place }
    }

    /// Begins the document of a year.
    pub fn begin(&self, year: &str) {
        let begin = ["begin", "g.missiv", "prov", year, "--packs", "packs"];
        let _ = self.place.missiv(begin).succeeded();
    }

    /// Exports the document of a year to a file of that name. Nothing but the workspace file is there to read.
    pub fn export(&self, year: &str) -> Output {
        let (document, to) = (format!("plan/{year}"), format!("{year}.pdf"));
        self.place.missiv(["export", "g.missiv", &document, &to])
    }
}

/// Writes the template into a folder.
pub fn write_pack(folder: &Path, place: &Place, layout: &str) -> PathBuf {
    place.write(folder.join("template.toml"), TEMPLATE);
    place.write(folder.join("main.typ"), format!("{LAYOUT}{layout}"));
    folder.to_owned()
}

/// Returns the id of a bundled profile; it does not matter which.
pub fn profile(place: &Place) -> String {
    let list = place
        .missiv(["template", "list", "--json"])
        .succeeded()
        .json();
    list["profiles"][0].as_str().unwrap().to_owned()
}
