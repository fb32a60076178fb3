//! What must not come out, and what must.

use super::*;
use mailtls_core::session::{Options, diagnose};

fn redact(text: &str) -> String {
    Redactor::default().redact(text)
}

#[test]
fn the_same_thing_has_the_same_name_and_different_things_do_not() {
    let text = "adele@contoso.com to bob@contoso.com via EX01.contoso.com [10.1.2.3], 10.1.2.3:25, 10.1.2.4; EX01 said";
    assert_eq!(
        redact(text),
        "user-1@domain-1.example to user-2@domain-1.example via host-1.domain-1.example [10.0.0.1], 10.0.0.1:25, \
         10.0.0.2; host-1 said"
    );
}

#[test]
fn what_the_diagnosis_rests_on_stays() {
    for kept in [
        "421 4.4.2 Connection dropped due to SocketError",
        "#Version: 15.0.0.0",
        "2026-11-18T09:14:02.118Z,Outbound,08DE262A4C1F0001,1",
        r"[HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client]",
        r#""DisabledByDefault"=dword:00000000"#,
        "AM0EUR02FT012.mail.protection.outlook.com",
        "SEND20261118-1.LOG",
        "Microsoft.Exchange.Transport",
        "127.0.0.1 40.107.1.2",
    ] {
        assert_eq!(redact(kept), kept);
    }
}

