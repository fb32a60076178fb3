//! `cargo xtask bench`: how fast a protocol log is diagnosed, beside what merely splitting the same bytes
//! costs, in one run and on one generated file whose truth is known.
//!
//! Ratios count, not times: machines differ, and so does one machine from hour to hour.

#![expect(clippy::disallowed_methods, reason = "a benchmark has a clock")]
#![expect(clippy::cast_precision_loss, reason = "ratios need no more digits")]

use crate::generate_log::{Counts, Generator, Truth};
use crate::wasm::{self, Glue, Profile};
use crate::{npm, shell, site, test};
use anyhow::{Context as _, Result, ensure};
use mailtls_core::decode::NoDecoder;
use mailtls_core::report::Report;
use mailtls_core::session::{Options, Session};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::hint::black_box;
use std::io::Write as _;
use std::time::{Duration, Instant};

const MEGABYTE: usize = 1 << 20;
/// What the page feeds at once.
const CHUNK: usize = MEGABYTE;

/// `--long` adds 1 GB and 10 GB to the sizes, and a log of a million peers. `--browser` measures there.
///
/// # Errors
///
/// Where the counts are not those of the generator, to the last session, or memory grows with the log.
pub(crate) fn run(args: &[String]) -> Result<()> {
    if shell::flag(args, "--browser") {
        return browser(args);
    }
    if cfg!(debug_assertions) {
        println!("This is not a release build: cargo run --release -p xtask -- bench");
    }
    if shell::flag(args, "--long") {
        // First: what is asked for is the most memory the process ever had.
        million_peers()?;
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
        // As often as makes 64 MB: what is short cannot be timed well.
        let times = 64 / size;
        let all = best(|| (0..times).for_each(|_| drop(black_box(diagnose(part)))));
        println!("  {size:>6} MB  {:.3}", per_byte(all, part.len() * times));
    }
    if shell::flag(args, "--long") {
        for gigabytes in [1, 10] {
            long(gigabytes)?;
        }
    }
    Ok(())
}

/// The page, the package and the least a splitter does, as they are released, side by side in a browser.
fn browser(args: &[String]) -> Result<()> {
    let folder = shell::target_dir().join("bench");
    let (package, tokenizer) = (folder.join("package"), folder.join("tokenizer"));
    npm::write(&package, Profile::Release)?;
    let module = wasm::build_example("mailtls-wasm", "tokenize", Profile::Release, Glue::Module)?;
    shell::write(&tokenizer.join("tokenize.js"), &module.glue)?;
    shell::write(&tokenizer.join("tokenize.wasm"), &module.wasm)?;
    let site = site::default_folder();
    site::write(&site, Profile::Release)?;
    let mut node = shell::program("node");
    node.arg(test::browser_scripts()?.join("bench-logs.mjs"));
    node.arg("--page").arg(site.join("index.html")).arg("--package").arg(package);
    node.arg("--tokenizer").arg(tokenizer).arg("--xtask").arg(std::env::current_exe()?);
    let sizes: &[&str] = if shell::flag(args, "--long") { &["64", "1024", "10240"] } else { &["64"] };
    for size in sizes {
        node.args(["--megabytes", size]);
    }
    shell::run(&mut node)
}

/// As many peers as no server has: all sessions are counted, and memory does not grow with them.
fn million_peers() -> Result<()> {
    const PEERS: u32 = 1_000_000;
    let mut session = Session::new(Options::default(), Box::new(NoDecoder));
    session.open("peers.log");
    session.feed(Generator::header().as_bytes());
    let mut out = String::new();
    let mut early = None;
    for peer in 0..PEERS {
        let [_, a, b, c] = peer.to_be_bytes();
        let (minutes, seconds) = (peer / 60 % 60, peer % 60);
        for (number, event, words) in [(0, '+', ","), (1, '<', "220 mx.example ready,"), (2, '-', ",Local")] {
            let _ = write!(
                out,
                "2026-11-03T08:{minutes:02}:{seconds:02}.000Z,Internet,{peer:016X},{number},10.0.0.10:2525,\
                 10.{a}.{b}.{c}:25,{event},{words}\r\n"
            );
        }
        if out.len() >= CHUNK {
            session.feed(out.as_bytes());
            out.clear();
        }
        if peer == PEERS / 10 {
            early = crate::bench_reg::peak_memory();
        }
    }
    session.feed(out.as_bytes());
    let late = crate::bench_reg::peak_memory();
    let report = session.finish();
    ensure!(report.smtp.sessions == u64::from(PEERS), "{} sessions, not {PEERS}", report.smtp.sessions);
    println!(
        "  {PEERS} peers in {} sessions: all are counted, {} are listed",
        report.smtp.sessions,
        report.smtp.peers.len()
    );
    if let (Some(early), Some(late)) = (early, late) {
        println!("  peak memory {early} kB after a tenth of them, {late} kB at the end");
        ensure!(late < early + 8192, "memory grows with the peers");
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
        let begin = Clock::now();
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
        let begin = Clock::now();
        let _ = run();
        begin.elapsed()
    };
    (0..5).map(|_| time(&mut run)).min().unwrap_or_default()
}

/// What this thread was given of a processor, where the system tells: others may want it too. Else the time of day.
struct Clock {
    given: Option<Duration>,
    begin: Instant,
}

impl Clock {
    fn now() -> Self {
        Self { given: given(), begin: Instant::now() }
    }

    fn elapsed(&self) -> Duration {
        given().zip(self.given).map_or_else(|| self.begin.elapsed(), |(end, begin)| end.saturating_sub(begin))
    }
}

fn given() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
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
