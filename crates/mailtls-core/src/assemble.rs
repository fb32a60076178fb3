//! From facts and findings to the report: everything in its place, nothing decided here.

use crate::diagnosis::{ASSUMED_OS, Weighed, decide};
use crate::fact::Facts;
use crate::fact::server::ServerFacts;
use crate::fact::smtp::report::smtp_report;
use crate::fix;
use crate::judge::{os_of, registry_report};
use crate::report::{
    ArgReport, EvidenceReport, FindingReport, FixReport, ProblemReport, Remark, Report, SCHEMA, ServerReport,
    SourceReport,
};
use crate::rule::{Arg, Finding};
use crate::session::{Options, Source};
use crate::span::{Mark, SourceId};
use crate::vocabulary::{Kind, Severity};
use std::collections::BTreeMap;

/// The report on everything read.
#[must_use]
pub fn report(facts: &Facts, sources: &[Source], findings: &[Finding], options: Options) -> Report {
    let diagnosis = decide(facts, sources, findings, options);
    let verdict = diagnosis.verdict;
    let smtp = smtp_report(facts, |id| source_name(id, sources));
    let mut kinds = sources.iter().flat_map(|source| &source.documents).map(|document| document.kind);
    let nothing_else = !sources.is_empty() && kinds.all(|kind| kind == Kind::Reg);
    let offered = |server: Option<&ServerFacts>| -> (Option<FixReport>, Option<Remark>) {
        let broken = server.is_some() && findings.iter().any(|finding| fix::breaks_tls12(finding, server));
        let occasion = fix::Occasion {
            registry: server.is_some_and(fix::shows_values),
            nothing_else,
            broken,
            far_end_behind: fix::far_end_is_behind(&verdict),
            hard_wired: fix::hard_wired(findings, server),
        };
        let os = server.map_or(facts.told_os, |server| os_of(facts, server));
        let wanted = fix::Wanted { profile: options.profile, strays: options.strays };
        match fix::propose(server, &verdict, occasion, wanted, os, &smtp.peers) {
            Ok(fix) => (Some(fix), None),
            Err(reason) => (None, Some(reason.into())),
        }
    };
    let nothing = ServerFacts::default();
    let worst = worst_server(&facts.servers, findings);
    let (fix, no_fix) = offered(worst);
    let servers = if facts.servers.len() > 1 { &*facts.servers } else { &[] };
    let server_report = |server: &ServerFacts| {
        let (fix, no_fix) = offered(Some(server));
        ServerReport {
            name: server.name.clone(),
            sources: server.sources.iter().map(|source| source_name(*source, sources)).collect(),
            registry: registry_report(server, os_of(facts, server).unwrap_or(ASSUMED_OS)),
            fix,
            no_fix,
        }
    };
    Report {
        schema: SCHEMA,
        findings: diagnosis.findings.iter().map(|weighed| finding_report(weighed, sources)).collect(),
        sources: source_reports(facts, sources),
        registry: registry_report(
            worst.unwrap_or(&nothing),
            worst.and_then(|server| os_of(facts, server)).unwrap_or(verdict.os),
        ),
        servers: servers.iter().map(server_report).collect(),
        verdict,
        smtp,
        fix,
        no_fix,
    }
}

/// The server with the most severe findings, of equals the first.
fn worst_server<'a>(servers: &'a [ServerFacts], findings: &[Finding]) -> Option<&'a ServerFacts> {
    let count = |server: &ServerFacts, severity: Severity| {
        let own = findings.iter().filter(|finding| finding.server.as_deref() == Some(&*server.name));
        own.filter(|finding| finding.rule.severity == severity).count()
    };
    let weight = |server: &ServerFacts| (count(server, Severity::Error), count(server, Severity::Warning));
    servers.iter().min_by_key(|server| std::cmp::Reverse(weight(server)))
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
    crate::order::map_of(args.iter().map(|(name, arg)| ((*name).to_owned(), report(arg))))
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
