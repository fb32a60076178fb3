//! What bounces, queues, traces, events and other mail servers said of a delivery.
//!
//! A document keeps who wrote it, which far ends it names and what was said, each with its place. What a
//! statement means for a cause is the rules' business.

use crate::fact::peer::{is_microsoft365, is_other_provider};
use crate::span::Mark;
use crate::vocabulary::{Direction, Kind, Platform};
use std::collections::BTreeMap;

/// Everything said, document by document.
#[derive(Clone, Debug, Default)]
pub struct DeliveryFacts {
    /// In the order read; at most [`DeliveryFacts::DOCUMENTS`].
    pub documents: Vec<Delivery>,
}

impl DeliveryFacts {
    /// The most documents kept: a queue of thousands of messages says the same thing thousands of times.
    pub const DOCUMENTS: usize = 2000;

    /// Keeps a document.
    pub fn add(&mut self, delivery: Delivery) {
        if self.documents.len() < Self::DOCUMENTS {
            self.documents.push(delivery);
        }
    }

    /// Every statement with the document it stands in.
    pub fn statements(&self) -> impl Iterator<Item = (&Delivery, &Statement)> {
        self.documents.iter().flat_map(|delivery| delivery.said.iter().map(move |said| (delivery, said)))
    }

    /// Every statement of this sort with its document.
    pub fn of(&self, topic: Topic) -> impl Iterator<Item = (&Delivery, &Statement)> {
        self.statements().filter(move |(_, said)| said.topic == topic)
    }
}

/// One bounce, queue listing, event, log of another mail server, or text about a delivery.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// What it is.
    pub kind: Kind,
    /// The finer form.
    pub form: &'static str,
    /// Its first line.
    pub mark: Mark,
    /// What was said, in the order of the text; of each sort at most [`Delivery::STATEMENTS`].
    pub said: Vec<Statement>,
    /// How many statements of each sort there were.
    pub counts: BTreeMap<Topic, u64>,
    /// Hosts it names, with the part they play.
    pub hosts: Vec<Host>,
    /// The hops of the returned message, newest first.
    pub hops: Vec<Hop>,
    /// Versions of Exchange or Windows that its words name.
    pub named_products: Vec<(Product, Mark)>,
    /// Whether its words speak of Microsoft 365 or Exchange Online.
    pub speaks_of_microsoft365: Option<Mark>,
    /// The direction its words give: "to Office 365", "from Office 365".
    pub worded_direction: Direction,
    /// The direction that other words hint at: a send connector, a receive connector.
    pub hinted_direction: Direction,
    /// Whose TLS stack its words show.
    pub platform: Platform,
}

/// Whether Microsoft 365 has a part in a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Involvement {
    /// It is named.
    Yes,
    /// Another far end is named.
    No,
    /// No far end is named.
    Unknown,
}

impl Delivery {
    /// The most statements of one sort kept of one document.
    pub const STATEMENTS: usize = 20;

    /// An empty document.
    #[must_use]
    pub fn new(kind: Kind, form: &'static str, mark: Mark) -> Self {
        Self {
            kind,
            form,
            mark,
            said: Vec::new(),
            counts: BTreeMap::new(),
            hosts: Vec::new(),
            hops: Vec::new(),
            named_products: Vec::new(),
            speaks_of_microsoft365: None,
            worded_direction: Direction::Unknown,
            hinted_direction: Direction::Unknown,
            platform: Platform::Unknown,
        }
    }

    /// Keeps a statement.
    pub fn say(&mut self, statement: Statement) {
        let count = self.counts.entry(statement.topic).or_default();
        *count += 1;
        if *count <= Self::STATEMENTS as u64 {
            self.said.push(statement);
        }
    }

    /// Whether something of this sort was said.
    #[must_use]
    pub fn says(&self, topic: Topic) -> bool {
        self.counts.contains_key(&topic)
    }

    /// The first host that plays this part.
    #[must_use]
    pub fn host(&self, part: Part) -> Option<&Host> {
        self.hosts.iter().find(|host| host.part == part)
    }

    /// The far end a statement is about: the one named beside it, else the one the document names.
    #[must_use]
    pub fn peer_of<'a>(&'a self, statement: &'a Statement) -> Option<&'a str> {
        if let Some(peer) = &statement.peer {
            return Some(peer);
        }
        let far = |part| self.hosts.iter().filter(move |host: &&Host| host.part == part);
        let named = || {
            far(Part::Remote).chain(far(Part::Client)).chain(far(Part::NextHop)).chain(far(Part::Receiver))
        };
        named()
            .find(|host| is_microsoft365(&host.name))
            .or_else(|| named().next())
            .map(|host| host.name.as_str())
    }

