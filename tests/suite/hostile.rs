//! Input that means harm: what it says stands in a report as text and nowhere as anything else, and what mailtls
//! writes for Windows holds nothing that mailtls did not choose itself.

use mailtls_core::report::{FixReport, Report};
use mailtls_core::session::{Options, diagnose};
use mailtls_core::vocabulary::Profile;
use mailtls_text::{Format, Lang, render};
use std::collections::BTreeSet;

/// Markup, script, quotes of every sort, commands, formulas, what steers a terminal or turns the reading order.
const HOSTILE: [&str; 17] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'><svg/onload=alert(1)>",
    "javascript:alert(1)",
    "]]><!--",
    "&lt;b&gt;&#60;i&#62;",
    "[click](javascript:alert(1))",
    "'; Remove-Item C:\\ -Recurse; '",
    "\u{2019}; Remove-Item C:\\ -Recurse; \u{2018}",
    "$(calc.exe)`calc`",
    "\" & calc.exe & \"%COMSPEC%!PATH!^&",
    "=cmd|'/c calc'!A0",
    "+1+cmd|'/c calc'!A0",
    "@SUM(1+1)*cmd|'/c calc'!A0",
    "\u{202e}gpj.exe\u{202c}\u{2066}\u{200b}\u{feff}",
    "\u{1b}[31m\u{1b}]0;owned\u{7}\u{8}\u{9b}2J",
    "\u{2028}\u{85}\u{0b}\u{0c}",
];

const TLS12: &str =
    r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2";

/// Inputs with `word` wherever an input has room for words, and with faults that call for a fix.
fn inputs(word: &str) -> Vec<(String, String)> {
    let in_reg = word.replace('\\', "\\\\").replace('"', "\\\"");
    let mut hex = String::new();
    let injected = format!("{word}\r\n[{TLS12}\\Server]\r\n\"Enabled\"=dword:00000000\r\n");
    for byte in injected.encode_utf16().flat_map(u16::to_le_bytes) {
        hex.push_str(&format!("{byte:02x},"));
    }
    let reg = format!(
        "Windows Registry Editor Version 5.00\r\n\r\n; {word}\r\n[{TLS12}\\Client]\r\n\"Enabled\"=dword:00000000\r\n\
         \"DisabledByDefault\"=\"{in_reg}\"\r\n\"Enabled {in_reg}\"=dword:00000001\r\n\"{in_reg}\"=hex(2):{hex}00,00\r\n\r\n\
         [{TLS12}{word}\\Client]\r\n\"Enabled\"=dword:00000001\r\n\r\n[{TLS12}\\Server{word}]\r\n\"Enabled\"=dword:1{word}\r\n\r\n\
         [{TLS12}\\Server]\r\n\"Enabled\"=hex(7):{hex}00,00\r\n\"DisabledByDefault\"=dword:00000001\r\n{word}\r\n"
    );
    let encoded = base64(format!("{word}\r\nX-Second: {word}").as_bytes());
    let bounce = format!(
        "From: {word} <postmaster@ex01.contoso.example>\r\nTo: \"{word}\" <user@contoso.example>\r\n\
         Subject: =?utf-8?B?{encoded}?=\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n\
         --b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>{word} 421 4.4.2 Connection dropped due to SocketError</p>\r\n\
         --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; {word}\r\n\r\n\
         Final-Recipient: rfc822; {word}\r\nAction: failed\r\nStatus: 4.4.2\r\nRemote-MTA: dns; {word}\r\n\
         Diagnostic-Code: smtp; 421 4.4.2 Connection dropped due to SocketError {word}\r\n--b--\r\n"
    );
    let quoted = word.replace('"', "\"\"");
    let row = |number: usize, event: &str, data: &str| {
        format!(
            "2026-11-24T08:00:0{number}.000Z,\"{quoted}\",08DE2B1C0001,{number},192.0.2.1:5000,198.51.100.7:25,{event},\"{data}\",\"{quoted}\"\r\n"
        )
    };
    let log = format!(
        "#Software: Microsoft Exchange Server\r\n#Log-type: SMTP Send Protocol Log\r\n\
         #Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context\r\n{}{}{}{}",
        row(0, "+", ""),
        row(1, "<", &format!("220 {quoted} Microsoft ESMTP MAIL Service ready")),
        row(2, ">", "STARTTLS"),
        row(3, "-", "Remote(SocketError)"),
    );
    let queue = format!(
        "Identity : EX01\\3\r\nLastError : 451 5.7.3 Must issue a STARTTLS command first {word}\r\nNextHopDomain : {word}\r\n"
    );
    vec![
        (format!("{word}.reg"), reg),
        (format!("{word}.eml"), bounce),
        (format!("{word}.LOG"), log),
        (format!("{word}.txt"), queue),
    ]
}

