//! What the window may ask for, as one value: it serves the calls and writes the TypeScript.

use tauri::Wry;
use tauri_specta::{Builder, collect_commands};

use crate::commands::{
    edit::*, formal::*, group::*, many::*, matters::*, meetings::*, packs::*, paper::*, past::*,
    program::*, returns::*, session::*, start::*,
};

include!("command_list.rs");

macro_rules! collect {
    ($($command:ident),*) => { collect_commands![$($command),*] };
}

/// Returns all commands with their types.
pub fn commands() -> Builder<Wry> {
    Builder::new()
        .disable_serde_phases()
        .commands(with_commands!(collect))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{env, fs, path::Path};

    macro_rules! names {
        ($($command:ident),*) => { [$(stringify!($command)),*] };
    }

    /// Compares a written file with what it should hold; `MISSIV_BLESS=1` writes it.
    fn check(path: &str, expected: &str) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        if env::var_os("MISSIV_BLESS").is_some() {
            fs::write(&path, expected).unwrap();
        }
        let written = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(
            written,
            expected,
            "{} is stale: MISSIV_BLESS=1 cargo test -p missiv-app",
            path.display()
        );
    }

    #[test]
    fn the_typescript_bindings_are_current() {
        let made = tempfile::tempdir().unwrap();
        let made = made.path().join("bindings.ts");
        commands()
            .export(specta_typescript::Typescript::default(), &made)
            .unwrap();
        let bindings = fs::read_to_string(made).unwrap();
        check("../ui/src/api/bindings.ts", &bindings);
    }

    #[test]
    fn the_window_may_call_our_commands_and_nothing_else() {
        let permissions: Vec<String> = with_commands!(names)
            .iter()
            .map(|name| format!("allow-{}", name.replace('_', "-")))
            .collect();
        let capability = serde_json::json!({
            "identifier": "main",
            "description": "The one window: our own commands and nothing else.",
            "windows": ["main"],
            "permissions": permissions,
        });
        let text = serde_json::to_string_pretty(&capability).unwrap() + "\n";
        check("capabilities/main.json", &text);
    }
}
