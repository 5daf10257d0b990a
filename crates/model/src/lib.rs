//! Documents as values.

pub mod id;
