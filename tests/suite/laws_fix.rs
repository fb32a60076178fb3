//! What holds for every corrective file, over random registries read from `.reg` text: it is read back as it
//! was meant, it leaves nothing to mend, a second one changes nothing, and the undo restores.

use mailtls_core::fix::reg_text::to_bytes;
use mailtls_core::fix::{for_report, plan};
use mailtls_core::judge::value_paths;
use mailtls_core::registry::ValuePath;
use mailtls_core::report::{ArgReport, EditReport, FixReport, Report, RoleState, ValueReport};
use mailtls_core::session::{Options, diagnose};
use mailtls_core::vocabulary::{Os, Profile, Severity};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

const HEADER: &str = "Windows Registry Editor Version 5.00\r\n";
const ROUNDS: u64 = 80;

/// Xorshift: the same registries on every machine.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).expect("a small number")
    }
}

/// A registry as an export shows it: some keys, some values, right, wrong, malformed, missing.
pub(crate) fn registry(random: &mut Random) -> String {
    let mut keys: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in value_paths() {
        keys.entry(path.key.as_str().to_owned()).or_default().push(path.name.as_str().to_owned());
    }
    let mut text = format!("{HEADER}\r\n");
    for (key, names) in keys {
        if random.below(3) == 0 {
            continue;
        }
        let _ = write!(text, "[{key}]\r\n");
        for name in names {
            let data = match random.below(12) {
                0 | 1 => "dword:00000000",
                2 | 3 => "dword:00000001",
                4 => "dword:ffffffff",
                5 => "dword:00000080",
                6 => "\"1\"",
                7 => "hex(b):01,00,00,00,00,00,00,00",
                8 => "hex(4):01",
                9 => "hex:",
                _ => continue,
            };
            let _ = write!(text, "\"{name}\"={data}\r\n");
        }
        text.push_str("\r\n");
    }
    text
}

fn report(text: &str, profile: Profile, os: Option<Os>) -> Report {
    diagnose([("server.reg", text.as_bytes())], &Options { os, profile })
}

/// One import after the other, as one text: sections and values are taken in order.
fn then(first: &str, second: &str) -> String {
    format!("{first}\r\n{}", second.strip_prefix(HEADER).expect("a file begins with its header"))
}

fn each(mut promise: impl FnMut(&str, &str, &Report, &FixReport, Profile, Option<Os>)) {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let mut fixes = 0;
    for round in 0..ROUNDS {
        let text = registry(&mut random);
        let profile = Profile::ALL[random.below(Profile::ALL.len())];
        let os = [None, Some(Os::Ws2008R2), Some(Os::Ws2012), Some(Os::Ws2019)][random.below(4)];
        let before = report(&text, profile, os);
        let Some(fix) = &before.fix else { continue };
        fixes += 1;
        let place = format!("round {round}, {profile}, {os:?}\n{text}");
        promise(&place, &text, &before, fix, profile, os);
    }
    assert!(fixes > ROUNDS / 2, "only {fixes} of {ROUNDS} registries had anything to mend");
}

pub(crate) fn value<'a>(report: &'a Report, key: &str, name: &str) -> Option<&'a ValueReport> {
    let wanted = ValuePath::new(key, name);
    report.registry.values.iter().find(|value| ValuePath::new(&value.key, &value.name) == wanted)
}

fn number(value: &ValueReport) -> Option<u64> {
    let bytes = u32::from_str_radix(&value.hex, 16).ok()?;
    (value.kind.as_deref() == Some("REG_DWORD") && value.hex.len() == 8).then_some(bytes.swap_bytes().into())
}

fn after(edit: &EditReport) -> u64 {
    match &edit.after {
        Some(ArgReport::Number(number)) => *number,
        other => panic!("{}: every profile writes numbers, not {other:?}", edit.name),
    }
}

#[test]
fn the_file_is_read_back_as_it_was_meant() {
    each(|place, _, _, fix, _, os| {
        let read =
            diagnose([("fix.reg", to_bytes(&fix.reg).as_slice())], &Options { os, ..Options::default() });
        assert!(read.sources[0].problems.is_empty(), "{place}\n{:?}", read.sources[0].problems);
        assert_eq!(read.sources[0].encoding, "utf-16le");
        for edit in &fix.edits {
            let value =
                value(&read, &edit.key, &edit.name).unwrap_or_else(|| panic!("{place}: {}", edit.name));
            assert_eq!(number(value), Some(after(edit)), "{place}\n{}", fix.reg);
        }
        let set = read.registry.values.iter().filter(|value| value.kind.is_some()).count();
        assert_eq!(set, fix.edits.len(), "{place}: nothing but the edits is set");
    });
}

