//! Windows could not create a TLS credential at all.
//!
//! Schannel event 36871 comes before any connection: the certificate or its key cannot be used, or every TLS
//! version is switched off for the role. The event does not tell which, so it is suspected; the registry export
//! decides.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Grade, Kind, Platform, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("schannel-credential-refused"),
    severity: Severity::Warning,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::Credentials),
    rules_out: &[],
    explains: &[],
    needs: &[Kind::Reg],
    args: &[],
    references: &[Reference {
        title: "Schannel events",
        url: "https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2012-r2-and-2012/dn786445(v=ws.11)",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::CredentialRefused]) {
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(Certainty::Suspected).platform(Platform::Schannel));
    }
}