    /// Whether Microsoft 365 has a part in what a statement says.
    #[must_use]
    pub fn involvement(&self, statement: &Statement) -> Involvement {
        let peer = self.peer_of(statement);
        if self.generated_by_microsoft365() {
            // Between the service and another provider, no server of the reader's has a part.
            let foreign = peer.is_some_and(is_other_provider);
            return if foreign { Involvement::No } else { Involvement::Yes };
        }
        if let Some(peer) = peer {
            if is_microsoft365(peer) {
                return Involvement::Yes;
            }
            // An internal next hop beside a named service, and the words of whoever pasted it.
            return if self.speaks_of_microsoft365.is_some() && !is_other_provider(peer) && !has_domain(peer) {
                Involvement::Yes
            } else {
                Involvement::No
            };
        }
        if self.speaks_of_microsoft365.is_some()
            || self.hosts.iter().any(|host| host.part == Part::Mentioned && is_microsoft365(&host.name))
        {
            Involvement::Yes
        } else {
            Involvement::Unknown
        }
    }

    /// The Exchange server on premises whose delivery failed, with its build: the newest hop that one took. Where
    /// Exchange Online wrote the report, the headers show servers before the failing connection, not at it.
    #[must_use]
    pub fn failing_server(&self) -> Option<(&Hop, [u16; 4])> {
        if self.generated_by_microsoft365() || self.says(Topic::ExchangeOnlineTrace) {
            return None;
        }
        self.hops
            .iter()
            .filter(|hop| !is_microsoft365(&hop.by))
            .find_map(|hop| hop.build.map(|build| (hop, build)))
    }

    /// Whether Exchange Online wrote this report.
    #[must_use]
    pub fn generated_by_microsoft365(&self) -> bool {
        self.host(Part::Generator).is_some_and(|host| is_microsoft365(&host.name))
    }

    /// The one direction that the names of the service tell, or else statements of this document by themselves.
    fn direction_told(&self) -> Direction {
        // Mail is sent to the first, and comes from the second.
        let names =
            |ends: &[&str]| self.hosts.iter().any(|host| ends.iter().any(|end| host.name.ends_with(end)));
        let target = names(&[".mail.protection.outlook.com", ".mx.microsoft", "smtp.office365.com"]);
        let source = names(&[".outbound.protection.outlook.com"]);
        if target != source {
            return if target { Direction::Outbound } else { Direction::Inbound };
        }
        // Events stand side by side and are about handshakes of their own.
        if self.kind == Kind::EventLog {
            return Direction::Unknown;
        }
        let mut told = self.said.iter().filter_map(|said| said.direction);
        let Some(first) = told.next() else { return Direction::Unknown };
        if told.all(|other| other == first) { first } else { Direction::Unknown }
    }

    /// Which way the mail goes that a statement is about, seen from the server on premises.
    #[must_use]
    pub fn direction_of(&self, statement: &Statement) -> Direction {
        if let Some(direction) = statement.direction {
            return direction;
        }
        let peer = self.peer_of(statement);
        if self.generated_by_microsoft365() || self.says(Topic::ExchangeOnlineTrace) {
            // What a receiver or DNS says of a message that left the cloud.
            let beyond = matches!(
                statement.topic,
                Topic::RecipientRefused
                    | Topic::TooLarge
                    | Topic::ContentRefused
                    | Topic::Throttled
                    | Topic::DnsFailed
            );
            return match peer {
                _ if beyond => Direction::Outbound,
                Some(peer) if is_other_provider(peer) => Direction::Unknown,
                // Exchange Online about itself: the far end is a recipient or a rule, not a server of ours.
                Some(peer) if is_microsoft365(peer) && !self.says(Topic::ExchangeOnlineTrace) => {
                    Direction::Outbound
                }
                Some(_) | None => Direction::Inbound,
            };
        }
        // A connection of its own beside the statement tells more than a client elsewhere in the same log.
        let own_far_end = statement.peer.as_deref().is_some_and(|peer| {
            self.hosts
                .iter()
                .any(|host| matches!(host.part, Part::Remote | Part::NextHop) && host.name == peer)
        });
        if !own_far_end && self.hosts.iter().any(|host| host.part == Part::Client) {
            return Direction::Inbound;
        }
        if self.worded_direction != Direction::Unknown {
            return self.worded_direction;
        }
        if peer.is_some_and(is_microsoft365) {
            return Direction::Outbound;
        }
        if self.host(Part::Remote).or(self.host(Part::NextHop)).or(self.host(Part::Receiver)).is_some() {
            return Direction::Outbound;
        }
        let about_message =
            matches!(statement.topic, Topic::RecipientRefused | Topic::TooLarge | Topic::ContentRefused);
        match self.hinted_direction {
            hinted @ (Direction::Outbound | Direction::Inbound) => hinted,
            // The documentation names both logs for this reply.
            Direction::Both if statement.topic == Topic::MustIssueStarttls => Direction::Both,
            // A queue holds what a server sends.
            Direction::Unknown | Direction::Both if self.kind == Kind::Queue && !about_message => {
                Direction::Outbound
            }
            // A message that expired did so in the queue of a server that sends.
            Direction::Unknown | Direction::Both if statement.topic == Topic::Expired => Direction::Outbound,
            // The front end says this to whoever connects to it.
            Direction::Unknown | Direction::Both if self.says(Topic::ProxyFailed) => Direction::Inbound,
            Direction::Unknown | Direction::Both => self.direction_told(),
        }
    }
}

