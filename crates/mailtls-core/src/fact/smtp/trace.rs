//! One SMTP session, followed row by row: what was said first, and the rows that say it.
//!
//! The state is the first row of every step of a session and the command the client gave last. The rows
//! themselves are kept up to a cap, so that two pieces of a session (it may be split over rotated files, or
//! over parts of one file read apart) join into what reading it whole would have given.

use crate::bytes;
use crate::decode;
use crate::span::{Mark, SourceId, Span};
use crate::vocabulary::Direction;
use crate::wire::{Wire, take_bytes, wire_enum, wire_struct};

/// One row, its columns as they stand in the log, without the quotes around them.
#[derive(Clone, Copy, Debug, Default)]
pub struct RowView<'a> {
    /// `date-time`.
    pub time: &'a [u8],
    /// `connector-id`.
    pub connector: &'a [u8],
    /// `session-id`.
    pub session: &'a [u8],
    /// `sequence-number`.
    pub sequence: &'a [u8],
    /// `local-endpoint`.
    pub local: &'a [u8],
    /// `remote-endpoint`.
    pub remote: &'a [u8],
    /// `event`: one of `+ - > < *`, or a blank where it was lost.
    pub event: u8,
    /// `data`.
    pub data: &'a [u8],
    /// `context`.
    pub context: &'a [u8],
}

/// A point in time as the log writes it: `2026-11-03T08:15:02.114Z`. Orders as it reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time {
    text: [u8; 24],
    length: u8,
}

impl Time {
    /// The first 24 bytes; more is not a time of these logs.
    #[must_use]
    #[inline]
    pub fn new(text: &[u8]) -> Self {
        // What every server writes has just this length: one copy.
        if let Ok(text) = <[u8; 24]>::try_from(text) {
            return Self { text, length: 24 };
        }
        let mut time = Self::default();
        for (to, from) in time.text.iter_mut().zip(text) {
            *to = *from;
        }
        time.length = u8::try_from(text.len().min(24)).unwrap_or(0);
        time
    }

    /// The text; empty where the row had none.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let text = self.text.get(..usize::from(self.length)).unwrap_or_default();
        // Garbled: as far as it can be read.
        std::str::from_utf8(text).unwrap_or_else(|error| {
            text.get(..error.valid_up_to())
                .and_then(|text| std::str::from_utf8(text).ok())
                .unwrap_or_default()
        })
    }

    /// As far as the hour: `2026-11-03T08`.
    #[must_use]
    pub fn hour(&self) -> Self {
        Self::new(self.text.get(..usize::from(self.length.min(13))).unwrap_or_default())
    }

    /// Whether the row had none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Milliseconds since 1970, where the text is a date and a time of ISO 8601.
    #[must_use]
    pub fn milliseconds(&self) -> Option<i64> {
        let number = |from: usize, to: usize| -> Option<i64> {
            self.text.get(from..to)?.iter().try_fold(0, |sum: i64, digit| {
                digit.is_ascii_digit().then(|| sum * 10 + i64::from(digit - b'0'))
            })
        };
        let separated = |at: usize, byte: u8| self.text.get(at) == Some(&byte);
        if !(separated(4, b'-') && separated(7, b'-') && separated(13, b':') && separated(16, b':')) {
            return None;
        }
        let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
        let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
        let thousandth = if separated(19, b'.') { number(20, 23).unwrap_or(0) } else { 0 };
        // Howard Hinnant's days_from_civil: months counted from March, so that leap days come last.
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 719_469;
        Some((((days * 24 + hour) * 60 + minute) * 60 + second) * 1000 + thousandth)
    }
}

