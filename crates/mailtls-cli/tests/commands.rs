//! The `mailtls` command as a shell sees it: exit codes and bytes.
#![expect(clippy::expect_used, reason = "helpers of tests fail as tests do")]

use serde_json::Value;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const KEY: &str =
    r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2";

/// Runs the command in `folder`.
fn mailtls(folder: &TempDir, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_mailtls")).current_dir(folder).args(args).output().expect("started")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("ended by itself")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn utf16(text: &str) -> Vec<u8> {
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

/// An export with both roles set to the same two values.
fn export(enabled: u32, disabled_by_default: u32) -> Vec<u8> {
    let role = |role: &str| {
        format!(
            "[{KEY}\\{role}]\r\n\"Enabled\"=dword:{enabled:08x}\r\n\
             \"DisabledByDefault\"=dword:{disabled_by_default:08x}\r\n\r\n"
        )
    };
    utf16(&format!("Windows Registry Editor Version 5.00\r\n\r\n{}{}", role("Client"), role("Server")))
}

fn put(folder: &TempDir, name: &str, bytes: &[u8]) {
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).expect("made");
    fs::write(path, bytes).expect("written");
}

fn get(folder: &TempDir, name: &str) -> Vec<u8> {
    fs::read(folder.path().join(name)).expect("there")
}

/// A folder with a broken and a healthy export.
fn folder() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    put(&folder, "broken.reg", &export(0, 1));
    put(&folder, "healthy.reg", &export(1, 0));
    folder
}

#[test]
fn the_exit_code_tells_whether_something_is_wrong() {
    let folder = folder();
    for (args, expected) in [
        (["diagnose", "broken.reg"].as_slice(), 1),
        (&["diagnose", "healthy.reg"], 0),
        (&["diagnose", "broken.reg", "healthy.reg"], 1),
        (&["diagnose", "missing.reg"], 2),
        (&["diagnose", "broken.reg", "missing.reg"], 2),
        (&["diagnose"], 2),
        (&["diagnose", "--os", "XP", "broken.reg"], 2),
        (&["no-such-command"], 2),
        (&[], 2),
        (&["--version"], 0),
        (&["--help"], 0),
    ] {
        assert_eq!(code(&mailtls(&folder, args)), expected, "{args:?}");
    }
}

#[test]
fn an_error_names_the_file_and_prints_no_report() {
    let output = mailtls(&folder(), &["diagnose", "broken.reg", "missing.reg"]);
    assert!(output.stdout.is_empty());
    assert!(stderr(&output).contains("missing.reg"), "{}", stderr(&output));
}

#[test]
fn json_is_one_document_and_names_the_file_as_the_page_does() {
    let folder = folder();
    let path = folder.path().join("broken.reg");
    let output = mailtls(&folder, &["diagnose", "--format", "json", path.to_str().expect("UTF-8")]);
    let report = json(&output);
    assert_eq!(report["schema"], 1);
    assert_eq!(report["verdict"]["cause"], "tls-version");
    assert_eq!(report["sources"][0]["name"], "broken.reg");
    assert_eq!(report["sources"][0]["kind"], "reg");
    let again = mailtls(&folder, &["diagnose", "--format", "json", "broken.reg"]);
    assert_eq!(output.stdout, again.stdout);
}

#[test]
fn every_format_and_language_says_something() {
    let folder = folder();
    for format in ["text", "json", "markdown", "html"] {
        let [en, es, pt] = ["en", "es", "pt-BR"].map(|lang| {
            mailtls(&folder, &["diagnose", "--format", format, "--lang", lang, "broken.reg"]).stdout
        });
        assert!(en.len().min(es.len()).min(pt.len()) > 200, "{format}");
        assert!(en != es && es != pt && pt != en, "{format}");
    }
}

