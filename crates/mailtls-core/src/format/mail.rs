//! Mail files: the parts of a message that tell of a delivery, decoded, every line with its place in the file.
//!
//! A bounce is a `multipart/report` (RFC 6522): words for people, fields for programs (RFC 3464) and the headers
//! of the returned message. All three are read as one text, since each leaves out what another has.

use crate::decode::Encoding;
use crate::format::lines::Line;
use crate::format::text::Text;
use crate::format::{Origin, Reader, Sink, detect, statements};
use crate::report::DocumentReport;
use crate::session::Source;
use crate::vocabulary::Kind;
use mail_parser::{Encoding as Transfer, MessageParser, MessagePart, MimeHeaders, PartType};
use std::borrow::Cow;

/// Whether an input is a mail file: its first lines are headers, among them those that mail has.
#[must_use]
pub(super) fn is_file(source: &Source, head: &[u8]) -> bool {
    if source.told_kind.is_some_and(|kind| kind != Kind::Ndr) {
        return false;
    }
    let text = String::from_utf8_lossy(head.get(..head.len().min(16 << 10)).unwrap_or(head));
    let mut known = 0;
    let mut typed = false;
    for line in text.lines() {
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else { break };
        let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_graphic());
        if !is_name {
            break;
        }
        let name = name.to_ascii_lowercase();
        typed |= name == "content-type" || name == "mime-version";
        known += u32::from(
            [
                "from",
                "to",
                "subject",
                "date",
                "message-id",
                "received",
                "return-path",
                "mime-version",
                "content-type",
            ]
            .contains(&&*name),
        );
    }
    known >= 3 && typed
}

/// Reads one message.
#[derive(Debug)]
pub(crate) struct MailReader {
    origin: Origin,
    bytes: Vec<u8>,
    cut: bool,
    line_count: u64,
    document: Option<DocumentReport>,
}

impl MailReader {
    /// The most bytes of a message that are kept.
    const LIMIT: usize = 16 << 20;

    pub(crate) fn new(origin: Origin) -> Self {
        Self { origin, bytes: Vec::new(), cut: false, line_count: 0, document: None }
    }
}

impl Reader for MailReader {
    fn feed(&mut self, chunk: &[u8], _sink: &mut Sink<'_>) {
        let room = Self::LIMIT.saturating_sub(self.bytes.len());
        self.cut |= chunk.len() > room;
        self.bytes.extend_from_slice(chunk.get(..room).unwrap_or(chunk));
    }

    fn finish(&mut self, sink: &mut Sink<'_>) {
        let bytes = std::mem::take(&mut self.bytes);
        let raw = Raw::new(self.origin, &bytes);
        self.line_count = raw.starts.len() as u64;
        if self.cut {
            detect::note(self.origin, "input-cut", sink);
        }
        let lines =
            MessageParser::default().parse(&bytes).map(|message| message_lines(&raw, &message.parts, sink));
        let text = Text::decoded(lines.unwrap_or_default());
        let first_line = self.origin.line;
        let last_line = first_line + self.line_count.saturating_sub(1);
        let document = DocumentReport { kind: Kind::Ndr, form: "eml".to_owned(), first_line, last_line };
        if let Some(delivery) = statements::read(&text, Kind::Ndr, "eml") {
            sink.facts.delivery.add(delivery);
        }
        self.document = Some(document);
    }

    fn lines(&self) -> u64 {
        self.line_count
    }

    fn documents(&self) -> Vec<DocumentReport> {
        self.document.iter().cloned().collect()
    }
}

/// The bytes of a file with its lines.
struct Raw<'a> {
    origin: Origin,
    bytes: &'a [u8],
    starts: Vec<usize>,
}

impl<'a> Raw<'a> {
    fn new(origin: Origin, bytes: &'a [u8]) -> Self {
        let newlines = memchr::memchr_iter(b'\n', bytes).map(|at| at + 1).filter(|at| *at < bytes.len());
        Self { origin, bytes, starts: std::iter::once(0).chain(newlines).collect() }
    }

    /// The line that holds a byte, from 0.
    fn line_of(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).saturating_sub(1)
    }

    /// A line with this text that stands for the bytes from `start` to `end`.
    fn line(&self, start: usize, end: usize, text: String) -> Line<'static> {
        Line {
            source: self.origin.source,
            number: self.origin.line + self.line_of(start) as u64,
            start: self.origin.offset + start as u64,
            end: self.origin.offset + end as u64,
            text: Cow::Owned(text),
            encoding: Encoding::Ascii,
            cut: false,
        }
    }
}

