//! Documents as values: objects, fields, concepts, rules, checks. No I/O, no clock, no SQL.
//!
//! A [`document::Document`] is a tree of objects with fields. A [`schema::Template`] says which there are and a
//! [`profile::Profile`] gives an organisation's words. [`paper::build`] turns them into what the pages show, and
//! [`check::check`] says what is wrong with them. Dates and new ids are arguments.

#[macro_use]
pub mod vocabulary;
pub mod backwards;
pub mod calendar;
pub mod check;
pub mod day_off;
pub mod diagnostic;
pub mod document;
pub mod group;
pub mod id;
pub mod input;
pub mod log;
pub mod markdown;
pub mod meeting;
pub mod membership;
pub mod paper;
pub mod period;
pub mod profile;
pub mod progress;
pub mod schema;
pub mod term;
pub mod working_day;
