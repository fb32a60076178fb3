//! Windows refuses the file as a whole, or silently takes nothing from it.
//!
//! The first line has to be `Windows Registry Editor Version 5.00` or `REGEDIT4`, exactly so, in an
//! encoding that Windows reads. What is wrong with this file is said among its problems.

use crate::fact::Facts;
use crate::judge::{at, servers};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("reg-file-refused"),
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

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for (server, _) in servers(facts) {
        for refused in &server.refused {
            out.report(at(server, &refused.mark).certainty(Certainty::Certain));
        }
    }
}
