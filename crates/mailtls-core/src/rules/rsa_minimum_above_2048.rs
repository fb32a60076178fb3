//! Windows is told to reject RSA keys of 2048 bits.
//!
//! `ClientMinKeyBitLength` (`REG_DWORD`) under `KeyExchangeAlgorithms\PKCS` above 2048; without it the
//! minimum is 1024. Most certificates, those of mail partners included, have 2048 bits. The Diffie-Hellman
//! minimum is no finding: Exchange Online does not use Diffie-Hellman.

use crate::fact::Facts;
use crate::judge::{SCHANNEL_KEY, at, proof, servers};
use crate::known::Known;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Direction, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("rsa-minimum-above-2048"),
    severity: Severity::Warning,
    grade: Grade::A,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &["bits"],
    references: &[Reference {
        title: "Transport Layer Security (TLS) registry settings",
        url: "https://learn.microsoft.com/windows-server/security/tls/tls-registry-settings",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for (server, _) in servers(facts) {
        let key = format!(r"{SCHANNEL_KEY}\KeyExchangeAlgorithms\PKCS");
        if let Known::Is(bits @ 2049.., mark) = server.dword(&key, "ClientMinKeyBitLength") {
            let firing = at(server, &mark).direction(Direction::Outbound).certainty(proof(server));
            out.report(firing.arg("bits", u64::from(bits)));
        }
    }
}
