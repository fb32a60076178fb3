//! What is said of a delivery, found in text of any layout: codes and tokens first, since programs write those
//! in English everywhere; phrases second.

use crate::fact::delivery::{Delivery, Host, Part, Product, Reply, Statement, Topic};
use crate::fact::peer::{DOMAINS, is_microsoft365, is_microsoft365_host};
use crate::format::phrases::{self, PHRASES, Phrase};
use crate::format::text::Text;
use crate::span::Span;
use crate::vocabulary::{Direction, Kind, Platform};
use std::collections::BTreeMap;
use std::ops::Range;

/// The document that `text` is.
pub(crate) fn read(text: &Text, kind: Kind, form: &'static str) -> Option<Delivery> {
    let mark = text.first_mark()?;
    let mut scan = Scan { text, delivery: Delivery::new(kind, form, mark), places: Vec::new() };
    scan.hosts();
    scan.phrases();
    scan.replies();
    scan.socket_errors();
    scan.translated_socket_errors();
    scan.starttls_demands();
    scan.dropped_connections();
    scan.stopped_sessions();
    scan.typed_sessions();
    scan.events();
    scan.context();
    crate::format::hops::read(text, &mut scan.delivery);
    Some(scan.delivery)
}

struct Scan<'a> {
    text: &'a Text,
    delivery: Delivery,
    /// Where in the flat text each host of the delivery stands.
    places: Vec<(usize, Part, String)>,
}

