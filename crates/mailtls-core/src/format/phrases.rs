//! The words that programs and documents use, one table a subject, and the codes that need no words.
//!
//! Phrases are compared without blanks, quotes and letter case (see [`Text`](super::text::Text)).

use crate::fact::delivery::{Part, Reply, Topic};
use std::sync::LazyLock;

/// A phrase with what it says.
#[derive(Debug)]
pub(crate) struct Phrase {
    pub(crate) topic: Topic,
    pub(crate) word: &'static str,
    /// In the form that texts are compared in.
    pub(crate) squeezed: String,
}

/// Every phrase.
pub(crate) static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let phrase = |(topic, word, text): &(Topic, &'static str, &str)| Phrase {
        topic: *topic,
        word,
        squeezed: squeezed(text),
    };
    TABLE.iter().map(phrase).collect()
});

fn squeezed(text: &str) -> String {
    super::text::squeezed(text).collect()
}

/// Whether a phrase was found inside a longer word: `notimedout`.
pub(crate) fn is_part_of_a_longer_word(text: &str, at: usize, phrase: &str) -> bool {
    // Words are not told apart without blanks; single-word phrases are the tokens of programs, which stand
    // after blanks, punctuation or another word. Only a letter case trick or a longer token would fool this.
    let after = text.get(at + phrase.len()..).unwrap_or_default();
    phrase == "nocredentials" && after.starts_with("required")
}

