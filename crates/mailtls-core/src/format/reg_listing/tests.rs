use super::*;
use crate::decode::{Encoding, NoDecoder};
use crate::fact::Facts;
use crate::known::Known;
use crate::span::SourceId;
use crate::vocabulary::Os;

const PROTOCOLS: &str =
    r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols";

fn read(text: &str) -> ServerFacts {
    let read = |size: usize| {
        let origin =
            Origin { source: SourceId(0), encoding: Encoding::detect(text.as_bytes()), offset: 0, line: 1 };
        let mut reader = ListingReader::new(origin, "paste");
        let mut facts = Facts::default();
        let mut sink = Sink { facts: &mut facts, decoder: &NoDecoder };
        text.as_bytes().chunks(size).for_each(|chunk| reader.feed(chunk, &mut sink));
        reader.finish(&mut sink);
        facts.servers.into_iter().next().unwrap_or_default()
    };
    let whole = read(text.len());
    assert_eq!(format!("{whole:?}"), format!("{:?}", read(3)));
    whole
}

fn dword(server: &ServerFacts, place: &str, name: &str) -> String {
    match server.dword(&format!("{PROTOCOLS}\\{place}"), name) {
        Known::Is(number, mark) => format!("{number:x} at {}", mark.span.line),
        Known::Absent(mark) => format!("absent by {}", mark.span.line),
        Known::Unknown => "unknown".to_owned(),
    }
}

#[test]
fn reg_query_with_its_command_shows_what_is_absent() {
    let text = format!(
        "C:\\>reg query \"HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\" /s\r\n\r\n\
         {PROTOCOLS}\\TLS 1.2\\Client\r\n    (Standard)    REG_SZ    (Wert nicht festgelegt)\r\n    Enabled    REG_DWORD    0xffffffff\r\n\r\n"
    );
    let server = read(&text);
    assert_eq!(dword(&server, r"TLS 1.2\Client", "Enabled"), "ffffffff at 5");
    assert_eq!(dword(&server, r"TLS 1.2\Client", "DisabledByDefault"), "absent by 3");
    assert_eq!(dword(&server, r"TLS 1.2\Server", "Enabled"), "absent by 1");
}

#[test]
fn reg_query_of_one_level_says_nothing_of_what_lies_deeper() {
    let server = read(&format!("\n{PROTOCOLS}\\TLS 1.0\n{PROTOCOLS}\\TLS 1.2\n"));
    assert_eq!(dword(&server, r"TLS 1.2\Client", "Enabled"), "unknown");
}

#[test]
fn an_error_instead_of_an_answer_is_an_absent_place_in_any_language() {
    let ask = |options: &str, answer: &str| {
        read(&format!("C:\\>reg query \"{PROTOCOLS}\\TLS 1.2\\Client\"{options}\n{answer}\n\nC:\\>"))
    };
    let german = ask("", "FEHLER: Der angegebene Registrierungsschl\u{fc}ssel wurde nicht gefunden.");
    assert_eq!(dword(&german, r"TLS 1.2\Client", "Enabled"), "absent by 2");
    let one = ask(" /v Enabled", "ERROR: The system was unable to find the specified registry key or value.");
    assert_eq!(dword(&one, r"TLS 1.2\Client", "Enabled"), "absent by 2");
    assert_eq!(dword(&one, r"TLS 1.2\Client", "DisabledByDefault"), "unknown");
    let denied = ask("", "ERROR: Access is denied.");
    assert_eq!(dword(&denied, r"TLS 1.2\Client", "Enabled"), "unknown");
}

#[test]
fn a_list_of_properties_belongs_to_its_path() {
    let text = format!(
        "Enabled           : 4294967295\nDisabledByDefault : 0\nPSPath            : Microsoft.PowerShell.Core\\Registry::{}\n                    {}\nPSComputerName    : EX01\n\n",
        PROTOCOLS.strip_suffix(r"SCHANNEL\Protocols").unwrap(),
        r"SCHANNEL\Protocols\TLS 1.2\Server"
    );
    let server = read(&text);
    assert_eq!(dword(&server, r"TLS 1.2\Server", "Enabled"), "ffffffff at 1");
    assert_eq!(server.computer.as_ref().map(|(name, _)| name.as_str()), Some("EX01"));
}