/// A step of a session. Each keeps its first row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The connection stands: `+`.
    Connected,
    /// Connecting failed.
    ConnectFailed,
    /// `220 host …`.
    Banner,
    /// `220 ****`: something on the way hides what the server says.
    BannerMasked,
    /// The client's `EHLO`.
    Ehlo,
    /// The first row of the answer to it.
    EhloAnswer,
    /// The row that offers `STARTTLS`.
    Offered,
    /// The row that offers `X-ANONYMOUSTLS`.
    AnonymousOffered,
    /// A keyword overwritten with `X`.
    Masked,
    /// The row that ends the answer.
    EhloEnd,
    /// `STARTTLS`.
    Starttls,
    /// `X-ANONYMOUSTLS`.
    AnonymousTls,
    /// `220` to that.
    GoAhead,
    /// Anything else to that.
    StarttlsRefused,
    /// The first certificate row.
    Certificate,
    /// The certificate the far end showed.
    RemoteCertificate,
    /// A certificate chain that did not validate.
    ChainStatus,
    /// `TLS protocol SP_PROT_… negotiation succeeded …`.
    Negotiated,
    /// `TLS negotiation failed with error …`.
    Failed,
    /// Our connector demands TLS and could not have it.
    RequiredHere,
    /// `MAIL FROM`.
    Mail,
    /// The server took it.
    MailTaken,
    /// The server refused for want of TLS.
    Demanded,
    /// A failed authentication.
    AuthFailed,
    /// A reply of 4xx or 5xx that is none of the above.
    Refused,
    /// `354`, or the first `BDAT`.
    DataBegun,
    /// The server took the message.
    Delivered,
    /// The connection is over: `-`.
    End,
}

impl Step {
    const COUNT: usize = Self::End as usize + 1;

    /// Every step with its public word, in the order above.
    const WORDS: [(Self, &str); Self::COUNT] = [
        (Self::Connected, "connected"),
        (Self::ConnectFailed, "connect-failed"),
        (Self::Banner, "banner"),
        (Self::BannerMasked, "banner-masked"),
        (Self::Ehlo, "ehlo"),
        (Self::EhloAnswer, "ehlo-answer"),
        (Self::Offered, "offered"),
        (Self::AnonymousOffered, "anonymous-offered"),
        (Self::Masked, "masked"),
        (Self::EhloEnd, "ehlo-end"),
        (Self::Starttls, "starttls"),
        (Self::AnonymousTls, "anonymous-tls"),
        (Self::GoAhead, "go-ahead"),
        (Self::StarttlsRefused, "starttls-refused"),
        (Self::Certificate, "certificate"),
        (Self::RemoteCertificate, "remote-certificate"),
        (Self::ChainStatus, "chain-status"),
        (Self::Negotiated, "negotiated"),
        (Self::Failed, "failed"),
        (Self::RequiredHere, "required-here"),
        (Self::Mail, "mail"),
        (Self::MailTaken, "mail-taken"),
        (Self::Demanded, "demanded"),
        (Self::AuthFailed, "auth-failed"),
        (Self::Refused, "refused"),
        (Self::DataBegun, "data"),
        (Self::Delivered, "delivered"),
        (Self::End, "end"),
    ];
}

/// The command the client gave last, for reading the reply.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Command {
    /// Not seen: the piece begins later.
    #[default]
    Unknown,
    Ehlo,
    Starttls,
    Auth,
    Mail,
    Recipient,
    Data,
    /// `354` was the answer: what follows is the verdict on the message.
    Message,
    Other,
}

/// A row that was kept: where it stands, and its columns in the trace's own buffer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Kept {
    span: Span,
    text: (u32, u32),
    time: (u32, u32),
    data: (u32, u32),
    context: (u32, u32),
    event: u8,
    /// The command in force before it, so that a piece replays as it was read.
    command: Command,
}

/// A session, or a piece of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// Which log it is from: `Outbound` for a send log.
    pub direction: Direction,
    id: Vec<u8>,
    connector: Vec<u8>,
    local: Vec<u8>,
    remote: Vec<u8>,
    rows: u64,
    first: Time,
    last: Time,
    /// Whether its first row is the first of a session.
    pub begun: bool,
    command: Command,
    steps: [u16; Step::COUNT],
    /// Whether the row under way is the first of a step.
    fresh: bool,
    buffer: Vec<u8>,
    kept: Vec<Kept>,
    /// How many rows, the last ones kept, still stand in the chunk they came in, and where they stand there is what
    /// `kept` says. Of a session that ends in the chunk it began in no row is copied, unless it is one to point at.
    loose: usize,
    /// The bytes of those.
    outside: usize,
}

