//! Reads the inputs, in chunks and on all cores: no input is ever held as a whole.
//!
//! Protocol logs are read apart, a file or a part of a large file each, and merged: the report is what reading them
//! one after the other would give. Everything else is read here, in its order.

use crate::decoder::WhatwgDecoder;
use crate::error::CommandError;
use crate::input::{From, Input, inputs};
use crate::progress::Progress;
use mailtls_core::partial::{Part, Partial, Place};
use mailtls_core::session::{Options, Session};
use mailtls_core::vocabulary::Kind;
use std::collections::VecDeque;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicU64;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::{Mutex, mpsc};
use std::thread;

/// How much is read at a time.
const CHUNK: usize = 1 << 20;

/// The least a part of a file is worth: below, starting costs more than another core saves.
const PART: u64 = 16 << 20;

/// One log, or one part of one, to be read apart.
struct Job {
    /// Which input.
    input: usize,
    /// From where to where; `None`: all of it.
    part: Option<(u64, Option<u64>)>,
    /// How the file begins, where only a part is read.
    head: Vec<u8>,
}

/// A session that has read everything `paths` name: files, folders with all they hold, `-`.
///
/// `servers` tells of some inputs which server they are of, `kind` what all of them are, where the user knows better.
pub(crate) fn read(
    paths: &[PathBuf],
    servers: &[(PathBuf, String)],
    kind: Option<Kind>,
    options: Options,
) -> Result<Session, CommandError> {
    let mut inputs = inputs(paths)?;
    for input in &mut inputs {
        input.kind = kind;
    }
    for (file, server) in servers {
        let mut named = inputs.iter_mut().filter(|input| input.is(file)).peekable();
        if named.peek().is_none() {
            return Err(CommandError::NotAnInput(file.clone()));
        }
        named.for_each(|input| input.server = Some(server.clone()));
    }
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let progress = Progress::new(inputs.iter().map(|input| input.size).sum());
    read_with(&inputs, options, cores, PART, progress)
}

/// All inputs read apart, for a report elsewhere.
pub(crate) fn read_apart(paths: &[PathBuf], kind: Option<Kind>) -> Result<Partial, CommandError> {
    let inputs = inputs(paths)?;
    let mut progress = Progress::new(inputs.iter().map(|input| input.size).sum());
    let mut all = Partial::default();
    for input in &inputs {
        let mut session = Session::apart(Box::new(WhatwgDecoder));
        session.open_part(Place { told_kind: kind, ..Place::of(&input.name) });
        let done = AtomicU64::new(0);
        input.with_reader(&done, |from| feed(from, &mut session, &mut || progress.show_more(&done)))?;
        all = Partial::merge(all, session.partial());
    }
    progress.clear();
    Ok(all)
}

