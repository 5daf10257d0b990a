//! The small Markdown: whatever is typed or pasted is read, and written as it was read.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let blocks = model::markdown::parse(text);
    let again = model::markdown::parse(&model::markdown::render(&blocks));
    assert!(again == blocks, "what is read is written as it was read");
});
