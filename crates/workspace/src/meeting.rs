//! Meetings from the year's plan to what was promised: each paper begins from the one before it.
//!
//! A planned meeting becomes an agenda, an agenda becomes notes, a matter becomes a memo, a decision becomes a question
//! to those who were absent. What is begun from something has an id derived from it, so two people who both begin it
//! begin the same; what it takes over is copied by role, and says where from (`@origin`). A memo also carries a plan or a
//! report, whole, to the body that is to decide on it.

mod actions;
mod around;
mod at_home;
mod attendance;
mod begin;
mod carried;
mod copied;
mod invitation;
mod lift;
mod matters;
mod names;
mod plan;
mod question;
mod usual;
mod year;

pub use actions::{ActionView, CloseForm};
pub use at_home::AtHomeView;
pub use invitation::MailDraft;
pub use matters::{MatterState, MatterView};
pub use plan::{InCommon, PlannedDays, UnreadDay};
pub use year::{LackView, MeetingView, MeetingYearView};

pub(crate) use around::About;
pub(crate) use carried::phrase_about;