fn read_with(
    inputs: &[Input],
    options: Options,
    cores: usize,
    part: u64,
    mut progress: Progress,
) -> Result<Session, CommandError> {
    let mut session = Session::new(options, Box::new(WhatwgDecoder));
    let ids: Vec<_> = inputs.iter().map(|input| session.reserve(&input.name, input.kind)).collect();
    for (input, id) in inputs.iter().zip(&ids) {
        input.server.iter().for_each(|server| session.of_server(*id, server));
    }
    let jobs = if cores > 1 { jobs(inputs, cores, part)? } else { VecDeque::new() };
    let mut parts: Vec<Option<Partial>> = inputs.iter().map(|_| None).collect();
    let expected = jobs.len();
    let apart: Vec<bool> = (0..inputs.len()).map(|input| jobs.iter().any(|job| job.input == input)).collect();
    let done = AtomicU64::new(0);
    let queue = Mutex::new(jobs);
    thread::scope(|scope| {
        let (sender, receiver) = mpsc::channel();
        for _ in 0..cores.min(expected) {
            let (sender, queue, done) = (sender.clone(), &queue, &done);
            scope.spawn(move || {
                while let Some(job) = next(queue) {
                    // Nobody listens any more where another input could not be read.
                    if sender.send((job.input, run(&job, inputs, done))).is_err() {
                        return;
                    }
                }
            });
        }
        for ((input, id), _) in inputs.iter().zip(&ids).zip(&apart).filter(|(_, apart)| !**apart) {
            session.open_reserved(*id);
            let fed = input.with_reader(&done, |from| feed(from, &mut session, &mut || progress.show(&done)));
            if fed.is_err() {
                stop(&queue);
            }
            fed?;
        }
        session.close();
        let mut left = expected;
        while left > 0 {
            match receiver.recv_timeout(Progress::PAUSE) {
                Ok((input, partial)) => {
                    left -= 1;
                    if partial.is_err() {
                        stop(&queue);
                    }
                    let (partial, slot) = (partial?, parts.get_mut(input));
                    if let Some(slot) = slot {
                        *slot = Some(Partial::merge(slot.take().unwrap_or_default(), partial));
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            progress.show(&done);
        }
        Ok(())
    })?;
    for ((input, id), partial) in inputs.iter().zip(&ids).zip(&parts) {
        match partial {
            Some(partial) if partial.turns() => {
                session.open_reserved(*id);
                input.with_reader(&done, |from| feed(from, &mut session, &mut || progress.show(&done)))?;
            }
            Some(partial) => session.take(*id, partial),
            None => {}
        }
    }
    progress.clear();
    Ok(session)
}

fn next(queue: &Mutex<VecDeque<Job>>) -> Option<Job> {
    queue.lock().ok()?.pop_front()
}

/// Leaves nothing to begin: what is under way ends by itself.
fn stop(queue: &Mutex<VecDeque<Job>>) {
    if let Ok(mut jobs) = queue.lock() {
        jobs.clear();
    }
}

/// What is worth reading apart: all logs where there are several, the parts of a large one.
fn jobs(inputs: &[Input], cores: usize, part: u64) -> Result<VecDeque<Job>, CommandError> {
    let mut jobs = VecDeque::new();
    for (at, input) in inputs.iter().enumerate() {
        if input.from == From::Stdin {
            continue;
        }
        let mut head = Vec::new();
        let uncounted = AtomicU64::new(0);
        input.with_reader(&uncounted, |from| from.take(Session::HEAD as u64).read_to_end(&mut head))?;
        if !Session::is_log(&input.name, input.kind, &head) {
            continue;
        }
        let count = (input.size / part.max(1)).min(cores as u64);
        let borders = match &input.from {
            From::File(path) if count > 1 && Session::can_be_split(&input.name, input.kind, &head) => {
                borders(path, input.size, count)?
            }
            From::File(_) | From::Gzip(_) | From::Zip(..) | From::Stdin => Vec::new(),
        };
        if borders.is_empty() {
            jobs.push_back(Job { input: at, part: None, head: Vec::new() });
            continue;
        }
        let begins = [0].into_iter().chain(borders.iter().copied());
        // A log that grows is read to its end.
        let ends = borders.iter().copied().map(Some).chain([None]);
        jobs.extend(begins.zip(ends).map(|part| Job { input: at, part: Some(part), head: head.clone() }));
    }
    // A single small log gains nothing.
    if jobs.len() < 2 { Ok(VecDeque::new()) } else { Ok(jobs) }
}

/// Where a file of this size is cut into `count` parts: behind the line feeds that follow equal lengths.
fn borders(path: &Path, size: u64, count: u64) -> Result<Vec<u64>, CommandError> {
    let mut borders = Vec::new();
    let uncounted = AtomicU64::new(0);
    for at in 1..count {
        let from = size / count * at;
        let length = Input::with_part(path, (from, None), &uncounted, |from| {
            let mut line = Vec::new();
            io::BufRead::read_until(
                &mut io::BufReader::new(from).take(Session::HEAD as u64),
                b'\n',
                &mut line,
            )?;
            Ok(if line.last() == Some(&b'\n') { line.len() as u64 } else { 0 })
        })?;
        if length > 0 && borders.last().is_none_or(|last| from + length > *last) {
            borders.push(from + length);
        }
    }
    Ok(borders)
}

/// Reads one log, or a part of one, apart.
fn run(job: &Job, inputs: &[Input], done: &AtomicU64) -> Result<Partial, CommandError> {
    let Some(input) = inputs.get(job.input) else { return Ok(Partial::default()) };
    let mut session = Session::apart(Box::new(WhatwgDecoder));
    let part = job.part.map(|(offset, _)| Part { head: &job.head, offset });
    session.open_part(Place {
        position: job.input as u64,
        told_kind: input.kind,
        part,
        ..Place::of(&input.name)
    });
    match (&input.from, job.part) {
        (From::File(path), Some(part)) => {
            Input::with_part(path, part, done, |from| feed(from, &mut session, &mut || {}))?;
        }
        _ => input.with_reader(done, |from| feed(from, &mut session, &mut || {}))?,
    }
    Ok(session.partial())
}

fn feed(from: &mut dyn Read, session: &mut Session, each: &mut dyn FnMut()) -> io::Result<()> {
    each_chunk(from, &mut |chunk| {
        session.feed(chunk);
        each();
    })
}

/// Hands over what is read, a chunk at a time.
pub(crate) fn each_chunk(from: &mut dyn Read, take: &mut dyn FnMut(&[u8])) -> io::Result<()> {
    let mut buffer = vec![0; CHUNK];
    loop {
        match from.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(count) => take(buffer.get(..count).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write as _;

    /// A log whose sessions lie across every border.
    fn log(sessions: usize) -> String {
        let mut log = "#Log-type: SMTP Send Protocol Log\r\n".to_owned();
        for row in 0..4 {
            for session in 0..sessions {
                let (event, context) =
                    [("*", "attempting to connect"), ("+", ""), ("<", ""), ("-", "Local")][row];
                let data = if row == 2 { "220 mx.fabrikam.example ready" } else { "" };
                let _ = write!(
                    log,
                    "2026-11-03T08:{row:02}:{:02}.000Z,Out,08DE1A0C{session:08X},{row},10.0.0.1:5,203.0.113.9:25,{event},{data},{context}\r\n",
                    session % 60
                );
            }
        }
        log
    }

    #[test]
    fn on_however_many_cores_the_report_is_the_same() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("SEND.log");
        std::fs::write(&path, log(700)).unwrap();
        let inputs = inputs(&[path.clone(), path]).unwrap();
        let report = |cores, part| {
            read_with(&inputs, Options::default(), cores, part, Progress::new(0)).unwrap().finish()
        };
        let whole = report(1, PART);
        assert_eq!(whole.smtp.sessions, 1400);
        for (cores, part) in [(2, PART), (2, 10_000), (7, 1_000), (64, 100)] {
            assert!(whole == report(cores, part), "{cores} cores, parts of {part}");
        }
    }
}