#[test]
fn after_the_fix_nothing_is_left_to_mend() {
    each(|place, text, _, fix, profile, os| {
        let healed = report(&then(text, &fix.reg), profile, os);
        let left = healed.no_fix.as_ref().map(|reason| &*reason.code);
        assert_eq!((healed.fix.is_none(), left), (true, Some("already-right")), "{place}\n{}", fix.reg);
        let in_scope = |rule: &str| rule.starts_with("tls12-") && rule != "tls12-enabled-not-one";
        for finding in &healed.findings {
            let harmless = finding.severity == Severity::Note && finding.rule.ends_with("-enabled");
            let unset_is_fine = finding.rule == "tls12-unset";
            assert!(!in_scope(&finding.rule) || harmless, "{place}: {} {unset_is_fine}", finding.rule);
        }
        let tls12 = &healed.registry.protocols["TLS 1.2"];
        for role in [&tls12.client, &tls12.server] {
            assert_eq!(role.effective, Some(true), "{place}\n{}", fix.reg);
            assert_ne!(role.state, RoleState::Misconfigured, "{place}");
        }
    });
}

#[test]
fn the_undo_restores_what_the_fix_touched() {
    each(|place, text, before, fix, profile, os| {
        let healed = then(text, &fix.reg);
        let restored = report(&then(&healed, &fix.undo), profile, os);
        for edit in &fix.edits {
            let now =
                value(&restored, &edit.key, &edit.name).unwrap_or_else(|| panic!("{place}: {}", edit.name));
            match value(before, &edit.key, &edit.name) {
                Some(earlier) => assert_eq!(
                    (&now.kind, &now.hex),
                    (&earlier.kind, &earlier.hex),
                    "{place}: {}\n{}",
                    edit.name,
                    fix.undo
                ),
                None => assert_eq!((&now.kind, edit.before_known), (&None, false), "{place}: {}", edit.name),
            }
        }
        let says_so = fix.undo.contains("The input did not show all of the earlier values");
        assert_eq!(says_so, fix.edits.iter().any(|edit| !edit.before_known), "{place}\n{}", fix.undo);
    });
}

#[test]
fn the_report_alone_gives_the_same_fix() {
    each(|place, text, before, fix, profile, os| {
        assert_eq!(for_report(before, profile).ok().as_ref(), Some(fix), "{place}");
        for other in Profile::ALL.iter().copied() {
            let direct = report(text, other, os);
            assert_eq!(for_report(before, other).ok(), direct.fix, "{place}: as {other}");
        }
    });
}

#[test]
fn every_form_says_the_same() {
    each(|place, _, _, fix, _, _| {
        let wanted: BTreeSet<Change> = fix.edits.iter().map(change).collect();
        assert_eq!(
            wanted,
            fix.powershell.lines().filter_map(of_powershell).collect(),
            "{place}\n{}",
            fix.powershell
        );
        assert_eq!(wanted, fix.commands.lines().map(of_command).collect(), "{place}\n{}", fix.commands);
        assert_eq!(
            wanted,
            fix.group_policy.lines().filter_map(of_xml).collect(),
            "{place}\n{}",
            fix.group_policy
        );
        let ascii = [&fix.reg, &fix.undo, &fix.powershell, &fix.commands, &fix.group_policy];
        assert!(ascii.iter().all(|form| form.is_ascii()), "{place}");
    });
}

