use super::*;
use crate::decode::{Encoding, NoDecoder};
use crate::fact::Facts;
use crate::known::Known;
use crate::span::SourceId;

const HEAD: &str = "Windows Registry Editor Version 5.00\r\n\r\n";
const CLIENT: &str = r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client";

fn facts(bytes: &[u8], size: usize) -> Facts {
    let encoding = Encoding::detect(bytes);
    let skipped = encoding.bom_len();
    let origin = Origin { source: SourceId(0), encoding, offset: skipped as u64, line: 1 };
    let mut reader = RegReader::file(origin, "ex01.reg");
    let mut facts = Facts::default();
    let mut sink = Sink { facts: &mut facts, decoder: &NoDecoder };
    bytes[skipped..].chunks(size).for_each(|chunk| reader.feed(chunk, &mut sink));
    reader.finish(&mut sink);
    facts
}

fn shown(text: &str) -> Vec<String> {
    import(text.as_bytes())
        .keys
        .iter()
        .flat_map(|key| {
            let of = |value: &ValueState| match &value.data {
                Some(data) => format!("{}|{}|{}|{}", key.path, value.name, data.type_name(), data.hex()),
                None => format!("{}|{}|delete", key.path, value.name),
            };
            let values: Vec<String> = key.values.iter().map(of).collect();
            if values.is_empty() {
                vec![format!("{}{}", if key.deleted { "-" } else { "" }, key.path)]
            } else {
                values
            }
        })
        .collect()
}

/// What one line leaves under one key.
fn line(line: &str) -> Vec<String> {
    shown(&format!("{HEAD}[HKEY_CURRENT_USER\\K]\r\n{line}\r\n"))
        .into_iter()
        .map(|shown| shown.trim_start_matches(r"HKEY_CURRENT_USER\K").trim_start_matches('|').to_owned())
        .filter(|shown| !shown.is_empty())
        .collect()
}

fn codes(text: &str) -> Vec<(u64, &'static str)> {
    import(text.as_bytes()).problems.iter().map(|problem| (problem.mark.span.line, problem.code)).collect()
}

fn code(text: &str) -> &'static str {
    codes(&format!("{HEAD}[HKEY_CURRENT_USER\\K]\r\n{text}\r\n"))
        .iter()
        .map(|(_, code)| *code)
        .find(|code| *code != "reg-utf8-without-mark")
        .unwrap_or_default()
}

