//! Claims about the engine, each with a small layout of its own.

mod bench;

mod export;
mod hostile;
mod layout;
mod pdf;
mod print;
mod session;