/// Whether a name is more than a host name without its domain.
fn has_domain(name: &str) -> bool {
    name.contains('.')
}

/// The part a host plays in a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Wrote the report: `Generating server`, `Reporting-MTA`.
    Generator,
    /// `Receiving server`.
    Receiver,
    /// The far end of the failing connection.
    Remote,
    /// Connected to the server whose log this is.
    Client,
    /// Where a queue sends.
    NextHop,
    /// Named, no more.
    Mentioned,
}

/// A host a document names.
#[derive(Clone, Debug)]
pub struct Host {
    /// Its part.
    pub part: Part,
    /// Its name or address, in lower case.
    pub name: String,
    /// Where.
    pub mark: Mark,
}

/// Something that was said.
#[derive(Clone, Debug)]
pub struct Statement {
    /// What it is about.
    pub topic: Topic,
    /// The deciding word: a socket error, an alert number, a code.
    pub word: String,
    /// The reply code and the enhanced code around it, where there are such: `421`, `4.4.2`.
    pub code: Option<Reply>,
    /// The far end named beside it.
    pub peer: Option<String>,
    /// The direction it tells by itself.
    pub direction: Option<Direction>,
    /// The reply code as written.
    pub mark: Mark,
    /// Further lines it stands on.
    pub more: Vec<Mark>,
}

/// An SMTP reply code with its enhanced code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reply {
    /// Three digits; 0 where only the enhanced code is written.
    pub basic: u16,
    /// Class, subject, detail; zeros where not written.
    pub enhanced: (u16, u16, u16),
}

impl std::fmt::Display for Reply {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (class, subject, detail) = self.enhanced;
        match (self.basic, class) {
            (0, _) => write!(f, "{class}.{subject}.{detail}"),
            (basic, 0) => write!(f, "{basic}"),
            (basic, _) => write!(f, "{basic} {class}.{subject}.{detail}"),
        }
    }
}

/// A step of the returned message, from its `Received:` header.
#[derive(Clone, Debug)]
pub struct Hop {
    /// Who handed it over.
    pub from: String,
    /// Who took it.
    pub by: String,
    /// The Exchange build that took it.
    pub build: Option<[u16; 4]>,
    /// `TLS 1.2`, …; empty where the header names none.
    pub version: String,
    /// Whether the header says that the step was encrypted.
    pub encrypted: bool,
    /// Whether the step was taken over SMTP by Exchange.
    pub smtp: bool,
    /// Where.
    pub mark: Mark,
}

/// A version of Exchange or Windows that cannot speak TLS 1.2, named in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Product {
    /// Exchange Server 2003, or Windows Server 2003 and its SMTP service.
    Server2003,
    /// Exchange Server 2007.
    Exchange2007,
}