impl Scan<'_> {
    /// Keeps a statement that stands at `range` of the flat text.
    fn say(&mut self, topic: Topic, word: &str, code: Option<Reply>, range: Range<usize>) {
        self.say_of(topic, word, code, range, told_by_side(topic, word, code));
    }

    /// The same where the words tell the direction, or do not.
    fn say_of(
        &mut self,
        topic: Topic,
        word: &str,
        code: Option<Reply>,
        range: Range<usize>,
        told: Option<Direction>,
    ) {
        let mut marks = self.text.marks(range.clone(), 3).into_iter();
        let Some(mark) = marks.next() else { return };
        // Of a long line a part is shown; two parts that overlap show the same words.
        let same = |span: Span| {
            span.line == mark.span.line && span.start < mark.span.end && mark.span.start < span.end
        };
        let repeated = self.delivery.said.iter().any(|said| {
            said.topic == topic && said.word == word && (said.mark == mark || same(said.mark.span))
        });
        if repeated {
            return;
        }
        let near = self.host_near(range.start);
        let direction = match near {
            Some((_, Part::Client, _)) => Some(Direction::Inbound),
            _ => told,
        };
        // A service signs its replies: `… [AM0PR01CA0001.eurprd01.prod.outlook.com]`.
        let signed = || {
            let paragraph = self.text.paragraph_at(range.start);
            let after = range.start..paragraph.end.min(range.end + 300);
            self.places.iter().find(|place| place.1 == Part::Mentioned && after.contains(&place.0))
        };
        let peer = near.or_else(|| code.and_then(|_| signed())).map(|(_, _, name)| name.clone());
        let more = marks.collect();
        self.delivery.say(Statement { topic, word: word.to_owned(), code, peer, direction, mark, more });
    }

    /// The far end named on the same line, else in the same paragraph.
    fn host_near(&self, position: usize) -> Option<&(usize, Part, String)> {
        let far =
            |place: &&(usize, Part, String)| matches!(place.1, Part::Remote | Part::Client | Part::NextHop);
        [self.text.line_at(position), self.text.paragraph_at(position)].into_iter().find_map(|range| {
            let inside = || self.places.iter().filter(far).filter(|place| range.contains(&place.0));
            inside()
                .filter(|place| is_microsoft365(&place.2))
                .min_by_key(|place| place.0.abs_diff(position))
                .or_else(|| {
                    inside().min_by_key(|place| {
                        // A name tells more than an address.
                        (place.2.parse::<core::net::IpAddr>().is_ok(), place.0.abs_diff(position))
                    })
                })
        })
    }

    fn phrases(&mut self) {
        let squeezed = self.text.squeezed();
        for Phrase { topic, word, squeezed: phrase } in PHRASES.iter() {
            for at in self.text.find_all(phrase).take(Delivery::STATEMENTS) {
                if phrases::is_part_of_a_longer_word(squeezed, at, phrase) {
                    continue;
                }
                let range = self.text.unsqueeze(at..at + phrase.len());
                let code = self.reply_before(range.start);
                self.say(*topic, word, code, range);
            }
        }
    }

    /// The reply code that begins the sentence at `position`: at most a few words before it on its line.
    fn reply_before(&self, position: usize) -> Option<Reply> {
        const REACH: usize = 80;
        let line = self.text.line_at(position);
        let from = line.start.max(position.saturating_sub(REACH));
        let flat = self.text.flat();
        let from = (from..=position).find(|at| flat.is_char_boundary(*at))?;
        replies(flat, from..position.max(from)).last().map(|found| found.reply)
    }

    fn replies(&mut self) {
        let text = self.text;
        let flat = text.flat();
        let found = replies(flat, 0..flat.len());
        for (index, one) in found.iter().enumerate() {
            let until = found.get(index + 1).map_or(flat.len(), |next| next.range.start);
            let words = sentence(flat, one.range.end, until);
            if let Some((topic, word)) = phrases::topic_of_reply(one.reply, &words) {
                let end = (one.range.end + words.len()).min(flat.len());
                self.say(topic, word, Some(one.reply), one.range.start..end.max(one.range.end));
            }
        }
    }

    /// `421 4.4.2 … SocketError` and `TLS … SocketError` in any language: by code and token, near each other.
    fn socket_errors(&mut self) {
        const REACH: usize = 160;
        let text = self.text;
        let squeezed = text.squeezed();
        for token in phrases::SOCKET_ERROR_TOKENS {
            for at in text.find_all(token) {
                let after = squeezed.get(at + token.len()..).unwrap_or_default();
                if after.starts_with(":failed")
                    || after.starts_with("code")
                    || after.starts_with(":socketerrorcode")
                {
                    continue;
                }
                let mut line = self.sentence_in_squeezed(at, REACH);
                // The documented words themselves, however narrow the window.
                if let Some(lead) =
                    squeezed.get(..at).and_then(|lead| lead.strip_suffix("connectiondroppeddueto"))
                {
                    line.start = line.start.min(lead.len().saturating_sub("4214.4.2".len()));
                    while !squeezed.is_char_boundary(line.start) {
                        line.start += 1;
                    }
                }
                let before = squeezed.get(line.start..at).unwrap_or_default();
                let behind = squeezed.get(at..line.end).unwrap_or_default();
                let code =
                    before.rfind("421").or_else(|| behind.find("421").map(|found| at - line.start + found));
                let tls = before.rfind("tls");
                let range_from = |found: usize| text.unsqueeze(line.start + found..at + token.len());
                if phrases::NEGOTIATION.iter().any(|word| before.contains(word) || behind.contains(word))
                    && tls_near(before, behind, code)
                {
                    let from = tls.filter(|found| at - (line.start + found) < REACH).unwrap_or(before.len());
                    self.say(Topic::NegotiationFailed, "SocketError", None, range_from(from));
                } else if let Some(found) = code {
                    let reply = Reply { basic: 421, enhanced: (4, 4, 2) };
                    let range = if line.start + found <= at {
                        range_from(found)
                    } else {
                        text.unsqueeze(at..at + token.len())
                    };
                    self.say(Topic::DroppedSocketError, "SocketError", Some(reply), range);
                } else if phrases::DROPPED.iter().any(|word| before.contains(word) || behind.contains(word)) {
                    self.say(Topic::DroppedSocketError, "SocketError", None, range_from(before.len()));
                }
            }
        }
    }

    /// The documentation in languages that translated even the token.
    fn translated_socket_errors(&mut self) {
        const REACH: usize = 160;
        let text = self.text;
        let squeezed = text.squeezed();
        for phrase in phrases::DROPPED_WITHOUT_TOKEN.iter() {
            for at in text.find_all(phrase) {
                let line = self.sentence_in_squeezed(at, REACH);
                if squeezed.get(line).is_some_and(|line| line.contains("4.4.2")) {
                    let reply = Reply { basic: 421, enhanced: (4, 4, 2) };
                    let range = text.unsqueeze(at..at + phrase.len());
                    self.say(Topic::DroppedSocketError, "SocketError", Some(reply), range);
                }
            }
        }
    }

    /// `451 5.7.3` with STARTTLS, in any language.
    fn starttls_demands(&mut self) {
        const REACH: usize = 160;
        let text = self.text;
        let squeezed = text.squeezed();
        for code in ["4515.7.3", "5305.7.0", "4515.7.0"] {
            for at in text.find_all(code) {
                let basic = if code.starts_with("530") { 530 } else { 451 };
                let detail = if code.ends_with('3') { 3 } else { 0 };
                let reply = Reply { basic, enhanced: (5, 7, detail) };
                let after = sentence_after(squeezed.get(at + code.len()..).unwrap_or_default(), REACH);
                let Some(found) = after.find("starttls").or_else(|| after.find("сначаланеобходи"))
                else {
                    continue;
                };
                if after.get(..found).is_some_and(|between| between.contains("421")) {
                    continue;
                }
                let range = text.unsqueeze(at..at + code.len() + found + 8);
                let required = phrases::REQUIRED.iter().any(|word| after.contains(word));
                let other = ["toauthenticate", "xoorg"].iter().any(|word| after.contains(word));
                let topic = match (other, required) {
                    (true, _) => Topic::AuthFailed,
                    (false, true) => Topic::StarttlsRequired,
                    (false, false) => Topic::MustIssueStarttls,
                };
                self.say(topic, "", Some(reply), range);
            }
        }
    }

    /// `Connection dropped`, with the word behind it.
    fn dropped_connections(&mut self) {
        let text = self.text;
        let squeezed = text.squeezed();
        for phrase in phrases::CONNECTION_DROPPED.iter() {
            for at in text.find_all(phrase) {
                let after = squeezed.get(at + phrase.len()..).unwrap_or_default();
                let end = at + phrase.len();
                let word: String = after.chars().take_while(char::is_ascii_alphanumeric).take(40).collect();
                let due = word.strip_prefix("dueto");
                let range = text.unsqueeze(at..end + word.len());
                let code = self.reply_before(range.start);
                match due {
                    Some(word) if word.starts_with("socketerror") => {}
                    Some(word) if word.starts_with("timedout") || word.starts_with("connectiontimedout") => {
                        self.say(Topic::ConnectionTimedOut, "TimedOut", code, range);
                    }
                    Some(word)
                        if ["connectionreset", "connectionaborted", "disconnecting", "shutdown"]
                            .iter()
                            .any(|known| word.starts_with(known)) =>
                    {
                        self.say(
                            Topic::ConnectionDropped,
                            if word.starts_with("connectionreset") {
                                "ConnectionReset"
                            } else {
                                "ConnectionAborted"
                            },
                            code,
                            range,
                        );
                    }
                    // Cut off, or another word: dropped, and no more is known.
                    Some(_) | None => self.say(Topic::ConnectionDropped, "", code, range),
                }
            }
        }
    }

    /// The SMTP service of IIS writes no TLS error: its session just ends after STARTTLS was agreed.
    fn stopped_sessions(&mut self) {
        let text = self.text;
        let flat = text.flat();
        if !text.may_hold("OutboundConnection") {
            return;
        }
        let mut last: BTreeMap<&str, (usize, bool)> = BTreeMap::new();
        let mut at = 0;
        for line in flat.split_inclusive('\n') {
            let start = at;
            at += line.len();
            let Some(position) = line.find("OutboundConnection") else { continue };
            let address =
                line.get(..position).unwrap_or_default().split_whitespace().next_back().unwrap_or_default();
            let agreed = line.contains(" STARTTLS ") || line.contains("220 2.0.0");
            let before = last.get(address).map(|(_, stopped)| *stopped);
            let stopped = before.is_some_and(|before| agreed && (before || line.contains(" STARTTLS ")));
            last.insert(address, (start, stopped));
        }
        let mut stopped: Vec<(usize, &str)> =
            last.into_iter().filter(|(_, (_, stopped))| *stopped).map(|(name, (at, _))| (at, name)).collect();
        crate::order::sort_and_dedup(&mut stopped);
        for (start, address) in stopped {
            self.host(Part::Remote, address, start);
            self.say(Topic::StoppedAfterStarttls, "", None, text.line_at(start));
        }
    }

    /// Somebody typed the session by hand: a banner of asterisks, masked keywords, or an answer to `EHLO` that is
    /// there to its last line and does not offer STARTTLS.
    fn typed_sessions(&mut self) {
        let text = self.text;
        let flat = text.flat();
        let mut at = 0;
        // Where the answer under way begins, and whether STARTTLS was in it.
        let mut answer: Option<(usize, bool)> = None;
        let mut asked = false;
        for line in flat.split('\n') {
            let start = at;
            at += line.len() + 1;
            let line = line.trim();
            let said = line.get(..5).unwrap_or_default();
            if said.eq_ignore_ascii_case("ehlo ") {
                (answer, asked) = (None, true);
            } else if line.strip_prefix("220 ").is_some_and(is_masked_banner) {
                self.say(Topic::StarttlsNotOffered, "masked", None, start..start + line.len());
            } else if asked && (line.starts_with("250-") || line.starts_with("250 ")) {
                let word = line.get(4..).unwrap_or_default();
                if is_masked_keyword(word) {
                    self.say(Topic::StarttlsNotOffered, "masked", None, start..start + line.len());
                }
                let (begun, offered) = answer.unwrap_or((start, false));
                let offered = offered || word.to_ascii_uppercase().contains("STARTTLS");
                answer = Some((begun, offered));
                if line.starts_with("250 ") {
                    // One line is the whole answer of a server without extensions, or the rest of a longer one.
                    if !offered && begun != start {
                        self.say(Topic::StarttlsNotOffered, "", None, begun..start + line.len());
                    }
                    (answer, asked) = (None, false);
                }
            } else if !line.is_empty() {
                (answer, asked) = (None, asked && answer.is_none());
            }
        }
    }

    /// The sentence around a position of the squeezed text: its line, and what the line before and after it
    /// hold within reach, since a wrapped sentence goes on there.
    fn sentence_in_squeezed(&self, at: usize, reach: usize) -> Range<usize> {
        let flat_at = self.text.unsqueeze(at..at + 1).start;
        let line = self.text.line_at(flat_at);
        let flat = self.text.flat();
        // A line that ends without a full stop may be wrapped; a list item begins a sentence of its own.
        let mut start = line.start;
        let is_start = |from: usize| {
            let line = flat.get(from..).unwrap_or_default().trim_start();
            line.starts_with(['-', '\u{2022}', '#', '\'', '"'])
                || line.starts_with(|first: char| first.is_ascii_digit())
        };
        if start > 0 && !is_start(start) {
            let before = self.text.line_at(start - 1);
            if !before.is_empty() && before.len() + line.len() > 60 {
                start = before.start;
            }
        }
        let mut end = line.end;
        let next = self.text.line_at((end + 1).min(flat.len()));
        if end + 1 < flat.len() && !next.is_empty() && !is_start(next.start) && line.len() > 40 {
            end = next.end;
        }
        let (start, end) = (self.text.squeezed_at(start), self.text.squeezed_at(end));
        let squeezed = self.text.squeezed();
        let mut from = start.max(at.saturating_sub(reach));
        while !squeezed.is_char_boundary(from) {
            from += 1;
        }
        let mut to = end.min(at + reach).max(at);
        while !squeezed.is_char_boundary(to) {
            to -= 1;
        }
        from..to
    }

    /// Windows events: by source and number, since Windows writes the words in its own language.
    fn events(&mut self) {
        let text = self.text;
        let flat = text.flat();
        let squeezed = text.squeezed();
        let schannel = text.holds("schannel");
        let transport = text.holds("msexchangetransport") || text.holds("msexchangefrontendtransport");
        if schannel {
            let events = numbers(flat, 36860..=36889);
            for (index, (at, number)) in events.iter().enumerate() {
                let until = events.get(index + 1).map_or(flat.len(), |(next, _)| *next);
                let words = flat.get(*at..until).unwrap_or_default();
                self.schannel_event(*number, words, *at);
            }
        }
        let phrase = "fatalalertcodeis";
        for at in text.find_all(phrase) {
            let digits: String = squeezed
                .get(at + phrase.len()..)
                .unwrap_or_default()
                .chars()
                .take_while(char::is_ascii_digit)
                .collect();
            if let Ok(alert) = digits.parse() {
                let range = text.unsqueeze(at..at + phrase.len() + digits.len());
                self.alert(alert, range, false);
            }
        }
        if transport {
            for (at, number) in numbers(flat, 1000..=13000) {
                let topic = match number {
                    12014 | 12016 | 12018 => Topic::ConnectorCertificateMissing,
                    11005 | 11013..=11016 => Topic::CertificateRejected,
                    11011 | 11012 => Topic::StarttlsNotOffered,
                    // The connector demands TLS and could not have it: the event does not know why.
                    2015 => Topic::StarttlsRequired,
                    2017 | 1035 => Topic::AuthFailed,
                    _ => continue,
                };
                if is_event_number(flat, at) {
                    let line = text.line_at(at);
                    self.say(topic, &number.to_string(), None, line);
                }
            }
        }
        if text.holds("msexchangeavailability")
            && text.holds("4001")
            && ["underlyingconnectionwasclosed", "secureconnection", "unexpectederroroccurredonasend"]
                .iter()
                .any(|words| text.holds(words))
            && let Some(at) = text.find("msexchangeavailability")
        {
            let range = text.unsqueeze(at..at + "msexchangeavailability".len());
            self.say(Topic::HttpTlsFailed, "4001", None, range);
        }
    }

    fn schannel_event(&mut self, number: u32, words: &str, at: usize) {
        let range = at..at + 5;
        let word = number.to_string();
        match number {
            36869 | 36870 => self.say_of(Topic::OwnCredentials, &word, None, range, role_of(words)),
            36871 => self.say_of(Topic::CredentialRefused, &word, None, range, role_of(words)),
            36872 => self.say(Topic::ConnectorCertificateMissing, &word, None, range),
            36873 | 36874 => self.say(Topic::NoSharedCipher, &word, None, range),
            36881 => self.say(Topic::CertificateExpired, &word, None, range),
            36882..=36884 => self.say(Topic::CertificateRejected, &word, None, range),
            36887 | 36888 => {
                let generated = number == 36888;
                if let Some(alert) = alert_number(words) {
                    let plaintext = generated && alert == 10 && words.contains("1203");
                    if plaintext {
                        // The server's side of a connection writes this state.
                        self.say_of(Topic::PlaintextOnTls, "1203", None, range, Some(Direction::Inbound));
                    } else {
                        self.alert(alert, range, generated);
                    }
                }
            }
            _ => {}
        }
    }

    /// A Schannel alert. RFC 8446, section 6, and RFC 5246, section 7.2.
    fn alert(&mut self, alert: u32, range: Range<usize>, generated: bool) {
        let topic = match alert {
            70 => Topic::VersionAlert,
            40 | 71 => Topic::HandshakeAlert,
            48 => Topic::UntrustedRoot,
            45 => Topic::CertificateExpired,
            42..=44 | 46 | 49 => Topic::CertificateRejected,
            _ => Topic::OtherAlert,
        };
        let word = if generated { format!("{alert} sent") } else { alert.to_string() };
        let lines = self.text.line_at(range.start);
        // One event, told by its number and again by its words.
        let told = self.delivery.said.iter().any(|said| {
            said.topic == topic
                && said.word == word
                && said.mark.span.line.abs_diff(self.text.number_at(lines.start)) < 8
        });
        if !told {
            self.say(topic, &word, None, range);
        }
    }

    fn hosts(&mut self) {
        let text = self.text;
        let flat = text.flat();
        let lower = flat.to_lowercase();
        // Lower case may change the length of a character; positions are then those of another text.
        let lower = if lower.len() == flat.len() { lower } else { flat.to_ascii_lowercase() };
        // A name may stand on the next line.
        let lower = lower.replace('\n', " ");
        for (part, lead) in phrases::HOST_LEADS {
            if !text.may_hold(lead) {
                continue;
            }
            for (at, _) in lower.match_indices(lead) {
                let rest = lower.get(at + lead.len()..).unwrap_or_default();
                if let Some((skipped, name)) = host_name(rest) {
                    let from = at + lead.len() + skipped;
                    let whole = whole_name(&lower, flat, from, name);
                    self.host(*part, whole.as_deref().unwrap_or(name), from);
                    // `name (address)`, `name[address]`.
                    let after = rest.get(skipped + name.len()..).unwrap_or_default();
                    let inner = after.trim_start().strip_prefix(['(', '[']);
                    if let Some((more, address)) = inner.and_then(host_name)
                        && inner.is_some_and(|inner| {
                            inner.get(more + address.len()..).is_some_and(|rest| rest.starts_with([')', ']']))
                        })
                    {
                        self.host(*part, address, at + lead.len() + skipped);
                    }
                }
            }
        }
        for tail in phrases::HOST_TAILS {
            if !text.may_hold(tail) {
                continue;
            }
            for (at, _) in lower.match_indices(tail) {
                let before = lower.get(..at).unwrap_or_default();
                let part = |character: char| {
                    character.is_ascii_alphanumeric() || matches!(character, '.' | '-' | '_')
                };
                let name = before.trim_end_matches(part);
                let name = before.get(name.len()..).unwrap_or_default();
                if name.contains('.') {
                    self.host(Part::Remote, name, at - name.len());
                }
            }
        }
        self.hosts_after_recipients();
        let service = DOMAINS.iter().any(|domain| text.may_hold(domain));
        for (at, token) in tokens(if service { &lower } else { "" }) {
            if is_microsoft365_host(token) && !self.places.iter().any(|(_, _, name)| name == token) {
                self.host(Part::Mentioned, token, at);
            }
        }
    }

    /// Older bounces name the far end without a word before it, on the line after the recipient:
    /// `mx.fabrikam.example`, or `mx.fabrikam.example #550 5.1.1 …`.
    fn hosts_after_recipients(&mut self) {
        let flat = self.text.flat();
        let mut at = 0;
        let mut recipient = false;
        for line in flat.split('\n') {
            let start = at;
            at += line.len() + 1;
            let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
            let named = if recipient { host_name(first) } else { None };
            let Some((skipped, name)) = named else {
                recipient = is_recipient(line);
                continue;
            };
            let (from, name) = (start + skipped, name.to_ascii_lowercase());
            recipient = false;
            let alone =
                rest.is_empty() && name.len() == first.trim_matches(['(', ')', '<', '>', '[', ']']).len();
            let is_name = name.contains('.')
                && name
                    .rsplit('.')
                    .next()
                    .is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_alphabetic()));
            let generator = self.delivery.host(Part::Generator).is_some_and(|host| host.name == name);
            if is_name && !generator && (alone || rest.starts_with('#')) {
                self.host(Part::Remote, &name, from);
            }
        }
    }

    fn host(&mut self, part: Part, name: &str, at: usize) {
        const LIMIT: usize = 400;
        if self.places.len() >= LIMIT {
            return;
        }
        let known = self.delivery.hosts.iter().any(|host| host.part == part && host.name == name);
        self.places.push((at, part, name.to_owned()));
        if !known && let Some(mark) = self.text.marks(at..at + name.len(), 1).into_iter().next() {
            self.delivery.hosts.push(Host { part, name: name.to_owned(), mark });
        }
    }

    fn context(&mut self) {
        let text = self.text;
        let mark_of = |at: usize, len: usize| text.marks(text.unsqueeze(at..at + len), 1).into_iter().next();
        self.delivery.speaks_of_microsoft365 = phrases::MICROSOFT_365
            .iter()
            .find_map(|name| text.find(name).and_then(|at| mark_of(at, name.len())));
        if self.delivery.speaks_of_microsoft365.is_none() {
            // The documentation in other languages says "Officer 365".
            let alone = numbers(text.flat(), 365..=365).first().map(|(at, _)| *at);
            self.delivery.speaks_of_microsoft365 =
                alone.and_then(|at| text.marks(at..at + 3, 1).into_iter().next());
        }
        let says = |list: &[&str]| list.iter().any(|words| text.holds(words));
        self.delivery.hinted_direction = match (says(&phrases::SENDING), says(&phrases::RECEIVING)) {
            (true, true) => Direction::Both,
            (true, false) => Direction::Outbound,
            (false, true) => Direction::Inbound,
            (false, false) => Direction::Unknown,
        };
        // The short name is part of other words where blanks are left out.
        let short = |lead: &str| text.may_hold(lead) && has_word(&text.flat().to_lowercase(), lead);
        self.delivery.worded_direction = match (
            says(&phrases::TO_MICROSOFT_365) || short("to exo"),
            says(&phrases::FROM_MICROSOFT_365) || short("from exo"),
        ) {
            (true, false) => Direction::Outbound,
            (false, true) => Direction::Inbound,
            (true, true) | (false, false) => Direction::Unknown,
        };
        for (product, names) in [
            (Product::Server2003, &phrases::SERVER_2003[..]),
            (Product::Exchange2007, &phrases::EXCHANGE_2007[..]),
        ] {
            let found = names.iter().find_map(|name| text.find(name).and_then(|at| mark_of(at, name.len())));
            self.delivery.named_products.extend(found.map(|mark| (product, mark)));
        }
        self.delivery.platform = if says(&phrases::JAVA) {
            Platform::Java
        } else if says(&phrases::OPENSSL) {
            Platform::Openssl
        } else if says(&phrases::WINDOWS) || self.delivery.says(Topic::DroppedSocketError) {
            Platform::Schannel
        } else {
            Platform::Unknown
        };
        if let Some(at) = text.find("lastattemptedservername=").or_else(|| text.find("[smtpsecurity=")) {
            let range = text.unsqueeze(at..at + 12);
            self.say(Topic::ExchangeOnlineTrace, "", None, range);
        } else if let Some(at) =
            ["4504.4.31", "5505.4.31", "led=4504.7.32"].iter().find_map(|code| text.find(code))
        {
            let range = text.unsqueeze(at..at + 8);
            self.say(Topic::ExchangeOnlineTrace, "", None, range);
        }
    }
}

