//! `missiv-app [FILE.missiv]`: Missiv as a window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    if let Some(code) = missiv_app::serve_as_worker() {
        return code;
    }
    missiv_app::run(std::env::args_os().nth(1).map(Into::into))
}