/// Reports on everything together and on each alone.
fn reports(word: &str) -> Vec<Report> {
    let inputs = inputs(word);
    let all = inputs.iter().map(|(name, text)| (name.as_str(), text.as_bytes()));
    let options = |profile| Options { profile, ..Options::default() };
    let mut reports = vec![diagnose(all.clone(), &options(Profile::Strict))];
    reports.extend(all.map(|input| diagnose([input], &options(Profile::Recommended))));
    reports
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let group =
            chunk.iter().fold(0_u32, |group, byte| group << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let digit = char::from(DIGITS[(group >> (18 - 6 * place) & 63) as usize]);
            text.push(if place <= chunk.len() { digit } else { '=' });
        }
    }
    text
}

/// Every tag of a page with the names of its attributes; values may hold anything but what ends them.
fn tags(page: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for tag in page.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').unwrap_or((tag, ""));
        let names: Vec<&str> = tag
            .split('"')
            .step_by(2)
            .map(|outside| outside.trim_matches([' ', '=', '/']))
            .filter(|name| !name.is_empty())
            .collect();
        found.insert(names.join(" "));
    }
    found
}

#[test]
fn no_word_of_an_input_becomes_markup() {
    // The same findings from harmless words give every tag a report is made of.
    let known: BTreeSet<String> = ["harmless", "ex01.contoso.example", "a b"]
        .into_iter()
        .flat_map(reports)
        .flat_map(|report| tags(&render(&report, Lang::En, Format::Html)))
        .collect();
    assert!(known.len() > 10, "{known:?}");
    for word in HOSTILE {
        for report in reports(word) {
            let page = render(&report, Lang::En, Format::Html);
            let strange: Vec<String> = tags(&page).difference(&known).cloned().collect();
            assert!(strange.is_empty(), "{word}: {strange:?}");
            for tag in page.split('<').skip(1).filter_map(|tag| tag.split('>').next()) {
                assert!(!tag.contains("javascript:"), "{word}: <{tag}>");
            }
        }
    }
}

#[test]
fn no_word_of_an_input_steers_whoever_reads_it() {
    for word in HOSTILE {
        for report in reports(word) {
            for format in Format::ALL {
                let rendered = render(&report, Lang::En, format);
                // A table begins with the mark that tells a spreadsheet its encoding.
                let stray = rendered.trim_start_matches('\u{feff}').chars().find(|letter| {
                    (letter.is_control() && !matches!(letter, '\n' | '\r' | '\t'))
                        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
                });
                assert_eq!(stray, None, "{word}: {format:?}: {rendered}");
            }
        }
    }
}

#[test]
fn no_word_of_an_input_is_a_link_a_picture_or_markup_in_a_ticket() {
    for word in HOSTILE {
        for report in reports(word) {
            let ticket = render(&report, Lang::En, Format::Markdown);
            for line in ticket.lines() {
                // In a span of code everything is text.
                let mut outside = String::new();
                let mut rest = line;
                while let Some((before, after)) = rest.split_once('`') {
                    outside.push_str(before);
                    let marks = 1 + after.chars().take_while(|letter| *letter == '`').count();
                    let fence = "`".repeat(marks);
                    rest = after[marks - 1..].split_once(&fence).map_or("", |(_, after)| after);
                }
                outside.push_str(rest);
                let escaped =
                    outside.replace("\\<", "").replace("\\[", "").replace("\\]", "").replace("\\!", "");
                for forbidden in ["<script", "<img", "<svg", "](javascript", "<!--"] {
                    assert!(!escaped.contains(forbidden), "{word}: {line}");
                }
            }
        }
    }
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    for word in HOSTILE {
        for report in reports(word) {
            let table = render(&report, Lang::En, Format::Csv);
            let cells = cells(&table);
            assert!(cells.len() > 10, "{word}: {table}");
            for cell in cells {
                let first = cell.trim_start().chars().next();
                assert!(
                    !matches!(first, Some('=' | '+' | '-' | '@' | '|' | '%')),
                    "{word}: {cell:?} in\n{table}"
                );
            }
        }
    }
}

/// The cells of a table, as a spreadsheet reads them.
fn cells(table: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut letters = table.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cells.last_mut().expect("a cell").push('"');
            }
            '"' => quoted = !quoted,
            ',' | '\r' | '\n' if !quoted => cells.push(String::new()),
            letter => cells.last_mut().expect("a cell").push(letter),
        }
    }
    assert!(!quoted, "a cell does not end: {table}");
    cells
}

/// The file without what stands between quotes of one sort, where two of them are one inside.
fn without_literals(line: &str, quote: impl Fn(char) -> bool) -> String {
    let mut outside = String::new();
    let mut letters = line.chars().peekable();
    let mut inside = false;
    while let Some(letter) = letters.next() {
        if !quote(letter) {
            if !inside {
                outside.push(letter);
            }
        } else if inside && letters.peek().is_some_and(|next| quote(*next)) {
            letters.next();
        } else {
            inside = !inside;
        }
    }
    assert!(!inside, "a literal does not end: {line}");
    outside
}

fn fixes() -> Vec<(&'static str, FixReport)> {
    let mut fixes = Vec::new();
    for word in HOSTILE {
        for report in reports(word) {
            fixes.extend(report.fix.map(|fix| (word, fix)));
        }
    }
    assert!(fixes.len() > HOSTILE.len(), "these inputs call for a fix");
    fixes
}