#[test]
fn a_table_below_a_hive_line_is_read_by_its_columns() {
    let text = format!(
        "\n    Hive: {PROTOCOLS}\\TLS 1.2\n\nName                           Property\n----                           --------\n\
         Client                         Enabled           : 0\n                               DisabledByDefault : 1\n\
         Server                         \n\n"
    );
    let server = read(&text);
    assert_eq!(dword(&server, r"TLS 1.2\Client", "DisabledByDefault"), "1 at 7");
    assert_eq!(dword(&server, r"TLS 1.2\Server", "Enabled"), "absent by 8");
}

#[test]
fn a_table_of_properties_needs_its_key() {
    let text = format!(
        "PS C:\\> gp '{}\\TLS 1.2\\Client' | ft\n\nEnabled DisabledByDefault\n------- -----------------\n      1                 0\n",
        PROTOCOLS.replace("HKEY_LOCAL_MACHINE", "HKLM:")
    );
    assert_eq!(dword(&read(&text), r"TLS 1.2\Client", "Enabled"), "1 at 5");
}

#[test]
fn health_checker_tells_values_and_identity_and_null_is_absent() {
    let location = PROTOCOLS.strip_prefix("HKEY_LOCAL_MACHINE\\").unwrap();
    let text = format!(
        "Exchange Health Checker version 25.10.1.0\n\nExchange Information\n--------------------\n\tName: EX01\n\tVersion: Exchange 2019 CU15\n\tBuild Number: 15.2.1748.10\n\
         Operating System Information\n----------------------------\n\tProduct Name: Windows Server 2022 Standard\nSecurity Settings\n-----------------\n\tTLS 1.2: Enabled\n\
         \n        RegistryKey          Location                                  Value\n        -----------          --------                                  -----\n\
         \u{20}       Enabled              {location}\\TLS 1.2\\Server   1\n        DisabledByDefault    {location}\\TLS 1.2\\Server   NULL\n\
         \t\t1.1 ClientEnabledValue: NULL --- Error: Value should be defined in registry for consistent results.\n"
    );
    let server = read(&text);
    assert_eq!(dword(&server, r"TLS 1.2\Server", "Enabled"), "1 at 17");
    assert_eq!(dword(&server, r"TLS 1.2\Server", "DisabledByDefault"), "absent by 18");
    assert_eq!(dword(&server, r"TLS 1.1\Client", "Enabled"), "absent by 19");
    assert_eq!(dword(&server, r"TLS 1.2\Client", "Enabled"), "unknown");
    assert_eq!(server.name, "EX01");
    assert_eq!(server.os.map(|(os, _)| os), Some(Os::Ws2022));
    assert_eq!(server.exchange.map(|(build, _)| build), Some("15.2.1748.10".to_owned()));
}

#[test]
fn the_older_health_checker_list_is_read_where_no_default_gives_the_word() {
    let text = "\tTLS 1.2\n\t\tServer Enabled: True\n\t\tServer Disabled By Default: False\n\t\tClient Enabled: False\n\t\tClient Disabled By Default: 1\n";
    let server = read(text);
    assert_eq!(dword(&server, r"TLS 1.2\Server", "Enabled"), "unknown");
    assert_eq!(dword(&server, r"TLS 1.2\Client", "Enabled"), "0 at 4");
    assert_eq!(dword(&server, r"TLS 1.2\Client", "DisabledByDefault"), "1 at 5");
}

#[test]
fn every_form_is_told_by_a_line() {
    assert_eq!(recognise("    Enabled    REG_DWORD    0x1"), Some(Form::RegQuery));
    assert_eq!(recognise(PROTOCOLS), Some(Form::RegQuery));
    assert_eq!(recognise(&format!("    Hive: {PROTOCOLS}")), Some(Form::PowerShell));
    assert_eq!(recognise("        RegistryKey   Location   Value"), Some(Form::HealthChecker));
    assert_eq!(recognise("421 4.4.2 Connection dropped due to SocketError"), None);
    assert_eq!(recognise("[HKEY_LOCAL_MACHINE\\SYSTEM]"), None);
}
