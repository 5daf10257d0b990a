//! `missiv-app [FILE.missiv]`: Missiv as a window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    missiv_app::run(std::env::args_os().nth(1).map(Into::into))
}
