//! What a session tells: its outcome, read from its steps once it is over.

use crate::fact::peer::{self, Side};
use crate::fact::smtp::trace::{Step, Time, Trace, text};
use crate::span::{Mark, SourceId};
use crate::vocabulary::Direction;
use crate::wire::{Wire, wire_enum, wire_struct};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A version of the protocol, as `SP_PROT_…` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TlsVersion {
    /// SSL 2.0.
    Ssl2,
    /// SSL 3.0.
    Ssl3,
    /// TLS 1.0.
    Tls10,
    /// TLS 1.1.
    Tls11,
    /// TLS 1.2.
    Tls12,
    /// TLS 1.3.
    Tls13,
    /// A name not known here.
    Unknown,
}

impl TlsVersion {
    /// Every version, in their order.
    pub const ALL: [Self; 7] =
        [Self::Ssl2, Self::Ssl3, Self::Tls10, Self::Tls11, Self::Tls12, Self::Tls13, Self::Unknown];

    /// As people write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ssl2 => "SSL 2.0",
            Self::Ssl3 => "SSL 3.0",
            Self::Tls10 => "TLS 1.0",
            Self::Tls11 => "TLS 1.1",
            Self::Tls12 => "TLS 1.2",
            Self::Tls13 => "TLS 1.3",
            Self::Unknown => "TLS",
        }
    }

    /// Whether Microsoft 365 refuses it.
    #[must_use]
    pub fn is_old(self) -> bool {
        self < Self::Tls12
    }

    /// From the word after `TLS protocol`: a name, or the number Schannel has for a protocol without one.
    #[must_use]
    pub fn from_protocol(word: &str) -> Self {
        let name = word.strip_prefix("SP_PROT_").unwrap_or(word);
        let name = name.strip_suffix("_CLIENT").or(name.strip_suffix("_SERVER")).unwrap_or(name);
        match name {
            "SSL2" | "4" | "8" => Self::Ssl2,
            "SSL3" | "16" | "32" => Self::Ssl3,
            "TLS1" | "TLS1_0" | "64" | "128" => Self::Tls10,
            "TLS1_1" | "256" | "512" => Self::Tls11,
            "TLS1_2" | "1024" | "2048" => Self::Tls12,
            "TLS1_3" | "4096" | "8192" | "12288" => Self::Tls13,
            _ => Self::Unknown,
        }
    }
}

/// What a handshake agreed on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Agreed {
    /// The version.
    pub version: TlsVersion,
    /// `CALG_AES_256`, …
    pub cipher: String,
    /// `CALG_SHA_384`, …
    pub mac: String,
    /// `CALG_ECDH_EPHEM`, …
    pub exchange: String,
}

impl Agreed {
    /// Reads `TLS protocol SP_PROT_… negotiation succeeded using bulk encryption algorithm … with strength …`.
    #[must_use]
    pub fn read(row: &str) -> Option<Self> {
        let rest = row.get(row.find("TLS protocol ")? + 13..)?;
        let word_after = |mark: &str| {
            rest.find(mark)
                .and_then(|at| rest.get(at + mark.len()..))
                .and_then(|rest| rest.split([' ', ',', '"']).next())
                .unwrap_or_default()
                .to_owned()
        };
        let version = TlsVersion::from_protocol(rest.split(' ').next()?);
        Some(Self {
            version,
            cipher: word_after("encryption algorithm "),
            mac: word_after("hash algorithm "),
            exchange: word_after("key exchange algorithm "),
        })
    }

    /// As one word for tables: `AES_256 SHA_384 ECDH_EPHEM`.
    #[must_use]
    pub fn suite(&self) -> String {
        let short = |name: &str| name.strip_prefix("CALG_").unwrap_or(name).to_owned();
        // Older builds print the same key exchange under another name.
        let exchange = short(&self.exchange).replace("ECDHE", "ECDH_EPHEM");
        [short(&self.cipher), short(&self.mac), exchange].join(" ").trim().to_owned()
    }

    /// Whether the bulk cipher or the MAC is one that is no longer to be used.
    #[must_use]
    pub fn is_weak(&self) -> bool {
        Self::is_weak_suite(&self.suite())
    }

    /// The same of a [`Self::suite`].
    #[must_use]
    pub fn is_weak_suite(suite: &str) -> bool {
        suite
            .split(' ')
            .any(|name| ["RC4", "RC2", "RC5", "DES", "DESX", "3DES", "MD5", "MD4", "MD2"].contains(&name))
    }
}

