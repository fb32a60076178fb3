//! Some peers agree on algorithms that are no longer to be used.
//!
//! Decides on the names in the success row: RC4, RC2, DES and 3DES as cipher, MD5 as hash. `with strength 0 bits`
//! behind the hash is normal for newer suites and no fault.

use crate::fact::Facts;
use crate::fact::smtp::signal::Signal;
use crate::fact::smtp::trace::Step;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("weak-cipher-in-use"),
    severity: Severity::Note,
    grade: Grade::A,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &handshake::SESSION_AND_WORD,
    references: &[
        Reference { title: "ALG_ID", url: "https://learn.microsoft.com/windows/win32/seccrypto/alg-id" },
        Reference {
            title: "Technical reference details about encryption",
            url: "https://learn.microsoft.com/purview/technical-reference-details-about-encryption",
        },
        Reference {
            title: "Protocol logging in Exchange Server",
            url: "https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    let weak = facts.smtp.tally().find(|_, _, signal| matches!(signal, Signal::WeakCipher(_)));
    handshake::report_at(&weak, &[Step::Negotiated], Certainty::Certain, out);
}
