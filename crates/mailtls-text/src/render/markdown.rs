//! The report for a ticket: verdict, evidence, fix, and how to see that it helped, in a page's beginning.

use super::{Words, decisive, one_line, place, shortened};
use crate::visible::visible;
use mailtls_core::report::Report;

/// The most lines a ticket gets.
pub(super) const LINES: usize = 25;
/// Places shown.
const PLACES: usize = 5;
/// Changes shown.
const CHANGES: usize = 5;
/// The longest quote, in characters.
const QUOTE: usize = 160;

/// The report, spoken, as Markdown.
pub(super) fn render(report: &Report, words: Words) -> String {
    let mut lines =
        vec![format!("**{}**", escaped(&words.verdict(report))), escaped(&report.verdict.summary)];
    lines.push(String::new());
    evidence(report, words, &mut lines);
    fix(report, words, &mut lines);
    if !report.verdict.needs.is_empty() {
        lines.push(escaped(&words.say_with("render-needs", &[("kinds", &words.needs(report))])));
    }
    lines.truncate(LINES);
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.join("\n") + "\n"
}

fn evidence(report: &Report, words: Words, lines: &mut Vec<String>) {
    let findings = decisive(report);
    let places = findings.iter().flat_map(|finding| finding.evidence.iter().map(move |at| (finding, at)));
    let mut shown = Vec::new();
    for (finding, evidence) in places.take(PLACES) {
        let quote = shortened(&one_line(&evidence.quote), QUOTE);
        shown.push(format!("- {} {} ({})", code(&place(evidence)), code(&quote), escaped(&finding.title)));
    }
    if !shown.is_empty() {
        lines.push(format!("**{}**", escaped(&words.say("render-evidence"))));
        lines.push(String::new());
        lines.append(&mut shown);
        lines.push(String::new());
    }
}

fn fix(report: &Report, words: Words, lines: &mut Vec<String>) {
    let fixes = report.servers.iter().filter_map(|server| server.fix.as_ref()).chain(&report.fix);
    let mut edits: Vec<String> = Vec::new();
    for edit in fixes.flat_map(|fix| &fix.edits) {
        let (before, after) = words.change(edit);
        let place = code(&format!("{}\\{}", visible(&edit.key), visible(&edit.name)));
        let line = format!("- {place} ({}): {} → {}", edit.kind, escaped(&before), escaped(&after));
        if !edits.contains(&line) {
            edits.push(line);
        }
    }
    if edits.is_empty() {
        if let Some(remark) = &report.no_fix {
            lines.extend([escaped(&remark.message), String::new()]);
        } else if let Some(finding) = decisive(report).first().filter(|finding| !finding.remedy.is_empty()) {
            lines.push(format!("**{}** {}", escaped(&words.say("render-remedy")), escaped(&finding.remedy)));
            lines.push(String::new());
        }
        return;
    }
    lines.push(format!("**{}**", escaped(&words.say("render-fix"))));
    lines.push(String::new());
    let more = edits.len().saturating_sub(CHANGES);
    lines.extend(edits.into_iter().take(CHANGES));
    if more > 0 {
        lines.push(format!("- {}", words.say_with("render-more-changes", &[("count", &more.to_string())])));
    }
    lines.push(String::new());
    for (index, step) in words.checks(report.verdict.direction).iter().enumerate() {
        lines.push(format!("{}. {}", index + 1, escaped(step)));
    }
    lines.push(String::new());
}

/// Words that stay words: what Markdown would take for markup is escaped, line breaks become blanks. What
/// stands between backticks is code already and stays.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len() + 8);
    for (index, piece) in visible(words).split('`').enumerate() {
        if index % 2 == 1 {
            escaped.push_str(&code(piece));
            continue;
        }
        for letter in piece.chars() {
            match letter {
                '<' => escaped.push_str("&lt;"),
                '&' => escaped.push_str("&amp;"),
                '\n' => escaped.push(' '),
                '*' | '_' | '[' | ']' | '\\' | '|' | '#' | '~' => escaped.extend(['\\', letter]),
                other => escaped.push(other),
            }
        }
    }
    escaped
}

/// A code span, fenced by more backticks than it holds in a row.
fn code(text: &str) -> String {
    let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or_default();
    let ticks = "`".repeat(longest + 1);
    let blank = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{ticks}{blank}{text}{blank}{ticks}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_never_become_markup() {
        assert_eq!(code("a `b` ``c"), "```a `b` ``c```");
        assert_eq!(code("`x`"), "`` `x` ``");
        assert_eq!(escaped("*a* [b](c) <img> `d_e`"), r"\*a\* \[b\](c) &lt;img> `d_e`");
    }
}