/// Whether a banner was overwritten: asterisks and hardly anything else.
fn is_masked_banner(banner: &str) -> bool {
    let stars = banner.bytes().filter(|byte| *byte == b'*').count();
    stars >= 8 && stars * 2 > banner.len()
}

/// Whether a keyword was overwritten: `XXXXXXXA`.
fn is_masked_keyword(word: &str) -> bool {
    let word = word.trim();
    word.len() >= 4
        && word.bytes().all(|byte| byte.is_ascii_uppercase())
        && word.bytes().take(3).all(|byte| byte == b'X')
}

/// Whose credential an event of Schannel is about: the words of a few languages, and the field of its XML form.
fn role_of(words: &str) -> Option<Direction> {
    let words = words.get(..words.len().min(600)).unwrap_or(words).to_lowercase();
    let has = |names: &[&str]| names.iter().any(|name| words.contains(name));
    let client = has(&[
        "client credential",
        "clientanmelde",
        "cliente tls",
        "client tls",
        "\"type\">client",
        "'type'>client",
    ]);
    let server = has(&[
        "server credential",
        "serveranmelde",
        "servidor tls",
        "serveur tls",
        "\"type\">server",
        "'type'>server",
    ]);
    match (client, server) {
        (true, false) => Some(Direction::Outbound),
        (false, true) => Some(Direction::Inbound),
        _ => None,
    }
}

