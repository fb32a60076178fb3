//! Cipher suite lists held against what Exchange Online accepts.

use crate::fact::server::ServerFacts;
use crate::judge::algorithm_off;
use crate::known::Known;
use crate::registry::{RegData, ValuePath};
use crate::span::Mark;
use crate::vocabulary::Os;

/// What Exchange Online accepts with TLS 1.2, from "Technical reference details about encryption",
/// <https://learn.microsoft.com/purview/technical-reference-details-about-encryption>.
const ACCEPTED: [&str; 8] = [
    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384",
    "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
    "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
    "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
    "TLS_RSA_WITH_AES_256_GCM_SHA384",
    "TLS_RSA_WITH_AES_128_GCM_SHA256",
];

/// The list a policy sets; it overrides the local one.
const POLICY: &str =
    r"HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Cryptography\Configuration\SSL\00010002";

/// The list of this computer, which `Get-TlsCipherSuite` shows.
const LOCAL: &str =
    r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Cryptography\Configuration\Local\SSL\00010002";

/// An algorithm that is switched off.
#[derive(Clone, Debug)]
pub(crate) struct SwitchedOff {
    /// The name of its key.
    pub(crate) name: &'static str,
    /// Where it is switched off.
    pub(crate) mark: Mark,
    takes: Takes,
}

/// Whether a suite is gone without an algorithm.
type Takes = fn(&str) -> bool;

/// The algorithms that suites of [`ACCEPTED`] need, by the group and the name of their key. A hash counts for
/// the suites that check messages with it; what the others use it for, switching it off may or may not reach.
const NEEDED: [(&str, &str, Takes); 7] = [
    ("Ciphers", "AES 128/128", |suite| suite.contains("_AES_128_")),
    ("Ciphers", "AES 256/256", |suite| suite.contains("_AES_256_")),
    ("KeyExchangeAlgorithms", "ECDH", |suite| suite.contains("_ECDHE_")),
    ("KeyExchangeAlgorithms", "PKCS", |suite| suite.starts_with("TLS_RSA_")),
    ("Hashes", "SHA", |suite| suite.ends_with("_CBC_SHA")),
    ("Hashes", "SHA256", |suite| suite.ends_with("_CBC_SHA256")),
    ("Hashes", "SHA384", |suite| suite.ends_with("_CBC_SHA384")),
];

/// The algorithms of suites for Exchange Online that are switched off.
pub(crate) fn switched_off(server: &ServerFacts) -> Vec<SwitchedOff> {
    let off = |(group, name, takes): &(&str, &'static str, Takes)| {
        Some(SwitchedOff { name, mark: algorithm_off(server, group, name)?, takes: *takes })
    };
    NEEDED.iter().filter_map(off).collect()
}

/// The suites Exchange Online accepts that the list in force allows, by its names for them; without a list,
/// those of the list Windows comes with. Then those of them that no algorithm switched off takes away.
pub(crate) fn accepted_and_left(
    server: &ServerFacts,
    os: Option<Os>,
    off: &[SwitchedOff],
) -> (Vec<&'static str>, Vec<&'static str>) {
    let list = SuiteList::of(server);
    let listed = |accepted: &&'static str| {
        if let Some(list) = &list {
            return list.suites.iter().any(|suite| works(suite, accepted, os));
        }
        let with_curve = os.is_some_and(names_curves) && accepted.contains("_ECDHE_");
        works(&if with_curve { format!("{accepted}_P256") } else { (*accepted).to_owned() }, accepted, os)
    };
    let accepted: Vec<&str> = ACCEPTED.into_iter().filter(listed).collect();
    let is_left = |suite: &&str| !off.iter().any(|off| (off.takes)(suite));
    let left = accepted.iter().copied().filter(is_left).collect();
    (accepted, left)
}

/// The list of elliptic curves in force: `EccCurves`, of the policy, else of this computer.
pub(crate) fn curves(server: &ServerFacts) -> Option<(Vec<String>, Mark)> {
    let listed = |key: &str| match server.value(&ValuePath::new(key, "EccCurves")) {
        Known::Is(data, mark) => Some((names(data), mark)),
        Known::Absent(_) | Known::Unknown => None,
    };
    listed(POLICY).or_else(|| listed(LOCAL)).filter(|(curves, _)| !curves.is_empty())
}

