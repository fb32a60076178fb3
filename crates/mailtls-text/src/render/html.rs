//! The report for a browser or a printer: one file, no script, nothing fetched.

use super::{Words, place};
use crate::visible::visible;
use mailtls_core::fix::reg_text::to_bytes;
use mailtls_core::report::{FindingReport, FixReport, Report, RoleState};
use mailtls_core::vocabulary::Cause;
use std::fmt::Write as _;

/// The report, spoken, as HTML.
pub(super) fn render(report: &Report, words: Words) -> String {
    let mut body = String::new();
    verdict(report, words, &mut body);
    findings(report, words, &mut body);
    fix(report, words, &mut body);
    registry(report, words, &mut body);
    peers(report, words, &mut body);
    sources(report, words, &mut body);
    let (lang, dir) = (words.0.tag(), words.0.dir());
    let title = escaped(&format!("mailtls: {}", words.verdict(report)));
    format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )
}

fn verdict(report: &Report, words: Words, out: &mut String) {
    let verdict = &report.verdict;
    let (cause, certainty) = (verdict.cause, verdict.certainty);
    let _ = writeln!(
        out,
        "<header class=\"verdict\" data-verdict=\"{cause}\" data-certainty=\"{certainty}\">\n<p class=\"label\">{}</p>\n<h1>{}</h1>",
        escaped(&words.verdict(report)),
        escaped(&verdict.summary),
    );
    if cause != Cause::None {
        let _ = writeln!(out, "<p>{}</p>", escaped(&words.say(&format!("certainty-{certainty}.reason"))));
    }
    if !verdict.ruled_out.is_empty() {
        let _ = writeln!(out, "<h2>{}</h2>\n<ul>", escaped(&words.say("render-ruled-out")));
        for ruled_out in &verdict.ruled_out {
            let _ = writeln!(out, "<li>{}</li>", escaped(&ruled_out.because));
        }
        out.push_str("</ul>\n");
    }
    let considered = words.considered(report);
    if !considered.is_empty() {
        let _ = writeln!(out, "<p>{}</p>\n<ul>", escaped(&words.say("render-considered")));
        for other in considered {
            let _ = writeln!(out, "<li>{}</li>", escaped(&other));
        }
        out.push_str("</ul>\n");
    }
    if !verdict.needs.is_empty() {
        let needs = words.say_with("render-needs", &[("kinds", &words.needs(report))]);
        let _ = writeln!(out, "<p>{}</p>", escaped(&needs));
    }
    out.push_str("</header>\n");
}

fn findings(report: &Report, words: Words, out: &mut String) {
    if report.findings.is_empty() {
        return;
    }
    let _ = writeln!(out, "<section>\n<h2>{}</h2>", escaped(&words.say("render-findings")));
    for finding in &report.findings {
        let _ = writeln!(
            out,
            "<article class=\"{}\" data-rule=\"{}\">\n<h3>{}</h3>\n<p class=\"label\">{} · <code>{}</code></p>",
            finding.severity,
            escaped(&finding.rule),
            escaped(&finding.title),
            escaped(&words.grading(finding)),
            escaped(&finding.rule),
        );
        if let Some(rule) = &finding.explained_by {
            let said = words.say_with("render-explained-by", &[("rule", rule)]);
            let _ = writeln!(out, "<p class=\"label\">{}</p>", escaped(&said));
        }
        for slot in [&finding.what, &finding.why, &finding.remedy] {
            paragraphs(slot, out);
        }
        evidence(finding, words, out);
        out.push_str("</article>\n");
    }
    out.push_str("</section>\n");
}

