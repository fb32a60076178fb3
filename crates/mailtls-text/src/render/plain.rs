//! The report for a terminal: indented, wrapped, coloured only where asked.

use super::{Words, one_line, place};
use crate::visible::visible;
use mailtls_core::report::{FindingReport, FixReport, Report, RoleState, SourceReport};
use mailtls_core::vocabulary::{Cause, Certainty, Severity};

/// How text looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Columns to wrap at; 0: never. Below 40 counts as 40.
    pub width: usize,
    /// Whether to write ANSI colours.
    pub colour: bool,
}

impl Default for Style {
    fn default() -> Self {
        Self { width: 80, colour: false }
    }
}

/// Places of one finding that are shown.
const PLACES: usize = 6;
/// Problems of one input that are shown.
const PROBLEMS: usize = 10;
/// Peers that are shown.
const PEERS: usize = 10;

const BOLD: &str = "1";
const DIM: &str = "2";
const RED: &str = "1;31";
const YELLOW: &str = "1;33";
const GREEN: &str = "1;32";
const CYAN: &str = "36";

/// The report, spoken, as text.
pub(super) fn render(report: &Report, words: Words, style: Style) -> String {
    let mut page = Page { text: String::new(), style };
    verdict(report, words, &mut page);
    findings(report, words, &mut page);
    registry(report, words, &mut page);
    peers(report, words, &mut page);
    fix(report, words, &mut page);
    sources(report, words, &mut page);
    page.text
}

fn verdict(report: &Report, words: Words, page: &mut Page) {
    let verdict = &report.verdict;
    let colour = match (verdict.cause, verdict.certainty) {
        (Cause::None, _) => GREEN,
        (_, Certainty::Certain | Certainty::Likely) => RED,
        (_, Certainty::Suspected) => YELLOW,
    };
    page.line(0, colour, &words.verdict(report));
    page.line(0, "", &verdict.summary);
    if verdict.cause != Cause::None {
        page.line(0, DIM, &words.say(&format!("certainty-{}.reason", verdict.certainty)));
    }
    for ruled_out in &verdict.ruled_out {
        page.line(2, "", &format!("– {}", ruled_out.because));
    }
    let considered = words.considered(report);
    if !considered.is_empty() {
        page.line(0, "", &words.say("render-considered"));
    }
    for other in considered {
        page.line(2, "", &format!("– {other}"));
    }
    if !verdict.needs.is_empty() {
        page.line(0, "", &words.say_with("render-needs", &[("kinds", &words.needs(report))]));
    }
}

fn findings(report: &Report, words: Words, page: &mut Page) {
    if report.findings.is_empty() {
        return;
    }
    page.heading(&words.say("render-findings"));
    for (index, finding) in report.findings.iter().enumerate() {
        if index > 0 {
            page.text.push('\n');
        }
        let colour = match finding.severity {
            Severity::Error => RED,
            Severity::Warning => YELLOW,
            Severity::Note => CYAN,
        };
        page.line(2, colour, &format!("{}. {}", index + 1, finding.title));
        page.line(5, DIM, &format!("{} · {}", words.grading(finding), finding.rule));
        if let Some(rule) = &finding.explained_by {
            page.line(5, DIM, &words.say_with("render-explained-by", &[("rule", rule)]));
        }
        for slot in [&finding.what, &finding.why, &finding.remedy] {
            page.line(5, "", slot);
        }
        evidence(finding, words, page);
    }
}

fn evidence(finding: &FindingReport, words: Words, page: &mut Page) {
    for evidence in finding.evidence.iter().take(PLACES) {
        page.quote(7, &place(evidence), &one_line(&evidence.quote));
    }
    if let Some(more) = finding.evidence.len().checked_sub(PLACES).filter(|more| *more > 0) {
        page.line(7, DIM, &words.say_with("render-more-places", &[("count", &more.to_string())]));
    }
}

fn registry(report: &Report, words: Words, page: &mut Page) {
    let known = report.registry.protocols.iter().filter(|(_, protocol)| {
        protocol.client.state != RoleState::Unknown || protocol.server.state != RoleState::Unknown
    });
    let rows: Vec<[String; 3]> = known
        .map(|(name, protocol)| [name.clone(), words.role(&protocol.client), words.role(&protocol.server)])
        .collect();
    if rows.is_empty() {
        return;
    }
    page.heading(&words.say("render-registry"));
    let head = [words.say("render-protocol"), words.say("render-client"), words.say("render-server")];
    page.table(2, &head, &rows);
    if report.verdict.os_assumed {
        let os = words.say(&format!("os-{}", report.verdict.os));
        page.line(2, DIM, &words.say_with("summary-os-assumed", &[("os", &os)]));
    }
}

fn peers(report: &Report, words: Words, page: &mut Page) {
    if report.smtp.peers.is_empty() {
        return;
    }
    page.heading(&words.say("render-peers"));
    let head = ["render-peer", "render-sessions", "render-versions", "render-clear", "render-failed"];
    let head = head.map(|key| words.say(key));
    let rows = report.smtp.peers.iter().take(PEERS).map(|peer| {
        let name = if peer.name.is_empty() { &peer.address } else { &peer.name };
        let versions = peer.negotiated.iter().map(|(version, count)| format!("{version}: {count}"));
        [
            one_line(name),
            peer.sessions.to_string(),
            versions.collect::<Vec<_>>().join(", "),
            peer.clear.to_string(),
            peer.failed.to_string(),
        ]
    });
    page.table(2, &head, &rows.collect::<Vec<_>>());
    if let Some(more) = report.smtp.peers.len().checked_sub(PEERS).filter(|more| *more > 0) {
        page.line(2, DIM, &words.say_with("render-more-peers", &[("count", &more.to_string())]));
    }
}

