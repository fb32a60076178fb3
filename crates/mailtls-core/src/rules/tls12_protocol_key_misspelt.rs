//! The key of TLS 1.2 is spelt differently: `TLS 1,2`, `TLS1.2`, a blank too many, a look-alike letter.
//!
//! The name has to match exactly, apart from letter case. Windows creates the other key without complaint.
//! Machine-translated instructions contain `TLS 1,2` in many languages.
//!
//! Silent where both values stand at the right place as well.

use crate::fact::Facts;
use crate::judge::stray::{Misplaced, report_strays};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls12-protocol-key-misspelt"),
    severity: Severity::Warning,
    grade: Grade::B,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &["key"],
    references: &[
        Reference {
            title: "Transport Layer Security (TLS) registry settings",
            url: "https://learn.microsoft.com/windows-server/security/tls/tls-registry-settings",
        },
        Reference {
            title: "How regedit imports files: the interoperability tests of Wine",
            url: "https://gitlab.winehq.org/wine/wine/-/blob/master/programs/regedit/tests/regedit.c",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    report_strays(facts, Misplaced::ProtocolName, out);
}
