//! `cargo xtask bench`: how fast a protocol log is diagnosed, beside what merely splitting the same bytes
//! costs, in one run and on one generated file whose truth is known.
//!
//! Ratios count, not times: machines differ, and so does one machine from hour to hour.

#![expect(clippy::disallowed_methods, reason = "a benchmark has a clock")]
#![expect(clippy::cast_precision_loss, reason = "ratios need no more digits")]

use crate::generate_log::{Counts, Generator, Truth};
use anyhow::{Context as _, Result, ensure};
use mailtls_core::decode::NoDecoder;
use mailtls_core::report::Report;
use mailtls_core::session::{Options, Session};
use std::collections::BTreeMap;
use std::hint::black_box;
use std::io::Write as _;
use std::time::{Duration, Instant};

const MEGABYTE: usize = 1 << 20;
/// What the page feeds at once.
const CHUNK: usize = MEGABYTE;

/// `--long` adds 1 GB and 10 GB to the sizes.
///
/// # Errors
///
/// Where the counts are not those of the generator, to the last session.
pub(crate) fn run(args: &[String]) -> Result<()> {
    if cfg!(debug_assertions) {
        println!("This is not a release build: cargo run --release -p xtask -- bench");
    }
    let (bytes, truth) = generate(64 * MEGABYTE);
    let report = check(&bytes, &truth)?;
    println!(
        "{} MB, {} rows, {} sessions: every count is the generator's",
        bytes.len() / MEGABYTE,
        report.smtp.rows,
        report.smtp.sessions
    );
    let lines = best(|| black_box(memchr::memchr_iter(b'\n', black_box(&bytes)).count()));
    let tokens = best(|| black_box(tokenize(black_box(&bytes))));
    let diagnosis = best(|| black_box(diagnose(black_box(&bytes))));
    row("count newlines (memchr)", bytes.len(), lines);
    row("tokenize alone (csv-core)", bytes.len(), tokens);
    row("full diagnosis", bytes.len(), diagnosis);
    println!("full diagnosis / tokenizing alone: {:.2}×", ratio(tokens, diagnosis));
    println!("linearity, ns per byte:");
    for size in [1, 4, 16, 64] {
        let part = bytes.get(..size * MEGABYTE).unwrap_or(&bytes);
        println!("  {size:>6} MB  {:.3}", per_byte(best(|| black_box(diagnose(part))), part.len()));
    }
    if args.iter().any(|arg| arg == "--long") {
        for gigabytes in [1, 10] {
            long(gigabytes)?;
        }
    }
    Ok(())
}

/// `cargo xtask generate-log`.
pub(crate) fn write_log(args: &[String]) -> Result<()> {
    let number = |at: usize, otherwise: u64| {
        args.get(at).map_or(Ok(otherwise), |text| text.parse().context("MB and SEED are numbers"))
    };
    let (size, seed) = (number(0, 64)? << 20, number(1, 7)?);
    let mut generator = Generator::new(seed);
    let mut out = Generator::header().to_owned();
    let (mut written, mut stdout) = (0, std::io::stdout().lock());
    while written < size {
        generator.fill(&mut out, 1 << 20);
        if written + out.len() as u64 >= size {
            generator.finish(&mut out);
        }
        stdout.write_all(out.as_bytes())?;
        written += out.len() as u64;
        out.clear();
    }
    let Truth { rows, all, peers, fallbacks, .. } = &generator.truth;
    let truth = serde_json::json!({
        "bytes": written, "rows": rows, "sessions": all.sessions, "negotiated": all.negotiated, "clear": all.clear,
        "failed": all.failed, "peers": peers.len(), "fallbacks": fallbacks,
    });
    eprintln!("{truth}");
    Ok(())
}

fn generate(bytes: usize) -> (Vec<u8>, Truth) {
    let mut generator = Generator::new(7);
    let mut out = Generator::header().to_owned();
    out.reserve(bytes + MEGABYTE);
    generator.fill(&mut out, bytes);
    generator.finish(&mut out);
    (out.into_bytes(), generator.truth)
}

