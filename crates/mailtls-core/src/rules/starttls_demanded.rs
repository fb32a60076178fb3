//! The receiver demands TLS, and the session went on without it.
//!
//! `451 5.7.3 Must issue a STARTTLS command first` (or `530 5.7.0`) is an answer to MAIL FROM. The sender never
//! issued STARTTLS, or fell back to clear text after a failed handshake; both look the same without the log.
//! Recognised by its code and the word STARTTLS in every language.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("starttls-demanded"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::StarttlsRequired),
    rules_out: &[],
    explains: &["connection-failed-unexplained"],
    needs: &[Kind::SmtpSendLog, Kind::SmtpReceiveLog, Kind::Reg],
    args: &[],
    references: &[Reference {
        title: "Unable to send or receive email to or from Microsoft 365 because of the TLS 1.0 and TLS 1.1 disablement",
        url: "https://learn.microsoft.com/exchange/troubleshoot/email-delivery/send-receive-emails-socketerror",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::MustIssueStarttls]) {
        if group.also_says(&[Topic::ExchangeOnlineTrace]) {
            continue;
        }
        let Some(firing) = group.firing() else { continue };
        out.report(firing);
    }
}
