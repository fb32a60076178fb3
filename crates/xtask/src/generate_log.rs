//! SMTP protocol logs of any size with known truth: what the benchmarks and the laws of the reader are held
//! against.
//!
//! Sessions are interleaved as on a busy server; their outcomes are drawn from a small generator of numbers,
//! so the same seed gives the same bytes everywhere.

use std::collections::{BTreeMap, VecDeque};
use std::fmt::Write as _;

/// What a reader must find, exactly.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Truth {
    /// Rows.
    pub(crate) rows: u64,
    /// All sessions.
    pub(crate) all: Counts,
    /// By address and connector.
    pub(crate) peers: BTreeMap<(String, String), Counts>,
    /// By the hour a session began in.
    pub(crate) hours: BTreeMap<String, Counts>,
    /// Clear text right after a failed handshake with the same peer.
    pub(crate) fallbacks: u64,
}

/// Counts over sessions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Sessions.
    pub(crate) sessions: u64,
    /// By negotiated version.
    pub(crate) negotiated: BTreeMap<String, u64>,
    /// That carried mail in clear text.
    pub(crate) clear: u64,
    /// Failed handshakes by word.
    pub(crate) failed: BTreeMap<String, u64>,
}

impl Counts {
    fn add(&mut self, outcome: Outcome) {
        self.sessions += 1;
        match outcome {
            Outcome::Tls(version) => *self.negotiated.entry(version.to_owned()).or_default() += 1,
            Outcome::Failed(word) => *self.failed.entry(word.to_owned()).or_default() += 1,
            Outcome::Clear => self.clear += 1,
            Outcome::Refused => {}
        }
    }
}

#[derive(Clone, Copy, Debug)]
enum Outcome {
    Tls(&'static str),
    Failed(&'static str),
    Clear,
    /// No connection came about.
    Refused,
}

/// One session under way: the rows that are left, without their time.
#[derive(Debug)]
struct Running {
    rows: VecDeque<String>,
    peer: usize,
    retry: bool,
    /// Until its first row is written, which tells its hour.
    outcome: Option<Outcome>,
}

/// Writes the log of a server that sends.
#[derive(Debug)]
pub(crate) struct Generator {
    state: u64,
    milliseconds: u64,
    next_session: u64,
    running: Vec<Running>,
    /// The truth about what was written so far. Complete after [`Self::finish`].
    pub(crate) truth: Truth,
}

const PEERS: u64 = 40;

impl Generator {
    /// A log that depends on `seed` alone.
    #[must_use]
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            state: seed,
            milliseconds: 0,
            next_session: 0x08DE_1A0C_5B7F_0000,
            running: Vec::new(),
            truth: Truth::default(),
        }
    }

