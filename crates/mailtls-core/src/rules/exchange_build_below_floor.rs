//! An Exchange server runs a build for which Microsoft does not support TLS 1.2.
//!
//! Read from the newest `Received:` header written by an Exchange server on premises, or from an event. Below
//! Exchange 2010 SP3 RU19, 2013 CU19 and 2016 CU8 TLS 1.2 is not supported, and below SP3 RU9 and CU8 SMTP
//! cannot use it at all. It says nothing about why this message failed.

use crate::fact::Facts;
use crate::fact::host::{Tls12, release};
use crate::rule::{Findings, Firing, Reference, Rule, RuleId};
use crate::vocabulary::{Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("exchange-build-below-floor"),
    severity: Severity::Warning,
    grade: Grade::A,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &["product", "update", "build"],
    references: &[
        Reference {
            title: "Exchange Server build numbers and release dates",
            url: "https://learn.microsoft.com/exchange/new-features/build-numbers-and-release-dates",
        },
        Reference {
            title: "Exchange Server TLS guidance, part 1: getting ready for TLS 1.2",
            url: "https://techcommunity.microsoft.com/t5/exchange-team-blog/exchange-server-tls-guidance-part-1-getting-ready-for-tls-1-2/ba-p/607649",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for delivery in &facts.delivery.documents {
        let Some((hop, build)) = delivery.failing_server() else { continue };
        let Some(release) = release(build).filter(|release| release.tls12 < Tls12::Supported) else {
            continue;
        };
        out.report(
            Firing::at(&hop.mark)
                .certainty(Certainty::Certain)
                .arg("product", release.product)
                .arg("update", release.update)
                .arg("build", build.map(|part| part.to_string()).join(".")),
        );
    }
}