/// One thing a session tells. A session may tell several.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Signal {
    /// A handshake succeeded at this version.
    Negotiated(TlsVersion),
    /// With these weak algorithms.
    WeakCipher(String),
    /// A handshake failed with this word; empty where it ended without one.
    HandshakeFailed(String),
    /// Mail went in clear text.
    ClearText,
    /// Mail went in clear text right after a failed handshake with the same peer.
    ClearAfterFailure,
    /// The complete answer to `EHLO` lacks `STARTTLS`.
    StarttlsMissing,
    /// `STARTTLS`, or the banner, was overwritten on the way.
    StarttlsMasked,
    /// `STARTTLS` was offered, not used, and mail refused for want of TLS.
    StarttlsSkipped,
    /// `STARTTLS` was answered with something else than `220`: this code.
    StarttlsRefused(String),
    /// The server refused mail for want of TLS.
    TlsDemanded,
    /// Our connector demands TLS and the far end did not offer it.
    TlsRequiredHere,
    /// The connection was cut after a successful handshake and before the message was taken, with this word.
    CutAfterTls(String),
    /// The connection was cut, with this word, where no handshake had begun.
    CutWithoutHandshake(String),
    /// Connecting failed with this socket error.
    ConnectFailed(String),
    /// Authentication failed.
    AuthFailed,
    /// A certificate did not validate, in this word.
    ChainStatus(String),
    /// The server refused with this code.
    Refused(String),
    /// The certificate the peer showed is not the peer's, by name.
    Inspected,
    /// Nothing decided: the session stops before anything did.
    Unfinished,
}

/// Who the far end of a session is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PeerKey {
    /// Which log: `Outbound` for a send log.
    pub direction: Direction,
    /// Our connector.
    pub connector: String,
    /// Its address without the port; its name where the log has no address.
    pub address: String,
}

/// A session that rules may point at. Ordered by its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Where it begins.
    pub place: (Time, SourceId, u64),
    /// Who the far end is.
    pub peer: PeerKey,
    /// What it calls itself; empty where it never said.
    pub name: String,
    /// Where it belongs.
    pub side: Side,
    /// Its rows.
    pub trace: Trace,
}

impl Example {
    /// Where a step stands.
    #[must_use]
    pub fn mark(&self, step: Step) -> Option<Mark> {
        self.trace.mark(step)
    }

    /// The first of these steps it came to.
    #[must_use]
    pub fn first_mark(&self, steps: &[Step]) -> Option<Mark> {
        steps.iter().find_map(|step| self.trace.mark(*step))
    }

    /// The last row that was kept.
    #[must_use]
    pub fn last_mark(&self) -> Option<Mark> {
        self.trace.lines().last().map(|line| line.mark)
    }

    /// How to name it: its name, else its address.
    #[must_use]
    pub fn called(&self) -> &str {
        if self.name.is_empty() { &self.peer.address } else { &self.name }
    }
}

/// A session that is over, and what it tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Who the far end is.
    pub peer: PeerKey,
    /// What it calls itself.
    pub name: String,
    /// Where it belongs.
    pub side: Side,
    /// What the handshake agreed on.
    pub agreed: Option<Agreed>,
    /// Whether mail went in clear text.
    pub clear: bool,
    /// The word a handshake failed with.
    pub failed: Option<String>,
    /// Everything it tells.
    pub signals: Vec<Signal>,
}

impl Outcome {
    /// Reads a session.
    #[must_use]
    pub fn read(trace: &Trace) -> Self {
        let name = peer_name(trace);
        let remote = trace.remote();
        let address = peer::without_port(&remote);
        let connector = trace.connector();
        let mut side = peer::side(&name, address);
        if side == Side::Unknown && is_hybrid_connector(&connector) {
            side = Side::Microsoft365;
        }
        let agreed = trace
            .columns(Step::Negotiated)
            .and_then(|(data, context)| Agreed::read(&text(context)).or_else(|| Agreed::read(&text(data))));
        let failed = failure_word(trace, agreed.is_some());
        let carried = trace.has(Step::Delivered) || trace.has(Step::DataBegun);
        let clear = agreed.is_none() && failed.is_none() && carried;
        let address = if address.is_empty() { name.clone() } else { address.to_owned() };
        let peer = PeerKey { direction: trace.direction, connector, address };
        let signals = signals(trace, side, agreed.as_ref(), failed.as_deref(), clear);
        Self { peer, name, side, agreed, clear, failed, signals }
    }
}