/// Whether `words` stand in a text and end there.
fn has_word(text: &str, words: &str) -> bool {
    let ends = |at: usize| {
        let next = text.get(at + words.len()..).and_then(|rest| rest.chars().next());
        next.is_none_or(|character| !character.is_alphanumeric())
    };
    text.match_indices(words).any(|(at, _)| ends(at))
}

/// The direction that words tell by themselves: which side of the handshake they are about, or that only
/// Microsoft 365 says so, to whoever sends to it.
fn told_by_side(topic: Topic, word: &str, code: Option<Reply>) -> Option<Direction> {
    if matches!(topic, Topic::AttributionFailed | Topic::DirectSendRefused | Topic::OutdatedServerThrottled)
        || topic == Topic::Throttled
            && code.is_some_and(|code| matches!(code.enhanced, (4, 7, 500..=699 | 850..=899)))
    {
        return Some(Direction::Outbound);
    }
    // Where the mail came from, and whether it may: said to the one who sends.
    let about_sender =
        |code: Reply| matches!(code.enhanced, (5, 7, 23..=29 | 509 | 515 | 606..=649 | 705 | 708 | 750));
    if topic == Topic::ContentRefused && code.is_some_and(about_sender) {
        return Some(Direction::Outbound);
    }
    match word {
        "SSL_connect error"
        | "STARTTLS=client, error"
        | "TLS handshake failed"
        | "Cannot start TLS"
        | "Could not convert socket to TLS"
        | "crypto" => Some(Direction::Outbound),
        // A server writes this event about a client.
        "SSL_accept error" | "36874" => Some(Direction::Inbound),
        _ => None,
    }
}