/// A line, and whether the next one goes on without a break.
pub(crate) type DecodedLine = (Line<'static>, bool);

fn message_lines(raw: &Raw<'_>, parts: &[MessagePart<'_>], sink: &mut Sink<'_>) -> Vec<DecodedLine> {
    let is = |part: &MessagePart<'_>, kind: &str, sub: &str| {
        part.content_type().is_some_and(|content| {
            content.ctype().eq_ignore_ascii_case(kind)
                && content.subtype().is_some_and(|subtype| subtype.eq_ignore_ascii_case(sub))
        })
    };
    let has_plain = parts
        .iter()
        .any(|part| matches!(part.body, PartType::Text(_)) && !is(part, "message", "delivery-status"));
    let mut lines: Vec<DecodedLine> = Vec::new();
    for part in parts {
        let (begin, end) = (part.offset_body as usize, part.offset_end as usize);
        let end = end.min(raw.bytes.len());
        if begin >= end {
            continue;
        }
        let headers_alone = is(part, "message", "rfc822") || is(part, "text", "rfc822-headers");
        let wanted = match &part.body {
            PartType::Text(_) | PartType::Message(_) => true,
            PartType::Html(_) => !has_plain,
            PartType::Binary(_) | PartType::InlineBinary(_) => {
                headers_alone
                    || is(part, "message", "delivery-status")
                    || is(part, "message", "global-delivery-status")
            }
            PartType::Multipart(_) => false,
        };
        if !wanted {
            continue;
        }
        let charset = part
            .content_type()
            .and_then(|content| content.attribute("charset"))
            .unwrap_or("utf-8")
            .to_owned();
        let mut of_part = match part.encoding {
            Transfer::None => plain_lines(raw, begin, end, &charset, sink),
            Transfer::QuotedPrintable => quoted_lines(raw, begin, end, &charset, sink),
            Transfer::Base64 => base64_lines(raw, begin, end, &charset, sink),
        };
        if headers_alone || matches!(part.body, PartType::Message(_)) {
            let stop = of_part.iter().position(|(line, _)| line.text.trim().is_empty());
            of_part.truncate(stop.unwrap_or(of_part.len()));
        }
        let blank = raw.line(end, end, String::new());
        lines.append(&mut of_part);
        lines.push((blank, false));
    }
    lines
}

/// Characters of bytes in the charset of a part.
fn characters(bytes: &[u8], charset: &str, sink: &Sink<'_>) -> String {
    if let Ok(text) = std::str::from_utf8(bytes)
        && !charset.to_ascii_lowercase().starts_with("iso-2022")
    {
        return text.to_owned();
    }
    sink.decoder.decode(charset, bytes).unwrap_or_else(|| crate::decode::windows_1252(bytes))
}

/// The line ranges of a part of the file, without their ends.
fn raw_lines(raw: &Raw<'_>, begin: usize, end: usize) -> Vec<(usize, usize)> {
    let mut ranges = Vec::new();
    let mut at = begin;
    while at < end {
        let stop = raw
            .bytes
            .get(at..end)
            .and_then(|rest| memchr::memchr(b'\n', rest))
            .map_or(end, |found| at + found);
        let trimmed = if stop > at && raw.bytes.get(stop - 1) == Some(&b'\r') { stop - 1 } else { stop };
        ranges.push((at, trimmed));
        at = stop + 1;
    }
    ranges
}

fn plain_lines(raw: &Raw<'_>, begin: usize, end: usize, charset: &str, sink: &Sink<'_>) -> Vec<DecodedLine> {
    let decode = |(start, stop): (usize, usize)| {
        let bytes = raw.bytes.get(start..stop).unwrap_or_default();
        (raw.line(start, stop, characters(bytes, charset, sink)), false)
    };
    raw_lines(raw, begin, end).into_iter().map(decode).collect()
}

