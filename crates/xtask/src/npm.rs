//! The JavaScript package: glue, module and declarations as one ES module package.

use crate::wasm::{self, Glue, Profile};
use crate::{schema, shell};
use anyhow::Result;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::json;
use std::path::Path;

/// What a user of the package may name.
const EXPORTS: &str = "diagnose, Session, Apart, merge, canBeSplit, render, fix, regBytes, rules";

/// Writes the package into `folder`, ready for `npm pack`.
pub(crate) fn write(folder: &Path, profile: Profile) -> Result<()> {
    let module = wasm::build("mailtls-wasm", profile, Glue::Module)?;
    let source = shell::root().join("crates/mailtls-wasm/npm");
    let entry = format!(
        "// The module is inline: it loads nothing, in a browser, a bundler or Node.\n\
         import {{ initSync, {EXPORTS} }} from './glue.js';\n\
         import {{ wasm }} from './wasm.js';\n\n\
         initSync({{ module: wasm() }});\n\n\
         export {{ {EXPORTS} }};\n"
    );
    let inline = format!(
        "/** The bytes of the WebAssembly module. */\n\
         export const wasm = () => Uint8Array.from(atob('{}'), (letter) => letter.charCodeAt(0));\n",
        BASE64.encode(&module.wasm)
    );
    let declarations = shell::read(&source.join("api.d.ts"))? + "\n" + &schema::typescript()?;
    shell::write(&folder.join("mailtls.js"), entry)?;
    shell::write(&folder.join("glue.js"), &module.glue)?;
    shell::write(&folder.join("wasm.js"), inline)?;
    shell::write(&folder.join("mailtls.d.ts"), declarations.trim_end().to_owned() + "\n")?;
    shell::write(&folder.join("report.schema.json"), pretty(&schema::report())?)?;
    shell::write(&folder.join("package.json"), pretty(&manifest())?)?;
    shell::write(&folder.join("README.md"), shell::read(&source.join("README.md"))?)?;
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        shell::write(&folder.join(licence), shell::read(&shell::root().join(licence))?)?;
    }
    Ok(())
}

fn manifest() -> serde_json::Value {
    json!({
        "name": "mailtls",
        "version": env!("CARGO_PKG_VERSION"),
        "description": "Tells from bounces, SMTP protocol logs and .reg exports whether TLS 1.0/1.1 is why mail with Microsoft 365 stopped",
        "keywords": ["smtp", "tls", "exchange", "schannel", "ndr"],
        "license": env!("CARGO_PKG_LICENSE"),
        "repository": { "type": "git", "url": concat!("git+", env!("CARGO_PKG_REPOSITORY"), ".git") },
        "type": "module",
        "engines": { "node": ">=18" },
        "exports": {
            ".": { "types": "./mailtls.d.ts", "default": "./mailtls.js" },
            "./report.schema.json": "./report.schema.json"
        },
        "types": "./mailtls.d.ts",
        "files": ["mailtls.js", "glue.js", "wasm.js", "mailtls.d.ts", "report.schema.json", "LICENSE-*"]
    })
}

/// JSON for people, with a line end.
pub(crate) fn pretty(value: &serde_json::Value) -> Result<String> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}
