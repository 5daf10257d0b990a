//! `missiv`: the same use cases as the window, from a terminal.
//!
//! Exit codes: 0 done; 1 not done, and a sentence on stderr says why; 2 the command's words are off; 3 `check` or
//! `template check` found something that blocks.

mod arguments;
mod commands;
mod output;

use std::process::ExitCode;

use clap::Parser;

use arguments::Arguments;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let json = arguments.json;
    match commands::run(arguments) {
        Ok(code) => code,
        Err(error) => {
            output::error(&error, json);
            ExitCode::FAILURE
        }
    }
}