/// Whether the words around a socket error speak of a TLS handshake rather than of a reply.
fn tls_near(before: &str, behind: &str, code: Option<usize>) -> bool {
    match (before.rfind("tls"), code) {
        // `starttls` is a command, not the subject of the sentence.
        (Some(tls), Some(code)) => {
            tls > code && !before.get(..tls).is_some_and(|lead| lead.ends_with("start"))
        }
        (Some(_), None) => true,
        (None, _) => code.is_none() && behind.contains("tls"),
    }
}

/// A reply code and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) reply: Reply,
    pub(crate) range: Range<usize>,
}

/// The reply codes in a part of the text: `421 4.4.2`, `550-5.7.26`, `#550 5.1.1`, `Status: 4.4.7`.
pub(crate) fn replies(flat: &str, within: Range<usize>) -> Vec<Found> {
    let bytes = flat.as_bytes();
    let mut found = Vec::new();
    let Some(region) = flat.get(within.clone()) else { return found };
    for (dot, _) in region.match_indices('.') {
        let dot = within.start + dot;
        // The class: one digit with no digit or dot before it.
        let Some(class_at) = dot.checked_sub(1).filter(|at| *at >= within.start) else { continue };
        let Some(class @ (b'2' | b'4' | b'5')) = bytes.get(class_at).copied() else { continue };
        let before = class_at.checked_sub(1).and_then(|at| bytes.get(at)).copied();
        if before.is_some_and(|byte| byte.is_ascii_digit() || byte == b'.' || byte.is_ascii_alphabetic()) {
            continue;
        }
        let Some((subject, next)) = digits(bytes, dot + 1, 3) else { continue };
        if bytes.get(next) != Some(&b'.') {
            continue;
        }
        let Some((detail, end)) = digits(bytes, next + 1, 3) else { continue };
        let after = bytes.get(end).copied();
        let goes_on = after.is_some_and(|byte| byte.is_ascii_digit())
            || (after == Some(b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit));
        if subject > 7 || goes_on || end > within.end {
            continue;
        }
        let enhanced = (u16::from(class - b'0'), subject, detail);
        // The basic code just before it.
        let basic = class_at.checked_sub(4).and_then(|at| bytes.get(at..class_at)).and_then(|lead| {
            let [one, two, three, separator] = lead else { return None };
            let is_code = matches!(one, b'2'..=b'5')
                && two.is_ascii_digit()
                && three.is_ascii_digit()
                && matches!(separator, b' ' | b'-' | b'\n' | b'_');
            let alone = class_at
                .checked_sub(5)
                .and_then(|at| bytes.get(at))
                .is_none_or(|byte| !byte.is_ascii_digit() && *byte != b'.');
            (is_code && alone)
                .then(|| u16::from(one - b'0') * 100 + u16::from(two - b'0') * 10 + u16::from(three - b'0'))
        });
        let start = if basic.is_some() { class_at - 4 } else { class_at };
        found.push(Found { reply: Reply { basic: basic.unwrap_or(0), enhanced }, range: start..end });
    }
    found
}