#[test]
fn nothing_gets_into_a_registry_file_but_known_values() {
    for (word, fix) in fixes() {
        let known: BTreeSet<String> = fix.edits.iter().map(|edit| edit.key.clone()).collect();
        for text in [&fix.reg, &fix.undo] {
            for line in text.split("\r\n").skip(1) {
                assert!(!line.contains(|letter: char| letter.is_control()), "{word}: {line:?}");
                if let Some(key) = line.strip_prefix('[') {
                    let key = key.strip_suffix(']').expect("a key line ends");
                    assert!(known.contains(key), "{word}: [{key}] is not among {known:?}");
                    let harmless =
                        |letter: char| letter.is_ascii_alphanumeric() || " \\.-_()/".contains(letter);
                    assert!(
                        key.starts_with("HKEY_LOCAL_MACHINE\\") && key.chars().all(harmless),
                        "{word}: {key}"
                    );
                } else if line.starts_with('"') {
                    let outside = without_literals(&line.replace("\\\"", ""), |letter| letter == '"');
                    let data = outside.strip_prefix('=').expect("a value has data");
                    let form = data == "-"
                        || data.is_empty()
                        || data.strip_prefix("dword:").is_some_and(|digits| digits.len() == 8)
                        || data.starts_with("hex");
                    assert!(form, "{word}: {line}");
                } else {
                    assert!(
                        line.is_empty() || line.starts_with(';') || line.starts_with("  "),
                        "{word}: {line}"
                    );
                }
            }
        }
    }
}

#[test]
fn nothing_gets_out_of_a_literal_in_powershell() {
    let quote = |letter: char| matches!(letter, '\'' | '\u{2018}'..='\u{201b}');
    for (word, fix) in fixes() {
        let (_, list) = fix.powershell.split_once("$edits = @(\r\n").expect("the list of edits");
        let (list, program) = list.split_once("\r\n)\r\n").expect("the end of the list");
        // The program is the same for every input.
        assert!(program.contains("ShouldProcess") && !program.contains("calc"), "{word}");
        assert_eq!(list.split("\r\n").count(), fix.edits.len(), "{word}: an edit is a line");
        for line in list.split("\r\n") {
            assert!(!line.contains(|letter: char| letter.is_control()), "{word}: {line:?}");
            let (entry, comment) = line.rsplit_once("  # ").expect("each line says why");
            let outside = without_literals(entry, quote);
            let value = outside
                .strip_prefix("    @{ Key = ; Name = ; Type = ; Value = ")
                .and_then(|rest| rest.strip_suffix(" }"))
                .unwrap_or_else(|| panic!("{word}: {line}"));
            let bytes = value.strip_prefix("([byte[]](").and_then(|rest| rest.strip_suffix("))"));
            let number = value == "$null" || value.bytes().all(|byte| byte.is_ascii_digit());
            let hex = |part: &str| part.strip_prefix("0x").is_some_and(|digits| digits.len() == 2);
            assert!(number || bytes.is_some_and(|list| list.split(',').all(hex)), "{word}: {value}");
            assert!(comment.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' '), "{word}: {comment}");
        }
    }
}

#[test]
fn nothing_gets_out_of_its_quotes_in_commands() {
    for (word, fix) in fixes() {
        for line in fix.commands.split_terminator("\r\n") {
            assert!(!line.contains(['%', '!', '\r', '\n', '^', '&', '|', '<', '>']), "{word}: {line}");
            let outside = without_literals(line, |letter| letter == '"');
            let words: Vec<&str> = outside.split_whitespace().collect();
            assert!(matches!(words.as_slice(), ["reg", "add" | "delete", ..]), "{word}: {line}");
            let known = |part: &&str| -> bool {
                part.starts_with('/')
                    || part.starts_with("REG_")
                    || part.bytes().all(|byte| byte.is_ascii_hexdigit())
            };
            assert!(words[2..].iter().all(known), "{word}: {line}");
        }
    }
}

#[test]
fn nothing_gets_out_of_an_attribute_of_a_group_policy() {
    for (word, fix) in fixes() {
        let xml = &fix.group_policy;
        assert!(xml.is_ascii() && !xml.contains("<!"), "{word}");
        let strange: Vec<String> = tags(xml)
            .into_iter()
            .filter(|tag| {
                !tag.starts_with("Registry") && !tag.starts_with("Properties") && !tag.starts_with("?xml")
            })
            .collect();
        assert!(strange.is_empty(), "{word}: {strange:?}");
        assert_eq!(xml.matches("<Registry ").count(), fix.edits.len(), "{word}: an item each");
        for (_, entity) in xml.match_indices('&').map(|(at, _)| (at, &xml[at..])) {
            let name = entity[1..].split(';').next().unwrap_or_default();
            let number = name.strip_prefix('#').is_some_and(|digits| digits.parse::<u32>().is_ok());
            assert!(number || ["amp", "lt", "gt", "quot"].contains(&name), "{word}: &{name};");
        }
    }
}
