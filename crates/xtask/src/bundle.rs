//! Joins page, style, scripts and module into one HTML file that needs nothing else.
//!
//! A page opened from disk may neither fetch nor import nor start a worker from a file, so everything stands
//! inline: the module, its glue and the program's style packed in a data block, the worker's script as text. The
//! page's policy names the hash of every script and style that is to run, packed or not, and allows no connection.

use crate::wasm::{Module, Profile};
use crate::{pack, shell, streams, wasm};
use anyhow::{Context as _, Result, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest as _, Sha256};

/// What the page is made of.
pub(crate) struct Parts<'a> {
    /// `index.html`, with a comment `<!--mailtls:NAME-->` wherever a part belongs.
    pub(crate) template: &'a str,
    /// The style sheet.
    pub(crate) style: &'a str,
    /// What takes away from every later script what the policy cannot forbid.
    pub(crate) guard: &'a str,
    /// What starts the page, after the glue.
    pub(crate) boot: &'a str,
    /// What starts the worker; kept as text for the blob.
    pub(crate) worker: &'a str,
    /// The module and its glue.
    pub(crate) module: &'a Module,
    /// Whether to spend seconds on a smaller file.
    pub(crate) profile: Profile,
    /// Where the page may connect to: `'none'`, but for live reload.
    pub(crate) connect: &'a str,
    /// What the page says of itself.
    pub(crate) about: &'a About,
}

/// Which build this is.
pub(crate) struct About {
    /// The version of the workspace.
    pub(crate) version: String,
    /// The day it was made, as `YYYY-MM-DD`: of the commit, not of the clock, so that a build can be repeated.
    pub(crate) date: String,
}

/// The app in the two forms it is published in.
pub(crate) struct Published {
    /// The single file.
    pub(crate) page: String,
    /// The script that runs the same in a shadow root of another page.
    pub(crate) shadow: String,
}

/// Builds the app and joins it with what is in `www`.
pub(crate) fn publish(profile: Profile) -> Result<Published> {
    let www = shell::root().join("www");
    let module = wasm::build("mailtls-app", profile, wasm::Glue::Classic)?;
    let page = page_of(&shell::read(&www.join("index.html"))?, &module, profile, "'none'")?;
    // The page tells its own checksum from what the parser keeps of these.
    let plain =
        page.starts_with("<!doctype html>\n<html ") && page.ends_with("</script>\n</body>\n</html>\n");
    ensure!(plain && !page.contains(" hidden>"), "boot.js could not spell this page again");
    let shadow = shadow(&shell::read(&www.join("embed/shadow.js"))?, &module, profile)?;
    Ok(Published { page, shadow })
}

/// The page around another template, which is what live reload needs.
pub(crate) fn page_from(template: &str, profile: Profile, connect: &str) -> Result<String> {
    page_of(template, &wasm::build("mailtls-app", profile, wasm::Glue::Classic)?, profile, connect)
}

/// The page around a template; `connect` is where it may connect to.
fn page_of(template: &str, module: &Module, profile: Profile, connect: &str) -> Result<String> {
    let www = shell::root().join("www");
    assemble(&Parts {
        template,
        style: &shell::read(&www.join("style.css"))?,
        guard: &shell::read(&www.join("guard.js"))?,
        boot: &["unpack.js", "join.js", "boot.js"]
            .map(|name| shell::read(&www.join(name)))
            .into_iter()
            .collect::<Result<String>>()?,
        worker: &shell::read(&www.join("worker.js"))?,
        module,
        profile,
        connect,
        about: &About::of_workspace()?,
    })
}

/// Puts the app into the script for shadow roots, in the places of its `/*mailtls:NAME*/`.
fn shadow(template: &str, module: &Module, profile: Profile) -> Result<String> {
    let www = shell::root().join("www");
    let about = About::of_workspace()?;
    let mut text = template.to_owned();
    for (name, content) in [
        ("version", serde_json::to_string(&about.version)?),
        ("date", serde_json::to_string(&about.date)?),
        ("style", serde_json::to_string(&scoped(&shell::read(&www.join("style.css"))?)?)?),
        ("worker", serde_json::to_string(&shell::read(&www.join("worker.js"))?)?),
        ("wasm", serde_json::to_string(&BASE64.encode(pack::compress(&module.wasm, profile)?))?),
        ("unpack", shell::read(&www.join("unpack.js"))?),
        ("glue", module.glue.clone()),
    ] {
        let place = format!("/*mailtls:{name}*/");
        ensure!(text.matches(&place).count() == 1, "shadow.js lacks {place}");
        text = text.replace(&place, &content);
    }
    Ok(text)
}

