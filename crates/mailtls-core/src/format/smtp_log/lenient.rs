//! Protocol logs as people paste them: quoted by a mail program, wrapped, out of a table or a web page, with
//! columns and event characters lost, newest first, several in one.
//!
//! A row is told by what it is made of (a time, a session id, endpoints, an event character between
//! separators), not by its columns' places. What the rows of one session say is then followed exactly like in
//! a file.

use super::follow::{Follower, Standing, session_key};
use super::{Arrows, direction_of_log_type, kind_of};
use crate::fact::smtp::trace::RowView;
use crate::format::Sink;
use crate::format::lines::Line;
use crate::span::Span;
use crate::vocabulary::{Direction, Kind};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// A run of lines that belong to one protocol log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The lines, by their position in what was given.
    pub lines: Range<usize>,
    /// Which log.
    pub kind: Kind,
}

/// Whether a line is, or begins, a row of a protocol log, however damaged.
#[must_use]
pub fn looks_like_row(line: &str) -> bool {
    has_columns(line) && score(&clean(line)) >= ROW
}

/// Reads every protocol log in `lines` and tells which lines these are. `told`: which log it is, where the
/// caller insists.
pub fn read(lines: &[Line<'_>], told: Option<Direction>, sink: &mut Sink<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    // A block begins with a row, or with a line that begins with a time.
    if !lines.iter().any(|line| has_columns(&line.text) || may_hold_time(&line.text)) {
        return blocks;
    }
    let texts: Vec<Cow<'_, str>> = lines.iter().map(|line| clean(&line.text)).collect();
    for range in find(&texts) {
        let rows = rows_of(lines, &texts, &range);
        let header = header_above(&texts, &range).or_else(|| header_in(&texts, &range));
        let lines_of_log = header.map_or(range.clone(), |(at, _)| at.min(range.start)..range.end);
        let direction = follow(rows, told.or(header.map(|(_, direction)| direction)), sink);
        blocks.push(Block { lines: lines_of_log, kind: kind_of(direction) });
    }
    blocks
}

/// A row put together again.
#[derive(Debug)]
struct PastedRow {
    span: Span,
    text: String,
    time: String,
    connector: String,
    session: String,
    sequence: String,
    local: String,
    remote: String,
    event: u8,
    data: String,
    context: String,
}

/// How many lines before a line may belong to the same wrapped row.
const FURTHEST: usize = 64;

/// The least score of a row.
const ROW: u32 = 4;

/// The runs of lines that are rows or continue one.
fn find(texts: &[Cow<'_, str>]) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut wrapped = false;
    let mut blank_since = 0;
    for (index, text) in texts.iter().enumerate() {
        let inside = blocks.last().is_some_and(|block| block.end + blank_since == index);
        if score(text) >= ROW {
            match blocks.last_mut() {
                // Some sites put an empty line after every line.
                Some(block) if inside && blank_since <= 2 => block.end = index + 1,
                _ => {
                    blocks.push(index..index + 1);
                    wrapped = false;
                }
            }
            wrapped |= !is_complete(text);
            blank_since = 0;
        } else if text.is_empty() {
            blank_since += usize::from(inside);
        } else if inside && blank_since == 0 && (wrapped || begins_row(text)) && !is_prose_after(texts, index)
        {
            if let Some(block) = blocks.last_mut() {
                block.end = index + 1;
            }
        } else if begins_row(text)
            && !texts.get(index + 1).is_none_or(|next| next.is_empty() || begins_row(next))
        {
            // The first line of a wrapped row holds its time and little more.
            blocks.push(index..index + 1);
            wrapped = true;
            blank_since = 0;
        } else {
            blank_since = 0;
        }
    }
    // A block stands on at least one row that is whole once its lines are joined.
    blocks.retain(|block| {
        let joined = texts.get(block.clone()).unwrap_or_default().join(" ");
        let rows =
            texts.get(block.clone()).unwrap_or_default().iter().filter(|text| score(text) >= ROW).count();
        rows > 0 || (score(&joined) >= ROW && find_time(&joined).is_some())
    });
    blocks
}

/// Whether a wrapped row's continuation is over: the row before has all its columns, and the line is a
/// sentence.
fn is_prose_after(texts: &[Cow<'_, str>], index: usize) -> bool {
    let Some(text) = texts.get(index) else { return true };
    if text.len() <= 60 || text.contains(',') {
        return false;
    }
    // A row is wrapped into a few lines; looking further back would read a long paste once for each line.
    let nearby = texts.get(index.saturating_sub(FURTHEST)..index).unwrap_or_default();
    let row_start = nearby.iter().rposition(|text| begins_row(text)).unwrap_or(nearby.len());
    let row = nearby.get(row_start..).unwrap_or_default();
    row.iter().map(|text| text.matches(',').count()).sum::<usize>() >= 8
}

fn begins_row(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit())
        && find_time(text).is_some_and(|(range, _)| range.start == 0 && text.len() > range.end)
}

/// Whether the row has its event column and something behind it.
fn is_complete(text: &str) -> bool {
    let separator = separator(text);
    text.matches(separator).count() >= 7
}

/// Joins the lines of a block into rows.
fn rows_of(lines: &[Line<'_>], texts: &[Cow<'_, str>], range: &Range<usize>) -> Vec<PastedRow> {
    let width =
        texts.get(range.clone()).unwrap_or_default().iter().map(|text| text.len()).max().unwrap_or_default();
    let full = texts.get(range.clone()).unwrap_or_default().iter().filter(|text| text.len() == width).count();
    let mut joined: Vec<(String, Span, usize)> = Vec::new();
    for index in range.clone() {
        let (Some(text), Some(line)) = (texts.get(index), lines.get(index)) else { continue };
        if text.is_empty() {
            continue;
        }
        match joined.last_mut() {
            Some((row, span, last))
                if !begins_row(text)
                    && !is_header(text)
                    && (score(text) < ROW || (begins_row(row) && score(row) < ROW)) =>
            {
                // A line cut at the width of the window is cut inside a word.
                if !(*last == width && full > 1) {
                    row.push(' ');
                }
                row.push_str(text);
                span.end = line.end;
                *last = text.len();
            }
            _ => joined.push((text.clone().into_owned(), line.span(), text.len())),
        }
    }
    joined.into_iter().filter_map(|(text, span, _)| columns(&text, span)).collect()
}

fn is_header(text: &str) -> bool {
    let text = text.trim_start_matches(['#', ' ', '\t']);
    ["Software:", "Version:", "Log-type:", "Log-Type:", "Date:", "Fields:"]
        .iter()
        .any(|name| text.starts_with(name))
}

/// The log type in the header lines right above a block.
fn header_above(texts: &[Cow<'_, str>], range: &Range<usize>) -> Option<(usize, Direction)> {
    let above = texts.get(..range.start)?;
    let mut found = None;
    for (index, text) in above.iter().enumerate().rev() {
        if text.is_empty() {
            continue;
        }
        if !is_header(text) {
            break;
        }
        found = match (direction_of_header(text), found) {
            (Some(direction), _) | (None, Some((_, direction))) => Some((index, direction)),
            (None, None) => None,
        };
    }
    found
}

/// The log type in a header inside of a block.
fn header_in(texts: &[Cow<'_, str>], range: &Range<usize>) -> Option<(usize, Direction)> {
    let inside = texts.get(range.clone())?;
    inside.iter().enumerate().find_map(|(index, text)| {
        Some((range.start + index, direction_of_header(text).filter(|_| is_header(text))?))
    })
}

fn direction_of_header(text: &str) -> Option<Direction> {
    direction_of_log_type(text)
}

/// Follows the sessions and tells the direction most of the rows speak.
fn follow(rows: Vec<PastedRow>, told: Option<Direction>, sink: &mut Sink<'_>) -> Direction {
    let mut rows = rows;
    let first = rows.iter().find(|row| !row.time.is_empty()).map(|row| row.time.clone());
    let last = rows.iter().rfind(|row| !row.time.is_empty()).map(|row| row.time.clone());
    if first > last {
        rows.reverse();
    }
    let overall = direction_of(rows.iter()).unwrap_or(Direction::Outbound);
    let mut sessions: Vec<(u128, Vec<PastedRow>)> = Vec::new();
    let mut places: BTreeMap<u128, usize> = BTreeMap::new();
    for row in rows {
        let key = key_of(&row);
        let place = *places.entry(key).or_insert_with(|| {
            sessions.push((key, Vec::new()));
            sessions.len() - 1
        });
        if let Some((_, rows)) = sessions.get_mut(place) {
            rows.push(row);
        }
    }
    let mut followers = [Follower::new(Direction::Outbound), Follower::new(Direction::Inbound)];
    let mut weight = 0_i64;
    for (key, mut rows) in sessions {
        sort(&mut rows);
        let direction = told.or_else(|| direction_of(rows.iter())).unwrap_or(overall);
        let inbound = direction == Direction::Inbound;
        weight += if inbound { -1 } else { 1 } * i64::try_from(rows.len()).unwrap_or(0);
        let [send, receive] = &mut followers;
        let follower = if inbound { receive } else { send };
        for row in &mut rows {
            mend(row, direction);
            let view = RowView {
                time: row.time.as_bytes(),
                connector: row.connector.as_bytes(),
                session: row.session.as_bytes(),
                sequence: row.sequence.as_bytes(),
                local: row.local.as_bytes(),
                remote: row.remote.as_bytes(),
                event: row.event,
                data: row.data.as_bytes(),
                context: row.context.as_bytes(),
            };
            let line = Standing { chunk: &[], text: row.text.as_bytes(), span: row.span };
            follower.row_of(key, &view, line, &mut sink.facts.smtp);
        }
    }
    for follower in &mut followers {
        follower.finish(&[], &mut sink.facts.smtp);
    }
    if weight < 0 { Direction::Inbound } else { Direction::Outbound }
}

/// One session's rows are told by its id; where that was blanked or cut away, by the connection.
fn key_of(row: &PastedRow) -> u128 {
    let blanked = row.session.bytes().all(|byte| matches!(byte, b'0' | b'x' | b'X' | b'*'));
    if blanked {
        session_key(format!("{} {}", row.remote, row.local).as_bytes())
    } else {
        session_key(row.session.as_bytes())
    }
}

/// By number where every row has its own, else by time.
fn sort(rows: &mut Vec<PastedRow>) {
    let mut numbers: Vec<u64> = rows.iter().filter_map(|row| row.sequence.parse().ok()).collect();
    let numbered = numbers.len() == rows.len();
    crate::order::sort_and_dedup(&mut numbers);
    if numbered && numbers.len() == rows.len() {
        crate::order::sort_by_key(rows, |row| row.sequence.parse::<u64>().unwrap_or_default());
    } else if rows.iter().all(|row| !row.time.is_empty()) {
        crate::order::sort_by_key(rows, |row| row.time.clone());
    }
}

fn direction_of<'a>(rows: impl Iterator<Item = &'a PastedRow>) -> Option<Direction> {
    let mut arrows = Arrows::default();
    let (mut client, mut server) = (0_u32, 0_u32);
    for row in rows {
        arrows.count(row.event, row.data.as_bytes(), row.local.as_bytes(), row.remote.as_bytes());
        let protocol = row.context.contains("SP_PROT_") || row.data.contains("SP_PROT_");
        client += u32::from(protocol && row.text.contains("_CLIENT"));
        server += u32::from(protocol && row.text.contains("_SERVER"));
        // SERVER\Connector: only receive connectors belong to a server.
        server += u32::from(row.connector.contains('\\'));
    }
    match client.cmp(&server) {
        std::cmp::Ordering::Greater => Some(Direction::Outbound),
        std::cmp::Ordering::Less => Some(Direction::Inbound),
        std::cmp::Ordering::Equal => arrows.direction(),
    }
}

/// Puts back a lost event character, by what the row says.
fn mend(row: &mut PastedRow, direction: Direction) {
    if row.event != b' ' {
        return;
    }
    let (server, client) = if direction == Direction::Inbound { (b'>', b'<') } else { (b'<', b'>') };
    let data = row.data.as_bytes();
    let upper = row.data.to_ascii_uppercase();
    let command = [
        "EHLO ",
        "HELO ",
        "STARTTLS",
        "X-ANONYMOUSTLS",
        "MAIL FROM",
        "RCPT TO",
        "DATA",
        "BDAT ",
        "QUIT",
        "AUTH ",
    ];
    row.event = if matches!(data, [b'2'..=b'5', b'0'..=b'9', b'0'..=b'9', b' ' | b'-', ..]) {
        server
    } else if command.iter().any(|verb| upper.starts_with(verb)) {
        client
    } else if row.data.is_empty() && matches!(row.context.as_str(), "Local" | "Remote") {
        b'-'
    } else {
        b'*'
    };
}

/// Whether a line has what columns stand between, also in the forms that [`clean`] makes plain.
fn has_columns(line: &str) -> bool {
    // `<` begins the tags of a table, 0xEF the wide forms of comma and semicolon.
    let between = |byte: &&u8| matches!(byte, b',' | b';' | b'\t' | b'|' | b'<' | 0xEF);
    line.as_bytes().iter().filter(between).nth(2).is_some()
}

/// Whether a line has the digits of a date and a time.
fn may_hold_time(line: &str) -> bool {
    line.as_bytes().iter().filter(|byte| byte.is_ascii_digit()).nth(13).is_some()
}

/// How much a line looks like a row.
fn score(text: &str) -> u32 {
    if !has_columns(text) {
        return 0;
    }
    let separator = separator(text);
    let fields: Vec<&str> = text.split(separator).map(str::trim).collect();
    if fields.len() < 4 {
        return 0;
    }
    let head = fields.get(..fields.len().min(9)).unwrap_or_default();
    // Connectivity and tracking logs begin like this too.
    if head
        .iter()
        .any(|field| matches!(*field, "SMTP" | "MAPI" | "STOREDRIVER" | "ROUTING" | "DSN" | "AGENT"))
    {
        return 0;
    }
    let time = find_time(text).is_some_and(|(range, _)| range.start == 0);
    let session = head.iter().any(|field| is_session(field));
    let endpoints = head.iter().filter(|field| is_endpoint(field)).count();
    let event = head.iter().skip(1).any(|field| event_of(field).is_some());
    if !event && !(time && session && (endpoints > 0 || fields.len() >= 8)) {
        return 0;
    }
    if !time && !session && endpoints == 0 {
        return 0;
    }
    let points = u32::from(time) * 2 + u32::from(session) * 2 + u32::from(event) * 2;
    points + u32::try_from(endpoints.min(2)).unwrap_or(0)
}

/// The character most likely to stand between the columns.
fn separator(text: &str) -> char {
    let after_time =
        find_time(text).and_then(|(range, _)| text.get(range.end..)?.trim_start_matches(' ').chars().next());
    match after_time {
        Some(separator @ (',' | ';' | '\t' | '|')) => separator,
        _ if text.contains('\t') && text.matches('\t').count() >= 4 => '\t',
        _ if text.matches(';').count() > text.matches(',').count() => ';',
        _ => ',',
    }
}

fn event_of(field: &str) -> Option<(u8, &str)> {
    let field = field.trim_start_matches('\\');
    match field.as_bytes() {
        [event @ (b'<' | b'>' | b'*' | b'+' | b'-')] => Some((*event, "")),
        // Two columns that ran together.
        [event @ (b'<' | b'>' | b'*'), b' ', ..] => Some((*event, field.get(2..)?.trim_start())),
        _ => None,
    }
}

/// 16 hexadecimal digits, or what is left of them.
fn is_session(field: &str) -> bool {
    let bare = field.trim_matches(['.', '…', ' ']);
    let elided = bare.len() < field.len();
    bare.bytes().all(|byte| byte.is_ascii_hexdigit()) && (bare.len() == 16 || (elided && bare.len() >= 4))
        || (bare.len() >= 12 && bare.bytes().all(|byte| matches!(byte, b'x' | b'X')))
}

/// `address:port`, the address perhaps blanked.
fn is_endpoint(field: &str) -> bool {
    let Some((host, port)) = field.rsplit_once(':') else { return false };
    let host = host.trim();
    !host.is_empty()
        && (1..=5).contains(&port.trim().len())
        && port.trim().bytes().all(|byte| byte.is_ascii_digit())
        && !host.contains('=')
        && host.bytes().all(|byte| {
            byte.is_ascii_alphanumeric()
                || matches!(byte, b'.' | b'-' | b':' | b'[' | b']' | b'*' | b'%' | b'_' | b' ')
        })
}

/// The columns of a row by what they hold.
fn columns(text: &str, span: Span) -> Option<PastedRow> {
    if score(text) < ROW {
        return None;
    }
    let separator = separator(text);
    let fields = split(text, separator);
    let is_time = |field: &str| find_time(field).is_some_and(|(range, _)| range.start == 0);
    let at = fields
        .iter()
        .take(9)
        .enumerate()
        .skip(1)
        .find_map(|(index, field)| event_of(field).map(|(event, rest)| (index, event, rest.to_owned())));
    let (index, event, merged) = at.unwrap_or_else(|| {
        // The character is lost: its column is the one behind the last endpoint.
        let behind = fields.iter().take(8).rposition(|field| is_endpoint(field)).map_or(6, |at| at + 1);
        let lost = fields.get(behind).is_none_or(String::is_empty);
        (if lost { behind } else { behind - 1 }, b' ', String::new())
    });
    let mut row = PastedRow {
        span,
        text: text.to_owned(),
        time: String::new(),
        connector: String::new(),
        session: String::new(),
        sequence: String::new(),
        local: String::new(),
        remote: String::new(),
        event,
        data: String::new(),
        context: String::new(),
    };
    let before = fields.get(..index).unwrap_or_default();
    let mut endpoints: Vec<String> = Vec::new();
    for (position, field) in before.iter().enumerate() {
        let dense: String = field.chars().filter(|c| *c != ' ').collect();
        if row.time.is_empty() && is_time(field) {
            row.time = find_time(field).map(|(_, time)| time).unwrap_or_default();
        } else if row.session.is_empty() && is_session(&dense) {
            row.session = dense;
        } else if row.sequence.is_empty()
            && !dense.is_empty()
            && dense.len() <= 6
            && dense.bytes().all(|byte| byte.is_ascii_digit())
        {
            row.sequence = dense;
        } else if is_endpoint(&dense) {
            endpoints.push(dense);
        } else if row.connector.is_empty() && position > 0 && row.sequence.is_empty() && endpoints.is_empty()
        {
            row.connector.clone_from(field);
        }
    }
    row.remote = endpoints.pop().unwrap_or_default();
    row.local = endpoints.pop().unwrap_or_default();
    let after = fields.get(index + 1..).unwrap_or_default();
    if merged.is_empty() {
        row.data = after.first().cloned().unwrap_or_default();
        row.context = after.get(1..).unwrap_or_default().join(&separator.to_string());
    } else {
        row.data = merged;
        row.context = after.join(&separator.to_string());
    }
    row.data = String::from(row.data.trim());
    row.context = String::from(row.context.trim().trim_end_matches(separator));
    restore(&mut row);
    Some(row)
}

/// Splits at the separator outside of quotes, without the quotes.
fn split(text: &str, separator: char) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let Some(field) = fields.last_mut() else { break };
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                field.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if field.trim().is_empty() => quoted = true,
            _ if character == separator && !quoted => fields.push(String::new()),
            _ => field.push(character),
        }
    }
    if quoted {
        // A quote that nothing closes hides the columns behind it: without quotes they are found.
        return text.split(separator).map(|field| field.trim().trim_matches('"').to_owned()).collect();
    }
    for field in &mut fields {
        *field = field.trim().to_owned();
    }
    fields
}