/// A row that stands whole in a chunk, of a session whose ends and connector are known.
#[derive(Clone, Copy, Debug)]
pub struct ChunkRow<'a> {
    /// Where it begins in the chunk.
    pub at: usize,
    /// All of it. The first 24 bytes are its time.
    pub text: &'a [u8],
    /// `event`.
    pub event: u8,
    /// `data`, inside of `text`.
    pub data: &'a [u8],
    /// `context`, inside of `text`.
    pub context: &'a [u8],
}

const NONE: u16 = u16::MAX;

impl Trace {
    /// The rows kept whatever they say. Past them only a row that is the first of its step is kept.
    pub const ROWS: usize = 64;
    /// The most bytes kept of one row.
    pub const ROW_BYTES: usize = 2048;

    /// An empty trace.
    #[must_use]
    pub fn new(direction: Direction) -> Self {
        Self {
            direction,
            id: Vec::new(),
            connector: Vec::new(),
            local: Vec::new(),
            remote: Vec::new(),
            rows: 0,
            first: Time::default(),
            last: Time::default(),
            begun: false,
            command: Command::Unknown,
            steps: [NONE; Step::COUNT],
            fresh: false,
            buffer: Vec::new(),
            kept: Vec::new(),
            loose: 0,
            outside: 0,
        }
    }

    /// Makes it new again, keeping its memory.
    pub fn reset(&mut self, direction: Direction) {
        self.direction = direction;
        for text in [&mut self.id, &mut self.connector, &mut self.local, &mut self.remote, &mut self.buffer] {
            text.clear();
        }
        self.rows = 0;
        self.first = Time::default();
        self.last = Time::default();
        self.begun = false;
        self.command = Command::Unknown;
        self.steps = [NONE; Step::COUNT];
        self.kept.clear();
        self.loose = 0;
        self.outside = 0;
    }

    /// Follows the session over one more row, which reads `text` at `span`. Returns by how much it grew. Rows that
    /// still stand in a chunk have to be settled before.
    pub fn row(&mut self, row: &RowView<'_>, text: &[u8], span: Span) -> usize {
        if self.rows == 0 {
            self.id.extend_from_slice(row.session);
            self.connector.extend_from_slice(row.connector);
            self.remote.extend_from_slice(row.remote);
            self.first = Time::new(row.time);
        }
        if self.local.is_empty() {
            self.local.extend_from_slice(row.local);
        }
        if self.remote.is_empty() {
            self.remote.extend_from_slice(row.remote);
        }
        if self.connector.is_empty() {
            self.connector.extend_from_slice(row.connector);
        }
        if !row.time.is_empty() {
            self.last = Time::new(row.time);
        }
        self.rows += 1;
        let command = self.command;
        if let Some(step) = self.advance(row.event, row.data, row.context) {
            self.note(step);
        }
        let before = self.buffer.len();
        if !self.fresh && self.kept.len() >= Self::ROWS {
            return 0;
        }
        self.fresh = false;
        self.keep(row, text, span, command);
        self.buffer.len() - before + size_of::<Kept>()
    }

    /// Like [`Self::row`], for a row of at most [`Self::ROW_BYTES`] that stays where it stands. Returns the same.
    #[inline]
    pub fn follow(&mut self, row: ChunkRow<'_>, span: Span) -> usize {
        let ChunkRow { at, text, event, data, context } = row;
        if let Some(time) = text.first_chunk::<24>() {
            self.last = Time { text: *time, length: 24 };
        }
        self.rows += 1;
        let command = self.command;
        if let Some(step) = self.advance(event, data, context) {
            self.note(step);
        }
        if !self.fresh && self.kept.len() >= Self::ROWS {
            return 0;
        }
        self.fresh = false;
        // Chunks are short of what 32 bits count, and so is all that lies in one.
        let (begin, from) = (text.as_ptr() as usize, narrow(at));
        let place = |column: &[u8]| {
            let from = from.wrapping_add(low((column.as_ptr() as usize).wrapping_sub(begin)));
            (from, from.wrapping_add(low(column.len())))
        };
        self.kept.push(Kept {
            span,
            text: place(text),
            time: (from, from.wrapping_add(24)),
            data: place(data),
            context: place(context),
            event,
            command,
        });
        self.loose += 1;
        self.outside += text.len();
        text.len() + size_of::<Kept>()
    }

