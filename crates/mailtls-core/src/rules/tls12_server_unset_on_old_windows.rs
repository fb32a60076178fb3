//! Nothing switches TLS 1.2 on for incoming connections, on a Windows that has it off until then.
//!
//! Windows Server 2008 SP2 and 2008 R2 know TLS 1.2 and leave it off until both values are written. Fires
//! where the release is told and the export shows that neither value is there. It stays likely: an absence
//! proves less than a value. An export that does not cover the key says nothing.

use crate::fact::Facts;
use crate::judge::report_unset_on_old_windows;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::schannel::Role;
use crate::vocabulary::{Cause, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls12-server-unset-on-old-windows"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::TlsVersion),
    rules_out: &[],
    explains: &["tls12-roles-differ", "all-tls-off-for-role"],
    needs: &[],
    args: &["os"],
    references: &[
        Reference {
            title: "Protocols in TLS/SSL (Schannel SSP)",
            url: "https://learn.microsoft.com/windows/win32/secauthn/protocols-in-tls-ssl--schannel-ssp-",
        },
        Reference {
            title: "Transport Layer Security (TLS) registry settings",
            url: "https://learn.microsoft.com/windows-server/security/tls/tls-registry-settings",
        },
        Reference {
            title: "Update to add support for TLS 1.1 and TLS 1.2 in Windows Server 2008 SP2",
            url: "https://support.microsoft.com/help/4019276",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    report_unset_on_old_windows(facts, Role::Server, out);
}