const TABLE: &[(Topic, &str, &str)] = &[
    // The error word of a failed negotiation. NoCredentials and UnknownCredentials stand nowhere else.
    (Topic::OwnCredentials, "NoCredentials", "NoCredentials"),
    (Topic::OwnCredentials, "UnknownCredentials", "UnknownCredentials"),
    (Topic::NegotiationFailed, "AlgorithmMismatch", "TLS negotiation failed with error AlgorithmMismatch"),
    (
        Topic::NegotiationFailed,
        "UnsupportedFunction",
        "TLS negotiation failed with error UnsupportedFunction",
    ),
    (Topic::NegotiationFailed, "Unsupported", "TLS negotiation failed with error Unsupported"),
    (Topic::NegotiationFailed, "IllegalMessage", "TLS negotiation failed with error IllegalMessage"),
    (Topic::NegotiationFailed, "InvalidToken", "TLS negotiation failed with error InvalidToken"),
    (Topic::NegotiationFailed, "ConnectionReset", "TLS negotiation failed with error ConnectionReset"),
    (Topic::NegotiationFailed, "TimedOut", "TLS negotiation failed with error TimedOut"),
    (Topic::UntrustedRoot, "UntrustedRoot", "TLS negotiation failed with error UntrustedRoot"),
    (Topic::CertificateExpired, "CertExpired", "TLS negotiation failed with error CertExpired"),
    (Topic::CertificateRejected, "CertUnknown", "TLS negotiation failed with error CertUnknown"),
    // STARTTLS demanded. The codes are handled apart, in every language.
    (Topic::StarttlsRequired, "", "STARTTLS is required to send mail"),
    (Topic::MustIssueStarttls, "", "Must issue a STARTTLS command first"),
    (
        Topic::StarttlsNotOffered,
        "",
        "Connector is configured to send mail only over TLS connections and remote doesn't support TLS",
    ),
    (
        Topic::StarttlsNotOffered,
        "",
        "TLS configuration requires TLS before MailFrom command and could not achieve it",
    ),
    (
        Topic::StarttlsRequired,
        "",
        "The send connector requires Transport Layer Security (TLS) authentication, but is unable to establish TLS",
    ),
    (Topic::StarttlsNotOffered, "", "TLS is required, but was not offered"),
    (Topic::StarttlsNotOffered, "", "TLS session is required, but the server did not offer TLS"),
    (Topic::StarttlsNotOffered, "", "refused to start TLS"),
    (Topic::StarttlsNotOffered, "", "Server does not support secure connections"),
    (Topic::StarttlsNotOffered, "", "server doesn't offer STARTTLS"),
    (Topic::StarttlsNotOffered, "", "STARTTLS is required but host does not support STARTTLS"),
    // The service names the version.
    (Topic::OldTlsRefused, "4.7.66", "TLS 1.0 and 1.1 are not supported"),
    // Handshakes of other programs.
    (Topic::VersionAlert, "protocol_version", "alert protocol version"),
    (Topic::VersionAlert, "70", "SSL alert number 70"),
    (Topic::VersionAlert, "protocol_version", "Received fatal alert: protocol_version"),
    (Topic::VersionAlert, "protocol_version", "SEC_E_UNSUPPORTED_FUNCTION"),
    (Topic::UnsupportedProtocol, "unsupported protocol", ":unsupported protocol"),
    (Topic::UnsupportedProtocol, "version too low", ":version too low"),
    (Topic::UnsupportedProtocol, "unsupported version", "SSL_ERROR_UNSUPPORTED_VERSION"),
    (Topic::UnsupportedProtocol, "no protocols available", ":no protocols available"),
    (
        Topic::UnsupportedProtocol,
        "No appropriate protocol",
        "No appropriate protocol (protocol is disabled or cipher suites are inappropriate)",
    ),
    (Topic::UnsupportedProtocol, "selected protocol version", "is not accepted by client preferences"),
    (Topic::UnsupportedProtocol, "Client requested protocol", "not enabled or not supported"),
    (
        Topic::UnsupportedProtocol,
        "A packet with illegal or unsupported version was received",
        "illegal or unsupported version was received",
    ),
    (Topic::UnsupportedProtocol, "no common algorithm", "do not possess a common algorithm"),
    // Programs in Go: what the far end says, and what they find themselves.
    (Topic::VersionAlert, "protocol_version", "tls: protocol version not supported"),
    (Topic::UnsupportedProtocol, "unsupported version", "tls: server selected unsupported protocol version"),
    (Topic::UnsupportedProtocol, "unsupported version", "tls: client offered only unsupported versions"),
    (Topic::HandshakeAlert, "handshake failure", "error: tls: handshake failure"),
    (Topic::NoSharedCipher, "no cipher suite", "tls: no cipher suite supported by both"),
    (Topic::WrongVersionNumber, "no TLS record", "tls: first record does not look like a TLS handshake"),
    (Topic::UntrustedRoot, "unknown authority", "x509: certificate signed by unknown authority"),
    (Topic::WrongVersionNumber, "wrong version number", "wrong version number"),
    (Topic::WrongVersionNumber, "unknown protocol", "SSL23_GET_SERVER_HELLO:unknown protocol"),
    (Topic::WrongVersionNumber, "plaintext connection?", "Unrecognized SSL message, plaintext connection"),
    (Topic::WrongVersionNumber, "unexpected packet", "An unexpected TLS packet was received"),
    (
        Topic::WrongVersionNumber,
        "unexpected packet format",
        "handshake failed due to an unexpected packet format",
    ),
    (Topic::HandshakeAlert, "handshake failure", "alert handshake failure"),
    (Topic::HandshakeAlert, "40", "SSL alert number 40"),
    (Topic::HandshakeAlert, "handshake_failure", "Received fatal alert: handshake_failure"),
    (Topic::HandshakeAlert, "handshake_failure", "fatal alert has been received.: handshake_failure"),
    (Topic::HandshakeAlert, "Handshake failed", "fatal alert has been received: Handshake failed"),
    (Topic::VersionAlert, "protocol_version", "fatal alert has been received: Error in protocol version"),
    (Topic::VersionAlert, "protocol_version", "(gnutls_handshake): Error in protocol version"),
    (Topic::HandshakeAlert, "Handshake failed", "(gnutls_handshake): Handshake failed"),
    (Topic::UntrustedRoot, "unknown ca", "fatal alert has been received: Unknown certificate authority"),
    (Topic::NoSharedCipher, "no shared cipher", "no shared cipher"),
    (Topic::NoSharedCipher, "no ciphers available", ":no ciphers available"),
    (Topic::NoSharedCipher, "no cipher suites in common", "no cipher suites in common"),
    (
        Topic::NoSharedCipher,
        "36874",
        "none of the cipher suites supported by the client application are supported by the server",
    ),
    (
        Topic::UntrustedRoot,
        "unable to get local issuer certificate",
        "unable to get local issuer certificate",
    ),
    (Topic::UntrustedRoot, "self signed certificate", "self-signed certificate in certificate chain"),
    (Topic::UntrustedRoot, "PKIX", "PKIX path building failed"),
    (Topic::UntrustedRoot, "unknown ca", "alert unknown ca"),
    (Topic::UntrustedRoot, "UntrustedRoot", "validation error for the certificate is UntrustedRoot"),
    (Topic::CertificateRejected, "certificate verify failed", "certificate verify failed"),
    (Topic::CertificateRejected, "certificate verification failed", "certificate verification failed"),
    (Topic::CertificateRejected, "bad certificate", "alert bad certificate"),
    (
        Topic::CertificateRejected,
        "remote certificate is invalid",
        "The remote certificate is invalid according to the validation procedure",
    ),
    (Topic::CertificateRejected, "Certificate validation failure", "Certificate validation failure"),
    (Topic::CertificateRejected, "certificate not trusted", "Server certificate not trusted"),
    (Topic::CertificateRejected, "certificate not verified", "Server certificate not verified"),
    (Topic::CertificateExpired, "certificate expired", "alert certificate expired"),
    (Topic::CertificateExpired, "certificate has expired", "certificate has expired"),
    (Topic::CertificateExpired, "cert had expired", "cert had expired"),
    (Topic::CertificateExpired, "certificate had expired", "certificate had expired"),
    (Topic::CertificateExpired, "CertificateExpired", "CertificateExpired"),
    (Topic::CertificateNameMissing, "TlsCertificateName", "The certificate specified in TlsCertificateName"),
    (Topic::SubjectMismatch, "SubjectMismatch", "SubjectMismatch"),
    (Topic::SessionNotEstablished, "", "Cannot establish session with remote server"),
    (Topic::HandshakeFailed, "TLS handshake failed", "403 4.7.0 TLS handshake failed"),
    (Topic::HandshakeFailed, "STARTTLS=client, error", "STARTTLS=client, error: connect failed"),
    (Topic::HandshakeFailed, "Cannot start TLS", "Cannot start TLS: handshake failure"),
    (Topic::HandshakeFailed, "SSL_connect error", "SSL_connect error to"),
    (Topic::HandshakeFailed, "SSL_accept error", "SSL_accept error from"),
    (Topic::HandshakeFailed, "TLS session", "a TLS session is required, but an attempt to start TLS failed"),
    (Topic::HandshakeFailed, "TLS session", "TLS session failure"),
    (Topic::HandshakeFailed, "TLS session", "TLS session: (SSL_connect)"),
    (Topic::HandshakeFailed, "TLS session", "TLS session: (gnutls_handshake)"),
    (Topic::HandshakeFailed, "TLS error on connection", "TLS error on connection"),
    (Topic::HandshakeFailed, "TLS/SSL handshake failed", "TLS/SSL handshake failed"),
    (Topic::HandshakeFailed, "TLS/SSL handshake failed", "SSL/TLS handshake failed"),
    (Topic::HandshakeFailed, "handshake failed", "TLS handshake failed"),
    (Topic::HandshakeFailed, "handshake failed", "SSL handshake failed"),
    (Topic::HandshakeFailed, "handshake failed", "TLS handshake error"),
    (Topic::HandshakeFailed, "handshake failed", "SSL handshake error"),
    (Topic::HandshakeFailed, "handshake failed", "SSL/TLS handshake with"),
    (Topic::HandshakeFailed, "handshake failed", "failed to establish a TLS connection"),
    (Topic::HandshakeFailed, "handshake failed", "SSL connection error"),
    (Topic::HandshakeFailed, "handshake failed", "SSL negotiation failed"),
    (Topic::HandshakeFailed, "SSLHandshakeException", "SSLHandshakeException"),
    (Topic::HandshakeFailed, "handshake ended", "Remote host terminated the handshake"),
    (Topic::HandshakeFailed, "handshake ended", "Remote host closed connection during handshake"),
    (
        Topic::HandshakeFailed,
        "handshake ended",
        "Authentication failed because the remote party has closed the transport stream",
    ),
    (Topic::HandshakeFailed, "Could not convert socket to TLS", "Could not convert socket to TLS"),
    (
        Topic::HandshakeFailed,
        "SslHandshakeException",
        "An error occurred while attempting to establish an SSL or TLS connection",
    ),
    (Topic::HandshakeFailed, "crypto", "stream_socket_enable_crypto(): SSL operation failed"),
    (Topic::ProtocolError, "protocol error", "connect failed: protocol error"),
    (Topic::ProtocolError, "tlsv1 alert", "sslv3 alert unexpected message"),
    (Topic::ClearTextDelivery, "delivering unencrypted", "delivering unencrypted to"),
    (Topic::ClearTextDelivery, "continuing without TLS", "trying again without TLS"),
    (Topic::TlsEstablished, "TLS 1.2", "TLSv1.2 with cipher"),
    (Topic::TlsEstablished, "TLS 1.3", "TLSv1.3 with cipher"),
    (Topic::TlsEstablished, "TLS 1.2", "New, TLSv1.2, Cipher is"),
    (Topic::TlsEstablished, "TLS 1.3", "New, TLSv1.3, Cipher is"),
    // Network.
    (Topic::ConnectionRefused, "10061", "Winsock error code: 10061"),
    (Topic::ConnectionRefused, "10061", "Socket error code 10061"),
    (Topic::ConnectionRefused, "refused", "actively refused it"),
    (Topic::ConnectionRefused, "refused", ": Connection refused"),
    // Windows' own words for a socket error, as programs print them in its language.
    (Topic::ConnectionDropped, "10054", "existing connection was forcibly closed by the remote host"),
    (Topic::ConnectionDropped, "10054", "vorhandene Verbindung wurde vom Remotehost geschlossen"),
    (
        Topic::ConnectionDropped,
        "10054",
        "interrupci\u{f3}n de una conexi\u{f3}n existente por el host remoto",
    ),
    (Topic::ConnectionDropped, "10054", "cancelamento de uma conex\u{e3}o existente pelo host remoto"),
    (
        Topic::ConnectionDropped,
        "10054",
        "connexion existante a d\u{fb} \u{ea}tre ferm\u{e9}e par l'h\u{f4}te distant",
    ),
    (Topic::ConnectionTimedOut, "10060", "did not properly respond after a period of time"),
    (Topic::ConnectionTimedOut, "timed out", "SocketTimeoutException"),
    (Topic::ConnectionTimedOut, "10060", "Winsock error code: 10060"),
    (Topic::ConnectionTimedOut, "10060", "Socket error code 10060"),
    (Topic::ConnectionTimedOut, "10051", "Winsock error code: 10051"),
    (Topic::ConnectionTimedOut, "10051", "Socket error code 10051"),
    (Topic::ConnectionTimedOut, "10065", "Winsock error code: 10065"),
    (Topic::ConnectionTimedOut, "10065", "Socket error code 10065"),
    (Topic::ConnectionTimedOut, "995", "Winsock error code: 995"),
    // The connectivity log of Exchange: the name of the error and its number in hexadecimal.
    (Topic::ConnectionTimedOut, "10060", "(TimedOut:0000274C)"),
    (Topic::ConnectionTimedOut, "10051", "(NetworkUnreachable:00002743)"),
    (Topic::ConnectionTimedOut, "10065", "(HostUnreachable:00002751)"),
    (Topic::ConnectionRefused, "10061", "(ConnectionRefused:0000274D)"),
    (Topic::ConnectionDropped, "10054", "(ConnectionReset:00002746)"),
    (Topic::ConnectionTimedOut, "timed out", ": Connection timed out"),
    (Topic::ConnectionTimedOut, "timed out", "421 4.4.1 Connection timed out"),
    (Topic::ConnectionTimedOut, "unreachable", "Network is unreachable"),
    (Topic::ConnectionTimedOut, "unreachable", "No route to host"),
    (Topic::ConnectionTimedOut, "timed out", "timed out while receiving the initial server greeting"),
    (Topic::ConnectionDropped, "10054", "Winsock error code: 10054"),
    (Topic::ConnectionDropped, "10054", "Socket error code 10054"),
    (Topic::ConnectionDropped, "SuspiciousRemoteServerError", "SuspiciousRemoteServerError"),
    (Topic::ConnectionDropped, "closed abruptly", "Connection was closed abruptly"),
    (Topic::ConnectionDropped, "lost connection", "lost connection with"),
    (Topic::UnableToConnect, "", "421 4.2.1 Unable to connect"),
    (Topic::Expired, "", "QUEUE.Expired"),
    (Topic::Expired, "", "Message expired"),
    (Topic::Expired, "", "Message delayed"),
    (Topic::Expired, "", "retry timeout exceeded"),
    (Topic::DnsFailed, "NonExistentDomain", "SMTPSEND.DNS."),
    (Topic::DnsFailed, "DNS query failed", "DNS query failed"),
    (Topic::DnsFailed, "DNS", "Host or domain name not found"),
    (Topic::DnsFailed, "DNS", "Name service error for name="),
    (Topic::DnsFailed, "DNS", "Domain does not exist"),
    (Topic::DnsFailed, "UnknownHostException", "java.net.UnknownHostException"),
    (Topic::DnsFailed, "DNS", "The remote name could not be resolved"),
    (Topic::DnsFailed, "11001", "No such host is known"),
    // Authentication.
    (Topic::AuthFailed, "LogonDenied", "LogonDenied"),
    (Topic::AuthFailed, "", "Temporary authentication failure"),
    (Topic::AuthFailed, "", "Authentication unsuccessful"),
    (Topic::AuthFailed, "", "Cannot achieve Exchange Server authentication"),
    (Topic::AuthFailed, "", "Client was not authenticated"),
    (Topic::AuthFailed, "", "Unrecognized authentication type"),
    // The receiver's rules.
    (Topic::RecipientRefused, "", "RESOLVER.ADR."),
    (Topic::RecipientRefused, "", "RESOLVER.RST."),
    (Topic::RecipientRefused, "", "The recipient name is not recognized"),
    (Topic::RecipientRefused, "", "Recipient address rejected"),
    (Topic::RecipientRefused, "", "user unknown"),
    (Topic::TooLarge, "", "mailbox full"),
    (Topic::TooLarge, "", "MapiExceptionShutoffQuotaExceeded"),
    (Topic::TooLarge, "", "MapiExceptionMaxSubmissionExceeded"),
    (Topic::TooLarge, "", "message size exceeds"),
    (Topic::ContentRefused, "", "Service unavailable; Client host"),
    (Topic::ContentRefused, "", "blocked using"),
    (Topic::ContentRefused, "", "banned sending IP"),
    (Topic::Throttled, "", "temporarily rate limited"),
    (Topic::Throttled, "", "maximum TLS rate exceeded"),
    (Topic::Throttled, "", "Server busy. Please try again later"),
    (Topic::AttributionFailed, "", "TenantInboundAttribution; There is"),
    (Topic::AttributionFailed, "", "RestrictDomainsToCertificate"),
    (Topic::AttributionFailed, "", "RestrictDomainsToIPAddresses"),
    (Topic::AttributionFailed, "", "TenantAttribution; Relay Access Denied"),
    (Topic::DirectSendRefused, "", "Direct Send not allowed for this organization"),
    (Topic::ProxyFailed, "PRX", "Temporary server error. Please try again later. PRX"),
    (Topic::ServiceUnavailable, "4.3.2", "421 4.3.2 Service not available"),
    // Success.
    (Topic::Accepted, "", "Queued mail for delivery"),
    (Topic::Accepted, "", "status=sent ("),
    (Topic::Accepted, "", "stat=Sent ("),
    // A server that can do no better.
    (Topic::OnlyOldTls, "", "TLS 1.0 is the only"),
    (Topic::OnlyOldTls, "", "only supports TLS 1.0"),
    (Topic::OnlyOldTls, "", "only TLS 1.0 is supported"),
    (Topic::OnlyOldTls, "", "solo soporta TLS 1.0"),
    (Topic::OnlyOldTls, "", "solo admite TLS 1.0"),
    (Topic::OnlyOldTls, "", "suporta apenas TLS 1.0"),
];