    /// Copies the rows that still stand in `chunk`.
    pub fn settle(&mut self, chunk: &[u8]) {
        let settled = self.kept.len().saturating_sub(self.loose);
        for kept in self.kept.iter_mut().skip(settled) {
            let (begin, end) = kept.text;
            let from = narrow(self.buffer.len());
            self.buffer.extend_from_slice(chunk.get(begin as usize..end as usize).unwrap_or_default());
            for range in [&mut kept.text, &mut kept.time, &mut kept.data, &mut kept.context] {
                let moved = |at: u32| at.wrapping_sub(begin).wrapping_add(from);
                *range = (moved(range.0), moved(range.1));
            }
        }
        self.loose = 0;
        self.outside = 0;
    }

    /// Whether all its rows are its own.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.loose == 0
    }

    /// What the row means, and how it moves the session on.
    #[inline]
    fn advance(&mut self, event: u8, data: &[u8], context: &[u8]) -> Option<Step> {
        let server = if self.direction == Direction::Inbound { b'>' } else { b'<' };
        match event {
            b'+' => Some(Step::Connected),
            b'-' => Some(Step::End),
            b'>' | b'<' if event == server => self.reply(data),
            b'>' | b'<' => self.command(data),
            _ => information(data, context),
        }
    }

    fn command(&mut self, data: &[u8]) -> Option<Step> {
        // As four bytes and not as a text, which would be compared by a call for each.
        let verb = data.first_chunk::<4>().unwrap_or(b"    ");
        let (command, step) = match verb {
            b"EHLO" | b"HELO" | b"ehlo" | b"helo" | b"Ehlo" => (Command::Ehlo, Some(Step::Ehlo)),
            b"STAR" | b"star" => (Command::Starttls, Some(Step::Starttls)),
            b"X-AN" | b"x-an" => (Command::Starttls, Some(Step::AnonymousTls)),
            b"MAIL" | b"mail" => (Command::Mail, Some(Step::Mail)),
            b"RCPT" | b"rcpt" => (Command::Recipient, None),
            b"DATA" | b"data" => (Command::Data, None),
            // The last chunk is answered with the verdict on the message.
            b"BDAT" | b"bdat" if ends_with(data, b"LAST") => (Command::Message, Some(Step::DataBegun)),
            b"BDAT" | b"bdat" => (Command::Other, Some(Step::DataBegun)),
            b"AUTH" | b"auth" | b"X-EX" | b"x-ex" => (Command::Auth, None),
            _ if self.command == Command::Auth => (Command::Auth, None),
            _ => (Command::Other, None),
        };
        self.command = command;
        step
    }

    fn reply(&mut self, data: &[u8]) -> Option<Step> {
        let [class @ b'2'..=b'5', b'0'..=b'9', b'0'..=b'9', rest @ ..] = data else {
            // Something on the way may leave nothing of the banner but asterisks.
            return (self.command == Command::Unknown && data.starts_with(b"***"))
                .then_some(Step::BannerMasked);
        };
        match class {
            b'2' => self.positive(data, rest),
            b'3' if self.command == Command::Data || self.command == Command::Message => {
                self.command = Command::Message;
                Some(Step::DataBegun)
            }
            b'3' => None,
            _ => Some(self.negative(data)),
        }
    }

    fn positive(&mut self, data: &[u8], rest: &[u8]) -> Option<Step> {
        if data.starts_with(b"220") {
            return match self.command {
                Command::Starttls => Some(Step::GoAhead),
                Command::Unknown if rest.contains(&b'*') && contains(rest, b"***") => {
                    Some(Step::BannerMasked)
                }
                Command::Unknown if self.index(Step::Banner).is_some() && contains(rest, b"2.0.0") => {
                    Some(Step::GoAhead)
                }
                Command::Unknown if rest.starts_with(b" 2.0.0 SMTP server ready") => Some(Step::GoAhead),
                Command::Unknown => Some(Step::Banner),
                Command::Ehlo
                | Command::Auth
                | Command::Mail
                | Command::Recipient
                | Command::Data
                | Command::Message
                | Command::Other => None,
            };
        }
        match self.command {
            Command::Ehlo => self.ehlo_answer(rest),
            Command::Unknown if matches!(rest, [b'-', ..]) => self.ehlo_answer(rest),
            // In a piece without the command: what was queued was delivered.
            Command::Unknown => data.starts_with(b"250 2.6.0").then_some(Step::Delivered),
            Command::Mail | Command::Recipient => Some(Step::MailTaken),
            // A pipelined reply to an earlier command may come after `BDAT`.
            Command::Message if data.starts_with(b"250 2.1.") => Some(Step::MailTaken),
            Command::Message => Some(Step::Delivered),
            Command::Starttls | Command::Auth | Command::Data | Command::Other => None,
        }
    }

    /// One row of the answer to `EHLO`. Older builds log one keyword a row, newer ones all in one row.
    fn ehlo_answer(&mut self, rest: &[u8]) -> Option<Step> {
        let (last, rest) = match rest {
            [b'-', rest @ ..] => (false, rest),
            [_, rest @ ..] => (true, rest),
            [] => (true, rest),
        };
        if self.index(Step::Negotiated).is_some() {
            // What is offered inside TLS says nothing about the way there.
            return None;
        }
        self.note(Step::EhloAnswer);
        let mut words = Some(rest);
        while let Some(rest) = words.take() {
            let end = bytes::find(b' ', rest).unwrap_or(rest.len());
            words = rest.get(end + 1..);
            let word = rest.get(..end).unwrap_or_default();
            match word.first() {
                Some(b'S' | b's') if word.eq_ignore_ascii_case(b"STARTTLS") => self.note(Step::Offered),
                Some(b'X') if word == b"X-ANONYMOUSTLS" => self.note(Step::AnonymousOffered),
                Some(b'X') if is_masked(word) => self.note(Step::Masked),
                Some(_) | None => {}
            }
        }
        last.then_some(Step::EhloEnd)
    }

    fn negative(&mut self, data: &[u8]) -> Step {
        if contains_ignore_case(data, b"starttls") && !contains_ignore_case(data, b"starttls to authenticate")
        {
            return match self.command {
                Command::Starttls => Step::StarttlsRefused,
                Command::Unknown
                | Command::Ehlo
                | Command::Auth
                | Command::Mail
                | Command::Recipient
                | Command::Data
                | Command::Message
                | Command::Other => Step::Demanded,
            };
        }
        match self.command {
            Command::Starttls => Step::StarttlsRefused,
            Command::Auth => Step::AuthFailed,
            Command::Unknown
            | Command::Ehlo
            | Command::Mail
            | Command::Recipient
            | Command::Data
            | Command::Message
            | Command::Other => {
                let authentication = data.starts_with(b"535") || data.starts_with(b"504 5.7.4");
                if authentication { Step::AuthFailed } else { Step::Refused }
            }
        }
    }

    /// Remembers the row that is about to be kept as the first of `step`, unless one was before.
    fn note(&mut self, step: Step) {
        let index = u16::try_from(self.kept.len()).unwrap_or(NONE);
        if let Some(slot) = self.steps.get_mut(step as usize)
            && *slot == NONE
        {
            *slot = index;
            self.fresh = true;
        }
    }

    fn index(&self, step: Step) -> Option<usize> {
        self.steps.get(step as usize).copied().filter(|index| *index != NONE).map(usize::from)
    }

    fn keep(&mut self, row: &RowView<'_>, text: &[u8], span: Span, command: Command) {
        let from = self.buffer.len();
        let text = text.get(..text.len().min(Self::ROW_BYTES)).unwrap_or(text);
        self.buffer.extend_from_slice(text);
        let to = self.buffer.len();
        let begin = text.as_ptr() as usize;
        let mut place = |column: &[u8]| -> (u32, u32) {
            // Columns are parts of the row, nearly always: there they cost no bytes.
            let offset = (column.as_ptr() as usize).wrapping_sub(begin);
            if offset <= text.len() && column.len() <= text.len() - offset {
                return (narrow(from + offset), narrow(from + offset + column.len()));
            }
            let from = self.buffer.len();
            let cut = column.get(..column.len().min(Self::ROW_BYTES)).unwrap_or(column);
            self.buffer.extend_from_slice(cut);
            (narrow(from), narrow(self.buffer.len()))
        };
        let (time, data, context) = (place(row.time), place(row.data), place(row.context));
        self.kept.push(Kept {
            span,
            text: (narrow(from), narrow(to)),
            time,
            data,
            context,
            event: row.event,
            command,
        });
    }

    /// This piece followed by `later`, as if read in one.
    #[must_use]
    pub fn join(mut self, later: &Self) -> Self {
        let (rows, last) = (self.rows + later.rows, later.last);
        for kept in &later.kept {
            if kept.command != Command::Unknown {
                self.command = kept.command;
            }
            let row = RowView {
                time: later.slice(kept.time),
                connector: &later.connector,
                session: &later.id,
                sequence: b"",
                local: &later.local,
                remote: &later.remote,
                event: kept.event,
                data: later.slice(kept.data),
                context: later.slice(kept.context),
            };
            self.row(&row, later.slice(kept.text), kept.span);
        }
        self.rows = rows;
        if !last.is_empty() {
            self.last = last;
        }
        self
    }

    /// Every place it names.
    pub fn spans(&mut self) -> impl Iterator<Item = &mut Span> {
        self.kept.iter_mut().map(|kept| &mut kept.span)
    }

    fn slice(&self, range: (u32, u32)) -> &[u8] {
        self.buffer.get(range.0 as usize..range.1 as usize).unwrap_or_default()
    }

    /// The steps it came to, a bit each.
    pub(super) fn steps_taken(&self) -> u32 {
        self.steps.iter().zip(0..).map(|(index, bit)| u32::from(*index != NONE) << bit).sum()
    }

    /// Our connector and the far end, as they stand in the log.
    pub(super) fn ends(&self) -> (&[u8], &[u8]) {
        (&self.connector, &self.remote)
    }

    /// The bytes its rows take.
    #[must_use]
    pub fn weight(&self) -> usize {
        self.buffer.len() + self.outside + self.kept.len() * size_of::<Kept>()
    }

    /// Whether the last row of the session was seen.
    #[must_use]
    pub fn ended(&self) -> bool {
        self.has(Step::End)
    }

    /// Whether the session came to this step.
    #[must_use]
    pub fn has(&self, step: Step) -> bool {
        self.index(step).is_some()
    }

    /// How many rows it has.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// The time of its first row.
    #[must_use]
    pub fn first(&self) -> Time {
        self.first
    }

    /// The time of its last row.
    #[must_use]
    pub fn last(&self) -> Time {
        self.last
    }

    /// The data and the context of a step's row.
    #[must_use]
    pub fn columns(&self, step: Step) -> Option<(&[u8], &[u8])> {
        self.columns_in(&[], step)
    }

    /// The same while rows may still stand in `chunk`.
    #[must_use]
    pub(super) fn columns_in<'a>(&'a self, chunk: &'a [u8], step: Step) -> Option<(&'a [u8], &'a [u8])> {
        let index = self.index(step)?;
        let kept = self.kept.get(index)?;
        let is_loose = index + self.loose >= self.kept.len();
        let bytes = if is_loose { chunk } else { &self.buffer };
        let slice = |range: (u32, u32)| bytes.get(range.0 as usize..range.1 as usize).unwrap_or_default();
        Some((slice(kept.data), slice(kept.context)))
    }

    /// Where a step's row stands, with what it says.
    #[must_use]
    pub fn mark(&self, step: Step) -> Option<Mark> {
        self.kept.get(self.index(step)?).map(|kept| self.mark_of(kept))
    }

    /// Every row that was kept.
    pub fn lines(&self) -> impl Iterator<Item = TraceLine> {
        self.kept.iter().enumerate().map(|(index, kept)| {
            // A row may be several steps (an answer in one row); the last of them says most.
            let step = Step::WORDS.iter().rev().find(|(step, _)| self.index(*step) == Some(index));
            TraceLine {
                mark: self.mark_of(kept),
                time: Time::new(self.slice(kept.time)),
                event: kept.event,
                data: text(self.slice(kept.data)),
                context: text(self.slice(kept.context)),
                step: step.map_or("", |(_, word)| word),
            }
        })
    }

    fn mark_of(&self, kept: &Kept) -> Mark {
        Mark::new(kept.span, &text(self.slice(kept.text)))
    }

    /// The place of its first row: what orders sessions.
    #[must_use]
    pub fn place(&self) -> (Time, SourceId, u64) {
        let (source, start) = self
            .kept
            .first()
            .map_or((SourceId(u32::MAX), u64::MAX), |kept| (kept.span.source, kept.span.start));
        (self.first, source, start)
    }

    /// The session's id.
    #[must_use]
    pub fn id(&self) -> String {
        text(&self.id)
    }

    /// Our connector.
    #[must_use]
    pub fn connector(&self) -> String {
        text(&self.connector)
    }

    /// Our end.
    #[must_use]
    pub fn local(&self) -> String {
        text(&self.local)
    }

    /// The far end.
    #[must_use]
    pub fn remote(&self) -> String {
        text(&self.remote)
    }
}

