//! What rules ask of the statements of bounces, queues and logs: who is meant, which way, and what else was said.

use crate::fact::Facts;
use crate::fact::delivery::{Delivery, Involvement, Part, Statement, Topic};
use crate::fact::peer::is_microsoft365;
use crate::rule::Firing;
use crate::vocabulary::Direction;

/// Statements of one document about one direction, all with Microsoft 365 or all with somebody else.
#[derive(Debug)]
pub(crate) struct Group<'a> {
    /// The document.
    pub(crate) delivery: &'a Delivery,
    /// At least one.
    pub(crate) said: Vec<&'a Statement>,
    /// Which way the mail goes.
    pub(crate) direction: Direction,
}

/// The statements on these topics, by document, direction and whether Microsoft 365 is the far end.
pub(crate) fn groups<'a>(facts: &'a Facts, topics: &[Topic]) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for (delivery, statement) in facts.delivery.statements() {
        if !topics.contains(&statement.topic) {
            continue;
        }
        let direction = delivery.direction_of(statement);
        let involvement = delivery.involvement(statement);
        let known = groups.iter_mut().find(|group| {
            std::ptr::eq(group.delivery, delivery)
                && group.direction == direction
                && group.involvement() == involvement
        });
        match known {
            Some(group) => group.said.push(statement),
            None => groups.push(Group { delivery, said: vec![statement], direction }),
        }
    }
    groups
}

impl Group<'_> {
    /// A finding in the making, proven by every statement of the group. `None` for a group without statements.
    pub(crate) fn firing(&self) -> Option<Firing> {
        let first = self.said.first()?;
        let rest = self.said.iter().flat_map(|said| std::iter::once(&said.mark).chain(&said.more));
        Some(Firing::at(&first.mark).and(rest).direction(self.direction).platform(self.delivery.platform))
    }

    /// Whether Microsoft 365 has a part in any of the statements.
    pub(crate) fn involvement(&self) -> Involvement {
        let all = || self.said.iter().map(|said| self.delivery.involvement(said));
        if all().any(|involvement| involvement == Involvement::Yes) {
            Involvement::Yes
        } else if all().any(|involvement| involvement == Involvement::No) {
            Involvement::No
        } else {
            Involvement::Unknown
        }
    }

    /// Whether one of the statements carries this word.
    pub(crate) fn has_word(&self, word: &str) -> bool {
        self.said.iter().any(|said| said.word == word)
    }

    /// Whether the document also says any of these.
    pub(crate) fn also_says(&self, topics: &[Topic]) -> bool {
        topics.iter().any(|topic| self.delivery.says(*topic))
    }

    /// The far end, as an argument of the texts: `-` where none is named.
    pub(crate) fn peer(&self) -> String {
        let named = self.said.iter().find_map(|said| self.delivery.peer_of(said));
        named.unwrap_or("-").to_owned()
    }

    /// Whether the far end named is Microsoft 365.
    pub(crate) fn peer_is_microsoft365(&self) -> bool {
        self.said.iter().any(|said| self.delivery.peer_of(said).is_some_and(is_microsoft365))
    }

    /// Whether no host is named that plays a part in the delivery.
    pub(crate) fn has_no_host(&self) -> bool {
        self.delivery.hosts.iter().all(|host| host.part == Part::Mentioned)
    }

    /// The direction the documented errors tell when several of them stand together: the demand for STARTTLS
    /// shows either way, the other two only where a server sends.
    pub(crate) fn documented_direction(&self) -> Option<Direction> {
        let errors = [Topic::DroppedSocketError, Topic::NegotiationFailed, Topic::MustIssueStarttls];
        let together = errors.iter().filter(|topic| self.delivery.says(**topic)).count();
        match (together, self.delivery.says(Topic::MustIssueStarttls)) {
            (0 | 1, _) => None,
            (_, true) => Some(Direction::Both),
            (_, false) => Some(Direction::Outbound),
        }
    }
}

/// What explains a failed handshake better than that it failed.
pub(crate) const HANDSHAKE_REASONS: [Topic; 12] = [
    Topic::VersionAlert,
    Topic::UnsupportedProtocol,
    Topic::WrongVersionNumber,
    Topic::HandshakeAlert,
    Topic::NoSharedCipher,
    Topic::CertificateRejected,
    Topic::CertificateExpired,
    Topic::UntrustedRoot,
    Topic::StarttlsNotOffered,
    Topic::OldTlsRefused,
    Topic::DroppedSocketError,
    Topic::ConnectionRefused,
];

/// What explains an expiry or a connection that could not be had better than that.
pub(crate) const FAILURE_REASONS: [Topic; 31] = [
    Topic::DroppedSocketError,
    Topic::NegotiationFailed,
    Topic::MustIssueStarttls,
    Topic::StarttlsRequired,
    Topic::StarttlsNotOffered,
    Topic::OldTlsRefused,
    Topic::HandshakeFailed,
    Topic::ProtocolError,
    Topic::VersionAlert,
    Topic::UnsupportedProtocol,
    Topic::HandshakeAlert,
    Topic::NoSharedCipher,
    Topic::CertificateRejected,
    Topic::UntrustedRoot,
    Topic::CertificateNameMissing,
    Topic::SubjectMismatch,
    Topic::CertificateExpired,
    Topic::OwnCredentials,
    Topic::ConnectionDropped,
    Topic::ConnectionRefused,
    Topic::ConnectionTimedOut,
    Topic::DnsFailed,
    Topic::AuthFailed,
    Topic::RecipientRefused,
    Topic::TooLarge,
    Topic::ContentRefused,
    Topic::Throttled,
    Topic::AttributionFailed,
    Topic::DirectSendRefused,
    Topic::OutdatedServerThrottled,
    Topic::ProxyFailed,
];