#[test]
fn a_hyphen_is_standard_input() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_mailtls"))
        .args(["diagnose", "--format", "json", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("started");
    child.stdin.take().expect("piped").write_all(&export(0, 1)).expect("written");
    let output = child.wait_with_output().expect("ended");
    assert_eq!(code(&output), 1);
    assert_eq!(json(&output)["sources"][0]["name"], "stdin");
    assert_eq!(code(&mailtls(&folder(), &["diagnose", "-", "-"])), 2);
}

#[test]
fn folders_are_walked_and_files_of_one_name_told_apart() {
    let folder = folder();
    put(&folder, "servers/ex01/tls.reg", &export(1, 0));
    put(&folder, "servers/ex02/tls.reg", &export(1, 0));
    let report = json(&mailtls(&folder, &["diagnose", "--format", "json", "servers"]));
    let names = report["sources"].as_array().expect("a list").iter().map(|source| source["name"].clone());
    assert_eq!(names.collect::<Vec<_>>(), ["ex01/tls.reg", "ex02/tls.reg"]);
    fs::create_dir(folder.path().join("empty")).expect("made");
    let output = mailtls(&folder, &["diagnose", "empty"]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("empty"));
}

#[test]
fn colour_is_for_terminals_and_for_those_who_force_it() {
    let folder = folder();
    let run = |variables: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mailtls"));
        command.current_dir(&folder).args(["diagnose", "broken.reg"]).envs(variables.iter().copied());
        command.output().expect("started").stdout.contains(&0x1b)
    };
    assert!(!run(&[]));
    assert!(run(&[("CLICOLOR_FORCE", "1")]));
    assert!(!run(&[("NO_COLOR", "1")]));
}

#[test]
fn a_fix_and_its_undo_are_written_as_regedit_writes() {
    let folder = folder();
    let args = ["fix", "broken.reg", "-o", "fix.reg", "--undo", "undo.reg", "--powershell", "fix.ps1"];
    let output = mailtls(&folder, &args);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    for name in ["fix.reg", "undo.reg"] {
        let bytes = get(&folder, name);
        assert!(bytes.starts_with(&[0xff, 0xfe]), "{name}");
        let units: Vec<u16> =
            bytes[2..].chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        let text = String::from_utf16(&units).expect("UTF-16");
        assert!(text.starts_with("Windows Registry Editor Version 5.00\r\n"), "{name}");
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{name}");
    }
    assert!(get(&folder, "fix.ps1").len() > 100);
    let show = |name: &str| stdout(&mailtls(&folder, &["reg", "show", "--json", name]));
    assert!(show("fix.reg").contains("\"hex\": \"01000000\""));
    assert!(show("undo.reg").contains("\"hex\": \"00000000\""));
}

#[test]
fn every_form_of_the_change_is_written_where_asked() {
    let folder = folder();
    let mut stray = export(0, 1);
    stray.extend(&utf16("[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1,2\\Client]\r\n\"Enabled\"=dword:00000001\r\n")[2..]);
    put(&folder, "stray.reg", &stray);
    let args = ["fix", "stray.reg", "-o", "a.reg", "--commands", "a.cmd", "--group-policy", "Registry.xml"];
    assert_eq!(code(&mailtls(&folder, &args)), 0);
    let text = |name: &str| String::from_utf8_lossy(&get(&folder, name)).replace('\0', "");
    assert!(!text("a.reg").contains("TLS 1,2"));
    assert!(text("a.cmd").contains("reg add") && text("Registry.xml").contains("<RegistrySettings"));
    let asked = ["fix", "stray.reg", "-o", "b.reg", "--commands", "b.cmd", "--remove-strays"];
    assert_eq!(code(&mailtls(&folder, &asked)), 0);
    assert!(text("b.reg").contains("TLS 1,2\\Client]") && text("b.cmd").contains("reg delete"));
}

