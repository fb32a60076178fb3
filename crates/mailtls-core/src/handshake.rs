//! What the rules about protocol logs have in common: the words of failed handshakes, and how a finding
//! points at sessions.
//!
//! The word behind `TLS negotiation failed with error` is a socket error or the name of a Windows status code
//! (`0x800903…`); a code without a name is printed as its number.

use crate::fact::Facts;
use crate::fact::smtp::signal::{Example, Examples, Outcome, Signal};
use crate::fact::smtp::trace::Step;
use crate::rule::{Arg, Findings, Firing};
use crate::span::Mark;
use crate::vocabulary::{Certainty, Platform};

/// The arguments of texts that name sessions and the word the log has for what happened.
pub(crate) const SESSION_AND_WORD: [&str; 4] = ["peer", "connector", "count", "word"];

/// The arguments of texts that name sessions.
pub(crate) const SESSION: [&str; 3] = ["peer", "connector", "count"];

/// The arguments of texts that name a place in the configuration.
pub(crate) const PLACE: [&str; 2] = ["peer", "connector"];

/// What follows from a handshake that failed, and is no finding of its own beside it.
pub(crate) const EFFECTS: [&str; 6] = [
    "clear-text-after-failed-handshake",
    "session-starttls-demanded",
    "starttls-skipped",
    "connection-cut-before-handshake",
    "session-unfinished",
    "message-refused",
];

/// The sessions of either direction whose handshake failed with such a word.
pub(crate) fn failed_with(facts: &Facts, is_it: fn(&str) -> bool) -> Examples {
    facts.smtp.tally().find(|_, _, signal| matches!(signal, Signal::HandshakeFailed(word) if is_it(word)))
}

/// The connection ended, and no more is said.
pub(crate) fn is_bare_cut(word: &str) -> bool {
    word.is_empty() || is(word, &["SocketError"])
}

/// The alert `protocol_version`, and nothing else, becomes `SEC_E_UNSUPPORTED_FUNCTION`.
pub(crate) fn names_version(word: &str) -> bool {
    is(word, &["Unsupported", "UnsupportedFunction", "80090302"])
}

/// Windows cannot use the certificate on its own side.
pub(crate) fn names_credentials(word: &str) -> bool {
    is(
        word,
        &["NoCredentials", "UnknownCredentials", "IncompleteCredentials", "8009030E", "8009030D", "80090320"],
    )
}

/// One side does not accept the other's certificate.
pub(crate) fn names_certificate(word: &str) -> bool {
    let words = [
        "CertUnknown",
        "CertificateUnknown",
        "CertExpired",
        "CertificateExpired",
        "UntrustedRoot",
        "WrongPrincipal",
        "CertificateRevoked",
        "80090327",
        "80090328",
        "80090325",
        "80090322",
        "80092010",
    ];
    is(word, &words)
}

/// Nothing in common to encrypt with.
pub(crate) fn names_cipher(word: &str) -> bool {
    is(word, &["AlgorithmMismatch", "80090331"])
}

/// No answer in time.
pub(crate) fn names_time(word: &str) -> bool {
    is(word, &["TimedOut", "Timeout", "10060"])
}

/// A reset packet.
pub(crate) fn names_reset(word: &str) -> bool {
    is(
        word,
        &[
            "ConnectionReset",
            "ConnectionAborted",
            "NetworkReset",
            "Shutdown",
            "Disconnecting",
            "10053",
            "10054",
        ],
    )
}

/// None of the above.
pub(crate) fn is_unexplained(word: &str) -> bool {
    !(is_bare_cut(word)
        || names_version(word)
        || names_credentials(word)
        || names_certificate(word)
        || names_cipher(word)
        || names_time(word)
        || names_reset(word))
}

