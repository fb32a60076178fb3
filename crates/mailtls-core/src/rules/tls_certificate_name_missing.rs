//! A connector names a certificate that is no longer there.
//!
//! Exchange writes `454 4.7.5 The certificate specified in TlsCertificateName … could not be found` when the
//! attribute of the connector points to a certificate that was renewed or removed. The text names its cause, so
//! it is decisive.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls-certificate-name-missing"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::Certificate),
    rules_out: &[Cause::TlsVersion],
    explains: &[
        "own-credentials-unusable",
        "connection-timed-out",
        "certificate-rejected",
        "connection-failed-unexplained",
    ],
    needs: &[],
    args: &[],
    references: &[Reference {
        title: "TLS certificates in Exchange hybrid: common issues and how to fix them",
        url: "https://techcommunity.microsoft.com/blog/exchange/tls-certificates-in-exchange-hybrid-common-issues--how-to-fix-them/4420592",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::CertificateNameMissing]) {
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(Certainty::Certain));
    }
}
