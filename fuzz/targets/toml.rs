//! What stands in a template, profile or calendar.
#![no_main]

use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let names = [
        template::TEMPLATE_FILE,
        template::PROFILE_FILE,
        template::CALENDAR_FILE,
    ];
    let mut files: BTreeMap<String, Vec<u8>> =
        BTreeMap::from([("main.typ".to_owned(), Vec::new())]);
    files.extend(names.map(|name| (name.to_owned(), bytes.to_vec())));
    let Ok(pack) = template::Pack::new(files) else {
        return;
    };
    let profile = template::read_profile(&pack).value;
    let _ = template::read_template(&pack, profile.as_ref());
    let _ = template::read_calendar(&pack);
});
