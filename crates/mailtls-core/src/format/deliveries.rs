//! Text cut where one delivery ends and the next begins, so that the far end of one never colours the other.
//!
//! People paste two bounces, or a whole queue. What begins a bounce or an entry says so by a word of the program
//! that wrote it; where such a word comes a second time, or one that stands earlier in a bounce than the last
//! one did, another delivery has begun.

use crate::fact::delivery::Part;
use crate::format::lines::Line;
use crate::format::phrases::HOST_LEADS;
use std::ops::RangeInclusive;

/// How far down in a bounce its words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Section {
    /// What it tells people.
    Opening,
    /// `Diagnostic information for administrators:`.
    Diagnosis,
    /// `Generating server:`.
    Generator,
    /// The fields of RFC 3464.
    Fields,
}

/// A field that an entry of a queue or a trace has once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Runspace,
    Identity,
    NextHop,
    LastError,
    /// `{LED=…};{FQDN=…}`, one record a line.
    Record,
    /// `[LastAttemptedServerName=…]`.
    Attempted,
}

/// The lines of each delivery, in their order.
pub(crate) fn split(lines: Vec<Line<'static>>) -> Vec<Vec<Line<'static>>> {
    // Most lines tell nothing of where a delivery begins, and are looked at no further.
    let may_tell = |line: &Line<'_>| {
        line.text.contains([':', '\\', '{', '[', '<']) || is_opening(line.text.trim_start_matches(QUOTING))
    };
    let mut starts: Vec<usize> = Vec::new();
    let mut section: Option<Section> = None;
    let mut fields: Vec<Field> = Vec::new();
    // The same message a second time, as a page.
    let mut in_html = false;
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| may_tell(line)) {
        let line = &plain(&line.text);
        in_html |= line.starts_with("content-type: text/html") || line.starts_with("<html");
        let floor = starts.last().copied().unwrap_or(0);
        if let Some(next) = section_of(line).filter(|_| !in_html) {
            if section.is_some_and(|last| next <= last) {
                starts.push(heading(&lines, floor..=index));
                fields.clear();
            }
            section = Some(next);
        }
        let found = fields_of(line);
        if found.iter().any(|field| fields.contains(field)) {
            let begin = match found.as_slice() {
                [Field::Attempted] => record_start(&lines, floor..=index),
                _ => index,
            };
            if starts.last().is_none_or(|last| begin > *last) && begin > 0 {
                starts.push(begin);
            }
            fields.clear();
        }
        fields.extend(found);
    }
    let mut parts: Vec<Vec<Line<'static>>> = vec![Vec::new()];
    crate::order::sort_and_dedup(&mut starts);
    let mut starts = starts.into_iter().peekable();
    for (index, line) in lines.into_iter().enumerate() {
        if starts.next_if_eq(&index).is_some() {
            parts.push(Vec::new());
        }
        if let Some(part) = parts.last_mut() {
            part.push(line);
        }
    }
    parts.retain(|part| part.iter().any(|line| !line.text.trim().is_empty()));
    parts
}

/// A line without quoting and emphasis, in lower case.
fn plain(line: &str) -> String {
    line.trim_start_matches(QUOTING).trim_end().to_lowercase()
}

const QUOTING: [char; 6] = ['>', ' ', '\t', '*', '|', '\u{a0}'];

/// Whether a line begins as a bounce does.
fn is_opening(line: &str) -> bool {
    const OPENINGS: [&str; 6] = [
        "delivery has failed to these recipients",
        "this is the mail system at host",
        "this message was created automatically by mail delivery software",
        "your message did not reach some or all of the intended recipients",
        "from: mailer-daemon",
        "from: microsoft outlook",
    ];
    let begins =
        |opening: &&str| line.get(..opening.len()).is_some_and(|head| head.eq_ignore_ascii_case(opening));
    OPENINGS.iter().any(begins)
}

fn section_of(line: &str) -> Option<Section> {
    if is_opening(line) {
        return Some(Section::Opening);
    }
    if line.ends_with(':') && line.contains("diagn") && line.contains("administra") {
        return Some(Section::Diagnosis);
    }
    if line.starts_with("reporting-mta:") {
        return Some(Section::Fields);
    }
    let leads = HOST_LEADS.iter().filter(|(part, _)| *part == Part::Generator);
    leads.map(|(_, lead)| *lead).any(|lead| line.starts_with(lead)).then_some(Section::Generator)
}

fn fields_of(line: &str) -> Vec<Field> {
    let mut found = Vec::new();
    let named = |name: &str| line.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with(':'));
    for (name, field) in [
        ("runspaceid", Field::Runspace),
        ("identity", Field::Identity),
        ("nexthopdomain", Field::NextHop),
        ("lasterror", Field::LastError),
    ] {
        if named(name) {
            found.push(field);
        }
    }
    // A row of a table: `EX01\4711 SmtpRelayToExchangeOnline Retry …`.
    let row = line.split_whitespace().next().and_then(|first| first.split_once('\\'));
    if row.is_some_and(|(server, number)| {
        !server.is_empty()
            && !number.is_empty()
            && number.bytes().all(|byte| byte.is_ascii_digit())
            && server.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
    }) {
        found.push(Field::Identity);
    }
    if line.contains('{') && line.contains("{led=") {
        found.push(Field::Record);
    }
    if line.contains('[') && line.contains("[lastattemptedservername=") {
        found.push(Field::Attempted);
    }
    found
}

/// Where the words above `range`'s last line begin that speak of what follows: the lines of its paragraph, as
/// long as none of them carries a reply.
fn heading(lines: &[Line<'_>], range: RangeInclusive<usize>) -> usize {
    let mut start = *range.end();
    while start > *range.start() + 1 {
        let above = &lines.get(start - 1).map(|line| plain(&line.text)).unwrap_or_default();
        let carries_more = above.is_empty() || above.contains("4.4.") || above.contains("5.7.");
        if carries_more || section_of(above).is_some() {
            break;
        }
        start -= 1;
    }
    start
}

/// Where the record begins whose last line is the last of `range`: at its reply code.
fn record_start(lines: &[Line<'_>], range: RangeInclusive<usize>) -> usize {
    let end = *range.end();
    let begins = |line: &str| {
        ["{led=", "450 4.", "451 4.", "451 5.", "550 5.", "454 4."].iter().any(|code| line.contains(code))
    };
    let mut at = end;
    loop {
        let line = &lines.get(at).map(|line| plain(&line.text)).unwrap_or_default();
        if begins(line) {
            return at;
        }
        let stop = at <= *range.start() || (at != end && line.contains("[lastattemptedservername="));
        if stop || line.is_empty() {
            return end;
        }
        at -= 1;
    }
}