/// Puts the two deciding sentences back as the server wrote them, where wrapping cut them inside a word.
fn restore(row: &mut PastedRow) {
    const WORDS: [&str; 31] = [
        "SocketError",
        "NoCredentials",
        "UnknownCredentials",
        "IncompleteCredentials",
        "UnsupportedFunction",
        "UnsupportedPreauth",
        "Unsupported",
        "AlgorithmMismatch",
        "IllegalMessage",
        "DecryptFailure",
        "DecryptFailed",
        "MessageAltered",
        "CertUnknown",
        "CertExpired",
        "UntrustedRoot",
        "LogonDenied",
        "InternalError",
        "UnfinishedContextDeleted",
        "IncompleteMessage",
        "BadBinding",
        "WrongPrincipal",
        "InvalidToken",
        "InvalidHandle",
        "TimedOut",
        "ConnectionReset",
        "ConnectionAborted",
        "DowngradeDetected",
        "ApplicationProtocolMismatch",
        "TargetUnknown",
        "OutOfSequence",
        "BufferNotEnough",
    ];
    const FAILED: &str = "tlsnegotiationfailedwitherror";
    for text in [&mut row.data, &mut row.context] {
        let dense: String = text.chars().filter(|c| !c.is_whitespace() && *c != '*').collect();
        let lower = dense.to_ascii_lowercase();
        if let Some(at) = lower.find(FAILED) {
            let rest = dense.get(at + FAILED.len()..).unwrap_or_default().trim_start_matches(':');
            let known = WORDS
                .iter()
                .find(|word| rest.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word)));
            // What follows an unknown word is only told apart by the blank that the row still has.
            let word = known.map(|word| (*word).to_owned()).or_else(|| {
                let after = text.get(text.to_ascii_lowercase().rfind("error ")? + 6..)?;
                Some(after.chars().take_while(char::is_ascii_alphanumeric).collect())
            });
            *text = format!("TLS negotiation failed with error {}", word.unwrap_or_default());
        } else if let Some(at) = dense.find("SP_PROT_") {
            let rest = dense.get(at..).unwrap_or_default();
            let between = |from: &str, to: &str| -> String {
                let begin = rest.find(from).map(|at| at + from.len());
                let tail = begin.and_then(|begin| rest.get(begin..)).unwrap_or_default();
                tail.split(to).next().unwrap_or_default().trim_end_matches(',').to_owned()
            };
            if !rest.contains("negotiationsucceeded") {
                continue;
            }
            *text = format!(
                "TLS protocol {} negotiation succeeded using bulk encryption algorithm {} with strength {} bits, \
                 MAC hash algorithm {} with strength {} bits and key exchange algorithm {}",
                rest.split("negotiationsucceeded").next().unwrap_or_default(),
                between("encryptionalgorithm", "withstrength"),
                between("withstrength", "bits"),
                between("hashalgorithm", "withstrength"),
                rest.split("withstrength")
                    .nth(2)
                    .and_then(|tail| tail.split("bits").next())
                    .unwrap_or_default(),
                between("exchangealgorithm", "withstrength"),
            );
        }
    }
}

