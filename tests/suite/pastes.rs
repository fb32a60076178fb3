//! However a bounce, a queue or a log was cut or wrapped on its way here, it is read.

use crate::cases::case_files;
use mailtls_core::session::{Options, diagnose};

/// Inputs of the case files that people paste as text.
fn pastes() -> Vec<String> {
    let files = case_files();
    let sections = files.iter().flat_map(|(_, file)| &file.sections);
    let inputs = sections.flat_map(|section| section.inputs().collect::<Vec<_>>());
    let kinds = ["ndr", "queue", "event", "mta-log", "text", "eml"];
    inputs
        .filter(|(word, _)| kinds.contains(&word.split('#').next().unwrap_or_default()))
        .map(|(_, input)| input.to_owned())
        .collect()
}

#[test]
fn every_prefix_of_every_paste_is_read() {
    for paste in pastes() {
        for (end, _) in paste.char_indices() {
            let _ = diagnose([("paste", &paste.as_bytes()[..end])], &Options::default());
        }
    }
}

#[test]
fn every_wrapping_of_every_paste_is_read() {
    for paste in pastes() {
        for width in (8..=80).step_by(6) {
            let wrapped: Vec<String> = paste.lines().map(|line| wrap(line, width)).collect();
            let _ = diagnose([("paste", wrapped.join("\n").as_bytes())], &Options::default());
        }
    }
}

#[test]
fn where_a_mail_program_wraps_the_documented_error_makes_no_difference() {
    let bounce = "Remote Server at contoso-com.mail.protection.outlook.com (192.0.2.25) returned \
                  '421 4.4.2 Connection dropped due to SocketError'";
    for width in 24..=120 {
        for prefix in ["", "> ", "> > "] {
            let wrapped = wrap(bounce, width).replace('\n', &format!("\n{prefix}"));
            let report = diagnose([("paste", format!("{prefix}{wrapped}").as_bytes())], &Options::default());
            assert_eq!(report.verdict.cause.word(), "tls-version", "width {width}: {wrapped}");
            assert!(report.verdict.because.iter().any(|rule| rule == "socket-error-bounce"), "width {width}");
        }
    }
}

/// Breaks a line every `width` characters, as careless programs do.
fn wrap(line: &str, width: usize) -> String {
    let characters: Vec<char> = line.chars().collect();
    let pieces: Vec<String> = characters.chunks(width).map(|piece| piece.iter().collect()).collect();
    pieces.join("\n")
}
