//! Protocol logs: every count is the truth, however the bytes come.

use generate_log::{Generator, Truth};
use mailtls_core::decode::{Encoding, NoDecoder};
use mailtls_core::fact::Facts;
use mailtls_core::fact::smtp::SmtpFacts;
use mailtls_core::fact::smtp::report::smtp_report;
use mailtls_core::fact::smtp::signal::Signal;
use mailtls_core::format::smtp_log::SmtpLogReader;
use mailtls_core::format::{Origin, Reader, Sink};
use mailtls_core::partial::{Part, Partial, PartialError, Place};
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

/// Rows are recognised by the rows before them where they stand whole in a chunk, and cut column by column where
/// they do not: both must read the same, whatever a row holds.
#[test]
fn what_is_recognised_is_what_is_cut() {
    let (log, _) = generated(19, 24 << 10);
    let mut state = 3_u64;
    let mut below = |limit: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % limit
    };
    let signs = b",,\"\"\r\n\n#0-+<>*2 \0,\"";
    for round in 0..60 {
        let mut bytes = log.clone().into_bytes();
        for _ in 0..below(120) {
            let at = 400 + below(bytes.len() - 400);
            match below(4) {
                0 => bytes[at] = signs[below(signs.len())],
                1 => bytes.insert(at, signs[below(signs.len())]),
                2 => drop(bytes.remove(at)),
                _ => {
                    // A piece of another row.
                    let from = below(bytes.len() - 40);
                    let piece = bytes[from..from + below(40)].to_vec();
                    bytes.splice(at..at, piece);
                }
            }
        }
        let whole = read(&[&bytes], bytes.len());
        assert_eq!(whole, read(&[&bytes], 1), "round {round}");
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

#[test]
fn sessions_that_never_end_are_counted_and_let_go() {
    const SESSIONS: u64 = 12_000;
    let mut log = Generator::header().to_owned();
    for session in 0..SESSIONS {
        let (high, low) = (session / 250, session % 250);
        let row = format!("10.0.0.1:5,198.{}.{}.{low}:25", 18 + high / 250, high % 250);
        log.push_str(&format!("2026-11-03T08:00:00.000Z,Out,{session:016X},0,{row},+,,\r\n"));
    }
    let smtp = read(&[log.as_bytes()], 70_001).smtp;
    assert_eq!((smtp.sessions, smtp.rows, smtp.broken), (SESSIONS, SESSIONS, 0));
    // Of the peers as many are kept as a table can show; the others are counted together.
    assert_eq!(smtp.peers.len(), 4096);
    assert_eq!(smtp.other_peers.map(|others| others.sessions), Some(SESSIONS - 4096));
}

/// Reads one input, or a part of one, apart, and sends it through its bytes.
fn apart(place: Place<'_>, bytes: &[u8], chunk: usize) -> Partial {
    let mut session = Session::apart(Box::new(NoDecoder));
    session.open_part(place);
    bytes.chunks(chunk).for_each(|chunk| session.feed(chunk));
    let partial = session.partial();
    let bytes = partial.to_bytes();
    let read = Partial::from_bytes(&bytes).expect("what was written is read");
    assert!(read == partial, "what was written is read");
    assert!(read.to_bytes() == bytes, "and written the same");
    read
}

fn report_of(partial: &Partial) -> Report {
    partial.report(Options::default(), Box::new(NoDecoder))
}

/// Every order of four, grouped from the left, from the right, and in pairs, is the same partial.
fn merged_in_all_ways(parts: &[Partial]) -> Partial {
    let [a, b, c, d] = parts else { panic!("four parts") };
    let merge = |one: &Partial, other: &Partial| Partial::merge(one.clone(), other.clone());
    let all = merge(&merge(&merge(a, b), c), d);
    for other in [
        merge(&merge(&merge(d, c), b), a),
        merge(&merge(&merge(b, d), a), c),
        merge(a, &merge(b, &merge(c, d))),
        merge(&merge(d, a), &merge(c, b)),
        merge(&all, &Partial::default()),
    ] {
        assert!(all.to_bytes() == other.to_bytes(), "an order or a grouping shows");
    }
    all
}

#[test]
fn files_read_apart_and_merged_are_the_whole() {
    for seed in 20..26 {
        let (log, truth) = generated(seed, 60_000);
        let files = rotated(&log, 4);
        let names: Vec<String> = (0..4).map(|at| format!("SEND-{at}.log")).collect();
        let inputs = files.iter().zip(&names);
        let parts: Vec<Partial> =
            inputs.clone().map(|(file, name)| apart(Place::of(name), file.as_bytes(), 4001)).collect();
        let merged = report_of(&merged_in_all_ways(&parts));
        let mut session = Session::new(Options::default(), Box::new(NoDecoder));
        for (file, name) in inputs {
            session.open(name);
            session.feed(file.as_bytes());
        }
        assert_eq!(merged, session.finish(), "seed {seed}");
        assert_true(&merged.smtp, &truth);
    }
}

#[test]
fn parts_of_one_file_merged_are_the_whole() {
    for (seed, chunk) in (30..36).zip([1, 7, 149, 4001, 70_001, usize::MAX]) {
        let (mut log, truth) = generated(seed, 60_000);
        let middle = log.len() / 2;
        let at = middle + log[middle..].find('\n').expect("a line ends") + 1;
        log.insert_str(at, "this is no row\r\n");
        let whole = read(&[log.as_bytes()], chunk);
        let mut ends: Vec<usize> = (1..4).map(|part| log.len() * part / 4).collect();
        for end in &mut ends {
            *end += log[*end..].find('\n').expect("a line ends") + 1;
        }
        ends.push(log.len());
        let head = log.as_bytes().get(..Session::HEAD).unwrap_or(log.as_bytes());
        assert!(Session::can_be_split("SEND.log", None, head));
        let mut offset = 0;
        let mut parts = Vec::new();
        for end in ends {
            let part = Part { head, offset: offset as u64 };
            let place = Place { position: 3, part: Some(part), ..Place::of("SEND.log") };
            parts.push(apart(place, &log.as_bytes()[offset..end], chunk));
            offset = end;
        }
        let all = merged_in_all_ways(&parts);
        assert!(!all.turns());
        let merged = report_of(&all);
        assert_eq!(merged, whole, "seed {seed}");
        assert_eq!((merged.smtp.sessions, merged.smtp.broken), (truth.all.sessions, 1));
        assert_eq!(merged.sources[0].problems[0].line, whole.sources[0].problems[0].line);
    }
}

#[test]
fn a_file_that_turns_into_another_log_says_so() {
    let (log, _) = generated(40, 3000);
    let both = format!("{log}#Log-type: SMTP Receive Protocol Log\r\n{log}");
    let part = Part { head: log.as_bytes(), offset: 0 };
    let place = Place { part: Some(part), ..Place::of("BOTH.log") };
    assert!(apart(place, both.as_bytes(), 500).turns());
}

#[test]
fn whatever_was_kept_apart_is_read_in_the_order_of_its_place() {
    let off = "Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\\
               SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client]\r\n\"Enabled\"=dword:0000000";
    let (log, _) = generated(41, 5000);
    let texts = [format!("{off}0\r\n"), log, format!("{off}1\r\n"), "421 4.4.2 SocketError".to_owned()];
    let names = ["z.reg", "SEND.log", "a.reg", "bounce.txt"];
    let place = |at: usize| Place { position: at as u64, ..Place::of(names[at]) };
    let parts: Vec<Partial> = (0..4).map(|at| apart(place(at), texts[at].as_bytes(), 100)).collect();
    let mut session = Session::new(Options::default(), Box::new(NoDecoder));
    for (name, text) in names.iter().zip(&texts) {
        session.open(name);
        session.feed(text.as_bytes());
    }
    let whole = session.finish();
    assert_eq!(report_of(&merged_in_all_ways(&parts)), whole);
    // The same with the log alone read apart.
    let mut session = Session::new(Options::default(), Box::new(NoDecoder));
    let ids = names.map(|name| session.reserve(name, None));
    session.take(ids[1], &parts[1]);
    for at in [0, 2, 3] {
        session.open_reserved(ids[at]);
        session.feed(texts[at].as_bytes());
    }
    assert_eq!(session.finish(), whole);
    // The same where its position is the place reserved for it.
    let mut session = Session::new(Options::default(), Box::new(NoDecoder));
    let ids = names.map(|name| session.reserve(name, None));
    for at in [0, 2, 3] {
        session.open_reserved(ids[at]);
        session.feed(texts[at].as_bytes());
    }
    session.take_reserved(&parts[1]);
    assert_eq!(session.finish(), whole);
}

#[test]
fn bytes_that_are_no_partial_are_refused_and_damaged_ones_never_panic() {
    assert_eq!(Partial::from_bytes(b"#Software: Microsoft"), Err(PartialError::NotPartial));
    assert_eq!(
        Partial::from_bytes(b"mailtls-partial 9.9\n"),
        Err(PartialError::OtherVersion("9.9".to_owned()))
    );
    let (log, _) = generated(42, 4000);
    let end = log[..log.len() - 700].rfind('\n').expect("a line ends") + 1;
    let bytes = apart(Place::of("SEND.log"), &log.as_bytes()[..end], 999).to_bytes();
    for end in (0..bytes.len()).step_by(1009) {
        assert!(Partial::from_bytes(&bytes[..end]).is_err(), "first {end} bytes");
    }
    for at in (0..bytes.len()).step_by(331) {
        let mut bytes = bytes.clone();
        bytes[at] ^= 0x55;
        if let Ok(partial) = Partial::from_bytes(&bytes) {
            report_of(&Partial::merge(partial.clone(), partial));
        }
    }
}