/// Whether the word is one of these: in any letter case, a status code with or without `0x`, or as the signed
/// decimal number that .NET prints.
fn is(word: &str, known: &[&str]) -> bool {
    let bare = word.strip_prefix("0x").unwrap_or(word);
    let signed = word.parse::<i32>().ok().filter(|number| *number < 0).map(|number| format!("{number:08X}"));
    known.iter().any(|known| {
        bare.eq_ignore_ascii_case(known) || signed.as_deref().is_some_and(|signed| signed == *known)
    })
}

/// Reports failed handshakes: the row that says it, then how the session came there.
pub(crate) fn report(failed: &Examples, certainty: Certainty, out: &mut Findings<'_>) {
    report_at(failed, &[Step::Failed, Step::End], certainty, out);
}

/// Reports sessions by the first of these steps that each of them has, else by its last row. One finding for
/// each direction.
pub(crate) fn report_at(found: &Examples, steps: &[Step], certainty: Certainty, out: &mut Findings<'_>) {
    for examples in found.by_direction() {
        let deciding = |example: &Example| example.first_mark(steps).or_else(|| example.last_mark());
        let Some(example) = examples.kept.first() else { continue };
        let Some(mark) = deciding(example) else { continue };
        let way = [Step::Banner, Step::Ehlo, Step::Starttls, Step::GoAhead, Step::Demanded, Step::End];
        let failed = Outcome::read(&example.trace).failed.is_some();
        let context: Vec<Mark> = if failed {
            way.iter().filter_map(|step| example.mark(*step)).collect()
        } else {
            example.mark(Step::Banner).into_iter().collect()
        };
        let others: Vec<Mark> =
            examples.kept.iter().skip(1).filter_map(|example| deciding(example)).collect();
        let firing = firing_of(example, &mark, examples.count, out).certainty(certainty);
        out.report(firing.and(&context).and(&others));
    }
}

/// A finding about a session, with the arguments of the texts.
pub(crate) fn firing_of(example: &Example, mark: &Mark, count: u64, out: &Findings<'_>) -> Firing {
    let outcome = Outcome::read(&example.trace);
    let code = |signal: &Signal| match signal {
        Signal::StarttlsRefused(code)
        | Signal::Refused(code)
        | Signal::ConnectFailed(code)
        | Signal::CutAfterTls(code)
        | Signal::CutWithoutHandshake(code)
        | Signal::ChainStatus(code) => Some(code.clone()),
        Signal::WeakCipher(suite) => Some(suite.clone()),
        Signal::Negotiated(_)
        | Signal::HandshakeFailed(_)
        | Signal::ClearText
        | Signal::ClearAfterFailure
        | Signal::StarttlsMissing
        | Signal::StarttlsMasked
        | Signal::StarttlsSkipped
        | Signal::TlsDemanded
        | Signal::TlsRequiredHere
        | Signal::AuthFailed
        | Signal::Inspected
        | Signal::Unfinished => None,
    };
    let word = outcome
        .failed
        .clone()
        .or_else(|| outcome.signals.iter().find_map(code))
        .or_else(|| outcome.agreed.as_ref().map(|agreed| agreed.version.name().to_owned()));
    let or_dash = |text: String| if text.is_empty() { "–".to_owned() } else { text };
    let args = [
        ("peer", or_dash(example.called().to_owned()).into()),
        ("connector", or_dash(example.peer.connector.clone()).into()),
        ("count", Arg::from(count)),
        ("word", or_dash(word.unwrap_or_default()).into()),
    ];
    let firing = Firing::at(mark).direction(example.peer.direction).platform(Platform::Schannel);
    args.into_iter()
        .filter(|(name, _)| out.declares(name))
        .fold(firing, |firing, (name, value)| firing.arg(name, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_known_in_every_spelling() {
        for word in ["Unsupported", "unsupportedfunction", "0x80090302", "80090302", "-2146893054"] {
            assert!(names_version(word), "{word}");
        }
        assert!(names_credentials("NoCredentials") && !names_credentials("SocketError"));
        assert!(is_unexplained("IllegalMessage") && is_unexplained("SomethingNew") && !is_unexplained(""));
    }
}