/// The style sheet for a page that is only an element: what it says of the root and the body, it says of two
/// elements that stand for them.
fn scoped(style: &str) -> Result<String> {
    ensure!(!style.contains("@import") && !style.contains("@font-face"), "a shadow root knows neither");
    let mut lines = Vec::new();
    for line in style.lines() {
        let line = line.replace(":root", ".mailtls-root");
        let line = match (line.strip_prefix("html "), line.trim_start().strip_prefix("body ")) {
            (Some(rest), _) => format!(".mailtls-root {rest}"),
            (None, Some(rest)) => format!(".mailtls-body {rest}"),
            (None, None) => line,
        };
        lines.push(line);
    }
    // What the host's elements pass on must not show: everything starts from the browser's own values.
    Ok(format!(".mailtls-root {{ all: initial; display: block; }}\n{}\n", lines.join("\n")))
}

/// Puts the parts into the template.
pub(crate) fn assemble(parts: &Parts<'_>) -> Result<String> {
    ensure!(!parts.style.contains("</style"), "the style sheet must not contain `</style`");
    let (style, program_style) =
        parts.style.split_once(PROGRAM_STYLE).with_context(|| format!("style.css lacks {PROGRAM_STYLE}"))?;
    let glue = lean(&parts.module.glue)?;
    let data = pack::pack(&program(&glue, &lean(program_style)?, &parts.module.wasm)?, parts.profile)?;
    let about = format!(
        "<meta name=\"mailtls-version\" content=\"{}\">\n<meta name=\"mailtls-date\" content=\"{}\">",
        parts.about.version, parts.about.date
    );
    let worker = format!(
        "<script type=\"text/plain\" id=\"mailtls-worker\">{}</script>",
        script(&lean(parts.worker)?)
    );
    let boot = format!("{worker}\n<script id=\"mailtls-boot\">{}</script>", script(&lean(parts.boot)?));
    let mut page = parts.template.to_owned();
    for (name, content) in [
        ("about", about),
        ("guard", format!("<script>{}</script>", script(&lean(parts.guard)?))),
        ("style", format!("<style>{}</style>", lean(style)?)),
        (
            "program",
            format!("<script type=\"application/octet-stream\" id=\"mailtls-program\">{data}</script>"),
        ),
        ("boot", boot),
    ] {
        page = put(&page, name, &content)?;
    }
    let policy = policy(&page, &glue, parts.connect)?;
    let page =
        put(&page, "csp", &format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"))?;
    // A line end that git or an editor turned into CRLF would be read as LF, and no hash would fit any more.
    ensure!(!page.contains('\r'), "the page's parts must have LF line ends");
    if let Some((_, rest)) = page.split_once("<!--mailtls:") {
        let name = rest.split("-->").next().unwrap_or_default();
        bail!("index.html has a place for `{name}`, which the bundler does not know");
    }
    Ok(page)
}

/// Ends what of the style sheet is needed before the program runs; the rest is packed with it.
const PROGRAM_STYLE: &str = "/* From here on: what only the running program shows. */\n";

/// What the boot script unpacks: each part but the last ends with a NUL, which no text has.
fn program(glue: &str, style: &str, wasm: &[u8]) -> Result<Vec<u8>> {
    ensure!(!glue.contains('\0') && !style.contains('\0'), "a text of the page holds a NUL");
    Ok([glue.as_bytes(), b"\0", style.as_bytes(), b"\0", &streams::split(wasm)?].concat())
}

/// The parts of what [`program`] joined: glue, style, module.
pub(crate) fn program_parts(bytes: &[u8]) -> Result<(&[u8], &[u8], Vec<u8>)> {
    let mut parts = bytes.splitn(3, |byte| *byte == 0);
    let mut part = || parts.next().context("the packed program is incomplete");
    Ok((part()?, part()?, streams::join(part()?)?))
}

/// JavaScript or CSS without what only its reader needs: lines that are comments, indentation, empty lines.
///
/// That is safe where no string goes on over a line and no comment stands before code on its line, which holds for
/// what we write and for what `wasm-bindgen` writes; a template literal would be the exception, so it is refused.
fn lean(text: &str) -> Result<String> {
    let mut lines = Vec::new();
    let mut in_comment = false;
    for line in text.lines().map(str::trim) {
        ensure!(line.matches('`').count() % 2 == 0, "a template literal goes on over a line: {line}");
        if in_comment || line.starts_with("/*") {
            in_comment = !line.ends_with("*/");
            ensure!(in_comment || line.matches("*/").count() == 1, "code after a comment: {line}");
            ensure!(!in_comment || !line.contains("*/"), "code after a comment: {line}");
        } else if !line.is_empty() && !line.starts_with("//") {
            lines.push(line);
        }
    }
    ensure!(!in_comment, "a comment does not end");
    Ok(lines.join("\n"))
}

/// Replaces the one place of that name.
fn put(page: &str, name: &str, content: &str) -> Result<String> {
    let place = format!("<!--mailtls:{name}-->");
    let (before, after) = page.split_once(&place).with_context(|| format!("index.html lacks {place}"))?;
    ensure!(!after.contains(&place), "index.html has {place} twice");
    Ok([before, content, after].concat())
}

/// JavaScript that cannot end, or hide, the element it stands in: `<` in front of `/script`, `script` and
/// `!--` as an escape, which strings, templates and regular expressions all read as the same character.
fn script(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        safe.push_str(before);
        let opens = |word: &str| {
            let head = after.as_bytes().get(..word.len());
            head.is_some_and(|head| head.eq_ignore_ascii_case(word.as_bytes()))
        };
        safe.push_str(if opens("/script") || opens("script") || opens("!--") { "\\x3C" } else { "<" });
        rest = after;
    }
    safe.push_str(rest);
    safe
}

