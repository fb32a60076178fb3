//! Protocol logs: every count is the truth, however the bytes come.

use generate_log::{Generator, Truth};
use mailtls_core::decode::{Encoding, NoDecoder};
use mailtls_core::fact::Facts;
use mailtls_core::fact::smtp::SmtpFacts;
use mailtls_core::fact::smtp::report::smtp_report;
use mailtls_core::fact::smtp::signal::Signal;
use mailtls_core::format::smtp_log::SmtpLogReader;
use mailtls_core::format::{Origin, Reader, Sink};
use mailtls_core::report::{Report, SmtpReport};
use mailtls_core::session::{Options, Session};
use mailtls_core::span::SourceId;
use mailtls_core::vocabulary::Direction;

#[path = "../../crates/xtask/src/generate_log.rs"]
mod generate_log;

fn generated(seed: u64, bytes: usize) -> (String, Truth) {
    let mut generator = Generator::new(seed);
    let mut out = Generator::header().to_owned();
    generator.fill(&mut out, bytes);
    generator.finish(&mut out);
    (out, generator.truth)
}

fn read(parts: &[&[u8]], chunk: usize) -> Report {
    let mut session = Session::new(Options::default(), Box::new(NoDecoder));
    for part in parts {
        session.open("SEND.log");
        part.chunks(chunk).for_each(|chunk| session.feed(chunk));
    }
    session.finish()
}

/// What does not depend on where rows stand.
fn counts(smtp: &SmtpReport) -> String {
    format!(
        "{} {} {} {:?} {:?} {:?} {:?}",
        smtp.sessions, smtp.rows, smtp.broken, smtp.peers, smtp.ciphers, smtp.failures, smtp.timeline
    )
}

fn assert_true(smtp: &SmtpReport, truth: &Truth) {
    assert_eq!((smtp.rows, smtp.broken, smtp.sessions), (truth.rows, 0, truth.all.sessions));
    assert_eq!(smtp.failures, truth.all.failed);
    assert_eq!(smtp.peers.len(), truth.peers.len());
    for peer in &smtp.peers {
        let known = &truth.peers[&(peer.address.clone(), peer.connector.clone())];
        assert_eq!(
            (peer.sessions, &peer.negotiated, peer.clear, &peer.failures),
            (known.sessions, &known.negotiated, known.clear, &known.failed),
            "{peer:?}"
        );
    }
}

/// Cuts at line ends, so that every part is a file of its own, as rotation does.
fn rotated(log: &str, parts: usize) -> Vec<String> {
    let header = Generator::header();
    let rows = log.strip_prefix(header).expect("a log begins with its header");
    let mut files = Vec::new();
    let mut rest = rows;
    for left in (1..=parts).rev() {
        let cut = rest.len() / left;
        let end = rest[cut..].find('\n').map_or(rest.len(), |at| cut + at + 1);
        files.push(format!("{header}{}", &rest[..end]));
        rest = &rest[end..];
    }
    files
}

fn facts_of(file: &str, source: u32) -> SmtpFacts {
    let origin = Origin { source: SourceId(source), encoding: Encoding::default(), offset: 0, line: 1 };
    let mut facts = Facts::default();
    let mut sink = Sink { facts: &mut facts, decoder: &NoDecoder };
    let mut reader = SmtpLogReader::new(origin, Direction::Outbound, false);
    reader.feed(file.as_bytes(), &mut sink);
    reader.finish(&mut sink);
    facts.smtp
}

fn merged(parts: &[&SmtpFacts]) -> SmtpFacts {
    let mut all = SmtpFacts::default();
    for part in parts {
        all.merge(part);
    }
    all
}

fn reported(smtp: &SmtpFacts) -> SmtpReport {
    let mut facts = Facts { smtp: smtp.clone(), ..Facts::default() };
    facts.smtp.settle();
    smtp_report(&facts, |source| source.0.to_string())
}

fn fallbacks(smtp: &SmtpFacts) -> u64 {
    let mut smtp = smtp.clone();
    smtp.settle();
    smtp.tally().find(|_, _, signal| *signal == Signal::ClearAfterFailure).count
}

#[test]
fn the_cut_of_chunks_makes_no_difference_to_a_log() {
    let (log, truth) = generated(1, 150_000);
    let whole = read(&[log.as_bytes()], usize::MAX);
    assert_true(&whole.smtp, &truth);
    for chunk in [1, 2, 3, 7, 149, 4096, 70_001] {
        assert_eq!(whole, read(&[log.as_bytes()], chunk), "chunks of {chunk}");
    }
}

#[test]
fn the_encoding_of_a_log_makes_no_difference_to_its_counts() {
    let (log, truth) = generated(2, 100_000);
    let little: Vec<u8> = [0xFEFF].into_iter().chain(log.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = [0xFEFF].into_iter().chain(log.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    let ansi: Vec<u8> = log.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin-1")).collect();
    for bytes in [&little, &big, &ansi] {
        assert_true(&read(&[bytes], 5000).smtp, &truth);
    }
}

#[test]
fn rotated_files_are_one_log_in_any_order() {
    let (log, truth) = generated(3, 120_000);
    for parts in [2, 3, 11] {
        let files = rotated(&log, parts);
        let forward: Vec<&[u8]> = files.iter().map(String::as_bytes).collect();
        let backward: Vec<&[u8]> = forward.iter().rev().copied().collect();
        assert_true(&read(&forward, 4096).smtp, &truth);
        assert_true(&read(&backward, 4096).smtp, &truth);
    }
}

#[test]
fn parts_merge_in_any_order_and_grouping() {
    for seed in 4..12 {
        let (log, truth) = generated(seed, 40_000);
        let parts: Vec<SmtpFacts> =
            (0..).zip(rotated(&log, 4)).map(|(at, file)| facts_of(&file, at)).collect();
        let [a, b, c, d] = parts.iter().collect::<Vec<_>>()[..] else { panic!("four parts") };
        let in_order = merged(&[a, b, c, d]);
        assert_true(&reported(&in_order), &truth);
        assert_eq!(fallbacks(&in_order), truth.fallbacks, "seed {seed}");
        for other in [
            merged(&[d, c, b, a]),
            merged(&[c, a, d, b]),
            merged(&[&merged(&[a, b]), &merged(&[c, d])]),
            merged(&[a, &merged(&[b, &merged(&[c, d])])]),
        ] {
            assert_eq!(reported(&in_order), reported(&other), "seed {seed}");
        }
        let whole = facts_of(&log, 0);
        assert_eq!(counts(&reported(&whole)), counts(&reported(&in_order)), "seed {seed}");
        assert_eq!(fallbacks(&whole), truth.fallbacks, "seed {seed}");
    }
}
