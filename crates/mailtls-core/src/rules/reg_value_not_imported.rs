//! A line of the `.reg` file was meant to set a TLS value, and Windows skips it.
//!
//! regedit passes over a line it cannot read and reports success all the same: a `dword` of nine digits,
//! `0x` before the digits, a typographic quote. The value keeps what it had before, or stays missing. Fires
//! for values below `SCHANNEL`, `.NETFramework` and `WinHttp` that no later line of the input sets as
//! meant. What exactly is wrong with the line is said among the problems of the file.

use crate::fact::Facts;
use crate::fact::server::{Dropped, Meant, ServerFacts};
use crate::judge::{at, servers, stray::meant_direction};
use crate::known::Known;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Certainty, Direction, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("reg-value-not-imported"),
    severity: Severity::Warning,
    grade: Grade::B,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &["values"],
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
        let lost: Vec<_> = server
            .dropped
            .iter()
            .filter(|dropped| !super::reg_text_after_key::CODES.contains(&dropped.code))
            .filter(|dropped| !refused(server, dropped))
            .filter_map(|dropped| match &dropped.meant {
                Meant::Value { path, data: Some(data) } => {
                    let stands = matches!(server.value(path), Known::Is(now, _) if now == data);
                    (!stands).then_some((&dropped.mark, path))
                }
                Meant::Value { data: None, .. } | Meant::Key { .. } => None,
            })
            .filter_map(|(mark, path)| Some((mark, path, meant_direction(&path.key)?)))
            .collect();
        let Some((first, ..)) = lost.first() else { continue };
        let mut values: Vec<String> = Vec::new();
        let mut direction = Direction::Unknown;
        for (_, path, meant) in &lost {
            let parts: Vec<&str> = path.key.components().rev().take(2).collect();
            let place: Vec<&str> = parts.into_iter().rev().collect();
            let value = format!(r"{}\{}", place.join(r"\"), path.name.as_str());
            if values.len() < 8 && !values.contains(&value) {
                values.push(value);
            }
            direction = direction.join(*meant);
        }
        let firing = at(server, first).and(lost.iter().map(|(mark, ..)| *mark)).direction(direction);
        out.report(firing.certainty(Certainty::Certain).arg("values", values.join(", ")));
    }
}

/// Whether the line stands in a file that Windows refuses as a whole, which is another rule's matter.
fn refused(server: &ServerFacts, dropped: &Dropped) -> bool {
    server.refused.iter().any(|refused| refused.mark.span.source == dropped.mark.span.source)
}
