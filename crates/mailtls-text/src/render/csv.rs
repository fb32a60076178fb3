//! The findings for a spreadsheet (RFC 4180).

use super::{Words, one_line, place};
use mailtls_core::report::Report;

/// The report, spoken, as rows: a header and one for each finding.
pub(super) fn render(report: &Report, words: Words) -> String {
    // Names of columns are for programs as much as for people, so they are the words of the report itself.
    let head =
        ["rule", "severity", "certainty", "cause", "direction", "server", "title", "remedy", "evidence"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for finding in &report.findings {
        let evidence = finding.evidence.iter().map(|at| format!("{} {}", place(at), one_line(&at.quote)));
        rows.push(vec![
            finding.rule.clone(),
            words.say(&format!("severity-{}", finding.severity)),
            words.say(&format!("certainty-{}", finding.certainty)),
            finding.cause.map(|cause| words.say(&format!("cause-{cause}"))).unwrap_or_default(),
            words.say(&format!("direction-{}", finding.direction)),
            finding.server.as_deref().map(one_line).unwrap_or_default(),
            finding.title.clone(),
            finding.remedy.clone(),
            evidence.collect::<Vec<_>>().join("\n"),
        ]);
    }
    let line = |row: &Vec<String>| row.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",") + "\r\n";
    // Spreadsheets take a file for UTF-8 only by its mark.
    rows.iter().map(line).fold("\u{feff}".to_owned(), |text, line| text + &line)
}

/// A cell of a table as CSV, quoted, which no spreadsheet takes for a formula: what begins like one gets an
/// apostrophe before it.
#[must_use]
pub fn quoted(cell: &str) -> String {
    let formula = cell.trim_start().starts_with(['=', '+', '-', '@', '|', '%']);
    let guard = if formula || cell.starts_with(['\t', '\r', '\n']) { "'" } else { "" };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(quoted("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
        assert_eq!(quoted(" @SUM(1)"), "\"' @SUM(1)\"");
        assert_eq!(quoted("plain, \"said\""), "\"plain, \"\"said\"\"\"");
    }
}
