//! What clap says by itself, in Swedish: headings, placeholders, and what is wrong with what was typed.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory};
use workspace::Sentence;
use workspace::words::{self, Args};

use crate::arguments::Arguments;

const TEMPLATE: &str = "{about-with-newline}\nAnvändning: {usage}\n\n{all-args}{after-help}";

/// Returns the command with all its words in Swedish.
pub(crate) fn command() -> Command {
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help);
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version);
    let command = Arguments::command()
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(help.global(true).help("Visar den här hjälpen"))
        .arg(version.help("Visar programmets version"));
    dress(command, "")
}

/// Returns what was typed, with `help` before a command as what it stands for: `--help` after it.
pub(crate) fn typed(words: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut words: Vec<OsString> = words.collect();
    if words.get(1).is_some_and(|word| word == "help") {
        words.remove(1);
        words.push("--help".into());
    }
    words
}

fn dress(command: Command, above: &str) -> Command {
    let path = format!("{above} {}", command.get_name()).trim().to_owned();
    // Under headings of our own clap would sort by id.
    let mut order = 0..;
    let command = command
        .help_template(TEMPLATE)
        .subcommand_help_heading("Kommandon")
        .subcommand_value_name("KOMMANDO")
        .mut_args(|arg| {
            let heading = match (arg.is_positional(), arg.is_global_set()) {
                (true, _) => "Uppgifter",
                (false, false) => "Flaggor",
                (false, true) => "Flaggor för alla kommandon",
            };
            let has_default = !arg.get_default_values().is_empty();
            named(arg)
                .help_heading(heading)
                .hide_default_value(has_default)
                .display_order(order.next().unwrap_or_default())
        })
        .mut_subcommands(|command| dress(command, &path));
    let usage = usage(command.clone().render_usage().to_string().as_str());
    let rest = usage.split_once(' ').map_or("", |(_, rest)| rest);
    let usage = format!("{path} {rest}");
    command.override_usage(usage.trim().to_owned())
}

/// What stands between angle brackets where an argument says nothing of its own.
fn named(arg: Arg) -> Arg {
    let name = match arg.get_id().as_str() {
        "file" => "ARBETSFIL",
        "document" => "DOKUMENT",
        "object" => "DEL",
        "field" => "FÄLT",
        "value" => "VÄRDE",
        "kind" => "SLAG",
        "fields" => "FÄLT=VÄRDE",
        "template" => "MALL",
        "folder" => "MAPP",
        "pdf" => "PDF-FIL",
        "from" => "JSON-FIL",
        "picture" => "BILDFIL",
        "year" => "ÅR",
        "to" => "FIL",
        "other" => "KOPIA",
        "backup" => "SÄKERHETSKOPIA",
        "words" => "ORD",
        _ => return arg,
    };
    arg.value_name(name)
}

fn usage(text: &str) -> String {
    text.trim_start_matches("Usage: ")
        .replace("[OPTIONS]", "[FLAGGOR]")
}

/// Returns what is wrong with the words of a command, and how it is written.
pub(crate) fn mistake(error: &clap::Error) -> Sentence {
    let word = |kind| error.get(kind).map(text).unwrap_or_default();
    let value = word(ContextKind::InvalidValue);
    let key = match error.kind() {
        ErrorKind::UnknownArgument => "usage-unknown",
        ErrorKind::InvalidSubcommand => "usage-no-command",
        ErrorKind::MissingRequiredArgument | ErrorKind::MissingSubcommand => "usage-missing",
        ErrorKind::ArgumentConflict => "usage-conflict",
        ErrorKind::InvalidValue if value.is_empty() => "usage-no-value",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-bad-value",
        _ => "usage-other",
    };
    let first = |kinds: [ContextKind; 2]| kinds.map(word).into_iter().find(|word| !word.is_empty());
    let nearest = first([ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand]);
    let named = first([ContextKind::InvalidArg, ContextKind::InvalidSubcommand]);
    // That there may be several is said in the help.
    let named = named.map(|name| name.trim_end_matches("...").to_owned());
    let usage = usage(word(ContextKind::Usage).trim());
    let asks_for_help = named.as_deref() == Some("help");
    let hint = match (&nearest, usage.as_str()) {
        _ if asks_for_help => "help",
        (Some(_), _) => "nearest",
        (None, "") => "help",
        (None, _) => "usage",
    };
    let args = [
        ("argument", named.unwrap_or_else(|| "missing".to_owned())),
        ("value", value),
        ("other", word(ContextKind::PriorArg)),
        ("usage", usage),
        ("nearest", nearest.unwrap_or_default()),
        ("hint", hint.to_owned()),
    ];
    let args: Args = args
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    Sentence {
        text: words::say(key, &args),
        hint: words::say("usage-hint", &args),
    }
}