#[test]
fn an_export_can_be_said_to_be_of_a_server() {
    let folder = folder();
    put(&folder, "one.reg", &export(0, 1));
    put(&folder, "two.reg", &export(0, 1));
    let args = [
        "diagnose",
        "--format",
        "json",
        "one.reg",
        "two.reg",
        "--server",
        "one.reg=EX01",
        "--server",
        "two.reg=EX02",
    ];
    let servers = json(&mailtls(&folder, &args))["servers"].clone();
    assert_eq!((&servers[0]["name"], &servers[1]["name"]), (&"EX01".into(), &"EX02".into()));
    let unsaid =
        json(&mailtls(&folder, &["diagnose", "--format", "json", "one.reg", "two.reg"]))["servers"].clone();
    assert_eq!((&unsaid[0]["name"], &unsaid[1]["name"]), (&"one".into(), &"two".into()));
    let wrong = mailtls(&folder, &["diagnose", "one.reg", "--server", "three.reg=EX03"]);
    assert_eq!(code(&wrong), 2);
    assert!(stderr(&wrong).contains("three.reg"));
}

#[test]
fn nothing_to_fix_writes_nothing() {
    let folder = folder();
    let output = mailtls(&folder, &["fix", "healthy.reg", "-o", "fix.reg"]);
    assert_eq!(code(&output), 0);
    assert!(!stdout(&output).trim().is_empty());
    assert!(!folder.path().join("fix.reg").exists());
}

#[test]
fn no_input_and_no_unnamed_file_is_overwritten() {
    let folder = folder();
    let before = get(&folder, "broken.reg");
    for args in [
        ["fix", "broken.reg", "-o", "broken.reg"].as_slice(),
        &["fix", "broken.reg", "-o", "./broken.reg"],
        &["fix", "broken.reg", "-o", "new.reg", "--undo", "broken.reg"],
        &["fix", "broken.reg", "-o", "same.reg", "--undo", "same.reg"],
    ] {
        assert_eq!(code(&mailtls(&folder, args)), 2, "{args:?}");
    }
    assert_eq!(get(&folder, "broken.reg"), before);
    assert!(!folder.path().join("new.reg").exists());
    put(&folder, "mailtls-fix.reg", b"mine");
    assert_eq!(code(&mailtls(&folder, &["fix", "broken.reg"])), 2);
    assert_eq!(get(&folder, "mailtls-fix.reg"), b"mine");
}

#[test]
fn reg_show_gives_the_state_an_import_leaves() {
    let folder = folder();
    let text = "Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\A]\r\n\
                \"Text\"=\"é\"\r\n\"Number\"=dword:0000000a\r\n\"Gone\"=-\r\n\"Long\"=dword:000000000\r\n\r\n\
                [-HKEY_LOCAL_MACHINE\\SOFTWARE\\B]\r\n";
    put(&folder, "a.reg", &utf16(text));
    let output = mailtls(&folder, &["reg", "show", "--json", "a.reg"]);
    assert_eq!(code(&output), 0);
    let state = json(&output);
    let values = state["keys"][0]["values"].as_array().expect("a list");
    let field = |name: &str, field: &str| {
        values.iter().find(|value| value["name"] == name).expect("a value of that name")[field].clone()
    };
    assert_eq!((field("Text", "type"), field("Text", "hex")), ("REG_SZ".into(), "e9000000".into()));
    assert_eq!(field("Text", "value"), "é");
    assert_eq!((field("Number", "type"), field("Number", "hex")), ("REG_DWORD".into(), "0a000000".into()));
    assert_eq!(field("Gone", "type"), "delete");
    assert_eq!(values.len(), 3);
    assert_eq!(state["keys"][1]["deleted"], true);
    assert_eq!(state["problems"][0]["line"], 7);
    assert!(stdout(&mailtls(&folder, &["reg", "show", "a.reg"])).contains("`Number` (REG_DWORD) = 10"));
}

