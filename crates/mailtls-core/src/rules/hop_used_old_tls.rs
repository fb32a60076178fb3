//! A hop into Microsoft 365 used TLS 1.0 or TLS 1.1.
//!
//! Only the step at which Microsoft 365 took the message from another system counts, as its `Received:` header
//! tells. Steps before it, a printer to a relay for example, say nothing about the connection that failed.

use crate::fact::Facts;
use crate::fact::peer::is_microsoft365;
use crate::rule::{Findings, Firing, Reference, Rule, RuleId};
use crate::vocabulary::{Certainty, Direction, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("hop-used-old-tls"),
    severity: Severity::Note,
    grade: Grade::B,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &["version", "from"],
    references: &[Reference {
        title: "RFC 5321: trace information",
        url: "https://www.rfc-editor.org/rfc/rfc5321#section-4.4",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for delivery in &facts.delivery.documents {
        for hop in &delivery.hops {
            let into = is_microsoft365(&hop.by) && !is_microsoft365(&hop.from);
            if into && ["TLS 1.0", "TLS 1.1"].contains(&hop.version.as_str()) {
                out.report(
                    Firing::at(&hop.mark)
                        .certainty(Certainty::Certain)
                        .direction(Direction::Outbound)
                        .arg("version", hop.version.as_str())
                        .arg("from", hop.from.as_str()),
                );
            }
        }
    }
}