/// The connector that the Hybrid Configuration Wizard makes.
#[must_use]
pub fn is_hybrid_connector(connector: &str) -> bool {
    let connector = connector.to_ascii_lowercase();
    ["office 365", "office365", "o365", "microsoft 365", "exchange online"]
        .iter()
        .any(|name| connector.contains(name))
}

/// What the far end calls itself: in its banner where we connected, in its `EHLO` where it did.
fn peer_name(trace: &Trace) -> String {
    let word = |step: Step, skip: usize| -> Option<String> {
        let (data, _) = trace.columns(step)?;
        let data = text(data.get(skip..)?);
        let word = data.split_whitespace().next()?;
        let word = word.trim_matches(['<', '>', '[', ']', ',', ';', '"']);
        (word.contains('.') && word.bytes().any(|byte| byte.is_ascii_alphabetic())).then(|| word.to_owned())
    };
    let found = if trace.direction == Direction::Inbound {
        word(Step::Ehlo, 4)
    } else {
        word(Step::Banner, 3).or_else(|| word(Step::EhloAnswer, 4))
    };
    let mut name = found.unwrap_or_default();
    // Long names are somebody's play; the cut keeps the table bounded.
    while name.len() > 255 {
        name.pop();
    }
    name
}

/// The word after `TLS negotiation failed with error`; empty where the connection ended inside the handshake
/// without that row.
fn failure_word(trace: &Trace, agreed: bool) -> Option<String> {
    if let Some((data, context)) = trace.columns(Step::Failed) {
        let row = [text(context), text(data)].join(" ");
        let rest = row.split("with error").nth(1).unwrap_or_default();
        let word: String = rest
            .trim_start_matches([' ', ':'])
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-')
            .take(48)
            .collect();
        return Some(word);
    }
    let asked = trace.has(Step::Starttls) || trace.has(Step::AnonymousTls);
    let in_it = trace.has(Step::GoAhead) && trace.ended() && asked && !agreed && !trace.has(Step::Mail);
    // A certificate that was looked at and refused is why it ended, and has a signal of its own.
    let cut_in_it = in_it && !trace.has(Step::ChainStatus);
    cut_in_it.then(|| end_word(trace).unwrap_or_default())
}

/// The word in `Remote(SocketError)`.
fn end_word(trace: &Trace) -> Option<String> {
    let (data, context) = trace.columns(Step::End)?;
    let reason = text(if context.is_empty() { data } else { context });
    let inner = reason.split('(').nth(1)?.split(')').next()?.trim();
    (!inner.is_empty()).then(|| inner.chars().take(48).collect())
}

/// Whether the word says that the connection was cut.
#[must_use]
pub fn is_cut(word: &str) -> bool {
    ["SocketError", "ConnectionReset", "ConnectionAborted", "Shutdown", "NetworkReset", "Disconnecting"]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(word))
}

