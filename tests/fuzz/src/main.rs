//! `mailtls-fuzz`: mutates the seeds for a while, or writes them out for libFuzzer.
//!
//! ```text
//! mailtls-fuzz [--seconds N] [TARGET…]   N seconds for each target, as many at once as there are cores
//! mailtls-fuzz --growth                  whether work grows with the input or faster
//! mailtls-fuzz --replay FILE TARGET      one input again
//! mailtls-fuzz --seeds FOLDER            writes the seeds
//! mailtls-fuzz --list                    the targets
//! ```

use mailtls_fuzz::{TARGETS, Target, seeds, target};
use std::alloc::{GlobalAlloc, Layout, System};
use std::num::NonZero;
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Longer than this for one input of at most [`LONGEST`] bytes is a defect too.
const PATIENCE: Duration = Duration::from_secs(2);

/// In bytes.
const LONGEST: usize = 128 << 10;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let seeds = seeds::all();
    match words.as_slice() {
        ["--seeds", folder] => write_seeds(Path::new(folder), &seeds),
        ["--growth"] => growth(&seeds),
        ["--list"] => {
            TARGETS.iter().for_each(|target| println!("{}", target.name));
            ExitCode::SUCCESS
        }
        ["--replay", file, name] => {
            let (Ok(data), Some(target)) = (std::fs::read(file), target(name)) else {
                println!("no such file or target");
                return ExitCode::from(2);
            };
            (target.run)(&data);
            ExitCode::SUCCESS
        }
        ["--seconds", seconds, names @ ..] => {
            let Ok(seconds) = seconds.parse() else {
                println!("`{seconds}` is not a number of seconds");
                return ExitCode::from(2);
            };
            mutate(names, Duration::from_secs(seconds), &seeds)
        }
        names => mutate(names, Duration::from_secs(5), &seeds),
    }
}

fn write_seeds(folder: &Path, seeds: &[Vec<u8>]) -> ExitCode {
    std::fs::create_dir_all(folder).expect("the folder can be made");
    for (number, seed) in seeds.iter().enumerate() {
        std::fs::write(folder.join(format!("seed-{number:04}")), seed).expect("a seed can be written");
    }
    println!("{} seeds", seeds.len());
    ExitCode::SUCCESS
}

/// Runs the named targets, or all of them, for `budget` each.
fn mutate(names: &[&str], budget: Duration, seeds: &[Vec<u8>]) -> ExitCode {
    if let Some(unknown) = names.iter().find(|name| target(name).is_none()) {
        println!("there is no target `{unknown}`");
        return ExitCode::from(2);
    }
    let chosen: Vec<Target> =
        TARGETS.iter().filter(|target| names.is_empty() || names.contains(&target.name)).copied().collect();
    let next = AtomicUsize::new(0);
    let failed = AtomicUsize::new(0);
    let workers = std::thread::available_parallelism().map_or(1, NonZero::get);
    std::thread::scope(|scope| {
        for _ in 0..workers.min(chosen.len()) {
            scope.spawn(|| {
                while let Some(target) = chosen.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if !survives(*target, budget, seeds) {
                        failed.fetch_add(1, Ordering::Relaxed);
                    }
                }
            });
        }
    });
    let failed = failed.into_inner();
    println!("{} passed, {failed} failed", chosen.len() - failed);
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Whether one target keeps its promises for that long; says so.
fn survives(target: Target, budget: Duration, seeds: &[Vec<u8>]) -> bool {
    match exhaust(target, budget, seeds) {
        Ok(runs) => {
            println!("{:<18} {runs} runs", target.name);
            true
        }
        Err(data) => {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/fuzz");
            let path = folder.join(format!("broken-{}", target.name));
            let kept = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&path, data));
            println!("{:<18} broke a promise; the input is {} ({kept:?})", target.name, path.display());
            false
        }
    }
}

/// How many inputs were tried, or the one that broke a promise.
fn exhaust(target: Target, budget: Duration, seeds: &[Vec<u8>]) -> Result<u64, Vec<u8>> {
    let start = Instant::now();
    let mut random = Random::new(0x6d61_696c_746c_7300 ^ target.name.len() as u64);
    let mut runs = 0;
    let mut fresh = seeds.iter().cloned();
    loop {
        let data = fresh.next().unwrap_or_else(|| random.mutation(seeds));
        let timed = || {
            let begun = Instant::now();
            std::panic::catch_unwind(|| (target.run)(&data)).map(|()| begun.elapsed())
        };
        // A machine that does other things is slow once; an input that is slow is slow every time.
        let quickest = (0..3).try_fold(Duration::MAX, |quickest, _| {
            if quickest > PATIENCE { timed().map(|time| time.min(quickest)) } else { Ok(quickest) }
        });
        if !quickest.as_ref().is_ok_and(|time| *time <= PATIENCE) {
            if let Ok(time) = quickest {
                println!("{} took {time:?} for {} bytes", target.name, data.len());
            }
            return Err(data);
        }
        runs += 1;
        if start.elapsed() > budget {
            return Ok(runs);
        }
    }
}