fn fix(report: &Report, words: Words, page: &mut Page) {
    let several = report.servers.iter().map(|server| (Some(&*server.name), &server.fix, &server.no_fix));
    let one = [(None, &report.fix, &report.no_fix)];
    let all: Vec<_> = if report.servers.is_empty() { one.to_vec() } else { several.collect() };
    if all.iter().all(|(_, fix, no_fix)| fix.is_none() && no_fix.is_none()) {
        return;
    }
    page.heading(&words.say("render-fix"));
    for (server, fix, no_fix) in all {
        if let Some(server) = server {
            page.line(2, BOLD, &visible(server));
        }
        if let Some(fix) = fix {
            edits(fix, words, page);
        } else if let Some(remark) = no_fix {
            page.line(2, "", &remark.message);
        }
    }
    if report.fix.is_some() || report.servers.iter().any(|server| server.fix.is_some()) {
        for (index, step) in words.checks(report.verdict.direction).iter().enumerate() {
            page.line(2, "", &format!("{}. {step}", index + 1));
        }
    }
}

fn edits(fix: &FixReport, words: Words, page: &mut Page) {
    let mut key = "";
    for edit in &fix.edits {
        if edit.key != key {
            page.line(2, DIM, &format!("[{}]", visible(&edit.key)));
            key = &edit.key;
        }
        let (before, after) = words.change(edit);
        let (name, kind) = (visible(&edit.name), &edit.kind);
        page.line(4, GREEN, &format!("\"{name}\" ({kind}): {before} → {after}"));
        page.line(6, DIM, &words.reason(edit));
    }
    for warning in &fix.warnings {
        page.line(2, YELLOW, &warning.message);
    }
    for conflict in &fix.conflicts {
        page.line(2, YELLOW, &conflict.message);
    }
}

fn sources(report: &Report, words: Words, page: &mut Page) {
    if report.sources.is_empty() {
        return;
    }
    page.heading(&words.say("render-inputs"));
    for source in &report.sources {
        let lines = words.say_with("render-lines", &[("count", &source.lines.to_string())]);
        let kind = words.say(&format!("kind-{}", source.kind));
        page.line(2, "", &format!("{}: {kind} · {lines}", one_line(&source.name)));
        problems(source, words, page);
    }
}

fn problems(source: &SourceReport, words: Words, page: &mut Page) {
    for problem in source.problems.iter().take(PROBLEMS) {
        let place = format!("{}:{}", one_line(&source.name), problem.line);
        page.line(4, YELLOW, &format!("{place}  {}", problem.message));
    }
    if let Some(more) = source.problems.len().checked_sub(PROBLEMS).filter(|more| *more > 0) {
        page.line(4, DIM, &words.say_with("render-more-problems", &[("count", &more.to_string())]));
    }
}

/// What is being written.
struct Page {
    text: String,
    style: Style,
}

impl Page {
    fn heading(&mut self, words: &str) {
        self.text.push('\n');
        self.line(0, BOLD, words);
    }

    /// Wrapped words, every line indented; nothing for no words.
    fn line(&mut self, indent: usize, colour: &str, words: &str) {
        let width = match self.style.width {
            0 => usize::MAX,
            width => width.max(40).saturating_sub(indent),
        };
        for paragraph in words.lines() {
            for line in wrap(paragraph, width) {
                self.indented(indent, colour, &line);
            }
        }
    }

    /// A place and what it says there, never wrapped: it is to be found again in the input.
    fn quote(&mut self, indent: usize, place: &str, quote: &str) {
        self.text.extend(std::iter::repeat_n(' ', indent));
        self.coloured(CYAN, place);
        self.text.push_str("  ");
        self.text.push_str(quote);
        self.text.push('\n');
    }

    /// Columns as wide as their widest cell.
    fn table<const COLUMNS: usize>(
        &mut self,
        indent: usize,
        head: &[String; COLUMNS],
        rows: &[[String; COLUMNS]],
    ) {
        let width = |column: usize| {
            let cells = std::iter::once(head).chain(rows).filter_map(|row| row.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or_default()
        };
        for (number, row) in std::iter::once(head).chain(rows).enumerate() {
            let mut line = String::new();
            for (column, cell) in row.iter().enumerate() {
                line.push_str(cell);
                line.extend(std::iter::repeat_n(' ', width(column).saturating_sub(cell.chars().count()) + 2));
            }
            self.indented(indent, if number == 0 { DIM } else { "" }, line.trim_end());
        }
    }

    fn indented(&mut self, indent: usize, colour: &str, line: &str) {
        self.text.extend(std::iter::repeat_n(' ', indent));
        self.coloured(colour, line);
        self.text.push('\n');
    }

    fn coloured(&mut self, colour: &str, words: &str) {
        if self.style.colour && !colour.is_empty() {
            self.text.extend(["\u{1b}[", colour, "m", words, "\u{1b}[0m"]);
        } else {
            self.text.push_str(words);
        }
    }
}

/// Lines of at most `width` characters, broken at blanks; a word that is longer stays whole.
fn wrap(words: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut length = 0;
    for word in words.split(' ') {
        let more = word.chars().count();
        if length > 0 && length + 1 + more > width {
            lines.push(std::mem::take(&mut line));
            length = 0;
        }
        if length > 0 {
            line.push(' ');
            length += 1;
        }
        line.push_str(word);
        length += more;
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_blanks_and_long_words_stay_whole() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("a-very-long-word b", 4), ["a-very-long-word", "b"]);
        assert_eq!(wrap("", 4), [""]);
    }
}