fn signals(
    trace: &Trace,
    side: Side,
    agreed: Option<&Agreed>,
    failed: Option<&str>,
    clear: bool,
) -> Vec<Signal> {
    let mut signals = Vec::new();
    if let Some(agreed) = agreed {
        signals.push(Signal::Negotiated(agreed.version));
        if agreed.is_weak() {
            signals.push(Signal::WeakCipher(agreed.suite()));
        }
    }
    if let Some(word) = failed {
        signals.push(Signal::HandshakeFailed(word.to_owned()));
    }
    if clear {
        signals.push(Signal::ClearText);
    }
    let asked = trace.has(Step::Starttls) || trace.has(Step::AnonymousTls);
    let masked = trace.has(Step::Masked) || trace.has(Step::BannerMasked);
    let answered = trace.has(Step::EhloEnd);
    let offered = trace.has(Step::Offered);
    if masked && !offered && !asked {
        signals.push(Signal::StarttlsMasked);
    } else if answered && !offered && !asked && agreed.is_none() && failed.is_none() {
        signals.push(Signal::StarttlsMissing);
    }
    if trace.has(Step::Demanded) && failed.is_none() {
        let skipped = offered && !asked && trace.direction == Direction::Outbound;
        signals.push(if skipped { Signal::StarttlsSkipped } else { Signal::TlsDemanded });
    }
    if trace.has(Step::RequiredHere) {
        signals.push(Signal::TlsRequiredHere);
    }
    if trace.has(Step::StarttlsRefused) {
        signals.push(Signal::StarttlsRefused(reply_code(trace, Step::StarttlsRefused)));
    }
    if trace.has(Step::AuthFailed) {
        signals.push(Signal::AuthFailed);
    }
    if let Some((data, context)) = trace.columns(Step::ChainStatus) {
        let row = text(if context.is_empty() { data } else { context });
        let word = row.split('\'').nth(1).unwrap_or_default();
        signals.push(Signal::ChainStatus(word.chars().take(48).collect()));
    }
    if trace.has(Step::Refused) {
        signals.push(Signal::Refused(reply_code(trace, Step::Refused)));
    }
    if trace.has(Step::ConnectFailed) {
        signals.push(Signal::ConnectFailed(socket_code(trace)));
    }
    if side == Side::Microsoft365 && is_foreign_certificate(trace) {
        signals.push(Signal::Inspected);
    }
    let delivered = trace.has(Step::Delivered);
    if let Some(word) = end_word(trace).filter(|word| is_cut(word) || word == "TimedOut")
        && !delivered
        && failed.is_none()
    {
        signals.push(if agreed.is_some() {
            Signal::CutAfterTls(word)
        } else {
            Signal::CutWithoutHandshake(word)
        });
    }
    if signals.iter().all(|signal| matches!(signal, Signal::StarttlsMissing)) && !trace.ended() && !delivered
    {
        signals.push(Signal::Unfinished);
    }
    signals
}

/// The code of a refusing reply with its enhanced code: `550 5.7.64`; of several kinds of texts, the proxy's
/// own code instead: `PRX2`.
fn reply_code(trace: &Trace, step: Step) -> String {
    let Some((data, context)) = trace.columns(step) else { return String::new() };
    let row = text(if data.is_empty() { context } else { data });
    if let Some(proxy) = row.split(|c: char| !c.is_ascii_alphanumeric()).find(|word| {
        word.len() <= 6 && word.strip_prefix("PRX").is_some_and(|number| number.parse::<u8>().is_ok())
    }) {
        return proxy.to_owned();
    }
    if row.contains("maximum TLS rate") {
        return "TLS rate".to_owned();
    }
    let mut words = row.split_whitespace();
    let code = words.next().unwrap_or_default().get(..3).unwrap_or_default().to_owned();
    match words.next() {
        Some(enhanced) if enhanced.split('.').count() == 3 && enhanced.len() <= 11 => {
            format!("{code} {}", enhanced.trim_end_matches([';', ',', ':']))
        }
        Some(_) | None => code,
    }
}

/// The Winsock code of a failed connection: `10061`.
fn socket_code(trace: &Trace) -> String {
    let Some((data, context)) = trace.columns(Step::ConnectFailed) else { return String::new() };
    let row = [text(data), text(context)].join(" ");
    let code = row.split("Winsock error code:").nth(1).or_else(|| row.split("Win32 error code:").nth(1));
    let Some(code) = code else {
        // `(TimedOut:0000274C)`: the number once more, in hexadecimal.
        let inner = row.split('(').nth(1).and_then(|rest| rest.split(')').next()).unwrap_or_default();
        let number = inner.split_once(':').and_then(|(_, number)| u32::from_str_radix(number, 16).ok());
        return number.map(|number| number.to_string()).unwrap_or_default();
    };
    code.trim_start().chars().take_while(char::is_ascii_digit).take(6).collect()
}

/// Whether the certificate row names a holder, and no name of Microsoft's.
fn is_foreign_certificate(trace: &Trace) -> bool {
    let Some((data, _)) = trace.columns(Step::RemoteCertificate) else { return false };
    let subject = text(data).to_ascii_lowercase();
    subject.contains("cn=")
        && !["outlook", "microsoft", "office365", "protection", "onmicrosoft", "exchange"]
            .iter()
            .any(|name| subject.contains(name))
}

/// The examples of one signal: the first few by place, and the count of all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Examples {
    /// How many sessions.
    pub count: u64,
    /// The first few of them.
    pub kept: Vec<Arc<Example>>,
    /// How many of each direction.
    counts: BTreeMap<Direction, u64>,
}