fn evidence(finding: &FindingReport, words: Words, out: &mut String) {
    let _ = writeln!(
        out,
        "<table>\n<caption>{}</caption>\n<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>",
        escaped(&words.say("render-evidence")),
        escaped(&words.say("render-place")),
        escaped(&words.say("render-says")),
    );
    for at in &finding.evidence {
        let _ = writeln!(
            out,
            "<tr data-line=\"{}\"><th scope=\"row\" dir=\"ltr\">{}</th><td dir=\"ltr\"><code>{}</code></td></tr>",
            at.line,
            escaped(&place(at)),
            escaped(&at.quote),
        );
    }
    out.push_str("</tbody>\n</table>\n");
}

fn fix(report: &Report, words: Words, out: &mut String) {
    let several = report.servers.iter().map(|server| (Some(&*server.name), &server.fix, &server.no_fix));
    let one = [(None, &report.fix, &report.no_fix)];
    let all: Vec<_> = if report.servers.is_empty() { one.to_vec() } else { several.collect() };
    if all.iter().all(|(_, fix, no_fix)| fix.is_none() && no_fix.is_none()) {
        return;
    }
    let _ = writeln!(out, "<section>\n<h2>{}</h2>", escaped(&words.say("render-fix")));
    for (server, fix, no_fix) in &all {
        if let Some(server) = server {
            let _ = writeln!(out, "<h3>{}</h3>", escaped(server));
        }
        if let Some(fix) = fix {
            edits(fix, words, out);
        } else if let Some(remark) = no_fix {
            paragraphs(&remark.message, out);
        }
    }
    if all.iter().any(|(_, fix, _)| fix.is_some()) {
        let _ = writeln!(out, "<h3>{}</h3>\n<ol>", escaped(&words.say("render-check")));
        for step in words.checks(report.verdict.direction) {
            let _ = writeln!(out, "<li>{}</li>", escaped(&step));
        }
        out.push_str("</ol>\n");
    }
    out.push_str("</section>\n");
}

fn edits(fix: &FixReport, words: Words, out: &mut String) {
    let columns = ["render-key", "render-value", "render-before", "render-after", "render-reason"];
    head(&words.say(&format!("profile-{}", fix.profile)), &columns.map(|key| words.say(key)), out);
    for edit in &fix.edits {
        let (before, after) = words.change(edit);
        let _ = writeln!(
            out,
            "<tr><td dir=\"ltr\"><code>{}</code></td><td dir=\"ltr\"><code>{}</code> ({})</td><td>{}</td><td>{}</td><td>{}</td></tr>",
            escaped(&edit.key),
            escaped(&edit.name),
            escaped(&edit.kind),
            escaped(&before),
            escaped(&after),
            escaped(&words.reason(edit)),
        );
    }
    out.push_str("</tbody>\n</table>\n");
    for warning in &fix.warnings {
        let _ = writeln!(out, "<p class=\"warning\">{}</p>", escaped(&warning.message));
    }
    for conflict in &fix.conflicts {
        let _ = writeln!(out, "<p class=\"warning\">{}</p>", escaped(&conflict.message));
    }
    let _ = writeln!(out, "<pre dir=\"ltr\"><code>{}</code></pre>", escaped(&fix.reg.replace("\r\n", "\n")));
    // Of the files as they are handed over, to tell whether a file is the one that was meant.
    for (file, text) in [("fix.reg", &fix.reg), ("undo.reg", &fix.undo)] {
        let sum = crate::sha256(&to_bytes(text));
        let _ = writeln!(out, "<p class=\"sum\">SHA-256 {file}: <code>{sum}</code></p>");
    }
}

fn registry(report: &Report, words: Words, out: &mut String) {
    let known = report.registry.protocols.iter().filter(|(_, protocol)| {
        protocol.client.state != RoleState::Unknown || protocol.server.state != RoleState::Unknown
    });
    let known: Vec<_> = known.collect();
    if known.is_empty() {
        return;
    }
    out.push_str("<section>\n");
    let columns = ["render-protocol", "render-client", "render-server"];
    head(&words.say("render-registry"), &columns.map(|key| words.say(key)), out);
    for (name, protocol) in known {
        let (client, server) = (words.role(&protocol.client), words.role(&protocol.server));
        let _ = writeln!(
            out,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>",
            escaped(name),
            escaped(&client),
            escaped(&server)
        );
    }
    out.push_str("</tbody>\n</table>\n");
    if report.verdict.os_assumed {
        let os = words.say(&format!("os-{}", report.verdict.os));
        paragraphs(&words.say_with("summary-os-assumed", &[("os", &os)]), out);
    }
    out.push_str("</section>\n");
}

