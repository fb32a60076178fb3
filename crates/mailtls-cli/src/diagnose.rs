//! `mailtls diagnose`: one report over all inputs.

use crate::Outcome;
use crate::args::Diagnose;
use crate::error::CommandError;
use crate::{input, output};
use mailtls_core::report::Report;
use mailtls_core::session::Options;
use mailtls_core::vocabulary::{Cause, Severity};
use mailtls_text::{Format, render, render_with};

/// Reads everything and prints the report.
pub(crate) fn run(args: &Diagnose) -> Result<Outcome, CommandError> {
    let options = Options { os: args.windows.os, ..Options::default() };
    let report = input::read(&args.files, args.kind, options)?.finish();
    if args.format == Format::Text {
        output::print_styled(&render_with(&report, args.lang, Format::Text, output::style()))?;
    } else {
        output::print(render(&report, args.lang, args.format).as_bytes())?;
    }
    Ok(outcome(&report))
}

/// Notes are worth reading, and nothing wrong.
fn outcome(report: &Report) -> Outcome {
    let wrong = report.findings.iter().any(|finding| finding.severity > Severity::Note);
    if wrong || report.verdict.cause != Cause::None { Outcome::Findings } else { Outcome::Fine }
}