#[test]
fn no_profile_touches_what_it_must_not() {
    each(|place, _, _, fix, profile, _| {
        for edit in &fix.edits {
            let schannel = edit.key.contains("SCHANNEL");
            let role = edit.key.ends_with(r"\Client") || edit.key.ends_with(r"\Server");
            assert!(!edit.key.contains("TLS 1.3") && schannel == role, "{place}: {}", edit.key);
            let minimal = schannel && edit.key.contains(r"\TLS 1.2\");
            assert!(profile != Profile::Minimal || minimal, "{place}: {}", edit.key);
            assert!(schannel || !edit.for_smtp, "{place}: {}", edit.key);
        }
    });
}

/// A key, a name, a number.
type Change = (String, String, u64);

fn change(edit: &EditReport) -> Change {
    (edit.key.clone(), edit.name.clone(), after(edit))
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(start)?;
    rest.split_once(end).map(|(inner, _)| inner)
}

fn of_powershell(line: &str) -> Option<Change> {
    let key = between(line, "@{ Key = '", "'")?.replacen("HKLM:", "HKEY_LOCAL_MACHINE", 1);
    let name = between(line, "Name = '", "'")?;
    assert_eq!(between(line, "Type = '", "'"), Some("DWord"), "{line}");
    Some((key, name.to_owned(), between(line, "Value = ", " }")?.parse().ok()?))
}

fn of_command(line: &str) -> Change {
    let inner = |start: &str, end: &str| between(line, start, end).unwrap_or_else(|| panic!("{line}"));
    let key = inner("reg add \"", "\"").replacen("HKLM", "HKEY_LOCAL_MACHINE", 1);
    let number = inner("/t REG_DWORD /d ", " /f").parse().expect("a number");
    (key, inner("/v \"", "\"").to_owned(), number)
}

fn of_xml(line: &str) -> Option<Change> {
    let properties = between(line, "<Properties action=\"U\"", "/>")?;
    let inner = |name: &str| between(properties, &format!(" {name}=\""), "\"");
    assert_eq!(inner("type"), Some("REG_DWORD"), "{line}");
    let number = u64::from_str_radix(inner("value")?, 16).ok()?;
    Some((format!("{}\\{}", inner("hive")?, inner("key")?), inner("name")?.to_owned(), number))
}

#[test]
fn what_is_wished_of_an_unknown_server_is_all_of_it() {
    let nothing = plan::Values::new();
    let plan = plan::Plan::new(plan::wishes(&nothing, Profile::Minimal, None), &nothing);
    assert_eq!(plan.edits.len(), 4);
    let healed = plan.applied(&nothing);
    assert!(plan::wishes(&healed, Profile::Minimal, None).is_empty());
}

fn tls12_client(values: &str) -> String {
    let key = r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols";
    format!("{HEADER}\r\n[{key}\\TLS 1.2\\Client]\r\n{values}")
}

#[test]
fn of_several_servers_the_worst_is_shown() {
    let right = tls12_client("\"Enabled\"=dword:00000001\r\n\"DisabledByDefault\"=dword:00000000\r\n");
    let wrong = tls12_client("\"Enabled\"=dword:00000000\r\n\"DisabledByDefault\"=dword:00000001\r\n");
    for names in [["edge1.reg", "edge2.reg"], ["edge2.reg", "edge1.reg"]] {
        let inputs = names.map(|name| (name, if name == "edge2.reg" { &wrong } else { &right }.as_bytes()));
        let report = diagnose(inputs, &Options::default());
        let worst = report.servers.iter().find(|server| server.name == "edge2").expect("told apart");
        assert_eq!(report.servers.len(), 2);
        assert_eq!((&report.registry, &report.fix), (&worst.registry, &worst.fix), "{names:?}");
        let reg = &report.fix.as_ref().expect("it is wrong").reg;
        assert!(reg.contains("switched-off [tls12-client-disabled]"), "{reg}");
        assert_eq!(for_report(&report, Profile::Minimal).ok(), report.fix, "{names:?}");
    }
}

#[test]
fn a_value_on_a_line_that_windows_skips_keeps_an_unknown_value() {
    let text = tls12_client("\"DisabledByDefault\"=dword:000000000\r\n\"Enabled\"=dword:00000000\r\n");
    let report = report(&text, Profile::Minimal, None);
    let skipped = report.findings.iter().find(|finding| finding.rule == "reg-value-not-imported");
    assert_eq!(skipped.map(|finding| finding.evidence[0].line), Some(4));
    let fix = report.fix.expect("TLS 1.2 is off");
    let edit = |name: &str| {
        let mut edits = fix.edits.iter();
        edits.find(|edit| edit.name == name && edit.key.ends_with("Client")).expect("it is to be set")
    };
    assert!(edit("Enabled").before_known);
    let lost = edit("DisabledByDefault");
    assert_eq!((lost.before_known, &lost.before, &*lost.reason), (false, &None, "not-shown"));
    assert!(fix.reg.contains("\"DisabledByDefault\"=dword:00000000"), "{}", fix.reg);
    assert!(fix.undo.contains("the earlier value is not known"), "{}", fix.undo);
}

#[test]
fn strict_names_those_who_still_use_old_versions() {
    let row = |number: u32, event: char, data: &str| {
        format!(
            "2026-11-03T08:00:15.{number:03}Z,EX01\\Default,08DE1A0C5B7F2A41,{number},10.0.0.10:25,10.0.5.77:1025,{event},{data}\r\n"
        )
    };
    let log = [
        "#Software: Microsoft Exchange Server\r\n#Version: 15.0.0.0\r\n#Log-type: SMTP Receive Protocol Log\r\n",
        "#Date: 2026-11-03T08:00:00.000Z\r\n#Fields: date-time,connector-id,session-id,sequence-number,\
         local-endpoint,remote-endpoint,event,data,context\r\n",
        &row(0, '+', ","),
        &row(1, '<', "EHLO printer.contoso.example,"),
        &row(2, '<', "STARTTLS,"),
        &row(3, '*', ",TLS protocol SP_PROT_TLS1_0_SERVER negotiation succeeded using bulk encryption algorithm \
                      CALG_AES_256 with strength 256 bits"),
        &row(4, '-', ",Local"),
    ]
    .concat();
    let text = tls12_client("\"Enabled\"=dword:00000000\r\n");
    let inputs = [("server.reg", text.as_bytes()), ("receive.log", log.as_bytes())];
    let report = diagnose(inputs, &Options { os: None, profile: Profile::Strict });
    let fix = report.fix.expect("TLS 1.2 is off");
    let warning = fix.warnings.first().expect("strict warns");
    assert_eq!(warning.code, "peers-use-old-tls");
    assert_eq!(warning.args.get("peers"), Some(&ArgReport::Text("printer.contoso.example".to_owned())));
    assert_eq!(warning.args.get("count"), Some(&ArgReport::Number(1)));
}