#[test]
fn a_dword_has_one_to_eight_digits() {
    assert_eq!(line(r#""a"=dword:1"#), ["a|REG_DWORD|01000000"]);
    assert_eq!(line(r#""a" = dword:  000000fF ; on"#), ["a|REG_DWORD|ff000000"]);
    assert_eq!(line(r#""a"=dword:;none"#), ["a|REG_DWORD|00000000"]);
    for (data, reason) in [
        ("dword:000000000", "reg-dword-digits"),
        ("dword:", "reg-dword-empty"),
        ("dword:0x1", "reg-dword-0x"),
        ("dword:1 # on", "reg-hash-comment"),
        ("dword:1\\", "reg-dword-continued"),
        ("dword:hello", "reg-dword-damaged"),
        ("dword：00000001", "reg-colon-full-width"),
        ("DWORD:1", "reg-type-case"),
        ("duplaszó:1", "reg-type-unknown"),
        ("“x”", "reg-quotes-typographic"),
    ] {
        assert_eq!(line(&format!("\"a\"={data}")), Vec::<String>::new(), "{data}");
        assert_eq!(code(&format!("\"a\"={data}")), reason, "{data}");
    }
}

#[test]
fn hexadecimal_data_may_have_any_type_and_length() {
    assert_eq!(line(r#""a"=hex:01,2,ff"#), ["a|REG_BINARY|0102ff"]);
    assert_eq!(line(r#""a"=hex(4):01"#), ["a|REG_DWORD|01"]);
    assert_eq!(line(r#""a"=hex(b):01,00,00,00,00,00,00,00"#), ["a|REG_QWORD|0100000000000000"]);
    assert_eq!(line(r#""a"=hex(2):41,00"#), ["a|REG_EXPAND_SZ|41000000"]);
    assert_eq!(line(r#""a"=hex(7):"#), ["a|REG_MULTI_SZ|"]);
    assert_eq!(line(r#""a"=hex(ffffffff):01"#), ["a|hex(ffffffff)|01"]);
    for (data, reason) in [
        ("hex(100000000):01", "reg-hex-type"),
        ("hex(0x2):01", "reg-hex-type"),
        ("hex:1,,2", "reg-hex-damaged"),
        ("hex:100", "reg-hex-byte-large"),
        ("hex:01 02", "reg-hex-damaged"),
        ("hex:01\\", "reg-hex-comma-missing"),
        ("hex:01,\\x", "reg-hex-backslash"),
    ] {
        assert_eq!(code(&format!("\"a\"={data}")), reason, "{data}");
    }
}

#[test]
fn a_dangling_backslash_swallows_the_next_line() {
    assert_eq!(line("\"a\"=hex:01,\\\r\n\r\n ; note\r\n  02,\\ ;x\r\n03"), ["a|REG_BINARY|010203"]);
    let swallowed = line("\"a\"=hex:01,\\\r\n\"b\"=dword:1\r\n\"c\"=dword:2");
    assert_eq!(swallowed, ["c|REG_DWORD|02000000"]);
    // At the end of the file the bytes so far are stored.
    assert_eq!(line("\"a\"=hex(1):41,00,\\"), ["a|REG_SZ|41000000"]);
}

#[test]
fn the_key_ends_at_the_last_bracket() {
    let text =
        format!("{HEAD}[HKEY_CURRENT_USER\\K] \"a\"=dword:1\r\n[HKEY_CURRENT_USER\\L] ; see [KB1]\r\n");
    assert_eq!(shown(&text), [r"HKEY_CURRENT_USER\K", r"HKEY_CURRENT_USER\L] ; see [KB1"]);
    assert_eq!(codes(&text), [(3, "reg-text-after-key"), (4, "reg-bracket-in-key")]);
}

#[test]
fn lines_run_from_top_to_bottom() {
    let key = r"HKEY_CURRENT_USER\K";
    let text = format!(
        "{HEAD}[{key}\\L]\r\n\"a\"=dword:1\r\n\"A\"=dword:2\r\n[-{key}]\r\n\"b\"=dword:1\r\n[{key}]\r\n\"c\"=-\r\n@=\"x\"\r\n"
    );
    assert_eq!(shown(&text), [format!("{key}|c|delete"), format!("{key}||REG_SZ|78000000")]);
    assert_eq!(codes(&text), [(7, "reg-value-after-deleted-key")]);
}

#[test]
fn a_broken_section_leaves_the_key_before_it_open() {
    let text = format!(
        "{HEAD}[HKEY_CURRENT_USER\\K]\r\n[HKEY_CURRENT_USER\\L\r\n\"a\"=dword:1\r\n[HKLM\\M]\r\n\"b\"=dword:1\r\n"
    );
    assert_eq!(shown(&text), [r"HKEY_CURRENT_USER\K|a|REG_DWORD|01000000"]);
    assert_eq!(
        codes(&text),
        [(4, "reg-key-unclosed"), (6, "reg-root-short"), (7, "reg-value-after-failed-key")]
    );
}

#[test]
fn strings_take_escapes_and_comments() {
    assert_eq!(line(r#""a\"b"="c\\d" ;e"#), [r#"a"b|REG_SZ|63005c0064000000"#]);
    assert_eq!(line(r#""a"="b"c"#), Vec::<String>::new());
    assert_eq!(code(r#""a"="b" # c"#), "reg-hash-comment");
    assert_eq!(code(r#""a"="b"#), "reg-string-unclosed");
    assert_eq!(code(r#""a"="\0""#), "reg-escape-zero");
    assert_eq!(code(r#""a"="C:\x""#), "reg-escape-unknown");
    assert_eq!(code(r#""a"dword:1"#), "reg-equals-missing");
}

#[test]
fn the_first_line_decides() {
    let body = "\r\n[HKEY_CURRENT_USER\\K]\r\n\"a\"=dword:1\r\n";
    for (first, accepted, reason) in [
        ("Windows Registry Editor Version 5.00", true, ""),
        (" \tREGEDIT4", true, ""),
        ("REGEDIT5", false, "reg-header-silent"),
        ("regedit4", false, "reg-header-misspelt"),
        ("", false, "reg-header-after-blank"),
        ("; x", false, "reg-header-after-comment"),
        ("Windows Registry Editor Version 5.00 ", false, "reg-header-trailing"),
        ("[HKEY_CURRENT_USER\\K]", false, "reg-header-missing"),
        ("regf", false, "reg-is-hive"),
        ("PK\u{3}\u{4}", false, "reg-is-archive"),
        ("<!DOCTYPE html>", false, "reg-is-web-page"),
    ] {
        let state = import(format!("{first}{body}").as_bytes());
        assert_eq!(state.accepted, accepted, "{first}");
        assert_eq!(state.problems.first().map_or("", |problem| problem.code), reason, "{first}");
        assert_eq!(state.keys.is_empty(), !accepted, "{first}");
    }
    assert_eq!(codes(""), [(1, "reg-empty")]);
}

#[test]
fn the_header_tells_how_bytes_of_strings_are_read() {
    let text = "REGEDIT4\r\n[HKEY_CURRENT_USER\\K]\r\n\"a\"=hex(2):41,80\r\n";
    assert_eq!(shown(text), [r"HKEY_CURRENT_USER\K|a|REG_EXPAND_SZ|4100ac200000"]);
}

#[test]
fn windows_31_sets_default_values_alone() {
    let text = "REGEDIT\r\nHKEY_CLASSES_ROOT\\.x =  y \r\n HKEY_CLASSES_ROOT\\.z = y\r\n";
    assert_eq!(shown(text), [r"HKEY_CLASSES_ROOT\.x||REG_SZ|2000790020000000"]);
}

#[test]
fn a_path_can_be_too_deep_or_too_long() {
    let deep =
        |levels: usize| format!("{HEAD}[HKEY_CURRENT_USER{}]\r\n\"a\"=dword:1\r\n", r"\k".repeat(levels));
    assert_eq!(codes(&deep(20)), []);
    assert_eq!(codes(&deep(40)), [(3, "reg-key-too-many-new"), (4, "reg-value-after-failed-key")]);
    assert_eq!(codes(&deep(513))[0], (3, "reg-key-too-deep"));
    let long = format!("{HEAD}[HKEY_CURRENT_USER\\{}]\r\n", "k".repeat(256));
    assert_eq!(codes(&long), [(3, "reg-key-name-too-long")]);
}

#[test]
fn facts_keep_what_is_there_what_is_not_and_what_was_meant() {
    let text = format!(
        "{HEAD}[{CLIENT}]\r\n\"Enabled\"=dword:00000001\r\n\"DisabledByDefault\"=dword:000000000\r\n"
    );
    let facts = facts(text.as_bytes(), 7);
    let [server] = facts.servers.as_slice() else { panic!("one server") };
    assert!(matches!(server.dword(CLIENT, "enabled"), Known::Is(1, mark) if mark.span.line == 4));
    assert_eq!(server.dword(CLIENT, "DisabledByDefault"), Known::Unknown, "its line does nothing");
    assert_eq!(server.dword(&CLIENT.replace("Client", "Server"), "Enabled"), Known::Unknown);
    let [dropped] = server.dropped.as_slice() else { panic!("one line") };
    assert_eq!((dropped.code, dropped.mark.span.line), ("reg-dword-digits", 5));
    let path = crate::registry::ValuePath::new(CLIENT, "DisabledByDefault");
    assert_eq!(dropped.meant, Meant::Value { path, data: Some(RegData::dword(0)) });
}

#[test]
fn a_refused_file_leaves_nothing_but_what_it_meant() {
    let text = format!("[{CLIENT}]\n\"Enabled\"=dword:00000000\n");
    let facts = facts(text.as_bytes(), text.len());
    let [server] = facts.servers.as_slice() else { panic!("one server") };
    assert_eq!(server.refused.len(), 1);
    assert_eq!(server.keys().count(), 0);
    assert_eq!(server.dropped.len(), 2);
}

#[test]
fn the_cut_makes_no_difference() {
    let text = format!(
        "{HEAD}[{CLIENT}]\r\n\"Enabled\"=hex(4):01,\\\r\n  00,00,00\r\n\r\n;x\r\n[{CLIENT} \"a\"\n\u{a0}\"DisabledByDefault\"=dword:0\r"
    );
    let wide: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for bytes in [text.as_bytes(), &wide] {
        let whole = format!("{:?}", facts(bytes, bytes.len()));
        for size in 1..80 {
            assert_eq!(whole, format!("{:?}", facts(bytes, size)), "chunks of {size}");
        }
        for end in 0..bytes.len() {
            let _ = import(&bytes[..end]);
        }
    }
}

#[test]
fn however_much_there_is_the_places_that_schannel_reads_are_kept() {
    let schannel = CLIENT.strip_suffix(r"\Protocols\TLS 1.2\Client").unwrap();
    let stray =
        |number: u32| format!("[{schannel}\\x{number}]\r\n\"a\"=dword:1\r\n\"Enabled\"=dword:000000001\r\n");
    let strays: String = (0..3000).map(stray).collect::<Vec<_>>().concat();
    let text = format!("{HEAD}{strays}[{CLIENT}]\r\n\"Enabled\"=dword:00000000\r\n");
    let facts = facts(text.as_bytes(), 64 << 10);
    let [server] = facts.servers.as_slice() else { panic!("one server") };
    assert!(server.keys().count() <= ServerFacts::STRAY_LIMIT + 1);
    assert_eq!(server.dropped.len(), ServerFacts::DROPPED_LIMIT);
    assert!(matches!(server.dword(CLIENT, "Enabled"), Known::Is(0, _)));
    assert_eq!(facts.problems.count(SourceId(0), "reg-dword-digits"), 3000);
    assert_eq!(facts.problems.count(SourceId(0), "reg-too-much"), 1);
}

#[test]
fn text_that_is_no_valid_utf_16_is_stored_as_it_is() {
    let mut bytes = vec![0xFF, 0xFE];
    bytes.extend(
        format!("{HEAD}[HKEY_CURRENT_USER\\K]\r\n\"a\"=\"").encode_utf16().flat_map(u16::to_le_bytes),
    );
    bytes.extend([0x00, 0xD8, 0x22, 0x00, 0x0D, 0x00, 0x0A, 0x00, 0x41]);
    let state = import(&bytes);
    let data = state.keys[0].values[0].data.as_ref().unwrap();
    assert_eq!(data.bytes, [0x00, 0xD8, 0x00, 0x00]);
    assert!(state.problems.iter().any(|problem| problem.code == "reg-odd-length"));
}