/// A row that was kept.
#[derive(Clone, Debug)]
pub struct TraceLine {
    /// Where it stands.
    pub mark: Mark,
    /// When.
    pub time: Time,
    /// The event character.
    pub event: u8,
    /// What was said.
    pub data: String,
    /// What the log adds.
    pub context: String,
    /// The step it is, where it is one.
    pub step: &'static str,
}

/// The rows say the same session.
#[must_use]
pub fn same_session(one: &Trace, other: &Trace) -> bool {
    one.direction == other.direction && one.id == other.id && one.connector == other.connector
}

/// Bytes as characters: UTF-8 where they are, else windows-1252.
#[must_use]
pub fn text(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        // A row cut at its cap may end inside a sequence.
        Err(error) if error.error_len().is_none() => {
            String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default()).into_owned()
        }
        Err(_) => decode::windows_1252(bytes),
    }
}

/// A `*` row. Failure texts stand in the context, the success text in either column.
fn information(data: &[u8], context: &[u8]) -> Option<Step> {
    let text = if context.is_empty() { data } else { context };
    match text.first()? {
        b'T' | b't' if text.starts_with(b"TLS protocol ") => Some(Step::Negotiated),
        b'T' | b't' if text.starts_with(b"TLS negotiation failed") => Some(Step::Failed),
        b'T' if text.starts_with(b"TlsDomainCapabilities=") => None,
        b'S' if text.starts_with(b"Set Session Permissions") => None,
        b'a' if text == b"attempting to connect" => None,
        // With every message; the searches below would each go through it.
        b's' if text.starts_with(b"sending message with RecordId") => None,
        b'S' | b'C' if text.starts_with(b"Sending certificate") || text.starts_with(b"Certificate ") => {
            Some(Step::Certificate)
        }
        b'R' if text.starts_with(b"Received certificate") || text.starts_with(b"Remote certificate") => {
            Some(Step::RemoteCertificate)
        }
        b'C' if text.starts_with(b"Client certificate chain validation status") => {
            let fine = [&b"'Valid'"[..], b"'EmptyCertificate'"].iter().any(|word| contains(text, word));
            (!fine).then_some(Step::ChainStatus)
        }
        b'C' if contains(text, b"only over TLS connections") => Some(Step::RequiredHere),
        b'D' if contains(text, b"requires TLS before MailFrom") => Some(Step::RequiredHere),
        _ if contains(text, b"Failed to connect")
            || contains(text, b"Failed connection to")
            || contains(text, b"Winsock error") =>
        {
            Some(Step::ConnectFailed)
        }
        _ if contains_ignore_case(text, b"authentication failed")
            || (contains(text, b"AUTH ") && contains(text, b" failed ")) =>
        {
            Some(Step::AuthFailed)
        }
        _ if contains(text, b"TLS negotiation failed with error") => Some(Step::Failed),
        _ if contains(data, b"TLS protocol SP_PROT_") => Some(Step::Negotiated),
        // The sender's own words, where it logs them.
        _ if contains(text, b"STARTTLS is required to send mail") => Some(Step::RequiredHere),
        _ if contains(text, b"5.7.3 Must issue a STARTTLS") => Some(Step::Demanded),
        _ if contains(text, b"454 4.7.5") || contains(text, b"ertificate validation fail") => {
            Some(Step::ChainStatus)
        }
        _ if is_negative(text) => Some(Step::Refused),
        _ => None,
    }
}

