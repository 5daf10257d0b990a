//! The sentences for codes, from the one file of words.

use std::collections::BTreeMap;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

const SWEDISH: &str = include_str!("../../assets/locales/sv.ftl");

/// Returns the sentence under `key`, or the key itself when there is none.
pub fn render(key: &str, args: &BTreeMap<String, String>) -> String {
    let resource = FluentResource::try_new(SWEDISH.to_owned()).unwrap_or_else(|(good, _)| good);
    let mut bundle = FluentBundle::new(vec!["sv".parse().unwrap_or_default()]);
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return key.to_owned();
    };
    let args: FluentArgs = args
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    bundle
        .format_pattern(pattern, Some(&args), &mut Vec::new())
        .into_owned()
}

/// Returns the words under `key`, which speak of nothing in particular.
pub fn plain(key: &str) -> String {
    render(key, &BTreeMap::new())
}