/// Repeats every seed, and every line of it, to one size and to four times that: four times the input may take
/// some four times the work, not sixteen. Work is what is asked of the allocator, which is the same on every run
/// and every machine, as no clock is.
fn growth(seeds: &[Vec<u8>]) -> ExitCode {
    let (small, large) = (24 << 10, 96 << 10);
    let mut units: Vec<Vec<u8>> = Vec::new();
    for seed in seeds {
        units.push(seed.clone());
        units.extend(seed.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec));
        units.extend(seed.split(|byte| *byte == b'\n').map(<[u8]>::to_vec));
    }
    for byte in 0..=127u8 {
        units.push(vec![byte]);
        units.push(vec![byte, b'\n']);
    }
    units.retain(|unit| !unit.is_empty());
    units.sort();
    units.dedup();
    let mut steep = 0;
    for unit in &units {
        let (first, second) = (work(unit, small), work(unit, large));
        // A vector that doubles asks for up to twice what it needs.
        let grew = |first: u64, second: u64| second > first * 8 + SLACK;
        if grew(first.bytes, second.bytes) || grew(first.calls * 64, second.calls * 64) {
            steep += 1;
            let shown = String::from_utf8_lossy(&unit[..unit.len().min(120)]).into_owned();
            println!("{first:?} -> {second:?}: {shown:?}");
        }
    }
    println!("{} units of {small} and {large} bytes", units.len());
    println!("{} passed, {steep} failed", units.len() - steep);
    if steep == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What little work may grow by without a reason.
const SLACK: u64 = 2 << 20;

/// What was asked of the allocator.
#[derive(Clone, Copy, Debug)]
struct Work {
    bytes: u64,
    calls: u64,
}

fn work(unit: &[u8], size: usize) -> Work {
    let mut data = Vec::with_capacity(size);
    while data.len() < size {
        data.extend_from_slice(&unit[..unit.len().min(size - data.len())]);
    }
    let before = Counting::asked();
    let options = mailtls_core::session::Options::default();
    let report = mailtls_core::session::diagnose([("input", data.as_slice())], &options);
    let after = Counting::asked();
    drop(report);
    Work { bytes: after.bytes - before.bytes, calls: after.calls - before.calls }
}

/// The allocator of the system, which also counts what it is asked for.
struct Counting;

static BYTES: AtomicU64 = AtomicU64::new(0);
static CALLS: AtomicU64 = AtomicU64::new(0);

impl Counting {
    fn asked() -> Work {
        Work { bytes: BYTES.load(Ordering::Relaxed), calls: CALLS.load(Ordering::Relaxed) }
    }
}

// SAFETY: every call goes to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        BYTES.fetch_add(layout.size() as u64, Ordering::Relaxed);
        CALLS.fetch_add(1, Ordering::Relaxed);
        // SAFETY: as above.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        BYTES.fetch_add(size as u64, Ordering::Relaxed);
        CALLS.fetch_add(1, Ordering::Relaxed);
        // SAFETY: as above.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// A generator good enough to shuffle bytes, the same on every run.
struct Random(u64);

impl Random {
    fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// Below `end`, which is not zero.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() >> 33).unwrap_or_default() % end
    }

    fn range(&mut self, length: usize) -> std::ops::Range<usize> {
        let start = self.below(length + 1);
        let most = (length - start).min(64);
        start..start + self.below(most + 1)
    }

    /// A seed, changed in a few places.
    fn mutation(&mut self, seeds: &[Vec<u8>]) -> Vec<u8> {
        const WORDS: [&[u8]; 28] = [
            b"\r\n",
            b"\n",
            b"\r",
            b"\0",
            b"\"",
            b"\\",
            b"[",
            b"]",
            b"=",
            b",",
            b";",
            b"<",
            b">",
            b"&",
            b"%",
            b"\x1e",
            b"\xff\xfe",
            b"\xef\xbb\xbf",
            "\u{202e}".as_bytes(),
            "\u{2028}".as_bytes(),
            b"dword:",
            b"hex(7):",
            b"4.4.2",
            b"421 ",
            b"STARTTLS",
            b"Final-Recipient: rfc822;",
            b"--",
            b"99999999999999999999",
        ];
        let Some(seed) = seeds.get(self.below(seeds.len().max(1))) else { return vec![self.next() as u8] };
        let mut data = seed.clone();
        for _ in 0..=self.below(6) {
            let here = self.range(data.len());
            match self.below(9) {
                0 => {
                    if let Some(byte) = data.get_mut(here.start) {
                        *byte = (self.next() & 0xff) as u8;
                    }
                }
                1 => drop(data.drain(here)),
                2 => {
                    let part = data[here.clone()].to_vec();
                    data.splice(here.start..here.start, part);
                }
                3 => {
                    let word = WORDS[self.below(WORDS.len())];
                    data.splice(here, word.iter().copied());
                }
                4 => {
                    if let Some(other) = seeds.get(self.below(seeds.len())) {
                        let part = other[self.range(other.len())].to_vec();
                        data.splice(here, part);
                    }
                }
                5 => data.truncate(here.start),
                6 => {
                    let lines: Vec<&[u8]> = data.split_inclusive(|byte| *byte == b'\n').collect();
                    let (one, two) = (self.below(lines.len().max(1)), self.below(lines.len().max(1)));
                    let mut swapped = lines.clone();
                    if one < lines.len() && two < lines.len() {
                        swapped.swap(one, two);
                    }
                    data = swapped.concat();
                }
                7 => {
                    let wide = data.iter().take(LONGEST / 2).flat_map(|byte| [*byte, 0]);
                    data = if self.below(2) == 0 {
                        wide.collect()
                    } else {
                        [0xFF, 0xFE].into_iter().chain(wide).collect()
                    };
                }
                _ => {
                    let part = data[here].to_vec();
                    for _ in 0..self.below(200) {
                        data.extend_from_slice(&part);
                    }
                }
            }
            data.truncate(LONGEST);
        }
        data
    }
}