/// A date and a time of ISO 8601, perhaps with typographic dashes and blanks: where it stands, and how the log
/// wrote it.
fn find_time(text: &str) -> Option<(Range<usize>, String)> {
    // Then a fraction and `Z`.
    const SHAPE: &[u8] = b"0000-00-00T00:00:00";
    if !text.bytes().next().is_some_and(|first| first.is_ascii_digit()) {
        return None;
    }
    let mut digits = String::with_capacity(SHAPE.len() + 6);
    let mut end = 0;
    let mut shape = SHAPE.iter();
    let mut expected = shape.next();
    for (at, character) in text.char_indices() {
        match (expected, character) {
            (None, '.') if digits.len() == SHAPE.len() => digits.push('.'),
            (None, '0'..='9') if digits.len() > SHAPE.len() && digits.len() < 23 => digits.push(character),
            (None, 'Z' | 'z') => {
                end = at + 1;
                break;
            }
            (None, ' ') if text.get(at..)?.trim_start().starts_with('Z') => continue,
            (None, _) => break,
            (Some(b'0'), '0'..='9') | (Some(b':'), ':') => digits.push(character),
            (Some(b'-'), '-' | '–' | '—' | '‑') => digits.push('-'),
            (Some(b'T'), 'T' | 't' | ' ') => digits.push('T'),
            // Blanks that a translator put around dashes.
            (Some(b'-'), ' ') => continue,
            (Some(b'0'), ' ') if digits.ends_with('-') => continue,
            _ => return None,
        }
        end = at + character.len_utf8();
        expected = if expected.is_some() { shape.next() } else { None };
    }
    if digits.len() < SHAPE.len() {
        return None;
    }
    digits.push('Z');
    Some((0..end, digits))
}

