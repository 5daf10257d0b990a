//! A PDF from anywhere: read back, attached, or refused; never a panic, and never without end.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = typeset::rendition(bytes);
    let _ = typeset::attachment(bytes);
    let _ = typeset::supplements(bytes);
    let _ = typeset::text(bytes);
    let _ = typeset::inspect(bytes);
    let _ = typeset::structure(bytes);
});