/// How the token `SocketError` is written, translations of the documentation included.
pub(crate) const SOCKET_ERROR_TOKENS: [&str; 5] =
    ["socketerror", "sockete\u{155}ror", "sokeketerror", "yuvakor", "socketfehler"];

/// What the documentation in all its languages says of a dropped connection where the token was translated.
pub(crate) static DROPPED_WITHOUT_TOKEN: LazyLock<Vec<String>> = LazyLock::new(|| {
    ["Yuva Hata nedeniyle", "مأخذ التوصيل", "SocketE'", "ошибки сокета", "Sokil"]
        .iter()
        .map(|text| squeezed(text))
        .collect()
});

/// Words for a connection that dropped: where a translation lost the code.
pub(crate) const DROPPED: [&str; 3] = ["connectiondropped", "conexiónseinterrumpió", "conexãocaiu"];

/// Words for a negotiation: beside `SocketError` they tell the log's sentence from the reply. One a language
/// of the documentation, as little of it as survives inflection.
pub(crate) const NEGOTIATION: [&str; 42] = [
    "negotiationfailed",
    "negotiation",
    "التفاوض",
    "договаряне",
    "negociación",
    "negociação",
    "negociation",
    "négociation",
    "negocierea",
    "negoziazione",
    "negosiasi",
    "aushandlung",
    "verhandlung",
    "aftale",
    "forhandling",
    "förhandling",
    "onderhandeling",
    "διαπραγμάτευση",
    "läbirääkimine",
    "neuvottelu",
    "משאומתן",
    "nijeuspjelo",
    "pregovor",
    "egyeztetés",
    "ネゴシエーション",
    "협상",
    "derybos",
    "sarunas",
    "sarunu",
    "negocjac",
    "pogajanj",
    "pregovaranje",
    "переговор",
    "согласован",
    "узгодження",
    "tls,неудалось",
    "görüşme",
    "anlaşma",
    "đàmphán",
    "协商",
    "協商",
    "ล้มเหลว",
];