fn digits(bytes: &[u8], from: usize, most: usize) -> Option<(u16, usize)> {
    let count = bytes.iter().skip(from).take(most).take_while(|byte| byte.is_ascii_digit()).count();
    let text = std::str::from_utf8(bytes.get(from..from + count)?).ok()?;
    Some((text.parse().ok()?, from + count))
}

/// What follows a code, until the next code, the end of the paragraph or 240 bytes.
fn sentence(flat: &str, from: usize, until: usize) -> String {
    const MOST: usize = 240;
    let rest = flat.get(from..until).unwrap_or_default();
    let rest = rest.split("\n\n").next().unwrap_or(rest);
    let mut end = rest.len().min(MOST);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    rest.get(..end).unwrap_or_default().to_owned()
}

/// The start of a squeezed text, at most `most` bytes.
fn sentence_after(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// Whole numbers in a range, with their places.
fn numbers(text: &str, range: std::ops::RangeInclusive<u32>) -> Vec<(usize, u32)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
            continue;
        }
        let count = bytes.iter().skip(at).take_while(|byte| byte.is_ascii_digit()).count();
        let edge = |position: Option<usize>| {
            position
                .and_then(|position| bytes.get(position))
                .is_none_or(|byte| !matches!(byte, b'.' | b'_') && !byte.is_ascii_alphabetic())
        };
        if let Some(Ok(number)) = text.get(at..at + count).map(str::parse)
            && range.contains(&number)
            && edge(at.checked_sub(1))
            && bytes.get(at + count).is_none_or(|byte| !byte.is_ascii_alphabetic() && *byte != b'_')
        {
            found.push((at, number));
        }
        at += count;
    }
    found
}