    /// The lines every file begins with.
    #[must_use]
    pub(crate) fn header() -> &'static str {
        "#Software: Microsoft Exchange Server\r\n#Version: 15.0.0.0\r\n#Log-type: SMTP Send Protocol Log\r\n\
         #Date: 2026-11-01T00:00:00.000Z\r\n#Fields: date-time,connector-id,session-id,sequence-number,\
         local-endpoint,remote-endpoint,event,data,context\r\n"
    }

    /// Writes rows until `out` has at least `bytes`.
    pub(crate) fn fill(&mut self, out: &mut String, bytes: usize) {
        while out.len() < bytes {
            if self.running.len() < 3 || (self.running.len() < 12 && self.below(8) == 0) {
                self.begin(None);
            }
            self.step(out);
        }
    }

    /// Ends every session that is under way.
    pub(crate) fn finish(&mut self, out: &mut String) {
        while !self.running.is_empty() {
            self.step(out);
        }
    }

    /// A number below `limit` (`SplitMix64`).
    fn below(&mut self, limit: u64) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % limit
    }

    fn step(&mut self, out: &mut String) {
        self.milliseconds += self.below(30);
        let index = usize::try_from(self.below(self.running.len() as u64)).unwrap_or(0);
        let Some(session) = self.running.get_mut(index) else { return };
        if let Some(row) = session.rows.pop_front() {
            self.truth.rows += 1;
            let from = out.len();
            time(out, self.milliseconds);
            if let Some(outcome) = session.outcome.take() {
                let hour = out.get(from..from + 13).unwrap_or_default().to_owned();
                self.truth.hours.entry(hour).or_default().add(outcome);
            }
            out.push_str(&row);
            out.push_str("\r\n");
        }
        if session.rows.is_empty() {
            let ended = self.running.swap_remove(index);
            if ended.retry {
                self.begin(Some(ended.peer));
            }
        }
    }

    /// Begins a session; after a failure with `retry`, the one that goes without TLS.
    fn begin(&mut self, retry: Option<usize>) {
        let peer = retry.unwrap_or_else(|| usize::try_from(self.below(PEERS)).unwrap_or(0));
        let outcome = match (retry, self.below(100)) {
            (None, 0..70) => Outcome::Tls("TLS 1.2"),
            (None, 70..78) => Outcome::Tls("TLS 1.0"),
            (None, 78..80) => Outcome::Tls("TLS 1.1"),
            (None, 80..90) => Outcome::Failed("SocketError"),
            (None, 90..93) => Outcome::Failed("NoCredentials"),
            (None, 93..95) => Outcome::Refused,
            // A retry; and peers of their own, so that no failure goes before them.
            _ => Outcome::Clear,
        };
        let peer = if retry.is_none() && matches!(outcome, Outcome::Clear) { peer + 1000 } else { peer };
        let retries = matches!(outcome, Outcome::Failed(_)) && self.below(2) == 0;
        let (connector, host, address) = names(peer);
        self.truth.fallbacks += u64::from(retry.is_some());
        self.truth.all.add(outcome);
        self.truth.peers.entry((address.clone(), connector.to_owned())).or_default().add(outcome);
        let messages = 1 + self.below(3);
        let session = self.next_session;
        self.next_session += 1 + self.below(3);
        let port = 20_000 + self.below(40_000);
        let mut script =
            Script { prefix: format!(",{connector},{session:016X},"), port, address, rows: VecDeque::new() };
        script.session(outcome, &host, peer % 2 == 0, messages);
        self.running.push(Running { rows: script.rows, peer, retry: retries, outcome: Some(outcome) });
    }
}

/// Connector, host and address of a peer: the first quarter is Microsoft 365.
fn names(peer: usize) -> (&'static str, String, String) {
    let (upper, lower) = (peer / 250, peer % 250 + 1);
    if peer < 10 {
        (
            "Outbound to Office 365",
            format!("tenant{peer}.mail.protection.outlook.com"),
            format!("203.0.113.{lower}"),
        )
    } else {
        (
            "Internet, partners",
            format!("mx{peer}.fabrikam.example"),
            format!("198.51.{}.{lower}", 100 + upper),
        )
    }
}

/// The rows of one session.
struct Script {
    prefix: String,
    port: u64,
    address: String,
    rows: VecDeque<String>,
}

impl Script {
    fn push(&mut self, event: char, data: &str, context: &str) {
        let Self { prefix, port, address, rows } = self;
        let number = rows.len();
        let quoted = |text: &str| if text.contains(',') { format!("\"{text}\"") } else { text.to_owned() };
        // The connector's name has a comma in one of the two.
        let prefix = prefix.replace(",Internet, partners,", ",\"Internet, partners\",");
        rows.push_back(format!(
            "{prefix}{number},10.0.0.10:{port},{address}:25,{event},{},{}",
            quoted(data),
            quoted(context)
        ));
    }

