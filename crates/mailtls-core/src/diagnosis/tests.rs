//! Verdicts from findings made by hand: the logic alone, without readers and rules.

use super::*;
use crate::report::DocumentReport;
use crate::rule::{Findings, Firing, Rule, run};
use crate::span::{SourceId, Span};
use crate::vocabulary::Grade;

const BOUNCE: u64 = 1;
const EXPORT: u64 = 2;

/// A paste: line 1 a bounce, line 2 a registry export.
fn sources() -> Vec<Source> {
    let document =
        |kind, line| DocumentReport { kind, form: String::new(), first_line: line, last_line: line };
    vec![Source {
        name: "paste".to_owned(),
        encoding: crate::decode::Encoding::Ascii,
        bytes: 0,
        lines: 2,
        documents: vec![document(Kind::Ndr, BOUNCE), document(Kind::Reg, EXPORT)],
        told_kind: None,
    }]
}

fn mark(line: u64) -> Mark {
    Mark::new(Span { source: SourceId(0), line, start: 0, end: 1 }, "quote")
}

const fn rule(id: &'static str, cause: Option<Cause>, check: fn(&Facts, &mut Findings<'_>)) -> Rule {
    Rule {
        id: RuleId::new(id),
        severity: Severity::Error,
        grade: Grade::A,
        since: "0.1.0",
        cause,
        rules_out: &[],
        explains: &[],
        needs: &[],
        args: &[],
        references: &[],
        check,
    }
}

fn fire(line: u64, certainty: Certainty, direction: Direction) -> Firing {
    Firing::at(&mark(line)).certainty(certainty).direction(direction)
}

static BOUNCED: Rule = rule("bounced", Some(Cause::TlsVersion), |_, out| {
    out.report(fire(BOUNCE, Certainty::Likely, Direction::Outbound));
});
static CLIENT_OFF: Rule = Rule {
    explains: &["starttls-demanded"],
    ..rule("client-off", Some(Cause::TlsVersion), |_, out| {
        out.report(fire(EXPORT, Certainty::Certain, Direction::Outbound).platform(Platform::Schannel));
    })
};
static SERVER_OFF: Rule = rule("server-off", Some(Cause::TlsVersion), |_, out| {
    out.report(fire(EXPORT, Certainty::Certain, Direction::Inbound));
});
static CLIENT_ON: Rule = Rule {
    severity: Severity::Note,
    rules_out: &[Cause::TlsVersion],
    ..rule("client-on", None, |_, out| out.report(fire(EXPORT, Certainty::Certain, Direction::Outbound)))
};
static STARTTLS_DEMANDED: Rule = rule("starttls-demanded", Some(Cause::StarttlsRequired), |_, out| {
    out.report(fire(BOUNCE, Certainty::Likely, Direction::Outbound));
});
static NO_KEY: Rule = rule("no-key", Some(Cause::Credentials), |_, out| {
    out.report(fire(BOUNCE, Certainty::Certain, Direction::Outbound));
});
static DERIVED: Rule = Rule {
    grade: Grade::D,
    ..rule("derived", Some(Cause::TlsVersion), |_, out| {
        out.report(fire(BOUNCE, Certainty::Certain, Direction::Outbound));
    })
};

fn verdict(rules: &[&'static Rule]) -> Verdict {
    let facts = Facts::default();
    let findings = run(rules, &facts);
    decide(&facts, &sources(), &findings, Options::default()).verdict
}

fn answer_of(rules: &[&'static Rule]) -> (Cause, Certainty, Direction) {
    let verdict = verdict(rules);
    (verdict.cause, verdict.certainty, verdict.direction)
}

#[test]
fn a_bounce_alone_is_likely_and_names_what_else_looks_like_it() {
    let verdict = verdict(&[&BOUNCED]);
    assert_eq!((verdict.cause, verdict.certainty), (Cause::TlsVersion, Certainty::Likely));
    assert!(verdict.considered.len() >= 4, "{:?}", verdict.considered);
    assert_eq!(verdict.needs, [Kind::SmtpSendLog], "a registry export is already here");
}

#[test]
fn an_export_that_switches_the_client_off_makes_it_certain() {
    let verdict = verdict(&[&BOUNCED, &CLIENT_OFF]);
    assert_eq!((verdict.cause, verdict.certainty), (Cause::TlsVersion, Certainty::Certain));
    assert_eq!((verdict.direction, verdict.platform), (Direction::Outbound, Platform::Schannel));
    assert_eq!(verdict.because, ["client-off", "bounced"]);
    assert!(verdict.needs.is_empty());
}

#[test]
fn an_export_about_the_other_direction_proves_nothing_for_this_one() {
    let verdict = verdict(&[&BOUNCED, &SERVER_OFF]);
    assert_eq!((verdict.certainty, verdict.direction), (Certainty::Likely, Direction::Outbound));
}

#[test]
fn an_export_that_shows_tls_1_2_on_takes_the_answer_back() {
    let verdict = verdict(&[&BOUNCED, &CLIENT_ON]);
    assert_eq!((verdict.cause, verdict.certainty), (Cause::Unknown, Certainty::Suspected));
    assert!(
        verdict
            .considered
            .iter()
            .any(|one| one.cause == Cause::TlsVersion && one.speaks_against == ["client-on"])
    );
    assert!(verdict.ruled_out.is_empty(), "weakened is not ruled out: {:?}", verdict.ruled_out);
}

#[test]
fn the_failure_that_was_seen_goes_before_a_state_that_was_not() {
    assert_eq!(
        answer_of(&[&CLIENT_OFF, &NO_KEY]),
        (Cause::Credentials, Certainty::Certain, Direction::Outbound)
    );
}

#[test]
fn an_effect_is_not_the_answer_when_its_cause_is_known() {
    assert_eq!(
        answer_of(&[&STARTTLS_DEMANDED, &CLIENT_OFF]),
        (Cause::TlsVersion, Certainty::Certain, Direction::Outbound)
    );
}

#[test]
fn both_roles_off_is_both_directions() {
    assert_eq!(
        answer_of(&[&CLIENT_OFF, &SERVER_OFF]),
        (Cause::TlsVersion, Certainty::Certain, Direction::Both)
    );
}

#[test]
fn a_derived_fact_is_never_certain() {
    assert_eq!(answer_of(&[&DERIVED]).1, Certainty::Likely);
}

#[test]
fn health_is_an_answer_and_so_is_silence() {
    assert_eq!(answer_of(&[&CLIENT_ON]), (Cause::None, Certainty::Likely, Direction::Outbound));
    assert_eq!(answer_of(&[]), (Cause::None, Certainty::Suspected, Direction::Unknown));
}
