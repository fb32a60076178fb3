//! Tells the packages that depend on this one where the rules' sources are, wherever cargo unpacked them:
//! the command prints what each says about how it decides.

use std::path::Path;

fn main() {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    println!("cargo::metadata=rules={}", rules.display());
    println!("cargo::rerun-if-changed=build.rs");
}