/// The low half.
#[inline]
fn low(offset: usize) -> u32 {
    let [a, b, c, d, ..] = (offset as u64).to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

#[inline]
fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

fn contains(text: &[u8], part: &[u8]) -> bool {
    memchr::memmem::find(text, part).is_some()
}

fn contains_ignore_case(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window.eq_ignore_ascii_case(part))
}

fn ends_with(text: &[u8], end: &[u8]) -> bool {
    text.trim_ascii_end().ends_with(end)
}

/// A keyword a firewall overwrote: `XXXXXXXA`, `XXXXXXXX`.
fn is_masked(word: &[u8]) -> bool {
    let word = word.trim_ascii();
    word.len() >= 4
        && word.split_last().is_some_and(|(_, most)| most.iter().all(|byte| *byte == b'X'))
        && word.iter().all(u8::is_ascii_uppercase)
}

/// A text that begins with a reply of 4xx or 5xx and an enhanced code.
fn is_negative(text: &[u8]) -> bool {
    matches!(text, [b'4' | b'5', b'0'..=b'9', b'0'..=b'9', b' ', b'4' | b'5', b'.', ..])
}

impl Wire for Time {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(self.length);
        out.extend(self.text.get(..usize::from(self.length)).unwrap_or_default());
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let length = u8::take(from)?;
        (length <= 24).then(|| take_bytes(from, usize::from(length)).map(Self::new))?
    }
}

