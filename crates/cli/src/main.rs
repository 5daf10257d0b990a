//! `missiv`: the same use cases as the window, from a terminal.
//!
//! Exit codes: 0 done; 1 not done, and a sentence on stderr says why; 2 the command's words are off; 3 `check` or
//! `template check` found something that blocks.

mod arguments;
mod commands;
mod output;
mod swedish;

use std::process::ExitCode;

use clap::FromArgMatches;

use arguments::Arguments;

fn main() -> ExitCode {
    if let Some(code) = workspace::serve_as_worker() {
        return code;
    }
    let parsed = swedish::command().try_get_matches_from(swedish::typed(std::env::args_os()));
    let arguments = match parsed.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(arguments) => arguments,
        Err(error) => return output::mistyped(&error),
    };
    let json = arguments.json;
    match commands::run(arguments) {
        Ok(code) => output::ended(code),
        Err(error) => {
            output::error(&error, json);
            ExitCode::FAILURE
        }
    }
}