fn quoted_lines(raw: &Raw<'_>, begin: usize, end: usize, charset: &str, sink: &Sink<'_>) -> Vec<DecodedLine> {
    let mut lines = Vec::new();
    for (start, stop) in raw_lines(raw, begin, end) {
        let bytes = raw.bytes.get(start..stop).unwrap_or_default().trim_ascii_end();
        let (bytes, goes_on) = match bytes.strip_suffix(b"=") {
            Some(bytes) => (bytes, true),
            None => (bytes, false),
        };
        let mut decoded = Vec::with_capacity(bytes.len());
        let mut rest = bytes;
        while let Some((byte, after)) = rest.split_first() {
            let digit = |index: usize| after.get(index).and_then(|byte| char::from(*byte).to_digit(16));
            rest = if let (b'=', Some(high), Some(low)) = (byte, digit(0), digit(1)) {
                decoded.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                after.get(2..).unwrap_or_default()
            } else {
                decoded.push(*byte);
                after
            };
        }
        lines.push((raw.line(start, stop, characters(&decoded, charset, sink)), goes_on));
    }
    lines
}

fn base64_lines(raw: &Raw<'_>, begin: usize, end: usize, charset: &str, sink: &Sink<'_>) -> Vec<DecodedLine> {
    let mut decoded: Vec<u8> = Vec::new();
    // For every decoded byte, the place of the character it comes from.
    let mut places: Vec<usize> = Vec::new();
    let (mut bits, mut count) = (0u32, 0u32);
    for (index, byte) in raw.bytes.get(begin..end).unwrap_or_default().iter().enumerate() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => continue,
        };
        bits = (bits << 6 | u32::from(value)) & 0xFF_FFFF;
        count += 6;
        if count >= 8 {
            count -= 8;
            decoded.push(u8::try_from(bits >> count & 0xFF).unwrap_or(b'?'));
            places.push(begin + index);
        }
    }
    let mut lines = Vec::new();
    let mut at = 0;
    for line in decoded.split_inclusive(|byte| *byte == b'\n') {
        let place = |index: usize| places.get(index).copied().unwrap_or(begin);
        let (start, stop) = (place(at), place(at + line.len().saturating_sub(1)));
        lines.push((
            raw.line(start, stop.max(start), characters(line.trim_ascii_end(), charset, sink)),
            false,
        ));
        at += line.len();
    }
    lines
}

#[cfg(test)]
mod tests {
    use crate::report::Report;
    use crate::session::{Options, diagnose};

    fn bounce(transfer: &str, body: &str) -> Report {
        let message = format!(
            "From: postmaster@contoso.com\r\nTo: kim@contoso.com\r\nSubject: Undeliverable: hello\r\n\
             MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b1\"\r\n\r\n\
             --b1\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: {transfer}\r\n\r\n{body}\r\n\
             --b1\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns;ex13.contoso.com\r\n\r\n\
             Final-Recipient: rfc822;lee@contoso.onmicrosoft.com\r\nAction: failed\r\nStatus: 4.4.2\r\n\
             Remote-MTA: dns;contoso-com.mail.protection.outlook.com\r\n\r\n\
             --b1\r\nContent-Type: text/rfc822-headers\r\n\r\n\
             Received: from ex13.contoso.com (10.0.0.10) by ex13.contoso.com (10.0.0.10) with Microsoft SMTP\r\n Server (TLS) id 15.0.847.32; Wed, 3 Feb 2021 09:12:39 +0100\r\nSubject: hello\r\n\r\n--b1--\r\n"
        );
        diagnose([("bounce.eml", message.as_bytes())], &Options::default())
    }

    #[test]
    fn the_encoding_of_a_part_makes_no_difference() {
        // "Remote Server returned '421 4.4.2 Connection dropped due to SocketError'", encoded three ways.
        let plain =
            bounce("7bit", "Remote Server returned '421 4.4.2 Connection dropped due to SocketError'");
        let quoted = bounce(
            "quoted-printable",
            "Remote Server returned '421 4=\r\n.4.2 Connection dropped due to Socket=\r\nError'",
        );
        let base64 = bounce(
            "base64",
            "UmVtb3RlIFNlcnZlciByZXR1cm5lZCAnNDIxIDQuNC4yIENvbm5lY3Rpb24gZHJvcHBlZCBkdWUg\r\ndG8gU29ja2V0RXJyb3In",
        );
        for report in [&plain, &quoted, &base64] {
            assert_eq!(report.verdict.cause.word(), "tls-version");
            assert_eq!(report.verdict.direction.word(), "outbound");
            assert_eq!(report.verdict.because, ["exchange-build-tls10-only"]);
            assert_eq!(report.sources[0].documents[0].form, "eml");
        }
        let line = |report: &Report| {
            let finding = report.findings.iter().find(|finding| finding.rule == "socket-error-bounce");
            finding.unwrap().evidence[0].line
        };
        assert_eq!((line(&plain), line(&quoted), line(&base64)), (11, 11, 11));
    }
}
