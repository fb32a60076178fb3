//! What the protocol logs say, as the report shows it.

use crate::fact::Facts;
use crate::fact::peer::Side;
use crate::fact::smtp::signal::{Agreed, Example, Outcome, PeerKey, TlsVersion};
use crate::fact::smtp::{PeerTally, Tally};
use crate::order::map_of;
use crate::report::{
    CipherReport, EvidenceReport, PeerReport, SmtpReport, StretchReport, TranscriptLine, TranscriptReport,
};
use crate::span::SourceId;
use crate::vocabulary::Direction;
use std::collections::BTreeMap;

/// The most transcripts a report carries.
const TRANSCRIPTS: usize = 40;

/// The part of the report on protocol logs. `name_of` names a source.
pub fn smtp_report(facts: &Facts, name_of: impl Fn(SourceId) -> String) -> SmtpReport {
    let tally = facts.smtp.tally();
    let (peers, others) = tally.peers();
    let mut peers: Vec<PeerReport> = peers.iter().map(|(key, peer)| peer_report(key, peer)).collect();
    crate::order::sort_by_key(&mut peers, badness);
    SmtpReport {
        sessions: tally.sessions,
        rows: facts.smtp.rows,
        broken: facts.smtp.broken,
        peers,
        other_peers: (others.sessions > 0).then(|| peer_report(&nobody(), &others)),
        ciphers: ciphers(tally),
        failures: map_of(tally.failure_words().into_iter().map(|(word, count)| (word.to_owned(), count))),
        timeline: timeline(tally),
        timeline_unit: tally.timeline.unit.word().to_owned(),
        transcripts: transcripts(tally, &name_of),
    }
}

fn nobody() -> PeerKey {
    PeerKey { direction: Direction::Unknown, connector: String::new(), address: String::new() }
}

/// Worst first: what fails, then what goes in clear text, then what would break without old versions, then
/// the busiest; equals by name.
fn badness(peer: &PeerReport) -> impl Ord + use<> {
    let old: u64 =
        ["SSL 2.0", "SSL 3.0", "TLS 1.0", "TLS 1.1"].iter().filter_map(|old| peer.negotiated.get(*old)).sum();
    let most = std::cmp::Reverse;
    (
        !(peer.failed > 0 && peer.microsoft365),
        most(peer.failed),
        !(peer.clear > 0 && peer.microsoft365),
        most(old),
        most(peer.clear),
        most(peer.sessions),
        (peer.name.clone(), peer.address.clone(), peer.connector.clone(), peer.direction),
    )
}

fn peer_report(key: &PeerKey, peer: &PeerTally) -> PeerReport {
    let name = peer.name.as_ref().map(|(_, name)| name.clone()).unwrap_or_default();
    let named = |counts: &BTreeMap<String, u64>| counts.clone();
    PeerReport {
        address: if key.address == name { String::new() } else { key.address.clone() },
        name,
        connector: key.connector.clone(),
        direction: key.direction,
        sessions: peer.sessions,
        negotiated: by_name(&peer.negotiated),
        clear: peer.clear,
        failed: peer.failed.values().sum(),
        failures: named(&peer.failed),
        ciphers: named(&peer.suites),
        microsoft365: peer.side == Some(Side::Microsoft365),
        first: peer.first.map(|time| time.as_str().to_owned()).unwrap_or_default(),
        last: peer.last.map(|time| time.as_str().to_owned()).unwrap_or_default(),
    }
}

fn by_name(negotiated: &BTreeMap<TlsVersion, u64>) -> BTreeMap<String, u64> {
    map_of(negotiated.iter().map(|(version, count)| (version.name().to_owned(), *count)))
}

fn ciphers(tally: &Tally) -> Vec<CipherReport> {
    let report = |((version, suite), count): (&(TlsVersion, String), &u64)| CipherReport {
        version: version.name().to_owned(),
        suite: suite.clone(),
        sessions: *count,
        weak: Agreed::is_weak_suite(suite),
    };
    tally.suites.iter().map(report).collect()
}

fn timeline(tally: &Tally) -> Vec<StretchReport> {
    let report = |(begin, stretch): (&String, &crate::fact::smtp::timeline::Stretch)| StretchReport {
        begin: begin.clone(),
        sessions: stretch.sessions,
        negotiated: by_name(&stretch.negotiated),
        clear: stretch.clear,
        failed: stretch.failed,
    };
    tally.timeline.stretches.iter().map(report).collect()
}

fn transcripts(tally: &Tally, name_of: &impl Fn(SourceId) -> String) -> Vec<TranscriptReport> {
    let mut transcripts: Vec<TranscriptReport> =
        tally.examples().iter().map(|example| transcript(example, name_of)).collect();
    // Stable: equals stay in the order of the log.
    crate::order::sort_by_key(&mut transcripts, |one| (one.failed.is_none(), !one.microsoft365, !one.clear));
    transcripts.truncate(TRANSCRIPTS);
    transcripts
}

fn transcript(example: &Example, name_of: &impl Fn(SourceId) -> String) -> TranscriptReport {
    let outcome = Outcome::read(&example.trace);
    let mut before: Option<i64> = None;
    let mut lines = Vec::new();
    for line in example.trace.lines() {
        let now = line.time.milliseconds();
        let gap = now.zip(before).map_or(0, |(now, before)| u64::try_from(now - before).unwrap_or(0));
        before = now.or(before);
        lines.push(TranscriptLine {
            time: line.time.as_str().to_owned(),
            event: char::from(line.event).to_string(),
            data: shown(line.data),
            context: shown(line.context),
            step: line.step.to_owned(),
            gap,
            evidence: EvidenceReport {
                source: name_of(line.mark.span.source),
                line: line.mark.span.line,
                start: line.mark.span.start,
                end: line.mark.span.end,
                quote: line.mark.quote,
            },
        });
    }
    TranscriptReport {
        session: example.trace.id(),
        direction: example.peer.direction,
        name: example.name.clone(),
        address: example.peer.address.clone(),
        connector: example.peer.connector.clone(),
        microsoft365: example.side == Side::Microsoft365,
        negotiated: outcome.agreed.map(|agreed| agreed.version.name().to_owned()),
        failed: outcome.failed,
        clear: outcome.clear,
        rows: example.trace.rows(),
        lines,
    }
}

/// A column, cut where it is too long to show.
fn shown(mut text: String) -> String {
    const LIMIT: usize = 512;
    if text.len() > LIMIT {
        let cut = (0..=LIMIT).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        text.truncate(cut);
        text.push('…');
    }
    text
}