wire_enum!(Command: Unknown, Ehlo, Starttls, Auth, Mail, Recipient, Data, Message, Other);
wire_struct!(Kept { span, text, time, data, context, event, command });

impl Wire for Trace {
    fn put(&self, out: &mut Vec<u8>) {
        self.direction.put(out);
        for text in [&self.id, &self.connector, &self.local, &self.remote, &self.buffer] {
            (text.len() as u64).put(out);
            out.extend_from_slice(text);
        }
        self.rows.put(out);
        self.first.put(out);
        self.last.put(out);
        self.begun.put(out);
        self.command.put(out);
        self.kept.put(out);
        for index in self.steps {
            index.put(out);
        }
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let mut trace = Self::new(Direction::take(from)?);
        for text in
            [&mut trace.id, &mut trace.connector, &mut trace.local, &mut trace.remote, &mut trace.buffer]
        {
            let length = usize::try_from(u64::take(from)?).ok()?;
            text.extend_from_slice(take_bytes(from, length)?);
        }
        trace.rows = Wire::take(from)?;
        trace.first = Wire::take(from)?;
        trace.last = Wire::take(from)?;
        trace.begun = Wire::take(from)?;
        trace.command = Wire::take(from)?;
        trace.kept = Wire::take(from)?;
        for index in &mut trace.steps {
            *index = Wire::take(from)?;
        }
        Some(trace)
    }
}