/// The Content-Security-Policy for a finished page: names every script and style in it, and the packed glue, by
/// hash.
fn policy(page: &str, glue: &str, connect: &str) -> Result<String> {
    let mut scripts = vec![format!("'{}'", source_hash(glue))];
    for (attributes, text) in elements(page, "script") {
        ensure!(!attributes.contains("src="), "the page loads a script: <script{attributes}>");
        // Data blocks are not run, so they need no leave.
        let data = attributes.contains("octet-stream") || attributes.contains("text/plain");
        if !data {
            scripts.push(format!("'{}'", source_hash(text)));
        }
    }
    let styles = elements(page, "style");
    let styles = styles.map(|(_, text)| format!("'{}'", source_hash(text))).collect::<Vec<_>>().join(" ");
    let scripts = scripts.join(" ");
    // Trusted types: no script can turn text into markup, and none but the boot script can run the glue and start
    // a worker.
    Ok(format!(
        "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {styles}; \
         img-src data: blob:; worker-src blob:; connect-src {connect}; form-action 'none'; base-uri 'none'; \
         trusted-types mailtls; require-trusted-types-for 'script'"
    ))
}

/// The attributes and the text of every such element, in order.
fn elements<'a>(page: &'a str, name: &str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut rest = page;
    std::iter::from_fn(move || {
        let (_, after) = rest.split_once(&open)?;
        let (attributes, after) = after.split_once('>')?;
        let (text, after) = after.split_once(&close)?;
        rest = after;
        Some((attributes, text))
    })
}

/// As a policy names it.
pub(crate) fn source_hash(text: &str) -> String {
    format!("sha256-{}", BASE64.encode(Sha256::digest(text)))
}

impl About {
    /// Of the tree as it is.
    pub(crate) fn of_workspace() -> Result<Self> {
        Ok(Self { version: env!("CARGO_PKG_VERSION").to_owned(), date: date(seconds()?) })
    }
}