fn peers(report: &Report, words: Words, out: &mut String) {
    if report.smtp.peers.is_empty() {
        return;
    }
    out.push_str("<section>\n");
    let columns = [
        "render-peer",
        "render-connector",
        "render-sessions",
        "render-versions",
        "render-clear",
        "render-failed",
        "render-first",
        "render-last",
    ];
    head(&words.say("render-peers"), &columns.map(|key| words.say(key)), out);
    for peer in &report.smtp.peers {
        let versions = peer.negotiated.iter().map(|(version, count)| format!("{version}: {count}"));
        let cells = [
            format!("{} {}", peer.name, peer.address).trim().to_owned(),
            peer.connector.clone(),
            peer.sessions.to_string(),
            versions.collect::<Vec<_>>().join(", "),
            peer.clear.to_string(),
            peer.failed.to_string(),
            peer.first.clone(),
            peer.last.clone(),
        ];
        let cells = cells.iter().map(|cell| format!("<td>{}</td>", escaped(cell)));
        let _ = writeln!(out, "<tr>{}</tr>", cells.collect::<String>());
    }
    out.push_str("</tbody>\n</table>\n</section>\n");
}

fn sources(report: &Report, words: Words, out: &mut String) {
    if report.sources.is_empty() {
        return;
    }
    let _ = writeln!(out, "<section>\n<h2>{}</h2>\n<ul>", escaped(&words.say("render-inputs")));
    for source in &report.sources {
        let lines = words.say_with("render-lines", &[("count", &source.lines.to_string())]);
        let kind = words.say(&format!("kind-{}", source.kind));
        let _ =
            write!(out, "<li><bdi>{}</bdi>: {} · {}", escaped(&source.name), escaped(&kind), escaped(&lines));
        if !source.problems.is_empty() {
            out.push_str("\n<ul>\n");
            for problem in &source.problems {
                let place = format!("{}:{}", source.name, problem.line);
                let _ =
                    writeln!(out, "<li><bdi>{}</bdi> {}</li>", escaped(&place), escaped(&problem.message));
            }
            out.push_str("</ul>");
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n</section>\n");
}

/// Opens a table: caption, heads, body.
fn head(caption: &str, columns: &[String], out: &mut String) {
    let cells = columns.iter().map(|column| format!("<th scope=\"col\">{}</th>", escaped(column)));
    let (caption, cells) = (escaped(caption), cells.collect::<String>());
    let _ = writeln!(out, "<table>\n<caption>{caption}</caption>\n<thead><tr>{cells}</tr></thead>\n<tbody>");
}

fn paragraphs(words: &str, out: &mut String) {
    for paragraph in words.lines().filter(|paragraph| !paragraph.is_empty()) {
        let _ = writeln!(out, "<p>{}</p>", with_code(paragraph));
    }
}

/// Escaped, with what stands between backticks as code.
fn with_code(words: &str) -> String {
    let mut html = String::new();
    let pieces: Vec<&str> = words.split('`').collect();
    for (index, piece) in pieces.iter().enumerate() {
        if index % 2 == 1 && index + 1 < pieces.len() {
            let _ = write!(html, "<code>{}</code>", escaped(piece));
        } else {
            html.push_str(&escaped(piece));
        }
    }
    html
}

/// Text that stays text, in content and in attributes.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in visible(text).chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// Light and dark by the reader's choice; on paper black on white, no finding torn apart.
const STYLE: &str = include_str!("report.css");
