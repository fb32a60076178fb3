//! Says a [`Report`] in a language.
//!
//! ```
//! use mailtls_core::session::{Options, diagnose};
//! use mailtls_text::{Format, Lang, render, speak};
//!
//! let bounce = &b"421 4.4.2 Connection dropped due to SocketError"[..];
//! let mut report = diagnose([("bounce.txt", bounce)], &Options::default());
//! speak(&mut report, Lang::Es);
//! assert!(!report.verdict.summary.is_empty() && !report.findings[0].title.is_empty());
//!
//! let ticket = render(&report, Lang::PtBr, Format::Markdown);
//! assert!(ticket.contains("bounce.txt"));
//! ```

mod catalog;
mod codes;
mod digest;
mod lang;
mod pseudo;
mod render;
mod rules;
mod speak;
mod summary;
mod visible;

pub use catalog::{Text, arguments, entries, lookup, text};
pub use codes::{CODES, Code, code};
pub use digest::sha256;
pub use lang::Lang;
pub use render::{Format, Style, csv, html, json, markdown, quoted as csv_cell, render, render_with};
pub use rules::{ReferenceText, RuleText, rule, rules};
pub use speak::speak;
pub use visible::visible;

use mailtls_core::report::Report;

/// The report as JSON, the same bytes wherever it is made: two spaces of indentation, a newline at the end.
#[must_use]
pub fn to_json(report: &Report) -> String {
    let json = serde_json::to_string_pretty(report).unwrap_or_default();
    let mut escaped = visible::escape_json(&json);
    escaped.push('\n');
    escaped
}
