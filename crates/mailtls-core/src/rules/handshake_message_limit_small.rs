//! Windows is told to accept only small handshakes.
//!
//! `MessageLimitClient`, `MessageLimitServer` and `MessageLimitServerClientAuth` (`REG_DWORD`, bytes) under
//! `SCHANNEL\Messaging`, below their defaults of 0x8000, 0x4000 and 0x8000. Long certificate chains and
//! lists of authorities do not fit then; 0 rejects every handshake that comes in pieces.

use crate::fact::Facts;
use crate::judge::{SCHANNEL_KEY, at, proof, servers};
use crate::known::Known;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Direction, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("handshake-message-limit-small"),
    severity: Severity::Warning,
    grade: Grade::A,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &["name", "number"],
    references: &[Reference {
        title: "Transport Layer Security (TLS) registry settings",
        url: "https://learn.microsoft.com/windows-server/security/tls/tls-registry-settings",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    const LIMITS: [(&str, u32, Direction); 3] = [
        ("MessageLimitClient", 0x8000, Direction::Outbound),
        ("MessageLimitServer", 0x4000, Direction::Inbound),
        ("MessageLimitServerClientAuth", 0x8000, Direction::Inbound),
    ];
    for (server, _) in servers(facts) {
        for (name, default, direction) in LIMITS {
            let Known::Is(limit, mark) = server.dword(&format!(r"{SCHANNEL_KEY}\Messaging"), name) else {
                continue;
            };
            if limit < default {
                let firing = at(server, &mark).direction(direction).certainty(proof(server));
                out.report(firing.arg("name", name).arg("number", u64::from(limit)));
            }
        }
    }
}
