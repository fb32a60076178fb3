//! The protocols WinHTTP uses by default do not include TLS 1.2.
//!
//! `DefaultSecureProtocols` (`REG_DWORD`) is a mask: 0x80 TLS 1.0, 0x200 TLS 1.1, 0x800 TLS 1.2, 0x2000 TLS
//! 1.3. Fires where it is there without 0x800. It matters to programs that use WinHTTP, not to SMTP. A
//! missing value is no finding.

use crate::fact::Facts;
use crate::fix::plan::{SOFTWARE_VIEWS, WINHTTP_TLS12, WINHTTP_VALUE, winhttp_key};
use crate::judge::{at, servers};
use crate::known::Known;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("winhttp-without-tls12"),
    severity: Severity::Note,
    grade: Grade::A,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &["mask"],
    references: &[Reference {
        title: "Update to enable TLS 1.1 and TLS 1.2 as default secure protocols in WinHTTP",
        url: "https://support.microsoft.com/help/3140245",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for (server, _) in servers(facts) {
        let old = |view: &str| match server.dword(&winhttp_key(view), WINHTTP_VALUE) {
            Known::Is(bits, mark) if bits & WINHTTP_TLS12 == 0 => Some((bits, mark)),
            Known::Is(..) | Known::Absent(_) | Known::Unknown => None,
        };
        let masks: Vec<_> = SOFTWARE_VIEWS.into_iter().filter_map(old).collect();
        if let Some((mask, first)) = masks.first() {
            let firing = at(server, first).and(masks.iter().map(|(_, mark)| mark));
            out.report(firing.certainty(Certainty::Certain).arg("mask", format!("0x{mask:x}")));
        }
    }
}
