//! A template, profile or calendar as somebody mails it: a zip.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(pack) = template::Pack::from_zip(bytes) else {
        return;
    };
    let again = template::Pack::from_zip(&pack.to_zip()).expect("what was taken is taken again");
    assert!(again.sha256() == pack.sha256(), "the same files");
    let _ = template::read_template(&pack, None);
    let _ = template::read_profile(&pack);
    let _ = template::read_calendar(&pack);
});