#[test]
fn rules_are_listed_and_explained() {
    let folder = folder();
    let rules = json(&mailtls(&folder, &["rules", "--json"]));
    assert!(rules.as_array().expect("a list").iter().all(|rule| rule["title"] != ""));
    assert!(stdout(&mailtls(&folder, &["rules"])).contains("tls12-client-disabled"));
    let page = mailtls(&folder, &["explain", "tls12-client-disabled"]);
    assert_eq!(code(&page), 0);
    assert!(stdout(&page).contains("https://learn.microsoft.com/"));
    assert!(stdout(&page).contains("\nHow it decides:\n"), "{}", stdout(&page));
    for rule in rules.as_array().expect("a list") {
        let id = rule["rule"].as_str().expect("an id");
        let page = stdout(&mailtls(&folder, &["explain", id]));
        let decision = page.split_once("\nHow it decides:\n").map(|(_, rest)| rest.trim_start());
        assert!(decision.is_some_and(|words| !words.starts_with("Sources")), "{id}");
    }
    let unknown = mailtls(&folder, &["explain", "tls12-client"]);
    assert_eq!(code(&unknown), 2);
    assert!(stderr(&unknown).contains("did you mean"), "{}", stderr(&unknown));
}

#[test]
fn completions_and_the_manual_page_are_made() {
    let folder = folder();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        assert!(stdout(&mailtls(&folder, &["completions", shell])).contains("mailtls"), "{shell}");
    }
    assert!(stdout(&mailtls(&folder, &["man"])).contains(".SH NAME"));
    assert_eq!(code(&mailtls(&folder, &["man", "."])), 0);
    for page in
        ["mailtls", "mailtls-diagnose", "mailtls-fix", "mailtls-reg", "mailtls-reg-show", "mailtls-rules"]
    {
        let page = String::from_utf8(get(&folder, &format!("{page}.1"))).expect("the manual is text");
        assert!(page.contains(".SH SYNOPSIS"), "{page}");
    }
    assert_eq!(code(&mailtls(&folder, &["man", "no/such/folder"])), 2);
}

#[test]
fn what_is_no_evidence_is_named_for_what_it_is() {
    let folder = folder();
    for (name, bytes, sentence) in [
        ("screenshot.jpg", b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0".as_slice(), "looks like a picture"),
        ("logs.zip", b"PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0\0\0\0\0", "compressed archive"),
        ("SYSTEM.hiv", b"regf\x01\0\0\0\x01\0\0\0\0\0\0\0", "registry hive"),
        (
            "u_ex260101.log",
            b"#Software: Microsoft Internet Information Services 10.0\n#Fields: date time cs-uri-stem sc-status\n2026-01-01 10:00:00 /owa 200\n",
            "IIS",
        ),
        ("empty.txt", b"", "file is empty"),
        ("random.bin", b"\x01\x02\x03\x04\0\0\0\x05\x06\x07\x0e\x0f\0\0\x10\x11", "does not look like text"),
    ] {
        put(&folder, name, bytes);
        let output = mailtls(&folder, &["diagnose", name]);
        let said = stdout(&output).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains(sentence), "{name}: {said}");
    }
}