    fn session(&mut self, outcome: Outcome, host: &str, one_row: bool, messages: u64) {
        self.push('*', "SendRoutingHeaders", "Set Session Permissions");
        self.push('*', "", "attempting to connect");
        if matches!(outcome, Outcome::Refused) {
            self.push('*', "", "Failed to connect. Winsock error code: 10061, Win32 error code: 10061");
            self.push('-', "", "Local");
            return;
        }
        self.push('+', "", "");
        self.push(
            '<',
            &format!("220 {host} Microsoft ESMTP MAIL Service ready at Mon, 2 Nov 2026 08:15:02 +0000"),
            "",
        );
        let clear = matches!(outcome, Outcome::Clear);
        self.hello(host, one_row, !clear);
        match outcome {
            Outcome::Tls(version) => {
                let (protocol, cipher, mac, bits) = match version {
                    "TLS 1.0" => ("TLS1_0", "CALG_AES_256", "CALG_SHA1", 160),
                    "TLS 1.1" => ("TLS1_1", "CALG_3DES", "CALG_SHA1", 160),
                    _ => ("TLS1_2", "CALG_AES_256", "CALG_SHA_384", 0),
                };
                self.handshake();
                self.push('*', "", &format!(
                    "TLS protocol SP_PROT_{protocol}_CLIENT negotiation succeeded using bulk encryption algorithm {cipher} \
                     with strength 256 bits, MAC hash algorithm {mac} with strength {bits} bits and key exchange \
                     algorithm CALG_ECDH_EPHEM with strength 384 bits"
                ));
                self.hello(host, one_row, false);
            }
            Outcome::Failed(word) => {
                self.handshake();
                self.push('*', "", &format!("TLS negotiation failed with error {word}"));
                self.push('-', "", "Local");
                return;
            }
            Outcome::Clear | Outcome::Refused => {}
        }
        for message in 0..messages {
            self.message(message);
        }
        self.push('>', "QUIT", "");
        self.push('<', "221 2.0.0 Service closing transmission channel", "");
        self.push('-', "", "Local");
    }

    fn hello(&mut self, host: &str, one_row: bool, offer: bool) {
        self.push('>', "EHLO EX01.contoso.example", "");
        if one_row {
            let offer = if offer { "STARTTLS " } else { "" };
            self.push('<', &format!(
                "250  {host} Hello [198.51.100.7] SIZE 157286400 PIPELINING DSN ENHANCEDSTATUSCODES {offer}8BITMIME \
                 BINARYMIME CHUNKING SMTPUTF8"
            ), "");
            return;
        }
        self.push('<', &format!("250-{host} Hello [198.51.100.7]"), "");
        for keyword in ["SIZE 157286400", "PIPELINING", "DSN", "ENHANCEDSTATUSCODES"] {
            self.push('<', &format!("250-{keyword}"), "");
        }
        if offer {
            self.push('<', "250-STARTTLS", "");
        }
        for keyword in ["250-8BITMIME", "250-BINARYMIME", "250 CHUNKING"] {
            self.push('<', keyword, "");
        }
    }

    fn handshake(&mut self) {
        self.push('>', "STARTTLS", "");
        self.push('<', "220 2.0.0 SMTP server ready", "");
        self.push(
            '*',
            " CN=mail.contoso.example CN=Contoso Issuing CA 1A2B3C4D5E6F 0123456789ABCDEF0123456789ABCDEF01234567 \
             2026-01-01T00:00:00.000Z 2027-01-01T00:00:00.000Z mail.contoso.example;autodiscover.contoso.example",
            "Sending certificate Subject Issuer name Serial number Thumbprint Not before Not after Subject alternate names",
        );
    }

    fn message(&mut self, message: u64) {
        self.push(
            '*',
            "",
            &format!(
                "sending message with RecordId {message} and InternetMessageId <{message}@contoso.example>"
            ),
        );
        self.push('>', "MAIL FROM:<año@contoso.example> SIZE=18019", "");
        self.push('>', "RCPT TO:<someone@fabrikam.example> NOTIFY=NEVER", "");
        self.push('<', "250 2.1.0 Sender OK", "");
        self.push('<', "250 2.1.5 Recipient OK", "");
        self.push('>', "BDAT 14044 LAST", "");
        self.push('<', "250 2.6.0 <1@contoso.example> [InternalId=991, Hostname=EX02.fabrikam.example] Queued mail for delivery", "");
    }
}

/// Writes the time that many milliseconds after the beginning of November 2026.
fn time(out: &mut String, milliseconds: u64) {
    let (seconds, thousandth) = (milliseconds / 1000, milliseconds % 1000);
    let (minutes, second) = (seconds / 60, seconds % 60);
    let (hours, minute) = (minutes / 60, minutes % 60);
    let (days, hour) = (hours / 24, hours % 24);
    // Months of 28 days keep every date a real one.
    let (month, day) = (days / 28, days % 28 + 1);
    let (year, month) = (2026 + (month + 10) / 12, (month + 10) % 12 + 1);
    let _ = write!(out, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{thousandth:03}Z");
}
