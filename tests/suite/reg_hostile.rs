//! `.reg` files nobody would write, and files that are none: what they hold is read to the last byte, what is
//! kept is bounded, and each says in a clear sentence what is wrong with it.

use mailtls_core::format::reg::{RegistryState, import};
use mailtls_core::registry::RegData;
use mailtls_core::report::{Report, RoleState};
use mailtls_core::session::{Options, diagnose};
use mailtls_text::{Lang, speak};

const HEADER: &str = "Windows Registry Editor Version 5.00\r\n\r\n";
const SCHANNEL: &str = r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL";

/// Both roles of TLS 1.2, off for what goes out.
fn tls12() -> String {
    let key = |role: &str, enabled: u32| {
        format!(
            "[{SCHANNEL}\\Protocols\\TLS 1.2\\{role}]\r\n\"Enabled\"=dword:{enabled}\r\n\"DisabledByDefault\"=dword:0\r\n\r\n"
        )
    };
    key("Client", 0) + &key("Server", 1)
}

fn many(count: u32, one: impl Fn(u32) -> String) -> String {
    let mut text = String::new();
    (0..count).for_each(|number| text.push_str(&one(number)));
    text
}

fn read(name: &str, bytes: &[u8]) -> Report {
    let mut report = diagnose([(name, bytes)], &Options::default());
    speak(&mut report, Lang::En);
    report
}

/// The report on a file whose settings stand behind `text`: they must be found, and the report stay small.
fn found_behind(text: &str) -> Report {
    let whole = format!("{HEADER}{text}{}", tls12());
    let report = read("hostile.reg", whole.as_bytes());
    let tls12 = &report.registry.protocols["TLS 1.2"];
    assert_eq!((tls12.client.state, tls12.server.state), (RoleState::Disabled, RoleState::Enabled));
    assert!(report.findings.iter().any(|finding| finding.rule == "tls12-client-disabled"));
    assert_eq!(report.sources[0].bytes, whole.len() as u64);
    assert!(report.sources[0].problems.len() <= 1000, "{} problems", report.sources[0].problems.len());
    report
}

fn state(text: &str) -> RegistryState {
    import(format!("{HEADER}{text}").as_bytes())
}

#[test]
fn a_hundred_thousand_values_of_one_key() {
    let values: String = many(100_000, |number| format!("\"v{number}\"=dword:{number:x}\r\n"));
    let state = state(&format!("[HKEY_LOCAL_MACHINE\\SOFTWARE\\x]\r\n{values}"));
    assert_eq!((state.keys.len(), state.keys[0].values.len(), state.problems.len()), (1, 100_000, 0));
    found_behind(&format!("[{SCHANNEL}\\Protocols]\r\n{values}\r\n"));
}

#[test]
fn forty_thousand_sections() {
    let section =
        |number: u32| format!("[{SCHANNEL}\\Protocols\\TLS 1.2 {number}\\Client]\r\n\"Enabled\"=dword:1\r\n");
    let sections: String = many(40_000, section);
    let state = state(&sections);
    assert_eq!((state.keys.len(), state.writes), (40_000, 40_000));
    let report = found_behind(&sections);
    assert!(report.sources[0].problems.iter().any(|problem| problem.code == "reg-too-much"));
}

#[test]
fn one_section_twenty_thousand_times() {
    let key = format!("[{SCHANNEL}\\Protocols\\TLS 1.2\\Client]\r\n");
    let sections: String = many(20_000, |number| format!("{key}\"Enabled\"=dword:{:x}\r\n", number % 2));
    let state = state(&sections);
    assert_eq!((state.keys.len(), state.writes), (1, 20_000));
    assert_eq!(state.keys[0].values[0].data.as_ref().and_then(RegData::as_dword), Some(1));
    found_behind(&sections);
    let deleted: String =
        many(20_000, |number| format!("[-{SCHANNEL}\\Protocols\\TLS 1.2\\{number}]\r\n{key}"));
    found_behind(&deleted);
}

