//! The truth table of Schannel, whole, for people to read: `tests/schannel-truth-table.txt`.
//!
//! `UPDATE=1 cargo test -p mailtls-tests` rewrites it.

use crate::files::{difference, text, update};
use mailtls_core::report::RoleState;
use mailtls_core::schannel::{Effective, Protocol, Role, Setting, judge, os_default};
use mailtls_core::vocabulary::Os;
use mailtls_tests::tests_folder;
use std::fmt::Write as _;
use std::fs;

const HEAD: &str = "\
What Schannel makes of the two values, by protocol and role, on each Windows Server release.

Rows: Enabled, DisabledByDefault (REG_DWORD under Protocols\\<protocol>\\<role>). `-` is absent, `unknown` not
covered by the input, `type` another type than REG_DWORD, `size` a REG_DWORD that has not four bytes.
Cells: what is set (enabled, disabled, os-default, misconfigured, unknown), then what it means for SMTP:
`+` it can use the protocol, `.` it cannot, `?` not proven.
";

const SETTINGS: [(&str, Setting); 8] = [
    ("-", Setting::Absent),
    ("0", Setting::Number(0)),
    ("1", Setting::Number(1)),
    ("0xffffffff", Setting::Number(u32::MAX)),
    ("2", Setting::Number(2)),
    ("type", Setting::WrongType),
    ("size", Setting::WrongSize),
    ("unknown", Setting::Unknown),
];

#[test]
fn the_truth_table_is_the_reviewed_one() {
    let table = truth_table();
    let path = tests_folder().join("schannel-truth-table.txt");
    if update() {
        fs::write(&path, &table).expect("the table can be written");
    }
    let reviewed = text(&path);
    assert!(reviewed == table, "\n{}", difference(&reviewed, &table));
}

fn truth_table() -> String {
    let mut table = String::from(HEAD);
    for protocol in Protocol::ALL {
        let of = |role: Role| section(protocol, role);
        let (client, server) = (of(Role::Client), of(Role::Server));
        if client == server {
            let _ = write!(table, "\n## {}, Client and Server\n\n{client}", protocol.name());
        } else {
            for (role, section) in [(Role::Client, client), (Role::Server, server)] {
                let _ = write!(table, "\n## {}, {}\n\n{section}", protocol.name(), role.name());
            }
        }
    }
    table
}

fn section(protocol: Protocol, role: Role) -> String {
    let mut section = String::new();
    let mut line = |first: &str, second: &str, cells: Vec<String>| {
        let cells: Vec<String> = cells.iter().map(|cell| format!("{cell:<17}")).collect();
        let row = format!("{first:<11}{second:<11}{}", cells.concat());
        let _ = writeln!(section, "{}", row.trim_end());
    };
    line("Enabled", "ByDefault", Os::ALL.iter().map(|os| os.word().to_owned()).collect());
    let default = |os: &Os| format!("{:?}", os_default(*os, protocol, role)).to_lowercase();
    line("(default)", "", Os::ALL.iter().map(default).collect());
    for (first, enabled) in SETTINGS {
        for (second, disabled_by_default) in SETTINGS {
            let cell = |os: &Os| {
                let judgement = judge(*os, protocol, role, enabled, disabled_by_default);
                format!("{} {}", state(judgement.state), effect(judgement.effective))
            };
            line(first, second, Os::ALL.iter().map(cell).collect());
        }
    }
    section
}

fn state(state: RoleState) -> &'static str {
    match state {
        RoleState::Enabled => "enabled",
        RoleState::Disabled => "disabled",
        RoleState::OsDefault => "os-default",
        RoleState::Misconfigured => "misconfigured",
        RoleState::Unknown => "unknown",
    }
}

fn effect(effective: Effective) -> &'static str {
    match effective {
        Effective::On => "+",
        Effective::Off => ".",
        Effective::NotProven => "?",
    }
}
