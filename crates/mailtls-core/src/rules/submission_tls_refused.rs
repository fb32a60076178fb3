//! Microsoft 365 tells a client that it does not accept TLS 1.0 and TLS 1.1.
//!
//! The replies `421 4.7.66` and `5.7.67` name the reason themselves, so nothing else is needed. They come on
//! client submission (port 587), where the handshake still succeeds and the refusal follows as a reply. The
//! sentence without its code, as people quote it, is only likely.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("submission-tls-refused"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::TlsVersion),
    rules_out: &[],
    explains: &[
        "authentication-failed",
        "handshake-failed-unexplained",
        "handshake-failed-with-microsoft365",
    ],
    needs: &[],
    args: &[],
    references: &[
        Reference {
            title: "Opt in to the Exchange Online endpoint for legacy TLS clients using SMTP AUTH",
            url: "https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/opt-in-exchange-online-endpoint-for-legacy-tls-using-smtp-auth",
        },
        Reference {
            title: "Set up a multifunction device or application to send email using Microsoft 365",
            url: "https://learn.microsoft.com/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::OldTlsRefused]) {
        let coded = |code: crate::fact::delivery::Reply| matches!(code.enhanced, (4 | 5, 7, 66 | 67));
        let named = group.said.iter().any(|said| said.code.is_some_and(coded));
        let certainty = if named { Certainty::Certain } else { Certainty::Likely };
        let Some(firing) = group.firing() else { continue };
        out.report(firing.direction(Direction::Outbound).certainty(certainty));
    }
}
