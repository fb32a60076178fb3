//! Microsoft 365 took the message from another system in clear text.
//!
//! The header of the step into Microsoft 365 carries neither a version nor `(TLS)`. With opportunistic TLS that
//! is what a failed handshake leaves behind: the mail arrives, readable on the way. Other steps are inside
//! somebody’s network and are not reported.

use crate::fact::Facts;
use crate::fact::peer::is_microsoft365;
use crate::rule::{Findings, Firing, Reference, Rule, RuleId};
use crate::vocabulary::{Certainty, Direction, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("hop-in-clear-text"),
    severity: Severity::Note,
    grade: Grade::B,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &["from"],
    references: &[Reference {
        title: "RFC 5321: trace information",
        url: "https://www.rfc-editor.org/rfc/rfc5321#section-4.4",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for delivery in &facts.delivery.documents {
        for hop in &delivery.hops {
            let into = is_microsoft365(&hop.by) && !is_microsoft365(&hop.from) && !hop.from.is_empty();
            if into && hop.smtp && !hop.encrypted {
                out.report(
                    Firing::at(&hop.mark)
                        .certainty(Certainty::Certain)
                        .direction(Direction::Outbound)
                        .arg("from", hop.from.as_str()),
                );
            }
        }
    }
}