/// When the tree as it is was made, in seconds since 1970.
pub(crate) fn seconds() -> Result<i64> {
    match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(told) => told.parse().context("SOURCE_DATE_EPOCH is not a number of seconds"),
        Err(_) => Ok(last_commit().unwrap_or(0)),
    }
}

/// When the last commit was made, in seconds since 1970; `None` outside a clone.
fn last_commit() -> Option<i64> {
    let log = shell::program("git").args(["log", "-1", "--format=%ct"]).output().ok()?;
    String::from_utf8_lossy(&log.stdout).trim().parse().ok()
}

/// The day in UTC, as `YYYY-MM-DD`. The arithmetic counts from 1 March of the year 0, so that the leap day
/// is the last of its year.
fn date(seconds: i64) -> String {
    let days = seconds.div_euclid(86_400) + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

/// The bytes of a file as hex of their SHA-256.
pub(crate) fn sha256_hex(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "<html><head><!--mailtls:csp--><!--mailtls:about--><!--mailtls:style--></head><body>\
        <script>var first;</script><!--mailtls:guard--><!--mailtls:program--><!--mailtls:boot--></body></html>";

    fn page(glue: &str) -> String {
        let module = Module { wasm: streams::tests::MODULE.to_vec(), glue: glue.to_owned() };
        let about = About { version: "1.2.3".into(), date: "2026-01-02".into() };
        assemble(&Parts {
            template: TEMPLATE,
            style: "body{margin:0}\n/* From here on: what only the running program shows. */\nmain{margin:0}",
            guard: "guard()",
            boot: "start()",
            worker: "work()",
            module: &module,
            profile: Profile::Dev,
            connect: "'none'",
            about: &about,
        })
        .expect("assembled")
    }

    #[test]
    fn every_script_that_runs_is_named_by_its_hash_and_no_other() {
        let page = page("glue()");
        for text in ["var first;", "guard()", "glue()", "start()", "body{margin:0}"] {
            assert!(page.contains(&source_hash(text)), "{text}");
        }
        assert!(!page.contains(&source_hash("work()")));
        assert_eq!(page.matches("'sha256-").count(), 5);
    }

    #[test]
    fn glue_style_and_module_are_packed_together() {
        let page = page("// why\n  glue()\n");
        let (_, data) = page.split_once("id=\"mailtls-program\">").expect("a program");
        let (data, _) = data.split_once("</script>").expect("its end");
        let bytes = pack::decompress(&pack::compressed(data).expect("spelt")).expect("unpacked");
        let parts = program_parts(&bytes).expect("three parts");
        assert_eq!(parts, (&b"glue()"[..], &b"main{margin:0}"[..], streams::tests::MODULE.to_vec()));
        assert!(!page.contains("main{margin:0}"));
    }

    #[test]
    fn a_script_cannot_end_its_element() {
        assert_eq!(
            script("a = '</SCRIPT><script><!--'; if (b<c) d()"),
            r"a = '\x3C/SCRIPT>\x3Cscript>\x3C!--'; if (b<c) d()"
        );
    }

    #[test]
    fn lean_text_lacks_only_comments_and_blanks() {
        assert_eq!(
            lean("/* a */\n  b();\n\n// c\n/**\n * d\n */\ne('//', \"/*\");\n").expect("lean"),
            "b();\ne('//', \"/*\");"
        );
        for wrong in ["a = `b\nc`", "/* a", "/* a */ b()", "/*\na */ b()"] {
            assert!(lean(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_policy_connects_to_nothing_and_evaluates_nothing() {
        let page = page("glue()");
        assert!(page.contains("connect-src 'none'"));
        assert!(!page.contains("unsafe-inline"));
        assert!(!page.contains("'unsafe-eval'"));
    }

    #[test]
    fn a_date_is_the_day_in_utc() {
        assert_eq!(date(0), "1970-01-01");
        assert_eq!(date(951_782_400), "2000-02-29");
        assert_eq!(date(1_795_305_599), "2026-11-21");
        assert_eq!(date(1_795_305_600), "2026-11-22");
    }
}