/// Whether a number stands where events have theirs, and not inside a date or an address.
fn is_event_number(flat: &str, at: usize) -> bool {
    let before = flat.get(..at).unwrap_or_default().trim_end_matches([' ', '\n', '"', '\'']);
    let after =
        flat.get(at..).unwrap_or_default().trim_start_matches(|character: char| character.is_ascii_digit());
    // The name of a field in any language: `Event ID:`, `Id. del evento:`, `ID de l'événement :`.
    let named = before
        .strip_suffix(':')
        .is_some_and(|name| name.trim_end().ends_with(|last: char| last.is_alphabetic()));
    !after.starts_with(['/', '-', ':', '.']) && (named || !before.ends_with(['/', '-', ':', '.']))
}

/// The alert number in the words of a Schannel event: after `AlertDesc`, after `code is` in any language, else
/// the last small number that ends a sentence.
fn alert_number(words: &str) -> Option<u32> {
    let lower = words.to_ascii_lowercase();
    for lead in ["alertdesc", "alert code is", "alert code:"] {
        if let Some(at) = lower.find(lead) {
            let rest = lower.get(at + lead.len()..).unwrap_or_default();
            if let Some((_, number)) =
                numbers(rest.get(..rest.len().min(40)).unwrap_or(rest), 0..=255).first()
            {
                return Some(*number);
            }
        }
    }
    let body = words.get(5..).unwrap_or_default();
    let found = numbers(body, 0..=121);
    let ends_sentence = |(at, number): &&(usize, u32)| {
        let after = body.get(at + number.to_string().len()..).unwrap_or_default();
        after.starts_with(['.', '\u{3002}']) || after.trim_start().is_empty() || after.starts_with('\n')
    };
    let in_date = |at: usize| {
        let before = body.get(..at).unwrap_or_default();
        before.ends_with(['/', '-', ':', '.', 'T'])
    };
    found.iter().filter(|(at, _)| !in_date(*at)).find(ends_sentence).map(|(_, number)| *number)
}

