//! What articles show and servers get: the files under `www/embed`, and the script that host pages load.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest as _, Sha384};
use std::path::Path;
use std::{fs, io};

/// The version in file names.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The script of the element under a name whose content never changes: its name and its text.
///
/// # Errors
///
/// Where the script cannot be read, or no longer names its two companions.
pub fn element_script(top: &Path) -> io::Result<(String, String)> {
    let mut text = fs::read_to_string(top.join("www/embed/mailtls-embed.js"))?.replace("\r\n", "\n");
    for (file, end) in [("embed", "html"), ("mailtls-shadow", "js")] {
        let general = format!("'{file}.{end}'");
        if text.matches(&general).count() != 1 {
            return Err(io::Error::other(format!("mailtls-embed.js does not name {general} once")));
        }
        let own = format!("'{}-{VERSION}.{end}'", if file == "embed" { "mailtls" } else { file });
        text = text.replace(&general, &own);
    }
    Ok((format!("mailtls-embed-{VERSION}.js"), text))
}

/// As an `integrity` attribute names these bytes.
#[must_use]
pub fn integrity(text: &str) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(text)))
}

/// Fills in what an article leaves open: `{{file:NAME}}` below `www/embed`, `{{version}}`, `{{integrity}}`.
pub(crate) fn fill_in(markdown: &str, top: &Path) -> io::Result<String> {
    let mut filled = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some((before, (name, after))) =
        rest.split_once("{{file:").and_then(|(before, after)| Some((before, after.split_once("}}")?)))
    {
        filled.push_str(before);
        filled
            .push_str(fs::read_to_string(top.join("www/embed").join(name))?.replace("\r\n", "\n").trim_end());
        rest = after;
    }
    filled.push_str(rest);
    if filled.contains("{{integrity}}") {
        let (_, script) = element_script(top)?;
        filled = filled.replace("{{integrity}}", &integrity(&script));
    }
    Ok(filled.replace("{{version}}", VERSION))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn top() -> &'static Path {
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
    }

    #[test]
    fn a_snippet_names_the_script_by_the_hash_of_what_is_published() {
        let (name, script) = element_script(top()).expect("the script is there");
        let filled = fill_in("{{file:snippets/element.html}}", top()).expect("the snippet is there");
        assert!(filled.contains(&name), "{filled}");
        assert!(filled.contains(&integrity(&script)), "{filled}");
        assert!(!filled.contains("{{"), "{filled}");
    }

    #[test]
    fn the_script_shows_the_page_of_its_own_version() {
        let (_, script) = element_script(top()).expect("the script is there");
        assert!(script.contains(&format!("'mailtls-{VERSION}.html'")));
        assert!(!script.contains("'embed.html'"));
    }
}