/// Words that tell "STARTTLS is required" from "issue STARTTLS first" after a `451 5.7.3`.
pub(crate) const REQUIRED: [&str; 8] = [
    "starttlsisrequired",
    "starttlsesnecesario",
    "requierestarttls",
    "starttlséobrigatório",
    "starttlsénecessário",
    "starttlsistfürdas",
    "starttlswirdbenötigt",
    "starttlsestrequis",
];

/// `Connection dropped`, in front of the reason.
pub(crate) static CONNECTION_DROPPED: LazyLock<Vec<String>> =
    LazyLock::new(|| vec![squeezed("Connection dropped")]);

/// What a reply code alone says, or with the words behind it.
pub(crate) fn topic_of_reply(reply: Reply, words: &str) -> Option<(Topic, &'static str)> {
    let lower = words.to_lowercase();
    let has = |part: &str| lower.contains(part);
    let (class, subject, detail) = reply.enhanced;
    // A bare code in running text is often a version number.
    let told = reply.basic != 0 || detail >= 50;
    Some(match (reply.basic, class, subject, detail) {
        (_, 4 | 5, 7, 66 | 67) if told => (Topic::OldTlsRefused, "4.7.66"),
        (_, 4 | 5, 4, 312) => (Topic::DnsFailed, "4.4.312"),
        (_, 4 | 5, 4, 310) => (Topic::DnsFailed, "4.4.310"),
        (_, 4 | 5, 4, 315) => (Topic::ConnectionTimedOut, "4.4.315"),
        (_, 4 | 5, 4, 316) => (Topic::ConnectionRefused, "4.4.316"),
        (_, 4 | 5, 4, 317) => (Topic::UnableToConnect, "4.4.317"),
        (_, 4 | 5, 4, 318) => (Topic::ConnectionDropped, "4.4.318"),
        (_, 4 | 5, 4, 319) => (Topic::ConnectionDropped, "4.4.319"),
        (_, 4 | 5, 7, 320..=325) => (Topic::CertificateRejected, "4.7.320"),
        (_, 4 | 5, 7, 230) => (Topic::OutdatedServerThrottled, "4.7.230"),
        (_, 4, 7, 500..=699 | 850..=899) => (Topic::Throttled, "4.7.500"),
        (_, 4, 7, 28) => (Topic::Throttled, "4.7.28"),
        (_, 4 | 5, 7, 51) if told => (Topic::AttributionFailed, "5.7.51"),
        (_, 5, 7, 64) if told => (Topic::AttributionFailed, "5.7.64"),
        (_, 5, 7, 68) if told => (Topic::DirectSendRefused, "5.7.68"),
        (_, 5, 7, 57) if told => (Topic::AuthFailed, "5.7.57"),
        (_, 5, 7, 139) => (Topic::AuthFailed, "5.7.139"),
        (0, ..) => {
            return (class, subject, detail)
                .eq(&(4, 4, 7))
                .then_some((Topic::Expired, "4.4.7"))
                .filter(|_| !has("."));
        }
        (454, 4 | 5, 7, 5) => (Topic::CertificateRejected, "4.7.5"),
        (534 | 535, 5, 7, _) | (504 | 530, 5, 7, 4) => (Topic::AuthFailed, "5.7.3"),
        (454, 4, 7, 0) if has("authentication") => (Topic::AuthFailed, "4.7.0"),
        (530, 5, 7, 1) if has("authenticated") => (Topic::AuthFailed, "5.7.1"),
        (451, 4, 7, 0) if has("prx") => (Topic::ProxyFailed, "PRX"),
        (421 | 441, 4, 4, 1) if has("10054") => (Topic::ConnectionDropped, "10054"),
        (421 | 441, 4, 4, 1) if has("10061") || has("refused") => (Topic::ConnectionRefused, "10061"),
        // The frame around another reply, which says what happened.
        (441, 4, 4, 1) if has("error encountered while communicating") && !has("100") => {
            (Topic::UnableToConnect, "4.4.1")
        }
        (421 | 441, 4, 4, 1) => (Topic::ConnectionTimedOut, "4.4.1"),
        (421, 4, 2, 1) => (Topic::UnableToConnect, "4.2.1"),
        (421, 4, 3, 2) => (Topic::ServiceUnavailable, "4.3.2"),
        (_, 4 | 5, 4, 7) | (_, 5, 4, 300) => (Topic::Expired, "4.4.7"),
        (_, 4 | 5, 4, 4) => (Topic::DnsFailed, "5.4.4"),
        (_, 4 | 5, 1, 8) => (Topic::ContentRefused, "5.1.8"),
        (_, 4 | 5, 1, _) => (Topic::RecipientRefused, "5.1.x"),
        (_, 4 | 5, 2, 0..=4 | 121..=123) => (Topic::TooLarge, "5.2.x"),
        (_, 4 | 5, 3, 4) => (Topic::TooLarge, "5.3.4"),
        (_, 5, 4, 1) => (Topic::RecipientRefused, "5.4.1"),
        (_, 5, 4, 6 | 14) => (Topic::ContentRefused, "5.4.6"),
        (_, 5, 6, _) => (Topic::ContentRefused, "5.6.x"),
        (550 | 551 | 553 | 554 | 521, 5, 7, 1 | 23..=29 | 100..=999 | 5..=9 | 0) => {
            (Topic::ContentRefused, "5.7.x")
        }
        (250, 2, 0 | 1 | 5 | 6, 0 | 5) => (Topic::Accepted, "250"),
        _ => return None,
    })
}

