//! Templates, profiles and calendars that a test writes itself, with nobody's words.

use std::fs;
use std::path::PathBuf;

use crate::Place;

/// A folder of packs in a place.
#[derive(Debug)]
pub struct OwnPacks {
    /// Where they lie: what `--packs` is told.
    pub folder: PathBuf,
}

/// The least layout that there is: every section as the shared package sets it.
const LAYOUT: &str = "\
#import \"/shared/data.typ\": d
#import \"/shared/paper.typ\": paper
#import \"/shared/body.typ\": section

#show: paper.with(d)
#for it in d.sections { section(it) }
";

impl OwnPacks {
    /// Returns an empty folder of packs in a place.
    ///
    /// # Panics
    /// The place cannot be written.
    #[must_use]
    pub fn in_place(place: &Place) -> Self {
        let folder = place.path("egna mallar");
        fs::create_dir_all(&folder).expect("a place can be written");
        Self { folder }
    }

    /// Writes a template with the least layout.
    ///
    /// # Panics
    /// The place cannot be written.
    pub fn template(&self, id: &str, toml: &str) {
        self.write("templates", id, "template.toml", toml);
        self.write("templates", id, "main.typ", LAYOUT);
    }

    /// Writes a profile.
    ///
    /// # Panics
    /// The place cannot be written.
    pub fn profile(&self, id: &str, toml: &str) {
        self.write("profiles", id, "profile.toml", toml);
    }

    /// Writes a calendar.
    ///
    /// # Panics
    /// The place cannot be written.
    pub fn calendar(&self, id: &str, toml: &str) {
        self.write("calendars", id, "calendar.toml", toml);
    }

    fn write(&self, kind: &str, id: &str, file: &str, text: &str) {
        let folder = self.folder.join(kind).join(id);
        fs::create_dir_all(&folder).expect("a place can be written");
        fs::write(folder.join(file), text).expect("a place can be written");
    }
}

/// A meeting plan of a test's own, with every field that the program knows of a planned meeting.
pub const MEETING_PLAN: &str = r#"
format = 1
id = "prov_motesplan"
version = "1"
concept = "meeting_plan"
name = "Mötesplan"
title = "Mötesplan {year} – {group}"
ident = "{area}-{year}-möten"
period = "year"
help = "Årets möten."
order = ["mote"]

[[kind]]
id = "mote"
concept = "meeting"
label = "Möte"
plural = "Möten"
help = "Ett möte."
field = [
  { id = "rubrik", is = "title", type = "line", label = "Rubrik", help = "Vad det är." },
  { id = "organ", is = "body", type = "body", label = "Organ", help = "Vilka." },
  { id = "dag", is = "meeting_date", type = "date", label = "Dag", help = "När." },
  { id = "till", is = "end", type = "date", label = "Till och med", help = "Sista dagen." },
  { id = "tid", is = "time", type = "line", label = "Tid", help = "Klockan." },
  { id = "plats", is = "location", type = "line", label = "Plats", help = "Var." },
  { id = "lank", is = "meeting_link", type = "line", label = "Länk", help = "Digitalt." },
  { id = "gemensamt", is = "joint_with", type = "body", label = "Gemensamt med", help = "Med vilka." },
  { id = "senast", is = "support_by", type = "date", label = "Ärenden senast", help = "Sista dag." },
]
"#;

/// A register of a test's own, with missions.
pub const REGISTER: &str = r#"
format = 1
id = "prov_register"
version = "1"
concept = "register"
name = "Ärendelista"
title = "Ärendelista – {group}"
ident = "{area}-lista"
period = "once"
help = "Vad gruppen har fått att göra."
order = ["uppdrag"]

[[kind]]
id = "uppdrag"
concept = "mission"
label = "Uppdrag"
plural = "Uppdrag"
help = "Ett särskilt uppdrag."
field = [
  { id = "vad", is = "title", type = "line", label = "Vad", help = "Vad." },
  { id = "av", is = "ordered_by", type = "body", label = "Av", help = "Vem som gav det." },
  { id = "slut", is = "end", type = "date", label = "Klart", help = "När det återrapporteras." },
  { id = "resultat", is = "result", type = "text", label = "Resultat", help = "Hur det gick." },
]
"#;

/// Notes of a test's own, with what was decided and promised.
pub const NOTES: &str = r#"
format = 1
id = "prov_anteckningar"
version = "1"
concept = "notes"
name = "Anteckningar"
title = "Anteckningar {year} – {group}"
ident = "{area}-{year}-anteckningar"
period = "many"
help = "Vad som sades."
order = ["dag", "beslut", "atgard"]

[[field]]
id = "dag"
is = "meeting_date"
type = "date"
label = "Mötesdag"
help = "När."

[[kind]]
id = "beslut"
concept = "decision"
label = "Beslut"
plural = "Beslut"
help = "Ett beslut."
field = [ { id = "ord", is = "description", type = "text", label = "Beslut", help = "Vad." } ]

[[kind]]
id = "atgard"
concept = "action"
label = "Åtgärd"
plural = "Åtgärder"
help = "En åtgärd."
field = [
  { id = "vad", is = "title", type = "line", label = "Vad", help = "Vad." },
  { id = "vem", is = "party", type = "party", label = "Vem", help = "Vem." },
  { id = "senast", is = "end", type = "date", label = "Senast", help = "När." },
]
"#;
