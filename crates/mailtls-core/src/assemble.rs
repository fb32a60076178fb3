//! From facts and findings to the report: everything in its place, nothing decided here.

use crate::diagnosis::{Weighed, decide};
use crate::fact::Facts;
use crate::report::{
    ArgReport, EvidenceReport, FindingReport, ProblemReport, RegistryReport, Report, SCHEMA, SmtpReport,
    SourceReport,
};
use crate::rule::{Arg, Finding};
use crate::session::{Options, Source};
use crate::span::{Mark, SourceId};
use crate::vocabulary::Kind;
use std::collections::BTreeMap;

/// The report on everything read.
#[must_use]
pub fn report(facts: &Facts, sources: &[Source], findings: &[Finding], options: Options) -> Report {
    let diagnosis = decide(facts, sources, findings, options);
    Report {
        schema: SCHEMA,
        verdict: diagnosis.verdict,
        findings: diagnosis.findings.iter().map(|weighed| finding_report(weighed, sources)).collect(),
        sources: source_reports(facts, sources),
        registry: RegistryReport::default(),
        servers: Vec::new(),
        smtp: SmtpReport { sessions: facts.smtp.sessions, rows: facts.smtp.rows, peers: Vec::new() },
        fix: None,
        no_fix: None,
    }
}

fn finding_report(weighed: &Weighed<'_>, sources: &[Source]) -> FindingReport {
    let finding = weighed.finding;
    FindingReport {
        rule: finding.rule.id.as_str().to_owned(),
        severity: finding.rule.severity,
        certainty: weighed.certainty,
        cause: finding.cause(),
        direction: finding.direction,
        server: finding.server.clone(),
        title: String::new(),
        what: String::new(),
        why: String::new(),
        remedy: String::new(),
        evidence: finding.evidence.iter().map(|mark| evidence_report(mark, sources)).collect(),
        explained_by: weighed.explained_by.map(|rule| rule.as_str().to_owned()),
        args: arg_reports(&finding.args),
    }
}

fn evidence_report(mark: &Mark, sources: &[Source]) -> EvidenceReport {
    EvidenceReport {
        source: source_name(mark.span.source, sources),
        line: mark.span.line,
        start: mark.span.start,
        end: mark.span.end,
        quote: mark.quote.clone(),
    }
}

fn source_name(id: SourceId, sources: &[Source]) -> String {
    sources.get(id.0 as usize).map(|source| source.name.clone()).unwrap_or_default()
}

fn arg_reports(args: &BTreeMap<&'static str, Arg>) -> BTreeMap<String, ArgReport> {
    let report = |arg: &Arg| match arg {
        Arg::Text(text) => ArgReport::Text(text.clone()),
        Arg::Number(number) => ArgReport::Number(*number),
    };
    args.iter().map(|(name, arg)| ((*name).to_owned(), report(arg))).collect()
}

fn source_reports(facts: &Facts, sources: &[Source]) -> Vec<SourceReport> {
    let report = |(index, source): (usize, &Source)| {
        let id = SourceId(u32::try_from(index).unwrap_or(u32::MAX));
        let problems = facts.problems.kept().iter().filter(|problem| problem.mark.span.source == id);
        SourceReport {
            name: source.name.clone(),
            kind: main_kind(source),
            encoding: source.encoding.name().to_owned(),
            bytes: source.bytes,
            lines: source.lines,
            documents: source.documents.clone(),
            problems: problems
                .map(|problem| ProblemReport {
                    line: problem.mark.span.line,
                    code: problem.code.to_owned(),
                    message: String::new(),
                    args: arg_reports(&problem.args),
                    count: facts.problems.count(id, problem.code),
                })
                .collect(),
        }
    };
    sources.iter().enumerate().map(report).collect()
}

/// Of the documents in a source, the kind that weighs most: anything weighs more than text, the first most.
fn main_kind(source: &Source) -> Kind {
    let mut kinds = source.documents.iter().map(|document| document.kind);
    kinds.find(|kind| *kind != Kind::Text).unwrap_or(Kind::Text)
}
