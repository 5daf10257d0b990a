//! The one place where codes become sentences. The sentences stand in `assets/locales/sv.ftl`.

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use model::diagnostic::{Diagnostic, Severity};
use serde::Serialize;
use std::sync::LazyLock;
use unic_langid::langid;

/// The Swedish locale as it is bundled.
pub const LOCALE: &str = include_str!("../../../assets/locales/sv.ftl");

/// Names and values that a sentence needs, ready to read.
pub type Args = BTreeMap<String, String>;

static BUNDLE: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| {
    // A fault in the file leaves out a message, and the test over all codes fails for it.
    let resource =
        FluentResource::try_new(LOCALE.to_owned()).unwrap_or_else(|(resource, _)| resource);
    let mut bundle = FluentBundle::new_concurrent(vec![langid!("sv-SE")]);
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
});

/// A sentence with what one can do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sentence {
    /// What is so.
    pub text: String,
    /// What to do; may be empty.
    pub hint: String,
}

/// Returns the message with this key; the key itself where the locale lacks it.
#[must_use]
pub fn say(key: &str, args: &Args) -> String {
    find(key, args).unwrap_or_else(|| key.to_owned())
}

/// Returns the sentence `<key>` with its hint `<key>-hint`, empty where there is none.
#[must_use]
pub fn sentence(key: &str, args: &Args) -> Sentence {
    Sentence {
        text: say(key, args),
        hint: find(&format!("{key}-hint"), args).unwrap_or_default(),
    }
}

/// Returns whether the locale has a message with this key.
#[must_use]
pub fn has(key: &str) -> bool {
    BUNDLE
        .get_message(key)
        .is_some_and(|message| message.value().is_some())
}

/// Returns what a diagnostic says.
#[must_use]
pub fn diagnostic(found: &Diagnostic) -> Sentence {
    sentence(&format!("check-{}", found.code.as_str()), &found.args)
}

/// Returns a name as it stands within a sentence: with a small first letter, unless it begins with an abbreviation.
#[must_use]
pub fn within(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next();
    if letters.clone().next().is_some_and(char::is_uppercase) {
        return name.to_owned();
    }
    let small = first.into_iter().flat_map(char::to_lowercase);
    small.chain(letters).collect()
}

/// Returns where a diagnostic is, outermost first, for example "Aktivitet 1.2 › Metod"; empty for the whole document.
#[must_use]
pub fn place(found: &Diagnostic) -> String {
    let mut words = found.place.words.clone();
    if let Some(row) = found.place.row {
        words.push(say(
            "place-row",
            &Args::from([("row".to_owned(), row.to_string())]),
        ));
    }
    words.join(" › ")
}

/// Returns the word for a weight.
#[must_use]
pub fn severity(severity: Severity) -> String {
    say(&format!("severity-{}", severity.as_str()), &Args::new())
}

fn find(key: &str, args: &Args) -> Option<String> {
    render(key, args).map(|(text, _)| text)
}

/// Returns a message with what Fluent says of it: an argument that was not given, a message that is not there.
fn render(key: &str, args: &Args) -> Option<(String, Vec<FluentError>)> {
    let message = BUNDLE.get_message(key)?;
    let pattern = message.value()?;
    let mut fluent = FluentArgs::new();
    for (name, value) in args {
        // A number picks its plural; what only looks like one, "007" or "+5", stays as it is written.
        match value
            .parse::<u32>()
            .ok()
            .filter(|number| number.to_string() == *value)
        {
            Some(number) => fluent.set(name.as_str(), number),
            None => fluent.set(name.as_str(), value.as_str()),
        }
    }
    let mut faults = Vec::new();
    let text = BUNDLE
        .format_pattern(pattern, Some(&fluent), &mut faults)
        .into_owned();
    Some((text, faults))
}

#[cfg(test)]
mod tests;