/// Generates and reads piece by piece: only the reading is timed, and nothing is kept.
fn long(gigabytes: usize) -> Result<()> {
    let mut generator = Generator::new(11);
    let mut session = Session::new(Options::default(), Box::new(NoDecoder));
    session.open("long.log");
    let (mut spent, mut read) = (Duration::ZERO, 0);
    let mut out = Generator::header().to_owned();
    while read < gigabytes << 30 {
        generator.fill(&mut out, 16 * MEGABYTE);
        let begin = Instant::now();
        out.as_bytes().chunks(CHUNK).for_each(|chunk| session.feed(chunk));
        spent += begin.elapsed();
        read += out.len();
        out.clear();
    }
    generator.finish(&mut out);
    session.feed(out.as_bytes());
    compare(&session.finish(), &generator.truth)?;
    println!("  {gigabytes:>6} GB  {:.3}  (every count is the generator's)", per_byte(spent, read));
    Ok(())
}

fn diagnose(bytes: &[u8]) -> Report {
    let mut session = Session::new(Options::default(), Box::new(NoDecoder));
    session.open("generated.log");
    bytes.chunks(CHUNK).for_each(|chunk| session.feed(chunk));
    session.finish()
}

fn check(bytes: &[u8], truth: &Truth) -> Result<Report> {
    let report = diagnose(bytes);
    compare(&report, truth)?;
    Ok(report)
}

/// Holds a report against the truth.
fn compare(report: &Report, truth: &Truth) -> Result<()> {
    let smtp = &report.smtp;
    ensure!(smtp.rows == truth.rows, "{} rows, not {}", smtp.rows, truth.rows);
    ensure!(smtp.broken == 0, "{} rows broken", smtp.broken);
    ensure!(smtp.sessions == truth.all.sessions, "{} sessions, not {}", smtp.sessions, truth.all.sessions);
    ensure!(smtp.failures == truth.all.failed, "failures {:?}, not {:?}", smtp.failures, truth.all.failed);
    let mut peers: BTreeMap<(String, String), Counts> = BTreeMap::new();
    for peer in &smtp.peers {
        let counts = Counts {
            sessions: peer.sessions,
            negotiated: peer.negotiated.clone(),
            clear: peer.clear,
            failed: peer.failures.clone(),
        };
        peers.insert((peer.address.clone(), peer.connector.clone()), counts);
    }
    ensure!(peers == truth.peers, "peers differ");
    if smtp.timeline_unit == "hour" {
        for stretch in &smtp.timeline {
            let hour = truth.hours.get(&stretch.begin).cloned().unwrap_or_default();
            let failed: u64 = hour.failed.values().sum();
            let same = hour.sessions == stretch.sessions
                && hour.negotiated == stretch.negotiated
                && hour.clear == stretch.clear
                && failed == stretch.failed;
            ensure!(same, "{}: {stretch:?}, not {hour:?}", stretch.begin);
        }
        ensure!(smtp.timeline.len() == truth.hours.len(), "hours differ");
    }
    Ok(())
}

/// Splits into fields and does nothing with them: the least that a reader of CSV does.
fn tokenize(bytes: &[u8]) -> u64 {
    let mut reader = csv_core::Reader::new();
    let mut output = vec![0; 1 << 16];
    let mut ends = vec![0; 64];
    let (mut input, mut fields, mut at, mut count) = (bytes, 0_u64, 0, 0);
    loop {
        let space = output.get_mut(at..).unwrap_or_default();
        let (result, read, written, ended) =
            reader.read_record(input, space, ends.get_mut(count..).unwrap_or_default());
        input = input.get(read..).unwrap_or_default();
        at += written;
        count += ended;
        match result {
            csv_core::ReadRecordResult::InputEmpty if input.is_empty() && read == 0 => return fields,
            csv_core::ReadRecordResult::InputEmpty => {}
            csv_core::ReadRecordResult::End => return fields,
            csv_core::ReadRecordResult::OutputFull
            | csv_core::ReadRecordResult::OutputEndsFull
            | csv_core::ReadRecordResult::Record => {
                fields += count as u64;
                (at, count) = (0, 0);
            }
        }
    }
}

/// The shortest of five: what disturbs only ever adds.
fn best<T>(mut run: impl FnMut() -> T) -> Duration {
    let time = |run: &mut dyn FnMut() -> T| {
        let begin = Instant::now();
        let _ = run();
        begin.elapsed()
    };
    (0..5).map(|_| time(&mut run)).min().unwrap_or_default()
}

fn row(name: &str, bytes: usize, time: Duration) {
    let megabytes = bytes as f64 / MEGABYTE as f64;
    println!(
        "  {name:<28}{:>8.0} MB/s  {:.3} ns per byte",
        megabytes / time.as_secs_f64(),
        per_byte(time, bytes)
    );
}

fn per_byte(time: Duration, bytes: usize) -> f64 {
    time.as_secs_f64() * 1e9 / bytes as f64
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}