/// The list in force, as far as an export shows it.
#[derive(Clone, Debug)]
pub(crate) struct SuiteList {
    /// As written, in their order.
    pub(crate) suites: Vec<String>,
    /// Where it stands.
    pub(crate) mark: Mark,
}

impl SuiteList {
    /// The list of the policy, else the local one; `None` for an empty or malformed one.
    pub(crate) fn of(server: &ServerFacts) -> Option<Self> {
        let listed = |key: &str| match server.value(&ValuePath::new(key, "Functions")) {
            Known::Is(data, mark) => Some(Self { suites: names(data), mark }),
            Known::Absent(_) | Known::Unknown => None,
        };
        listed(POLICY).or_else(|| listed(LOCAL)).filter(|list| !list.suites.is_empty())
    }

    /// Those that Exchange Online accepts too. `os` is `None` where the release is not told: then all that
    /// would work on some release.
    pub(crate) fn shared(&self, os: Option<Os>) -> Vec<&str> {
        let shared = |suite: &&str| ACCEPTED.iter().any(|accepted| works(suite, accepted, os));
        self.suites.iter().map(String::as_str).filter(shared).collect()
    }

    /// Whether it is written for Windows Server 2016 and later: elliptic-curve suites, none with its curve.
    pub(crate) fn is_for_newer_windows(&self) -> bool {
        let mut elliptic = self.suites.iter().filter(|suite| suite.contains("_ECDHE_")).peekable();
        elliptic.peek().is_some() && elliptic.all(|suite| curve(suite).is_none())
    }
}

/// Whether a release writes suites with elliptic curves as `…_P256`, one entry a curve.
pub(crate) const fn names_curves(os: Os) -> bool {
    matches!(os, Os::Ws2008 | Os::Ws2008R2 | Os::Ws2012 | Os::Ws2012R2)
}

fn names(data: &RegData) -> Vec<String> {
    let text = data.as_text().unwrap_or_default();
    text.split(',').map(|name| name.trim().to_ascii_uppercase()).filter(|name| !name.is_empty()).collect()
}

/// Whether the suite written `suite` is `accepted` on the release.
fn works(suite: &str, accepted: &str, os: Option<Os>) -> bool {
    let bare = curve(suite).map_or(suite, |(bare, _)| bare);
    if bare != accepted {
        return false;
    }
    let Some(os) = os.filter(|os| names_curves(*os)) else { return true };
    if !accepted.contains("_ECDHE_") {
        // TLS 1.2 suites beyond CBC with SHA-1 came with 2008 R2.
        return os != Os::Ws2008;
    }
    let known = if os == Os::Ws2008 {
        accepted.ends_with("_CBC_SHA")
    } else {
        // With RSA certificates these releases have elliptic curves with CBC alone.
        accepted.contains("_CBC_")
    };
    known && curve(suite).is_some()
}

/// The name without its curve, and the curve.
fn curve(suite: &str) -> Option<(&str, &str)> {
    let (bare, curve) = suite.rsplit_once('_')?;
    matches!(curve, "P256" | "P384" | "P521").then_some((bare, curve))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::{SourceId, Span};

    fn list(suites: &[&str]) -> SuiteList {
        let span = Span { source: SourceId(0), line: 1, start: 0, end: 1 };
        let suites = suites.iter().map(|suite| (*suite).to_owned()).collect();
        SuiteList { suites, mark: Mark::new(span, "x") }
    }

    #[test]
    fn the_curve_belongs_to_the_name_on_old_windows() {
        let new = list(&["TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"]);
        assert_eq!(new.shared(Some(Os::Ws2016)).len(), 2);
        assert!(new.shared(Some(Os::Ws2012R2)).is_empty());
        assert!(new.is_for_newer_windows());
        let old = list(&["TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384_P384"]);
        assert_eq!(old.shared(Some(Os::Ws2012R2)).len(), 1);
        assert!(!old.is_for_newer_windows());
    }

    #[test]
    fn suites_of_tls_13_and_dhe_are_none_for_exchange_online() {
        let other = list(&["TLS_AES_256_GCM_SHA384", "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384"]);
        assert!(other.shared(None).is_empty());
    }
}