#[test]
fn tenants_thumbprints_ids_subjects_and_people_go() {
    assert_eq!(redact("contoso-com.mail.protection.outlook.com"), "tenant-1.mail.protection.outlook.com");
    assert_eq!(redact("contoso.onmicrosoft.com"), "tenant-1.onmicrosoft.com");
    assert_eq!(redact("9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B"), format!("{:040}", 1));
    assert_eq!(redact("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "00000000-0000-0000-0000-000000000001");
    assert_eq!(redact("Subject: our secret plan\nx"), "Subject: [removed]\nx");
    assert_eq!(redact("From: Adele Vance <adele@contoso.com>"), "From: <user-1@domain-1.example>");
    assert_eq!(redact("fe80::1ff:fe23:4567:890a 2a0d:77::5"), "fd00::1 2001:db8::1");
    assert_eq!(redact(r"CONTOSO\adele"), r"host-1\user-1");
}

#[test]
fn redacting_twice_changes_nothing_that_matters() {
    let once = redact("mx1.contoso.co.uk 10.0.0.1 adele@contoso.co.uk");
    assert_eq!(redact(&once), once);
}

/// What stands in the fixtures for somebody's own, and what no redactor can know and nothing else contains.
const CANARIES: [(&str, &str); 14] = [
    ("contoso", "zanzibarco"),
    ("fabrikam", "quixotery"),
    ("adele", "zqadele"),
    ("lee@", "zqlee@"),
    ("kim@", "zqkim@"),
    ("ana@", "zqana@"),
    ("luis@", "zqluis@"),
    ("ex01", "zqsrv01"),
    ("ex02", "zqsrv02"),
    ("192.0.2.", "81.77.66."),
    ("198.51.100.", "81.77.67."),
    ("203.0.113.", "81.77.68."),
    ("2001:db8:", "2a0d:77:"),
    ("00112233445566778899aabbccddeeff00112233", "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef"),
];

fn with_canaries(text: &str) -> String {
    CANARIES.iter().fold(text.to_owned(), |text, (name, canary)| replace(&text, name, canary))
}

/// The diagnosis as far as it is one: what a redactor must not change.
fn diagnosis(report: &Report) -> String {
    let verdict = &report.verdict;
    let mut said = format!(
        "{} {} {} {} {} {:?}\n",
        verdict.cause, verdict.certainty, verdict.direction, verdict.platform, verdict.os, verdict.because
    );
    for finding in &report.findings {
        let _ =
            write!(said, "{} {} {} {}", finding.severity, finding.certainty, finding.direction, finding.rule);
        for evidence in &finding.evidence {
            let source = report.sources.iter().position(|source| source.name == evidence.source);
            let _ = write!(said, " {source:?}:{}", evidence.line);
        }
        said.push('\n');
    }
    for ruled_out in &verdict.ruled_out {
        let _ = writeln!(said, "not {} {}", ruled_out.cause, ruled_out.rule);
    }
    for considered in &verdict.considered {
        let _ = writeln!(said, "maybe {} {} {:?}", considered.cause, considered.certainty, considered.needs);
    }
    for edit in report.fix.iter().flat_map(|fix| &fix.edits) {
        let _ = writeln!(said, "{} {} {:?} {:?}", edit.key, edit.name, edit.before, edit.after);
    }
    for source in &report.sources {
        let _ = writeln!(said, "{} {}", source.kind, source.lines);
    }
    let _ = write!(said, "{:?} {}", report.no_fix.as_ref().map(|remark| &remark.code), report.servers.len());
    said
}

/// Names and texts.
type Inputs = Vec<(String, String)>;

/// Every session of the project's fixtures: its inputs and the Windows release it is told.
fn sessions() -> Vec<(String, Inputs, Options)> {
    let folder = mailtls_tests::tests_folder().join("rules");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut sessions = Vec::new();
    for path in paths {
        let file = mailtls_tests::CaseFile::read(&std::fs::read_to_string(&path).unwrap());
        for section in &file.sections {
            let inputs = section.inputs().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
            sessions.push((format!("{} {}", file.title, section.heading), inputs, section.options()));
        }
    }
    for sample in &crate::samples::SAMPLES {
        let inputs = vec![(sample.name.to_owned(), sample.text.to_owned())];
        sessions.push((sample.id.to_owned(), inputs, Options::default()));
    }
    sessions
}

fn diagnose_all(inputs: &[(String, String)], options: Options) -> Report {
    diagnose(inputs.iter().map(|(name, text)| (name.as_str(), text.as_bytes())), &options)
}

/// Over all fixtures: what is redacted is diagnosed like the original, and neither it nor any form of the redacted
/// report holds what was somebody's own.
#[test]
fn what_is_redacted_is_diagnosed_the_same_and_names_nobody() {
    let mut wrong = String::new();
    let mut count = 0;
    for (name, inputs, options) in sessions() {
        let inputs: Vec<(String, String)> =
            inputs.iter().map(|(name, text)| (name.clone(), with_canaries(text))).collect();
        let mut report = diagnose_all(&inputs, options);
        mailtls_text::speak(&mut report, mailtls_text::Lang::En);
        let mut redactor = Redactor::default();
        for (_, text) in &inputs {
            redactor.learn(text);
        }
        let redacted: Vec<(String, String)> =
            inputs.iter().map(|(name, text)| (name.clone(), redactor.redact(text))).collect();
        let (before, after) = (diagnosis(&report), diagnosis(&diagnose_all(&redacted, options)));
        if before != after {
            let _ = writeln!(
                wrong,
                "## {name}\n--- original\n{before}\n--- redacted\n{after}\n{}\n",
                redacted[0].1
            );
        }
        let out = redactor.report(&report);
        let mut outputs: Vec<String> = redacted.into_iter().map(|(_, text)| text).collect();
        outputs.extend(
            mailtls_text::Format::ALL
                .map(|format| mailtls_text::render(&out, mailtls_text::Lang::En, format)),
        );
        for output in outputs {
            let lower = output.to_lowercase();
            for (_, canary) in CANARIES {
                for line in lower.lines().filter(|line| line.contains(canary)) {
                    let _ = writeln!(
                        wrong,
                        "## {name}: {canary} survives in\n{}",
                        line.chars().take(400).collect::<String>()
                    );
                }
            }
        }
        count += 1;
    }
    assert!(count > 100, "only {count} sessions were found");
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn names_of_servers_go_wherever_they_stand() {
    let text = "Received: from ZQSRV07 (10.1.2.3) by ZQSRV08 (10.1.2.4)\nReporting-MTA: dns;ZQSRV09\nEHLO ZQSRV10\n\
        \"ComputerName\"=\"ZQSRV11\"\nCN=ZQSRV12,Received certificate\nComputer: ZQSRV14\nIdentity: ZQSRV15\\3\nZQSRV13\\Default Frontend ZQSRV13\n\
        user%40Zanzibarco.Com *.zanzibarco.com Outbound to Zanzibarco 250-mx.zanzibarco.com \
        [IPv6:2a0d:77::1]:25 fe80::1:77%12 ::ffff:81.77.1.2";
    let redacted = redact(text);
    for canary in ["zqsrv", "zanzibarco", "2a0d", "77", "user%40"] {
        assert!(!redacted.to_lowercase().contains(canary), "{canary}: {redacted}");
    }
    assert!(redacted.contains("250-"), "{redacted}");
}

#[test]
fn a_build_is_no_address_and_an_id_is_no_build() {
    let received = "with Microsoft SMTP Server (TLS) id 15.1.225.42";
    assert_eq!(redact(received), received);
    assert_eq!(redact("id 6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "id 00000000-0000-0000-0000-000000000001");
}

#[test]
fn a_report_names_no_file_and_no_server() {
    let off = "Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client]\r\n\"Enabled\"=dword:00000000\r\n";
    let inputs: Vec<(String, String)> = ["ZQSRV21-schannel.reg", "zanzibarco mail hub.reg"]
        .iter()
        .map(|name| ((*name).to_owned(), off.to_owned()))
        .collect();
    let mut report = diagnose_all(&inputs, Options::default());
    mailtls_text::speak(&mut report, mailtls_text::Lang::En);
    assert_eq!(report.servers.len(), 2);
    let redacted = Redactor::default().report(&report);
    for format in mailtls_text::Format::ALL {
        let text = mailtls_text::render(&redacted, mailtls_text::Lang::En, format).to_lowercase();
        assert!(!text.contains("zqsrv") && !text.contains("zanzibarco"), "{text}");
    }
}