/// The host name or address that `text` begins with, past blanks and opening punctuation.
fn host_name(text: &str) -> Option<(usize, &str)> {
    let name_start = text.trim_start_matches([' ', '\'', '"', '=', ':', '[', '<', '\n']);
    let skipped = text.len() - name_start.len();
    if skipped > 6 {
        return None;
    }
    let end = name_start
        .find(|character: char| {
            !(character.is_ascii_alphanumeric() || matches!(character, '.' | '-' | '_' | ':'))
        })
        .unwrap_or(name_start.len());
    let name = name_start.get(..end)?;
    let name = match name.split_once(':') {
        // A port; IPv6 has more than one colon.
        Some((host, port)) if !port.contains(':') => host,
        _ => name,
    };
    let name = name.trim_end_matches(['.', '-', ':']);
    let plausible = name.len() >= 3
        && name.bytes().any(|byte| byte.is_ascii_alphanumeric())
        && (name.contains('.') || name.contains(':') || name.len() >= 4);
    let follows_at = name_start.get(name.len()..).is_some_and(|rest| rest.starts_with('@'));
    (plausible && !follows_at).then_some((skipped, name))
}

/// Whether a line is an address and nothing else: `lee@fabrikam.example`, `<lee@fabrikam.example>`,
/// `Lee (lee@fabrikam.example)`.
fn is_recipient(line: &str) -> bool {
    if !line.contains('@') {
        return false;
    }
    let inner = line.rsplit_once(['(', '<']).map_or(line, |(_, inner)| inner);
    let inner = inner.trim_matches([' ', '>', ')', '<', ':', ',']);
    inner.split_once('@').is_some_and(|(user, domain)| {
        !user.is_empty() && domain.contains('.') && !inner.contains(char::is_whitespace)
    })
}

/// A name that a narrow window broke: joined with the next lines as long as that makes it a name of Microsoft
/// 365, the one kind that can be told from its end.
fn whole_name(lower: &str, flat: &str, from: usize, name: &str) -> Option<String> {
    const LINES: usize = 4;
    let mut joined = name.to_owned();
    let mut at = from + name.len();
    for _ in 0..LINES {
        if is_microsoft365_host(&joined) {
            return (joined != name).then_some(joined);
        }
        let broken = flat.get(at..).is_some_and(|rest| rest.starts_with(['\n', '.', '-']));
        let rest = lower.get(at..)?;
        if !broken {
            return None;
        }
        let next = rest.trim_start_matches(' ');
        at += rest.len() - next.len();
        let end = next
            .find(|character: char| !(character.is_ascii_alphanumeric() || matches!(character, '.' | '-')))
            .unwrap_or(next.len());
        joined.push_str(next.get(..end)?);
        at += end;
    }
    is_microsoft365_host(&joined).then_some(joined)
}

/// The words of a text that could be host names: letters, digits, dots and hyphens, no address part.
fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_part =
        |character: char| character.is_ascii_alphanumeric() || matches!(character, '.' | '-' | '@' | '_');
    let mut rest = text;
    let mut offset = 0;
    std::iter::from_fn(move || {
        loop {
            let start = rest.find(is_part)?;
            let from = rest.get(start..)?;
            let end = from.find(|character| !is_part(character)).unwrap_or(from.len());
            let token = from.get(..end)?;
            let at = offset + start;
            offset = at + end;
            rest = from.get(end..)?;
            if token.contains('.') && !token.contains('@') {
                return Some((at, token.trim_matches(['.', '-', '_'])));
            }
        }
    })
}
