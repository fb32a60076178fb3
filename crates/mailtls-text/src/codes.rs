//! The reply codes people search for, and the rules that read them.

/// A reply code with the words that go with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// `421 4.4.2`; without its first part where that differs.
    pub code: &'static str,
    /// What servers write behind it.
    pub words: &'static str,
    /// The rules that decide on it.
    pub rules: &'static [&'static str],
}

/// Those that have a page.
pub const CODES: &[Code] = &[
    of("421 4.4.1", "Connection timed out", &["connection-timed-out"]),
    of(
        "421 4.4.2",
        "Connection dropped due to SocketError",
        &["socket-error-bounce", "socket-error-elsewhere"],
    ),
    of("421 4.7.66", "TLS 1.0 and 1.1 are not supported", &["submission-tls-refused"]),
    of("450 4.4.312", "DNS query failed", &["dns-lookup-failed"]),
    of("450 4.4.316", "Connection refused", &["connection-refused"]),
    of(
        "450 4.4.317",
        "Cannot connect to remote server",
        &["connection-failed-unexplained", "starttls-required-by-sender"],
    ),
    of("4.7.320", "Certificate validation failed", &["certificate-rejected"]),
    of(
        "451 4.4.397",
        "Error communicating with target host",
        &["connection-dropped", "connection-timed-out"],
    ),
    of(
        "451 5.7.3",
        "Must issue a STARTTLS command first",
        &["starttls-demanded", "starttls-required-by-sender"],
    ),
    of("454 4.7.5", "Certificate validation failure", &["certificate-rejected"]),
    of("530 5.7.0", "Must issue a STARTTLS command first", &["starttls-demanded"]),
    of("550 5.7.51", "TenantInboundAttribution", &["tenant-attribution-failed"]),
    of("5.7.64", "TenantAttribution; Relay Access Denied", &["tenant-attribution-failed"]),
    of("5.7.67", "TLS 1.0 and 1.1 are not supported by your organization", &["submission-tls-refused"]),
];

const fn of(code: &'static str, words: &'static str, rules: &'static [&'static str]) -> Code {
    Code { code, words, rules }
}

/// The code written as `451 5.7.3`, `451-5.7.3` or `5.7.3`.
#[must_use]
pub fn code(name: &str) -> Option<&'static Code> {
    let name = name.trim().trim_start_matches('#').replace(['-', '+'], " ");
    let enhanced = |code: &str| code.rsplit(' ').next().map(str::to_owned);
    CODES
        .iter()
        .find(|known| known.code == name)
        .or_else(|| CODES.iter().find(|known| enhanced(known.code) == enhanced(&name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_however_it_is_written() {
        for name in ["451 5.7.3", "451-5.7.3", "5.7.3", "#5.7.3", "550 5.7.3"] {
            assert_eq!(code(name).map(|code| code.code), Some("451 5.7.3"), "{name}");
        }
        assert_eq!(code("250 2.0.0"), None);
        assert_eq!(code(""), None);
    }
}
