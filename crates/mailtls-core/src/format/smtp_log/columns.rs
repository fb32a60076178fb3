//! One line to its columns.

use crate::bytes;
use crate::fact::smtp::trace::RowView;

/// Where the columns of a row stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// `date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context`.
    Standard,
    /// Named by `#Fields`, in another order.
    Named(Vec<Column>),
}

/// A column of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Time,
    Connector,
    Session,
    Sequence,
    Local,
    Remote,
    Event,
    Data,
    Context,
    /// One that no build writes today.
    Other,
}

const STANDARD: [(Column, &str); 9] = [
    (Column::Time, "date-time"),
    (Column::Connector, "connector-id"),
    (Column::Session, "session-id"),
    (Column::Sequence, "sequence-number"),
    (Column::Local, "local-endpoint"),
    (Column::Remote, "remote-endpoint"),
    (Column::Event, "event"),
    (Column::Data, "data"),
    (Column::Context, "context"),
];

impl Layout {
    /// From what follows `#Fields:`. `None` where the columns without which nothing can be told are missing.
    pub(super) fn from_fields(fields: &str) -> Option<Self> {
        let columns: Vec<Column> = fields
            .split(',')
            .map(|name| {
                let name = name.trim();
                let known = STANDARD.iter().find(|(_, known)| name.eq_ignore_ascii_case(known));
                known.map_or(Column::Other, |(column, _)| *column)
            })
            .collect();
        if columns.iter().copied().eq(STANDARD.iter().map(|(column, _)| *column)) {
            return Some(Self::Standard);
        }
        let has = |column: Column| columns.contains(&column);
        (has(Column::Event) && has(Column::Session) && (has(Column::Data) || has(Column::Context)))
            .then_some(Self::Named(columns))
    }

    /// The columns of a line; `None` where it is no row.
    #[inline]
    pub(super) fn row<'a>(&self, line: &'a [u8]) -> Option<RowView<'a>> {
        match self {
            Self::Standard => standard(line),
            Self::Named(columns) => named(columns, line),
        }
    }
}

/// The layout of every build so far. Times, ids, numbers and endpoints hold no comma and are never quoted; a
/// connector's name may.
#[inline]
fn standard(line: &[u8]) -> Option<RowView<'_>> {
    let (time, rest) = cut(line)?;
    if !time.first()?.is_ascii_digit() {
        return None;
    }
    let (connector, rest) = field(rest)?;
    let (session, rest) = cut(rest)?;
    let (sequence, rest) = cut(rest)?;
    let (local, rest) = cut(rest)?;
    let (remote, rest) = cut(rest)?;
    let (event, rest) = event(rest)?;
    let (data, context) = tail(rest)?;
    Some(RowView { time, connector, session, sequence, local, remote, event, data, context })
}

/// The event, and what follows it.
#[inline]
pub(super) fn event(rest: &[u8]) -> Option<(u8, &[u8])> {
    match rest {
        [event @ (b'<' | b'>' | b'*' | b'+' | b'-'), b',', rest @ ..] => Some((*event, rest)),
        _ => None,
    }
}

/// The data and the context, which end a row.
pub(super) fn tail(rest: &[u8]) -> Option<(&[u8], &[u8])> {
    let (data, rest) = field(rest)?;
    Some((data, unquote(rest)))
}

/// `2026-11-03T08:15:02.114Z,`: how every build begins a row, with nothing but digits between the marks.
#[inline]
pub(super) fn begins_plainly(line: &[u8; 25]) -> bool {
    const MARKS: [u8; 24] = *b"\0\0\0\0-\0\0-\0\0T\0\0:\0\0:\0\0.\0\0\0Z";
    let (words, rest) = line.as_chunks::<8>();
    let (marks, _) = MARKS.as_chunks::<8>();
    let (mut differ, mut at) = (0, 0);
    while let (Some(word), Some(marks)) = (words.get(at), marks.get(at)) {
        // All bits where there is a mark: it makes the comparison one of three words, not of eight bytes.
        let mask = marks.map(|mark| if mark == 0 { 0 } else { 0xff });
        differ |= (u64::from_le_bytes(*word) & u64::from_le_bytes(mask)) ^ u64::from_le_bytes(*marks);
        at += 1;
    }
    differ == 0 && rest == b"," && line.first().is_some_and(u8::is_ascii_digit)
}

/// Up to the next comma, and what follows it.
#[inline]
fn cut(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let comma = bytes::find(b',', text)?;
    Some((text.get(..comma)?, text.get(comma + 1..)?))
}

/// Up to the next comma outside of quotes, without the quotes, and what follows.
#[inline]
fn field(text: &[u8]) -> Option<(&[u8], &[u8])> {
    if text.first() != Some(&b'"') {
        return cut(text);
    }
    let mut from = 1;
    loop {
        let quote = from + memchr::memchr(b'"', text.get(from..)?)?;
        match text.get(quote + 1) {
            Some(b'"') => from = quote + 2,
            Some(b',') => return Some((text.get(1..quote)?, text.get(quote + 2..)?)),
            // A stray quote inside: the field goes on.
            Some(_) => from = quote + 1,
            None => return Some((text.get(1..quote)?, &[])),
        }
    }
}

/// The last field, without its quotes.
#[inline]
pub(super) fn unquote(text: &[u8]) -> &[u8] {
    match text {
        [b'"', inner @ .., b'"'] => inner,
        _ => text,
    }
}