macro_rules! topics {
    ($($(#[$meta:meta])* $name:ident,)+) => {
        /// What a statement is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Topic { $($(#[$meta])* $name,)+ }

        impl Topic {
            /// Every topic.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];
        }
    };
}

topics! {
    /// `421 4.4.2 Connection dropped due to SocketError`.
    DroppedSocketError,
    /// `TLS negotiation failed with error …`, outside a protocol log; the word is the error.
    NegotiationFailed,
    /// `451 5.7.3 Must issue a STARTTLS command first`, said by the far end.
    MustIssueStarttls,
    /// `451 5.7.3 STARTTLS is required to send mail`, said by the sending side about itself.
    StarttlsRequired,
    /// A sender that demands TLS was not offered STARTTLS.
    StarttlsNotOffered,
    /// `421 4.7.66` and `5.7.67`: the service says that TLS 1.0 and 1.1 are not supported.
    OldTlsRefused,
    /// A handshake failed and the words do not say why.
    HandshakeFailed,
    /// `protocol error` of an OpenSSL program while connecting.
    ProtocolError,
    /// The far end's alert, or our own check, names the version.
    VersionAlert,
    /// No version in common, seen by our side.
    UnsupportedProtocol,
    /// Plain text where TLS was expected.
    WrongVersionNumber,
    /// Alert 40.
    HandshakeAlert,
    /// No cipher suite in common.
    NoSharedCipher,
    /// A certificate was not accepted.
    CertificateRejected,
    /// A certificate chain ends in a root that is not trusted.
    UntrustedRoot,
    /// The certificate named by a connector is gone.
    CertificateNameMissing,
    /// The subject of the certificate is not the expected one.
    SubjectMismatch,
    /// A certificate has expired.
    CertificateExpired,
    /// The server's own certificate cannot be used: the word is the error or the event.
    OwnCredentials,
    /// No certificate for a connector's name: event 12014.
    ConnectorCertificateMissing,
    /// Schannel could not create a credential at all: event 36871.
    CredentialRefused,
    /// Event 36888 for plain text on a TLS port.
    PlaintextOnTls,
    /// Another Schannel alert; the word is its number.
    OtherAlert,
    /// The words `Cannot establish session with remote server`.
    SessionNotEstablished,
    /// A trace or a bounce written by Exchange Online, told by its fields.
    ExchangeOnlineTrace,
    /// `Connection dropped due to ConnectionReset`, `connection was closed abruptly`, …
    ConnectionDropped,
    /// Nothing listens there, or a firewall refuses.
    ConnectionRefused,
    /// No answer, no way there.
    ConnectionTimedOut,
    /// A connection could not be had and the words do not say why.
    UnableToConnect,
    /// Given up, or late, without a reason.
    Expired,
    /// A name could not be resolved.
    DnsFailed,
    /// Authentication failed.
    AuthFailed,
    /// The recipient does not exist or may not be written to.
    RecipientRefused,
    /// A mailbox is full, a message too large.
    TooLarge,
    /// Spam, reputation, SPF, DKIM, DMARC, a transport rule.
    ContentRefused,
    /// Too many connections or messages.
    Throttled,
    /// Exchange Online could not attribute the message to the tenant.
    AttributionFailed,
    /// Direct Send is switched off.
    DirectSendRefused,
    /// Exchange Online throttles an outdated Exchange server.
    OutdatedServerThrottled,
    /// The front end could not reach its back end.
    ProxyFailed,
    /// The far end, or a store, was out of resources.
    ServiceUnavailable,
    /// Web requests between Exchange servers fail for want of TLS 1.2.
    HttpTlsFailed,
    /// Mail went out in clear text after TLS failed.
    ClearTextDelivery,
    /// A TLS connection was made; the word is the version.
    TlsEstablished,
    /// A message was accepted.
    Accepted,
    /// A session ended after STARTTLS was agreed and nothing else was written.
    StoppedAfterStarttls,
    /// Windows Server 2003, Exchange 2003: named as the only software there is.
    OnlyOldTls,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::{SourceId, Span};

    #[test]
    fn between_exchange_online_and_another_provider_no_server_of_the_reader_has_a_part() {
        let mark = || Mark::new(Span { source: SourceId(0), line: 1, start: 0, end: 0 }, "");
        let host = |part, name: &str| Host { part, name: name.to_owned(), mark: mark() };
        let mut delivery = Delivery::new(Kind::Ndr, "exchange-online-ndr", mark());
        delivery.hosts.push(host(Part::Generator, "am0pr01mb0001.eurprd01.prod.outlook.com"));
        let statement = |peer: &str| Statement {
            topic: Topic::DroppedSocketError,
            word: String::new(),
            code: None,
            peer: Some(peer.to_owned()),
            direction: None,
            mark: mark(),
            more: Vec::new(),
        };
        assert_eq!(delivery.involvement(&statement("gmail-smtp-in.l.google.com")), Involvement::No);
        assert_eq!(delivery.involvement(&statement("mail.contoso.example")), Involvement::Yes);
        assert_eq!(delivery.direction_of(&statement("mail.contoso.example")), Direction::Inbound);
    }
}