impl Examples {
    /// The most that are kept.
    pub const LIMIT: usize = 4;

    /// Whether a session at `place` would be kept.
    #[must_use]
    pub fn wants(&self, place: &(Time, SourceId, u64)) -> bool {
        self.kept.len() < Self::LIMIT || self.kept.last().is_some_and(|last| *place < last.place)
    }

    /// Counts that many sessions more.
    pub fn add(&mut self, direction: Direction, sessions: u64) {
        self.count += sessions;
        *self.counts.entry(direction).or_default() += sessions;
    }

    /// The place from which on no session would be kept, where there is one.
    #[must_use]
    pub fn enough(&self) -> Option<(Time, SourceId, u64)> {
        self.kept.get(Self::LIMIT - 1).map(|last| last.place)
    }

    /// Both together.
    pub fn merge(&mut self, other: &Self) {
        self.count += other.count;
        for (direction, count) in &other.counts {
            *self.counts.entry(*direction).or_default() += count;
        }
        for example in &other.kept {
            self.keep(Arc::clone(example));
        }
    }

    /// Those of each direction apart.
    #[must_use]
    pub fn by_direction(&self) -> Vec<Self> {
        let mut directions: Vec<Direction> = self.kept.iter().map(|example| example.peer.direction).collect();
        crate::order::sort_and_dedup(&mut directions);
        let of = |direction: &Direction| Self {
            count: self.counts.get(direction).copied().unwrap_or_default(),
            kept: self.kept.iter().filter(|example| example.peer.direction == *direction).cloned().collect(),
            counts: BTreeMap::new(),
        };
        directions.iter().map(of).collect()
    }

    /// Keeps a session where it is among the first.
    pub fn keep(&mut self, example: Arc<Example>) {
        let at = self.kept.partition_point(|known| known.place <= example.place);
        self.kept.insert(at, example);
        self.kept.truncate(Self::LIMIT);
    }
}

wire_enum!(TlsVersion: Ssl2, Ssl3, Tls10, Tls11, Tls12, Tls13, Unknown);
wire_struct!(PeerKey { direction, connector, address });
wire_struct!(Example { place, peer, name, side, trace });
wire_struct!(Examples { count, kept, counts });

impl Wire for Signal {
    fn put(&self, out: &mut Vec<u8>) {
        let (tag, word): (u8, &str) = match self {
            Self::Negotiated(version) => {
                0_u8.put(out);
                return version.put(out);
            }
            Self::WeakCipher(word) => (1, word),
            Self::HandshakeFailed(word) => (2, word),
            Self::ClearText => (3, ""),
            Self::ClearAfterFailure => (4, ""),
            Self::StarttlsMissing => (5, ""),
            Self::StarttlsMasked => (6, ""),
            Self::StarttlsSkipped => (7, ""),
            Self::StarttlsRefused(word) => (8, word),
            Self::TlsDemanded => (9, ""),
            Self::TlsRequiredHere => (10, ""),
            Self::CutAfterTls(word) => (11, word),
            Self::CutWithoutHandshake(word) => (12, word),
            Self::ConnectFailed(word) => (13, word),
            Self::AuthFailed => (14, ""),
            Self::ChainStatus(word) => (15, word),
            Self::Refused(word) => (16, word),
            Self::Inspected => (17, ""),
            Self::Unfinished => (18, ""),
        };
        tag.put(out);
        word.to_owned().put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let tag = u8::take(from)?;
        if tag == 0 {
            return TlsVersion::take(from).map(Self::Negotiated);
        }
        let word = String::take(from)?;
        Some(match tag {
            1 => Self::WeakCipher(word),
            2 => Self::HandshakeFailed(word),
            3 => Self::ClearText,
            4 => Self::ClearAfterFailure,
            5 => Self::StarttlsMissing,
            6 => Self::StarttlsMasked,
            7 => Self::StarttlsSkipped,
            8 => Self::StarttlsRefused(word),
            9 => Self::TlsDemanded,
            10 => Self::TlsRequiredHere,
            11 => Self::CutAfterTls(word),
            12 => Self::CutWithoutHandshake(word),
            13 => Self::ConnectFailed(word),
            14 => Self::AuthFailed,
            15 => Self::ChainStatus(word),
            16 => Self::Refused(word),
            17 => Self::Inspected,
            18 => Self::Unfinished,
            _ => return None,
        })
    }
}
