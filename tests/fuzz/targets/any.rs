//! One binary for libFuzzer; `MAILTLS_FUZZ_TARGET` says which target it is.
#![no_main]

use std::sync::OnceLock;

static TARGET: OnceLock<mailtls_fuzz::Target> = OnceLock::new();

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let target = TARGET.get_or_init(|| {
        let name = std::env::var("MAILTLS_FUZZ_TARGET").unwrap_or_else(|_| "detect".to_owned());
        mailtls_fuzz::target(&name).unwrap_or_else(|| panic!("there is no target `{name}`"))
    });
    (target.run)(data);
});
