//! An Exchange server runs a version that Microsoft no longer supports.
//!
//! Every version before Exchange Server SE is out of support: 2016 and 2019 since October 2025, with paid
//! updates until October 2026. Read from the newest `Received:` header written by an Exchange server on
//! premises. A note: it does not explain the failure.

use crate::fact::Facts;
use crate::fact::host::{Tls12, release};
use crate::rule::{Findings, Firing, Reference, Rule, RuleId};
use crate::vocabulary::{Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("exchange-out-of-support"),
    severity: Severity::Note,
    grade: Grade::A,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &["product", "update", "build"],
    references: &[Reference {
        title: "Exchange Server build numbers and release dates",
        url: "https://learn.microsoft.com/exchange/new-features/build-numbers-and-release-dates",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for delivery in &facts.delivery.documents {
        let Some((hop, build)) = delivery.failing_server() else { continue };
        let Some(release) =
            release(build).filter(|release| !release.supported && release.tls12 == Tls12::Supported)
        else {
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
