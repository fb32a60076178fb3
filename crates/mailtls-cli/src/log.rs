//! `mailtls log`: the sessions of SMTP protocol logs that fit a question, of any size and number.

use crate::Outcome;
use crate::args::Log;
use crate::decoder::WhatwgDecoder;
use crate::error::CommandError;
use crate::input::{From as Place, Input, inputs};
use crate::output;
use crate::progress::Progress;
use crate::read::each_chunk;
use mailtls_core::format::smtp_log::search::{From, Query, Search};
use mailtls_core::report::TranscriptReport;
use mailtls_core::session::{Options, Session};
use mailtls_core::vocabulary::{Direction, Kind};
use mailtls_text::visible;
use std::fmt::Write as _;
use std::io::{self, Read};
use std::sync::atomic::AtomicU64;

/// Reads the logs and prints what fits.
pub(crate) fn run(args: &Log) -> Result<Outcome, CommandError> {
    let inputs = inputs(&args.files)?;
    if inputs.iter().any(|input| input.from == Place::Stdin) {
        return Err(CommandError::NotTwice);
    }
    let mut search = Search::new(&Query {
        rows: false,
        peer: args.peer.clone(),
        connector: args.connector.clone(),
        session: args.session.clone(),
        outcome: args.outcome.clone().unwrap_or_default(),
        word: String::new(),
        time: args.time.clone(),
    });
    if let Some(pattern) = args.pattern.clone() {
        search = search.matching(Box::new(move |row| pattern.is_match(row)));
    }
    let mut logs = Vec::new();
    let mut progress = Progress::new(inputs.iter().map(|input| input.size).sum());
    let done = AtomicU64::new(0);
    for input in &inputs {
        let Some(direction) = direction(input)? else { continue };
        logs.push(input);
        let mut begun = false;
        input.with_reader(&done, |from| {
            each_chunk(from, &mut |chunk| {
                if !std::mem::replace(&mut begun, true) {
                    search.open(&input.name, direction, chunk);
                }
                search.feed(chunk);
                progress.show(&done);
            })
        })?;
        if !begun {
            search.open(&input.name, direction, &[]);
        }
    }
    search.finish();
    progress.clear();
    if logs.is_empty() {
        return Err(CommandError::NoLog);
    }
    let found = search.sessions(0, args.limit.unwrap_or(usize::MAX));
    let mut shown = Vec::new();
    for session in found {
        shown.push(if args.full { whole(&search, &logs, &session)?.unwrap_or(session) } else { session });
    }
    if args.json {
        let mut json = serde_json::to_string_pretty(&shown).unwrap_or_default();
        json.push('\n');
        output::print(json.as_bytes())?;
    } else {
        output::print(listing(&shown, search.count(), args.full).as_bytes())?;
    }
    Ok(Outcome::Fine)
}

/// Which way the mail of a log goes; `None` where the input is no log.
fn direction(input: &Input) -> Result<Option<Direction>, CommandError> {
    let mut head = Vec::new();
    input.with_reader(&AtomicU64::new(0), |from| from.take(Session::HEAD as u64).read_to_end(&mut head))?;
    if !Session::is_log(&input.name, None, &head) {
        return Ok(None);
    }
    let mut session = Session::new(Options::default(), Box::new(WhatwgDecoder));
    session.open(&input.name);
    session.feed(&head);
    let receives = session.finish().sources.iter().any(|source| source.kind == Kind::SmtpReceiveLog);
    Ok(Some(if receives { Direction::Inbound } else { Direction::Outbound }))
}

/// A session with all its rows, read again from where it lies.
fn whole(
    search: &Search,
    logs: &[&Input],
    session: &TranscriptReport,
) -> Result<Option<TranscriptReport>, CommandError> {
    let mut parts = Vec::new();
    for line in &session.lines {
        let evidence = &line.evidence;
        let number = logs.iter().position(|input| input.name == evidence.source);
        let Some((number, input)) = number.and_then(|number| Some((number, *logs.get(number)?))) else {
            continue;
        };
        let bytes = range(input, evidence.start, evidence.end)?;
        let source = u32::try_from(number).unwrap_or(u32::MAX);
        parts.push((From { source, line: evidence.line, offset: evidence.start, skip: 0 }, bytes));
    }
    Ok(search.transcript(&session.session, &session.connector, &parts))
}

/// Some bytes of an input. What is packed is unpacked up to there.
fn range(input: &Input, start: u64, end: u64) -> Result<Vec<u8>, CommandError> {
    let mut bytes = Vec::new();
    let uncounted = AtomicU64::new(0);
    match &input.from {
        Place::File(path) => {
            Input::with_part(path, (start, Some(end)), &uncounted, |from| from.read_to_end(&mut bytes))?;
        }
        Place::Gzip(_) | Place::Zip(..) | Place::Stdin => input.with_reader(&uncounted, |from| {
            io::copy(&mut from.take(start), &mut io::sink())?;
            from.take(end.saturating_sub(start)).read_to_end(&mut bytes).map(drop)
        })?,
    }
    Ok(bytes)
}

/// A line for each session, and its rows below where they were asked for.
fn listing(sessions: &[TranscriptReport], count: u64, full: bool) -> String {
    let mut text = String::new();
    for session in sessions {
        let first = session.lines.first();
        let direction = if session.direction == Direction::Inbound { "in " } else { "out" };
        let outcome = match (&session.failed, &session.negotiated) {
            (Some(word), _) => format!("failed: {}", visible(word)),
            (None, Some(version)) => version.clone(),
            (None, None) if session.clear => "clear text".to_owned(),
            (None, None) => "no TLS seen".to_owned(),
        };
        let peer = if session.name.is_empty() {
            session.address.clone()
        } else {
            format!("{} ({})", session.name, session.address)
        };
        let place = first.map(|line| format!("{}:{}", line.evidence.source, line.evidence.line));
        let time = first.map(|line| line.time.as_str()).unwrap_or_default();
        // A string takes everything.
        let _ = writeln!(
            text,
            "{time}  {direction}  {outcome:<14}  {}  {}  {}  {}",
            visible(&peer),
            visible(&session.connector),
            session.session,
            visible(&place.unwrap_or_default()),
        );
        if full {
            for line in &session.lines {
                let said = if line.context.is_empty() { &line.data } else { &line.context };
                let both = !line.context.is_empty() && !line.data.is_empty();
                let said = if both { format!("{} [{}]", line.data, line.context) } else { said.clone() };
                let _ = writeln!(text, "    {}  {} {}", line.time, line.event, visible(&said));
            }
        }
    }
    let shown = sessions.len() as u64;
    let _ = match (count, shown == count) {
        (0, _) => writeln!(text, "No session fits."),
        (1, _) => writeln!(text, "1 session fits."),
        (_, true) => writeln!(text, "{count} sessions fit."),
        (_, false) => writeln!(text, "{count} sessions fit; shown: the first {shown}."),
    };
    text
}
