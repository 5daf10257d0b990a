//! The commands: each hands one piece of work to the owner of the workspace, or asks one dialog.

pub mod edit;
pub mod formal;
pub mod group;
pub mod many;
pub mod matters;
pub mod meetings;
pub mod packs;
pub mod paper;
pub mod past;
pub mod program;
pub mod returns;
pub mod session;
pub mod start;