/// What stands behind the name of the far end, in bounces of Exchange Online and of qmail.
pub(crate) const HOST_TAILS: [&str; 4] = [
    " gave this error:",
    " rejected your message to the following",
    " failed after i sent the message",
    " does not like recipient",
];

/// What stands before a host name, and which part that gives it. Compared in lower case.
pub(crate) const HOST_LEADS: &[(Part, &str)] = &[
    (Part::Generator, "generating server:"),
    (Part::Generator, "serveur de g\u{e9}n\u{e9}ration :"),
    (Part::Generator, "serveur de g\u{e9}n\u{e9}ration:"),
    (Part::Generator, "server di generazione:"),
    (Part::Generator, "genererande server:"),
    (Part::Generator, "generierender server:"),
    (Part::Generator, "generierungsserver:"),
    (Part::Generator, "servidor de generaci\u{f3}n:"),
    (Part::Generator, "servidor generador:"),
    (Part::Generator, "servidor que gener\u{f3} el mensaje:"),
    (Part::Generator, "servidor gerador:"),
    (Part::Generator, "servidor de gera\u{e7}\u{e3}o:"),
    (Part::Generator, "genererende server:"),
    (Part::Generator, "serwer generuj\u{105}cy:"),
    (Part::Generator, "\u{751f}\u{6210}\u{30b5}\u{30fc}\u{30d0}\u{30fc}:"),
    (Part::Generator, "\u{751f}\u{6210}\u{670d}\u{52a1}\u{5668}:"),
    (Part::Generator, "reporting-mta: dns;"),
    (Part::Receiver, "receiving server:"),
    (Part::Receiver, "servidor receptor:"),
    (Part::Receiver, "servidor de recepci\u{f3}n:"),
    (Part::Receiver, "servidor de recebimento:"),
    (Part::Receiver, "empfangender server:"),
    (Part::Receiver, "serveur de r\u{e9}ception :"),
    (Part::Remote, "remote-mta: dns;"),
    (Part::Remote, "server at "),
    (Part::Remote, "lastattemptedservername="),
    (Part::Remote, "lastattemptedip="),
    (Part::Remote, "{fqdn="),
    (Part::Remote, "fqdn="),
    (Part::Remote, "fqdn-"),
    (Part::Remote, "{ip="),
    (Part::Remote, "outboundproxytargethostname:"),
    (Part::Remote, "the last endpoint attempted was "),
    (Part::Remote, "while talking to "),
    (Part::Remote, "while connected to "),
    (Part::Remote, "connection established to "),
    (Part::Remote, "ssl_connect error to "),
    (Part::Remote, "connect to "),
    (Part::Remote, "connecting to "),
    (Part::Remote, "connected to "),
    (Part::Remote, "refused by host "),
    (Part::Remote, "offered by host "),
    (Part::Remote, "lost connection with "),
    (Part::Remote, "verification failed for "),
    (Part::Remote, "not trusted: "),
    (Part::Remote, "relay="),
    (Part::Remote, ": host "),
    (Part::Remote, "failed connection to "),
    (Part::Remote, "targethost:"),
    (Part::Remote, "handshake with "),
    (Part::Remote, "remote ip:"),
    (Part::Remote, "unencrypted to h="),
    (Part::Remote, " h="),
    (Part::Remote, "-connect "),
    (Part::Remote, "telnet "),
    (Part::Remote, "smart host "),
    (Part::Client, "ssl_accept error from "),
    (Part::Client, "lost connection after starttls from "),
    (Part::Client, "connection established from "),
    (Part::Client, "starttls=server, relay="),
    (Part::NextHop, "nexthopdomain"),
    (Part::NextHop, "nexthop"),
    (Part::NextHop, "next hop domain"),
    (Part::NextHop, "tlsdomain"),
];

