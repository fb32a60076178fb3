//! `cargo xtask bench --reg`: how fast an export of a whole `HKLM\\SYSTEM` is read, native and in WebAssembly,
//! beside what merely splitting the same bytes into lines costs, in one run; and that memory does not grow with it.
//!
//! The export is generated, UTF-16LE with its mark as regedit writes it, piece by piece: services, devices and
//! their binary values, with the keys of Schannel far inside, whose values must be found.

#![expect(clippy::disallowed_methods, reason = "a benchmark has a clock")]
#![expect(clippy::cast_precision_loss, reason = "ratios need no more digits")]

use crate::wasm::Profile;
use crate::{npm, shell};
use anyhow::{Context as _, Result, ensure};
use mailtls_core::decode::NoDecoder;
use mailtls_core::session::{Options, Session};
use std::fmt::Write as _;
use std::hint::black_box;
use std::io::Write as _;
use std::time::{Duration, Instant};

const MEGABYTE: usize = 1 << 20;
/// What the page feeds at once.
const CHUNK: usize = MEGABYTE;
/// The size of the export, unless `--megabytes` says another.
const MEGABYTES: usize = 200;

/// `--native` leaves out WebAssembly.
///
/// # Errors
///
/// Where the values of Schannel are not found as they were generated, or memory grows with the export.
pub(crate) fn run(args: &[String]) -> Result<()> {
    if cfg!(debug_assertions) {
        println!("This is not a release build: cargo run --release -p xtask -- bench --reg");
    }
    let megabytes = match shell::option(args, "--megabytes")? {
        Some(number) => number.parse().context("--megabytes takes a number")?,
        None => MEGABYTES,
    };
    native(megabytes)?;
    if shell::flag(args, "--native") {
        return Ok(());
    }
    let folder = shell::target_dir().join("bench");
    let file = folder.join("system.reg");
    std::fs::create_dir_all(&folder)?;
    let mut out = std::io::BufWriter::new(std::fs::File::create(&file)?);
    for piece in Export::new(megabytes) {
        out.write_all(&piece)?;
    }
    out.into_inner()?.sync_all()?;
    let package = shell::target_dir().join("npm");
    npm::write(&package, Profile::Release)?;
    let script = shell::root().join("tests/package/bench-reg.mjs");
    shell::run(shell::program("node").arg(script).arg(package).arg(&file))
}

fn native(megabytes: usize) -> Result<()> {
    let mut session = Session::new(Options::default(), Box::new(NoDecoder));
    session.open("system.reg");
    let (mut bytes, mut lines) = (0, 0);
    let (mut splitting, mut reading) = (Duration::ZERO, Duration::ZERO);
    let mut early = None;
    for piece in Export::new(megabytes) {
        splitting += timed(|| lines += black_box(split(black_box(&piece))));
        reading += timed(|| piece.chunks(CHUNK).for_each(|chunk| session.feed(chunk)));
        bytes += piece.len();
        if early.is_none() && bytes > 16 * MEGABYTE {
            early = peak_memory();
        }
    }
    let late = peak_memory();
    let report = session.finish();
    let tls12 = report.registry.protocols.get("TLS 1.2").context("every protocol is in the report")?;
    ensure!(
        (tls12.client.enabled, tls12.server.enabled) == (Some(0), Some(1)),
        "the values of TLS 1.2 were not found: {tls12:?}"
    );
    let read = report.sources.first().map_or(0, |source| source.bytes);
    ensure!(read == bytes as u64, "{read} bytes read, not {bytes}");
    println!("native: {} MB of UTF-16LE, {lines} lines; the values of TLS 1.2 are found", bytes / MEGABYTE);
    println!("  split into lines          {:>8.0} MB/s", speed(bytes, splitting));
    println!("  read into the report      {:>8.0} MB/s", speed(bytes, reading));
    println!("  reading / splitting alone {:>8.2} x", reading.as_secs_f64() / splitting.as_secs_f64());
    if let (Some(early), Some(late)) = (early, late) {
        println!("  peak memory {early} kB after 16 MB, {late} kB at the end");
        ensure!(late < early + 8192, "memory grows with the export");
    }
    Ok(())
}

/// The least that a reader of lines does: looks for line feeds, unit by unit.
fn split(bytes: &[u8]) -> u64 {
    let (units, _) = bytes.as_chunks::<2>();
    units.iter().map(|unit| u64::from(u16::from_le_bytes(*unit) == 10)).sum()
}

fn timed(run: impl FnOnce()) -> Duration {
    let begin = Instant::now();
    run();
    begin.elapsed()
}

fn speed(bytes: usize, time: Duration) -> f64 {
    bytes as f64 / MEGABYTE as f64 / time.as_secs_f64()
}

/// The most memory this process ever had, in kB, where the system tells.
pub(crate) fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// The export, four megabytes at a time.
struct Export {
    left: usize,
    number: u64,
    schannel: bool,
}

impl Export {
    const PIECE: usize = 4 * MEGABYTE;

    fn new(megabytes: usize) -> Self {
        Self { left: megabytes * MEGABYTE, number: 0, schannel: false }
    }

    fn service(&mut self, text: &mut String) {
        self.number += 1;
        let number = self.number;
        let _ = write!(
            text,
            "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\service{number:06}\\Parameters]\r\n\
             \"DisplayName\"=\"@%SystemRoot%\\\\system32\\\\service{number}.dll,-{number}\"\r\n\
             \"Type\"=dword:{:08x}\r\n\"Start\"=dword:00000002\r\n\
             \"ImagePath\"=hex(2):",
            number % 0x120
        );
        for line in 0..12_u64 {
            for byte in 0..25_u64 {
                let _ = write!(text, "{:02x},", (number * 31 + line * 7 + byte) % 256);
            }
            text.push_str("\\\r\n  ");
        }
        text.push_str("00,00\r\n\r\n");
    }
}

const SCHANNEL: &str = "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client]\r\n\
\"Enabled\"=dword:00000000\r\n\"DisabledByDefault\"=dword:00000001\r\n\r\n\
[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Server]\r\n\
\"Enabled\"=dword:00000001\r\n\"DisabledByDefault\"=dword:00000000\r\n\r\n";

impl Iterator for Export {
    type Item = Vec<u8>;

    fn next(&mut self) -> Option<Vec<u8>> {
        if self.left == 0 {
            return None;
        }
        let mut text = String::new();
        if self.number == 0 {
            text.push_str("\u{feff}Windows Registry Editor Version 5.00\r\n\r\n");
        }
        while text.len() * 2 < Self::PIECE.min(self.left) {
            self.service(&mut text);
        }
        self.left = self.left.saturating_sub(text.len() * 2);
        if self.left == 0 && !std::mem::replace(&mut self.schannel, true) {
            text.push_str(SCHANNEL);
        }
        Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect())
    }
}
