//! What holds for every corrective file, over random registries read from `.reg` text: it is read back as it
//! was meant, it leaves nothing to mend, a second one changes nothing, and the undo restores.

use mailtls_core::fix::reg_text::{self, to_bytes};
use mailtls_core::fix::{Before, Wanted, for_report, plan};
use mailtls_core::format::reg::import;
use mailtls_core::judge::value_paths;
use mailtls_core::registry::{RegData, ValuePath};
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
    diagnose([("server.reg", text.as_bytes())], &Options { os, profile, ..Options::default() })
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
fn every_file_says_how_to_back_up_to_restart_and_to_check() {
    each(|place, _, _, fix, _, _| {
        for words in ["reg export \"HKLM\\SYSTEM", "Restart the server", "reg query", "SP_PROT_TLS1_2"] {
            assert!(fix.reg.contains(words), "{place}: {words}\n{}", fix.reg);
        }
        for words in ["reg export", "Restart the server", "SP_PROT_TLS1_2", "ShouldProcess"] {
            assert!(fix.powershell.contains(words), "{place}: {words}\n{}", fix.powershell);
        }
        assert!(fix.undo.contains("Restart the server"), "{place}\n{}", fix.undo);
        let mut lines = fix.reg.lines().peekable();
        while let Some(line) = lines.next() {
            if lines.peek().is_some_and(|next| next.starts_with('"')) {
                assert!(
                    line.starts_with("; ") && line.contains(" ["),
                    "{place}: a line without its reason\n{}",
                    fix.reg
                );
            }
        }
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

/// Names no export of ours has, and any type with any bytes a registry can hold.
#[test]
fn any_change_is_read_back_to_the_byte() {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let letters: Vec<char> = "aB1 .,;=#@-\"[]()'é漢😀\u{a0}".chars().collect();
    for round in 0..300 {
        let seed = random.0;
        let mut word = |with_backslash: bool, at_least: usize| -> String {
            let mut word: String =
                (0..at_least + random.below(6)).map(|_| letters[random.below(letters.len())]).collect();
            if with_backslash && random.below(3) == 0 {
                word.push('\\');
            }
            word
        };
        let key = format!("HKEY_LOCAL_MACHINE\\SOFTWARE\\{}\\x", word(false, 1));
        let path = ValuePath::new(&key, &word(true, 0));
        let kind = [0, 1, 2, 3, 4, 5, 7, 8, 11, 0x1f][random.below(10)];
        let mut bytes: Vec<u8> =
            (0..random.below(70)).map(|_| u8::try_from(random.below(256)).expect("a byte")).collect();
        if matches!(kind, 1 | 2 | 7) {
            bytes.truncate(bytes.len() & !1);
            bytes.extend([0, 0]);
        }
        let data = (random.below(8) > 0).then_some(RegData { kind, bytes });
        let wish = plan::Wish {
            path: path.clone(),
            after: data.clone(),
            reason: plan::Reason::OtherNumber,
            rule: "tls12-unset",
            for_smtp: true,
        };
        let before = BTreeMap::from([(path.clone(), Before::Is(RegData::dword(77)))]);
        let plan = plan::Plan::new([wish], &before);
        let text = reg_text::to_reg(&plan, Profile::Minimal);
        let state = import(&to_bytes(&text));
        let read = state.keys.iter().flat_map(|key| key.values.iter().map(move |value| (key, value)));
        let read: Vec<_> =
            read.map(|(key, value)| (key.path.as_str(), value.name.as_str(), value.data.clone())).collect();
        assert_eq!(read, [(&*key, path.name.as_str(), data)], "round {round}, seed {seed:#x}\n{text}");
    }
}

/// What the translated articles leave behind: a comma, a role in another language, values on the parent key.
const STRAYS: &str = "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1,2]\r\n\
[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1,2\\Klient]\r\n\
\"Enabled\"=dword:00000001\r\n\"DisabledByDefault\"=\"0\"\r\n\
[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2]\r\n\
\"Enabled\"=dword:00000001\r\n\
[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Asiakas]\r\n\
\"Enabled\"=dword:00000001\r\n\"Note\"=\"kept\"\r\n\
[HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client]\r\n\
\"Enabled\"=dword:00000001\r\n";

fn with_strays() -> (String, Report, FixReport) {
    let text = tls12_client("\"Enabled\"=dword:00000000\r\n") + STRAYS;
    let read = diagnose([("server.reg", text.as_bytes())], &Options { strays: true, ..Options::default() });
    let fix = read.fix.clone().expect("TLS 1.2 is off");
    (text, read, fix)
}

#[test]
fn what_nothing_reads_is_deleted_only_when_asked() {
    let (text, read, fix) = with_strays();
    let unasked = report(&text, Profile::Strict, None);
    let dead = |fix: &FixReport| -> Vec<String> {
        let dead = fix.edits.iter().filter(|edit| edit.reason == "dead");
        dead.map(|edit| format!("{} {}", edit.key.rsplit('\\').next().unwrap_or_default(), edit.name))
            .collect()
    };
    assert!(dead(unasked.fix.as_ref().expect("TLS 1.2 is off")).is_empty());
    assert!(!unasked.fix.as_ref().is_some_and(|fix| fix.reg.contains("[-")));
    assert_eq!(
        dead(&fix),
        [
            "Klient DisabledByDefault",
            "Klient Enabled",
            "TLS 1.2 Enabled",
            "Asiakas Enabled",
            "Klient ",
            "TLS 1,2 "
        ]
    );
    assert!(!fix.reg.contains("ControlSet001"), "it may be the current one: {}", fix.reg);
    let wanted = Wanted { profile: Profile::Minimal, strays: true };
    assert_eq!(for_report(&read, wanted).ok(), Some(fix));
}

#[test]
fn after_the_clean_up_no_stray_is_left_and_the_undo_brings_all_back() {
    let (text, before, fix) = with_strays();
    let options = Options { strays: true, ..Options::default() };
    let healed_text = then(&text, &fix.reg);
    let healed = diagnose([("server.reg", healed_text.as_bytes())], &options);
    assert!(healed.registry.strays.is_empty(), "{:?}\n{}", healed.registry.strays, fix.reg);
    assert_eq!(healed.no_fix.map(|reason| reason.code).as_deref(), Some("already-right"));
    let stray = |rule: &str| {
        ["tls12-on-parent-key", "tls12-protocol-key-misspelt", "tls12-role-key-misspelt"].contains(&rule)
    };
    assert!(!healed.findings.iter().any(|finding| stray(&finding.rule)));
    let undone = diagnose([("server.reg", then(&healed_text, &fix.undo).as_bytes())], &options);
    assert_eq!(undone.registry.strays, before.registry.strays, "{}", fix.undo);
    let state = |text: &str| {
        let keys = import(&to_bytes(text)).keys.into_iter().filter(|key| !key.deleted);
        let there = keys.map(|key| {
            let values = key.values.into_iter().filter_map(|value| Some((value.name, value.data?)));
            (key.path, values.collect::<BTreeMap<_, _>>())
        });
        there.collect::<BTreeMap<_, _>>()
    };
    let (first, last) = (state(&text), state(&then(&healed_text, &fix.undo)));
    assert!(first.iter().all(|(key, values)| last.get(key) == Some(values)), "{first:?}\n{last:?}");
}

/// A key, a name (none: the key itself), a number (none: deleted).
type Deletion = (String, Option<String>);

#[test]
fn every_form_deletes_the_same() {
    let (_, _, fix) = with_strays();
    let dead = fix.edits.iter().filter(|edit| edit.reason == "dead");
    let wanted: BTreeSet<Deletion> =
        dead.map(|edit| (edit.key.clone(), (edit.kind != "key").then(|| edit.name.clone()))).collect();
    let powershell = fix.powershell.lines().filter(|line| line.contains("Type = 'Delete")).map(|line| {
        let key = between(line, "@{ Key = '", "'").expect("a key").replacen("HKLM:", "HKEY_LOCAL_MACHINE", 1);
        (key, between(line, "Name = '", "'").map(str::to_owned))
    });
    assert_eq!(wanted, powershell.collect(), "{}", fix.powershell);
    let commands = fix.commands.lines().filter(|line| line.starts_with("reg delete")).map(|line| {
        let key =
            between(line, "reg delete \"", "\"").expect("a key").replacen("HKLM", "HKEY_LOCAL_MACHINE", 1);
        (key, between(line, "/v \"", "\"").map(str::to_owned))
    });
    assert_eq!(wanted, commands.collect(), "{}", fix.commands);
    let xml = fix.group_policy.lines().filter(|line| line.contains("action=\"D\"")).map(|line| {
        let inner =
            |name: &str| between(line, &format!(" {name}=\""), "\"").expect("an attribute").to_owned();
        (format!("{}\\{}", inner("hive"), inner("key")), Some(inner("name")).filter(|name| !name.is_empty()))
    });
    assert_eq!(wanted, xml.collect(), "{}", fix.group_policy);
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
    let report = diagnose(inputs, &Options { profile: Profile::Strict, ..Options::default() });
    let fix = report.fix.expect("TLS 1.2 is off");
    let warning = fix.warnings.first().expect("strict warns");
    assert_eq!(warning.code, "peers-use-old-tls");
    assert_eq!(warning.args.get("peers"), Some(&ArgReport::Text("printer.contoso.example".to_owned())));
    assert_eq!(warning.args.get("count"), Some(&ArgReport::Number(1)));
}