/// Names of the service, squeezed.
pub(crate) const MICROSOFT_365: [&str; 12] = [
    "office365",
    "officer365",
    "microsoft365",
    "exchangeonline",
    "onmicrosoft.com",
    "onmicrosoft-com",
    "protection.outlook.com",
    "smtp.office365.com",
    "aka.ms/smtp_auth_tls",
    "o365",
    "m365",
    "usingoutlook",
];

/// Words that send towards the service, squeezed.
pub(crate) const TO_MICROSOFT_365: [&str; 25] = [
    "versooffice365",
    "naaroffice365",
    "naarexchangeonline",
    "tooffice365",
    "tomicrosoft365",
    "toexchangeonline",
    "totheclou",
    "too365",
    "toofficer365",
    "outboundtooffice365",
    "versofficeoffice365",
    "versoffice365",
    "verslecloud",
    "versexchangeonline",
    "haciaoffice365",
    "haciaexchangeonline",
    "aoffice365",
    "aexchangeonline",
    "paraooffice365",
    "paraoexchangeonline",
    "paraoffice365",
    "anoffice365",
    "anexchangeonline",
    "zuoffice365",
    "nachoffice365",
];

/// Words that come from the service, squeezed.
pub(crate) const FROM_MICROSOFT_365: [&str; 18] = [
    "venantdoffice365",
    "provenantdoffice365",
    "daoffice365",
    "vanoffice365",
    "fromoffice365",
    "frommicrosoft365",
    "fromexchangeonline",
    "fromo365",
    "fromthecloud",
    "desdeoffice365",
    "desdeexchangeonline",
    "doexchangeonline",
    "dooffice365",
    "depuisoffice365",
    "vonoffice365",
    "vonexchangeonline",
    "inboundfromoffice365",
    "outbound.protection.outlook.com",
];