/// A line without what copying put around it.
fn clean(line: &str) -> Cow<'_, str> {
    // 0xC2, 0xE2 and 0xEF begin the characters that are made plain.
    if line.bytes().any(|byte| matches!(byte, b'<' | b'&' | b'\\' | 0xC2 | 0xE2 | 0xEF)) {
        return Cow::Owned(bare(&plain(line)).to_owned());
    }
    Cow::Borrowed(bare(line))
}

/// A line with its characters as logs have them.
fn plain(line: &str) -> String {
    let mut text = entities(line);
    text = text
        .chars()
        .map(|character| match character {
            '“' | '”' | '„' | '‟' | '″' | '«' | '»' => '"',
            '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{200b}' | '\u{feff}' => ' ',
            '，' => ',',
            '；' => ';',
            '＞' => '>',
            '＜' => '<',
            _ => character,
        })
        .collect();
    text.replace("\\*", "*").replace("\\\"", "\"").replace("\\_", "_").replace("\\\\", "\\")
}

/// A line without what stands before and behind it.
fn bare(line: &str) -> &str {
    let mut rest = line.trim();
    loop {
        let before = rest;
        rest = rest.trim_start();
        // Quote marks; a row never begins with an event.
        while let Some(quoted) = rest.strip_prefix('>') {
            rest = quoted.trim_start();
        }
        for bullet in ["- ", "* ", "• ", "· ", "| ", "#\t", "// ", "-- "] {
            rest = rest.strip_prefix(bullet).map_or(rest, str::trim_start);
        }
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let numbered = (1..=4).contains(&digits).then(|| rest.get(digits..)).flatten();
        if let Some(after) = numbered.and_then(|after| {
            after
                .strip_prefix(". ")
                .or(after.strip_prefix(") "))
                .or(after.strip_prefix(": "))
                .or(after.strip_prefix('\t'))
        }) && find_time(after.trim_start()).is_some()
        {
            rest = after.trim_start();
        }
        if rest.len() == before.len() {
            break;
        }
    }
    // What stands before the time: a field name of JSON, a prompt, a file name of `findstr`.
    if may_hold_time(rest)
        && find_time(rest).is_none()
        && let Some(at) = rest.match_indices("20").map(|(at, _)| at).take(4).find(|at| {
            *at <= 160
                && rest.get(*at..).is_some_and(|tail| {
                    find_time(tail).is_some_and(|(range, _)| {
                        tail.get(range.end..).is_some_and(|after| after.starts_with([',', ';', '\t']))
                    })
                })
        })
        && !rest.get(..at).unwrap_or_default().contains([',', ';'])
    {
        let json = rest.get(..at).unwrap_or_default().ends_with('"');
        rest = rest.get(at..).unwrap_or_default().trim_end();
        if json {
            rest = rest.trim_end_matches(',').strip_suffix('"').unwrap_or(rest);
        }
    }
    rest.trim_end()
}