#[test]
fn the_charset_of_a_part_of_a_message_is_read() {
    let folder = folder();
    for (charset, words, expected) in [
        ("iso-8859-1", b"421 4.4.2 Conexi\xF3n interrumpida debido a SocketError".as_slice(), "Conexión"),
        ("windows-1252", b"421 4.4.2 \x93Conexi\xF3n\x94 interrumpida debido a SocketError", "“Conexión”"),
        ("shift_jis", b"421 4.4.2 SocketError \x82\xC9\x82\xE6\x82\xE8\x90\xD8\x92\x66", "により切断"),
    ] {
        let mut message = format!(
            "From: postmaster@contoso.com\r\nTo: kim@contoso.com\r\nSubject: Undeliverable\r\nMIME-Version: 1.0\r\n\
             Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        )
        .into_bytes();
        message.extend_from_slice(words);
        message.extend_from_slice(b"\r\n");
        put(&folder, "bounce.eml", &message);
        let report = json(&mailtls(&folder, &["diagnose", "--format", "json", "bounce.eml"]));
        let quote = report["findings"][0]["evidence"][0]["quote"].as_str().unwrap_or_default();
        assert!(quote.contains(expected), "{charset}: {quote}");
        assert_eq!(report["verdict"]["cause"], "tls-version", "{charset}");
    }
}

/// A session that failed, its rows from one number to another.
fn send_log(rows: std::ops::Range<usize>) -> String {
    let all = [
        "0,10.0.0.10:20000,203.0.113.9:25,*,,attempting to connect",
        "1,10.0.0.10:20000,203.0.113.9:25,+,,",
        "2,10.0.0.10:20000,203.0.113.9:25,<,220 contoso-com.mail.protection.outlook.com ready,",
        "3,10.0.0.10:20000,203.0.113.9:25,>,STARTTLS,",
        "4,10.0.0.10:20000,203.0.113.9:25,<,220 2.0.0 SMTP server ready,",
        "5,10.0.0.10:20000,203.0.113.9:25,*,,TLS negotiation failed with error SocketError",
        "6,10.0.0.10:20000,203.0.113.9:25,-,,Local",
    ];
    let rows = all.get(rows).expect("rows of the session");
    let line = |row| format!("2026-11-03T08:15:02.000Z,Outbound to Office 365,08DE1A0C5B7F2A41,{row}\r\n");
    ["#Log-type: SMTP Send Protocol Log\r\n".to_owned()].into_iter().chain(rows.iter().map(line)).collect()
}

#[test]
fn what_was_read_apart_is_merged_to_the_report_of_the_whole() {
    let folder = folder();
    put(&folder, "1.log", send_log(0..4).as_bytes());
    put(&folder, "2.log", send_log(4..7).as_bytes());
    let whole = mailtls(&folder, &["diagnose", "--format", "json", "1.log", "2.log", "broken.reg"]);
    assert_eq!(json(&whole)["smtp"]["sessions"], 1);
    for (name, inputs) in [("a.part", ["1.log"].as_slice()), ("b.part", &["broken.reg", "2.log"])] {
        let args: Vec<&str> = ["diagnose", "--partial"].into_iter().chain(inputs.iter().copied()).collect();
        let part = mailtls(&folder, &args);
        assert_eq!(code(&part), 0, "{}", stderr(&part));
        put(&folder, name, &part.stdout);
    }
    let merged = mailtls(&folder, &["merge", "--format", "json", "b.part", "a.part"]);
    assert_eq!((code(&merged), stdout(&merged)), (code(&whole), stdout(&whole)));
    put(&folder, "c.part", &mailtls(&folder, &["merge", "--partial", "a.part", "b.part"]).stdout);
    assert_eq!(stdout(&mailtls(&folder, &["merge", "--format", "json", "c.part"])), stdout(&whole));
    let refused = mailtls(&folder, &["merge", "1.log"]);
    assert_eq!((code(&refused), stderr(&refused).contains("not a partial result")), (2, true));
}

#[test]
fn packed_logs_are_read_as_what_is_in_them() {
    let folder = folder();
    let log = send_log(0..7);
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(log.as_bytes()).expect("packed");
    put(&folder, "1.log.gz", &gzip.finish().expect("packed"));
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for name in ["logs/2.log", "logs/3.log"] {
        let stored =
            zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        zip.start_file(name, stored).expect("packed");
        zip.write_all(log.as_bytes()).expect("packed");
    }
    put(&folder, "more.zip", &zip.finish().expect("packed").into_inner());
    let report = json(&mailtls(&folder, &["diagnose", "--format", "json", "1.log.gz", "more.zip"]));
    let names: Vec<&Value> =
        report["sources"].as_array().expect("sources").iter().map(|source| &source["name"]).collect();
    assert_eq!(names, ["1.log", "2.log", "3.log"]);
    assert_eq!(report["smtp"]["sessions"], 3);
}

/// Two sessions that lie across each other: one whose handshake fails, one that agrees on TLS 1.0.
const LOG: &str = "#Log-type: SMTP Send Protocol Log\r\n\
    2026-11-03T08:15:02.000Z,Out,08DE1A0C5B7F2A41,0,10.0.0.1:3,203.0.113.25:25,+,,\r\n\
    2026-11-03T08:15:02.100Z,Out,08DE1A0C5B7F2A42,0,10.0.0.1:4,198.51.100.7:25,+,,\r\n\
    2026-11-03T08:15:02.200Z,Out,08DE1A0C5B7F2A41,1,10.0.0.1:3,203.0.113.25:25,>,STARTTLS,\r\n\
    2026-11-03T08:15:02.300Z,Out,08DE1A0C5B7F2A42,1,10.0.0.1:4,198.51.100.7:25,*,,TLS protocol SP_PROT_TLS1_0_CLIENT negotiation succeeded using bulk encryption algorithm CALG_AES_256 with strength 256 bits\r\n\
    2026-11-03T08:15:02.400Z,Out,08DE1A0C5B7F2A41,2,10.0.0.1:3,203.0.113.25:25,*,,TLS negotiation failed with error NoCredentials\r\n\
    2026-11-03T08:15:02.500Z,Out,08DE1A0C5B7F2A42,2,10.0.0.1:4,198.51.100.7:25,-,,Local\r\n\
    2026-11-03T08:15:02.600Z,Out,08DE1A0C5B7F2A41,3,10.0.0.1:3,203.0.113.25:25,-,,Local\r\n";

#[test]
fn sessions_are_found_by_what_they_say_and_by_how_they_came_out() {
    let folder = TempDir::new().expect("made");
    put(&folder, "SEND.LOG", LOG.as_bytes());
    let found = |args: &[&str]| {
        let output = mailtls(&folder, &[&["log", "--json", "SEND.LOG"], args].concat());
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        let sessions = json(&output).as_array().expect("a list").clone();
        let ends =
            |session: &Value| session["session"].as_str().expect("an id").replace("08DE1A0C5B7F2A", "");
        sessions.iter().map(ends).collect::<Vec<_>>()
    };
    assert_eq!(found(&[]), ["42", "41"]);
    assert_eq!(found(&["--match", "error (no|unknown)credentials$"]), ["41"]);
    assert_eq!(found(&["--outcome", "tls 1.0"]), ["42"]);
    assert_eq!(found(&["--outcome", "failed", "--match", "TLS1_0"]), [] as [&str; 0]);
    assert_eq!(found(&["--peer", "203.0.113."]), ["41"]);
    assert_eq!(found(&["--limit", "1"]), ["42"]);
}

#[test]
fn a_session_is_shown_with_all_its_rows_also_out_of_an_archive() {
    let folder = TempDir::new().expect("made");
    put(&folder, "SEND.LOG", LOG.as_bytes());
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(LOG.as_bytes()).expect("packed");
    put(&folder, "SEND.LOG.gz", &packed.finish().expect("packed"));
    for name in ["SEND.LOG", "SEND.LOG.gz"] {
        let output = mailtls(&folder, &["log", "--outcome", "failed", "--full", name]);
        let text = stdout(&output);
        assert!(text.ends_with("\n1 session fits.\n"), "{text}");
        assert_eq!(text.lines().filter(|line| line.starts_with("    ")).count(), 4, "{text}");
        assert!(text.contains("SEND.LOG:2"), "{text}");
    }
}

#[test]
fn what_cannot_be_searched_is_refused_with_a_reason() {
    let folder = TempDir::new().expect("made");
    put(&folder, "bounce.txt", b"421 4.4.2 Connection dropped due to SocketError");
    for (args, said) in [
        (&["bounce.txt"][..], "none of the files is an SMTP protocol log"),
        (&["-"], "standard input can be read only once"),
        (&["--match", "(", "bounce.txt"], "unclosed group"),
    ] {
        let output = mailtls(&folder, &[&["log"], args].concat());
        assert_eq!(code(&output), 2);
        assert!(stderr(&output).contains(said), "{}", stderr(&output));
    }
}