/// Software whose newest TLS is 1.0.
pub(crate) const SERVER_2003: [&str; 5] =
    ["exchangeserver2003", "exchange2003", "windowsserver2003", "windows2003", "server2003"];
/// As [`SERVER_2003`].
pub(crate) const EXCHANGE_2007: [&str; 2] = ["exchangeserver2007", "exchange2007"];

/// Signs of Java.
pub(crate) const JAVA: [&str; 8] = [
    "javax.",
    "java.net",
    "java.security",
    "java.io",
    "sslhandshakeexception",
    "com.sun.mail",
    "jakarta.mail",
    "org.springframework",
];
/// Signs of OpenSSL and of programs that carry it.
pub(crate) const OPENSSL: [&str; 24] = [
    "sslroutines",
    "openssl",
    "libressl",
    "gnutls",
    "postfix/",
    "starttls=client",
    "starttls=server",
    "themailsystemathost",
    "exim",
    "hmailserver",
    "tls/sslhandshakefailed",
    "sslerror:connectfailed",
    "io::socket::ssl",
    "phpmailer",
    "stream_socket_enable_crypto",
    "ssmtp",
    "msmtp",
    "sendemail",
    "smtplib",
    "nodemailer",
    "qmail",
    "4034.7.0tlshandshakefailed",
    "ssl.sslerror",
    "swiftmailer",
];
/// Signs of Windows.
pub(crate) const WINDOWS: [&str; 18] = [
    "schannel",
    "msexchange",
    "system.net",
    "get-queue",
    "lasterror",
    "{led=",
    "tlsnegotiationfailed",
    "microsoftexchange",
    "receiveconnector",
    "sendconnector",
    "socketerror",
    "4.4.397",
    "smtpsvc",
    "primarytargetipaddress",
    "remoteserverreturned",
    "generatingserver:",
    "nexthopdomain",
    "donotpossessacommonalgorithm",
];

/// Words for the side that sends, squeezed: weaker than a named far end.
pub(crate) const SENDING: [&str; 15] = [
    "sendconnector",
    "sendorreceiveconnector",
    "sendeconnector",
    "connecteurdenvoi",
    "conectordeenv\u{ed}o",
    "conectordeenvio",
    "connettorediinvio",
    "verzendconnector",
    "\u{9001}\u{4fe1}\u{30b3}\u{30cd}\u{30af}\u{30bf}",
    "outboundauthentication",
    "smarthost",
    "smtpsend",
    "whensending",
    "sendexternal",
    "smtp.office365.com",
];
/// Words for the side that receives.
pub(crate) const RECEIVING: [&str; 10] = [
    "receiveconnector",
    "inboundauthentication",
    "smtpreceive",
    "empfangsconnector",
    "connecteurder\u{e9}ception",
    "conectorderecepci\u{f3}n",
    "conectorderecebimento",
    "connettorediricezione",
    "ontvangstconnector",
    "\u{53d7}\u{4fe1}\u{30b3}\u{30cd}\u{30af}\u{30bf}",
];
