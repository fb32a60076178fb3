//! `mailtls diagnose`: one report over all inputs.

use crate::Outcome;
use crate::args::Diagnose;
use crate::error::CommandError;
use crate::{output, read};
use mailtls_core::report::Report;
use mailtls_core::session::Options;
use mailtls_core::vocabulary::{Cause, Severity};
use mailtls_text::{Format, Lang, render, render_with};

/// Reads everything and prints the report.
pub(crate) fn run(args: &Diagnose) -> Result<Outcome, CommandError> {
    if args.partial {
        output::print(&read::read_apart(&args.files, args.kind)?.to_bytes())?;
        return Ok(Outcome::Fine);
    }
    let options = Options { os: args.windows.os, ..Options::default() };
    let report = read::read(&args.files, &args.servers.servers, args.kind, options)?.finish();
    show(&report, args.format, args.lang)?;
    Ok(outcome(&report))
}

/// Prints a report.
pub(crate) fn show(report: &Report, format: Format, lang: Lang) -> Result<(), CommandError> {
    if format == Format::Text {
        output::print_styled(&render_with(report, lang, Format::Text, output::style()))
    } else {
        output::print(render(report, lang, format).as_bytes())
    }
}

/// Notes are worth reading, and nothing wrong.
pub(crate) fn outcome(report: &Report) -> Outcome {
    let wrong = report.findings.iter().any(|finding| finding.severity > Severity::Note);
    if wrong || report.verdict.cause != Cause::None { Outcome::Findings } else { Outcome::Fine }
}