/// Takes markup away and entities back.
fn entities(line: &str) -> String {
    let mut text = line.to_owned();
    if text.contains('<') {
        for tag in
            ["pre", "code", "p", "br", "br /", "br/", "div", "span", "tr", "tbody", "table", "b", "strong"]
        {
            if text.contains(&format!("<{tag}>")) || text.contains(&format!("</{tag}>")) {
                text = text.replace(&format!("<{tag}>"), "").replace(&format!("</{tag}>"), "");
            }
        }
        text = text.replace("</td><td>", "\t").replace("<td>", "").replace("</td>", "");
    }
    if text.contains('&') {
        for (entity, character) in [
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&quot;", "\""),
            ("&#34;", "\""),
            ("&#39;", "'"),
            ("&apos;", "'"),
            ("&nbsp;", " "),
            ("&#160;", " "),
            ("&#42;", "*"),
            ("&amp;", "&"),
        ] {
            text = text.replace(entity, character);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_told_however_it_was_copied() {
        for line in [
            "2026-11-03T08:15:02.340Z,Outbound,08DE1A0C5B7F2A41,9,10.1.1.5:3,203.0.113.25:25,*,,TLS negotiation failed with error SocketError",
            "> > 2026-11-03T08:15:02.340Z,Outbound,08DE1A0C5B7F2A41,9,10.1.1.5:3,203.0.113.25:25,*,,Local",
            "  12. 2026-11-03T08:15:02.340Z;Outbound;08DE1A0C5B7F2A41;9;;203.0.113.25:25;<;220 x;",
            "2026-11-03T08:15:02.340Z\tOutbound\t08DE1A0C5B7F2A41\t9\t\t203.0.113.25:25\t&lt;\t220 x\t",
            "\"message\": \"2026-11-03T08:15:02.340Z,Outbound,08DE1A0C5B7F2A41,0,,203.0.113.25:25,*,,attempting to connect\"",
            "2026 – 11 – 03T08:15:02.340 Z, Outbound, 08DE1A0C5B7F2A41, 16, 10.1.1.5:3, 203.0.113.25:25, * , \"CN\", subject",
            "…5B7F2A41,23,10.1.1.5:3,203.0.113.25:25,*,,TLS negotiation failed with error SocketError",
            "2026-11-03T08:15:02.340Z,15,>,STARTTLS,",
            "\t#\t2026-11-03T08:15:02.340Z,EX\\Internet,08DE1A0C5B7F2A41,0,10.0.0.6:25,203.0.113.220:61061,+,,",
        ] {
            assert!(looks_like_row(line), "{line}");
        }
        for line in [
            "2026-11-03T08:15:02.340Z,08DE1A0C5B7F2A41,SMTP,contoso.example,>,EHLO",
            "On 2026-11-03, at 08:15, somebody wrote: it is 9 > 8, * is a star, - is a dash",
            "",
            "421 4.4.2 Connection dropped due to SocketError",
            "2026-11-03T08:15:02 mail postfix/smtp[123]: connect to mx.example[203.0.113.25]:25: timed out",
        ] {
            assert!(!looks_like_row(line), "{line}");
        }
    }

    #[test]
    fn a_time_survives_translation() {
        assert_eq!(find_time("2026 – 11 – 03T08:15:02.340 Z, x").unwrap().1, "2026-11-03T08:15:02.340Z");
        assert_eq!(find_time("2026-11-03 08:15:02").unwrap().1, "2026-11-03T08:15:02Z");
        assert_eq!(find_time("2026-11-03"), None);
    }
}
