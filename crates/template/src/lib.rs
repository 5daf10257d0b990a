//! Reads and checks templates, organisation profiles and calendars. No I/O: a folder comes as a [`Pack`].
//!
//! Faults are values, all of them at once, as codes with places; their sentences stand in the locale. How the files
//! look is declared in tables of keys, from which both the reader and the JSON Schemas come.

mod body_rules;
mod calendar;
mod calendar_keys;
mod check_needs;
mod codes;
mod default_value;
mod fault;
mod faults;
mod field;
mod ids;
mod json_schema;
mod kind;
mod nearest;
mod order;
mod pack;
mod paths;
mod placeholder;
mod profile;
mod profile_keys;
mod reader;
mod rule_keys;
mod rules;
mod scale;
mod scope;
mod shape;
mod template;
mod template_keys;
mod text;
mod view;
mod view_keys;
mod walk;
mod words;

pub use calendar::{CALENDAR_FILE, read_calendar};
pub use codes::FaultCode;
pub use fault::{Checked, Fault, Severity};
pub use json_schema::{calendar_schema, profile_schema, template_schema};
pub use pack::{MOST_BYTES, MOST_FILES, Pack, PackError};
pub use profile::{PROFILE_FILE, read_profile};
pub use template::{EXAMPLES, LAYOUT_FILE, TEMPLATE_FILE, read_template};