fn text(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => texts
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(", "),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn each(command: &Command, check: &mut impl FnMut(&Command)) {
        check(command);
        for below in command.get_subcommands() {
            each(below, check);
        }
    }

    #[test]
    fn no_help_holds_a_word_of_claps_own() {
        let mut command = command();
        command.build();
        let mut seen = 0;
        each(&command, &mut |command| {
            let help = command.clone().render_long_help().to_string();
            seen += 1;
            for english in [
                "Usage",
                "Options",
                "OPTIONS",
                "Arguments",
                "Commands",
                "COMMAND",
                "Print",
                "default",
                "possible",
                "<FILE>",
                "Usage:",
            ] {
                assert!(!help.contains(english), "{english} in {help}");
            }
            assert!(help.contains("Användning: missiv"), "{help}");
        });
        assert!(seen > 20, "{seen}");
    }

    #[test]
    fn help_before_a_command_is_help_after_it() {
        let check = |words: &[&str], expected: &[&str]| {
            let words = words.iter().map(OsString::from);
            let typed = typed(words);
            assert_eq!(typed, expected);
            let error = command().try_get_matches_from(typed).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::DisplayHelp, "{expected:?}");
        };
        check(&["missiv", "help"], &["missiv", "--help"]);
        check(&["missiv", "help", "set"], &["missiv", "set", "--help"]);
        check(
            &["missiv", "help", "meeting", "plan"],
            &["missiv", "meeting", "plan", "--help"],
        );
    }

    #[test]
    fn every_mistake_has_its_sentence() {
        let check = |typed: &[&str], wanted: &str| {
            let error = command().try_get_matches_from(typed).unwrap_err();
            let sentence = mistake(&error);
            let said = format!("{} {}", sentence.text, sentence.hint);
            assert!(said.contains(wanted), "{typed:?} gives {said}");
            assert!(
                !said.contains("usage-") && !said.contains('$') && !said.contains("Usage"),
                "{said}"
            );
        };
        check(&["missiv", "shw"], "Menade du ”show”?");
        check(&["missiv", "frobnicate"], "”frobnicate”");
        check(&["missiv", "list", "fil", "--dratf"], "”--dratf”");
        check(
            &["missiv", "export", "fil", "plan", "--dratf"],
            "Menade du ”--draft”?",
        );
        check(&["missiv", "set", "fil", "plan"], "<DEL>");
        check(&["missiv", "begin", "fil", "mall", "tolv"], "”tolv”");
        check(&["missiv", "add", "fil", "plan", "goal", "Tolv"], "”Tolv”");
        check(
            &["missiv", "matter", "add", "fil", "Tolv"],
            "[FÄLT=VÄRDE]. ",
        );
        check(&["missiv", "begin", "fil", "mall", "tolv"], "--help");
        check(&["missiv", "history", "fil", "--limit"], "--limit <ANTAL>");
        check(
            &[
                "missiv",
                "export",
                "fil",
                "plan",
                "--draft",
                "--edition",
                "1.0",
            ],
            "--edition <NUMMER>",
        );
    }
}