#[test]
fn a_megabyte_in_one_value() {
    let lines: String =
        (0..1 << 16).map(|_| "00,11,22,33,44,55,66,77,88,99,aa,bb,cc,dd,ee,ff,\\\r\n  ").collect();
    let text = format!("[HKEY_LOCAL_MACHINE\\SOFTWARE\\x]\r\n\"a\"=hex:{lines}00\r\n\"b\"=dword:1\r\n");
    let state = state(&text);
    let bytes = &state.keys[0].values[0].data.as_ref().expect("it is set").bytes;
    assert_eq!((bytes.len(), bytes[17], state.keys[0].values.len()), ((1 << 20) + 1, 0x11, 2));
    found_behind(&text);
    found_behind(&text.replace(r"SOFTWARE\x", &SCHANNEL["HKEY_LOCAL_MACHINE\\".len()..]));
    let one_line = format!("\"a\"=hex:{}00\r\n", "ff,".repeat(1 << 20));
    found_behind(&format!("[{SCHANNEL}]\r\n{one_line}\r\n"));
}

#[test]
fn thousands_of_escapes() {
    let text = format!("[HKEY_LOCAL_MACHINE\\SOFTWARE\\x]\r\n\"a\"=\"{}\"\r\n", "\\\\\\\"".repeat(20_000));
    let state = state(&text);
    let stored = state.keys[0].values[0].data.as_ref().and_then(RegData::as_text);
    assert_eq!(stored, Some("\\\"".repeat(20_000)));
    found_behind(&text);
}

#[test]
fn more_levels_than_there_can_be() {
    for (levels, code) in
        [(513, "reg-key-too-deep"), (100, "reg-key-too-many-new"), (50_000, "reg-key-too-deep")]
    {
        let text = format!("[HKEY_LOCAL_MACHINE{}]\r\n\"a\"=dword:1\r\n", "\\a".repeat(levels));
        let state = state(&text);
        assert_eq!((state.keys.len(), state.problems[0].code), (0, code), "{levels}");
        assert_eq!(state.problems[1].code, "reg-value-after-failed-key");
        found_behind(&text);
    }
}

fn wide(text: &str) -> Vec<u8> {
    [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

#[test]
fn utf_16_cut_off_or_ill_formed() {
    let text = wide(&format!("{HEADER}{}", tls12()));
    for (name, bytes, code) in [
        ("one byte too many", [&text[..], b"\r"].concat(), Some("reg-odd-length")),
        ("one byte lost at the end", text[..text.len() - 1].to_vec(), Some("reg-odd-length")),
        ("a lone surrogate in a comment", [&text[..], &[0x3B, 0, 0x00, 0xD8, 0x0A, 0]].concat(), None),
    ] {
        let report = read("export.reg", &bytes);
        let tls12 = &report.registry.protocols["TLS 1.2"];
        assert_eq!(tls12.client.state, RoleState::Disabled, "{name}");
        let codes: Vec<&str> = report.sources[0].problems.iter().map(|problem| &*problem.code).collect();
        assert_eq!(codes, Vec::from_iter(code), "{name}");
    }
}

#[test]
fn nuls_are_told_and_take_only_their_line() {
    for text in [
        format!("{HEADER}\0\0\0\0\r\n{}", tls12()),
        format!("{HEADER}[HKEY_LOCAL_MACHINE\\x]\r\n\"a\"=\"\0\"\r\n{}", tls12()),
    ] {
        for bytes in [text.as_bytes().to_vec(), wide(&text)] {
            let report = read("export.reg", &bytes);
            assert_eq!(report.registry.protocols["TLS 1.2"].client.state, RoleState::Disabled);
            assert_eq!(report.sources[0].problems[0].code, "reg-nul");
        }
    }
}

#[test]
fn a_file_that_is_none_says_what_it_is() {
    let hive = [b"regf".as_slice(), &[7; 5000]].concat();
    let zip = [b"PK\x03\x04".as_slice(), &[0, 1, 2, 3, 10, 13].repeat(1000)].concat();
    for (bytes, code) in [(hive, "reg-is-hive"), (zip, "reg-is-archive"), (Vec::new(), "reg-empty")] {
        let report = read("server.reg", &bytes);
        let problems = &report.sources[0].problems;
        assert_eq!(problems.iter().map(|problem| &*problem.code).collect::<Vec<_>>(), [code]);
        assert!(problems[0].message.ends_with('.'), "{}", problems[0].message);
        assert!(report.registry.values.is_empty(), "{code}");
    }
}

#[test]
fn work_for_strays_does_not_grow_with_the_square_of_their_number() {
    let section = |number: u32| {
        format!("[{SCHANNEL}\\Protocols\\TLS 1,2\\Client\\{number}]\r\n\"Enabled\"=dword:1\r\n")
    };
    let text = format!("[{SCHANNEL}\\Protocols\\TLS 1,2]\r\n{}", many(3000, section));
    let report = found_behind(&text);
    assert!(report.registry.strays.len() > 2000);
}
