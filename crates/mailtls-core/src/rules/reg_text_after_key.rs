//! Keys and values stand on one line, and Windows takes none of the values.
//!
//! Everything behind the closing bracket of a key is passed over, and several keys on one line become one
//! key with a strange name. It happens when instructions are copied from a page that shows them as one
//! paragraph.

use crate::fact::Facts;
use crate::judge::{at, servers};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("reg-text-after-key"),
    severity: Severity::Warning,
    grade: Grade::B,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &[],
    references: &[
        Reference {
            title: "How to add, modify, or delete registry subkeys and values by using a .reg file",
            url: "https://support.microsoft.com/help/310516",
        },
        Reference {
            title: "How regedit imports files: the interoperability tests of Wine",
            url: "https://gitlab.winehq.org/wine/wine/-/blob/master/programs/regedit/tests/regedit.c",
        },
    ],
    check,
};

pub(super) const CODES: [&str; 2] = ["reg-keys-on-one-line", "reg-text-after-key"];

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for (server, _) in servers(facts) {
        let marks: Vec<_> = server
            .dropped
            .iter()
            .filter(|dropped| CODES.contains(&dropped.code))
            .map(|dropped| &dropped.mark)
            .collect();
        if let Some(first) = marks.first() {
            out.report(at(server, first).and(marks.iter().copied()).certainty(Certainty::Certain));
        }
    }
}