fn named<'a>(columns: &[Column], line: &'a [u8]) -> Option<RowView<'a>> {
    let mut row = RowView::default();
    let mut rest = Some(line);
    for column in columns {
        let Some(text) = rest else { break };
        let (value, after) = match field(text) {
            Some((value, after)) => (value, Some(after)),
            None => (unquote(text), None),
        };
        rest = after;
        match column {
            Column::Time => row.time = value,
            Column::Connector => row.connector = value,
            Column::Session => row.session = value,
            Column::Sequence => row.sequence = value,
            Column::Local => row.local = value,
            Column::Remote => row.remote = value,
            Column::Event => match value {
                [event @ (b'<' | b'>' | b'*' | b'+' | b'-')] => row.event = *event,
                _ => return None,
            },
            Column::Data => row.data = value,
            Column::Context => row.context = value,
            Column::Other => {}
        }
    }
    (row.event != 0).then_some(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_hold_commas_and_doubled_quotes() {
        let line = br#"2026-11-03T08:15:02.204Z,"Out, to Office",08DE1A0C5B7F2A41,3,10.1.1.5:3,203.0.113.25:25,<,"220 ""x"", ready","a, b""#;
        let row = Layout::Standard.row(line).unwrap();
        assert_eq!(row.connector, b"Out, to Office");
        assert_eq!((row.event, row.data, row.context), (b'<', &br#"220 ""x"", ready"#[..], &b"a, b"[..]));
    }

    #[test]
    fn columns_are_found_by_their_names() {
        let layout = Layout::from_fields(" session-id,event,context,data,date-time").unwrap();
        let row = layout
            .row(b"08DE,*,TLS negotiation failed with error SocketError,,2026-11-03T08:15:02Z")
            .unwrap();
        assert_eq!((row.session, row.event), (&b"08DE"[..], b'*'));
        assert_eq!(row.context, b"TLS negotiation failed with error SocketError");
        assert_eq!(Layout::from_fields("date,time,s-ip,cs-method"), None);
    }

    #[test]
    fn what_is_no_row_is_told() {
        for line in
            [&b"hello, world"[..], b"2026-11-03T08:15:02.204Z,a,b,c", b"", b",,,,,,,,,", b"1,2,3,4,5,6,x,8,9"]
        {
            assert!(Layout::Standard.row(line).is_none());
        }
    }

    /// The fields of a line as another reader of CSV gives them.
    fn fields(line: &[u8]) -> Vec<Vec<u8>> {
        let mut reader = csv_core::Reader::new();
        let (mut output, mut ends) = ([0; 4096], [0; 32]);
        let (result, read, written, count) = reader.read_record(line, &mut output, &mut ends);
        assert_eq!((result, read), (csv_core::ReadRecordResult::InputEmpty, line.len()));
        let (.., last) = reader.read_record(&[], &mut output[written..], &mut ends[count..]);
        let mut from = 0;
        let cut = |end: &usize| output[std::mem::replace(&mut from, *end)..*end].to_vec();
        ends[..count + last].iter().map(cut).collect()
    }

    #[test]
    fn a_row_has_the_fields_that_csv_core_finds_in_it() {
        let mut state = 1_u64;
        let mut below = |limit: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % limit
        };
        let mut text = |letters: &[u8], most: u64| -> Vec<u8> {
            (0..below(most)).map(|_| letters[usize::try_from(below(letters.len() as u64)).unwrap()]).collect()
        };
        for _ in 0..20_000 {
            let plain = b"0123456789ABCDEF.:[]-";
            let any = b"ab 1,,\"\"<>;=\xC3\xB1";
            let event = [*[b"<", b">", b"*", b"+", b"-"][text(b"x", 5).len()]].concat();
            let mut time = b"2".to_vec();
            time.extend(text(plain, 25));
            let quoted = |text: Vec<u8>| {
                if text.iter().any(|byte| matches!(byte, b',' | b'"')) {
                    let doubled: Vec<u8> = text
                        .iter()
                        .flat_map(|byte| if *byte == b'"' { vec![b'"'; 2] } else { vec![*byte] })
                        .collect();
                    [&b"\""[..], &doubled, b"\""].concat()
                } else {
                    text
                }
            };
            let columns = [
                time,
                quoted(text(any, 40)),
                text(plain, 20),
                text(b"0123456789", 4),
                text(plain, 24),
                text(plain, 24),
                event,
                quoted(text(any, 90)),
                quoted(text(any, 60)),
            ];
            let line = columns.join(&b","[..]);
            let row = Layout::Standard.row(&line).unwrap();
            let ours = [
                row.time,
                row.connector,
                row.session,
                row.sequence,
                row.local,
                row.remote,
                &[row.event],
                row.data,
                row.context,
            ];
            let undoubled = |field: &[u8]| String::from_utf8_lossy(field).replace("\"\"", "\"");
            let theirs = fields(&line);
            assert_eq!(theirs.len(), ours.len(), "{}", String::from_utf8_lossy(&line));
            for (ours, theirs) in ours.iter().zip(&theirs) {
                assert_eq!(
                    undoubled(ours),
                    String::from_utf8_lossy(theirs),
                    "{}",
                    String::from_utf8_lossy(&line)
                );
            }
        }
    }
}
