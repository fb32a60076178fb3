//! Replaces what is private by names that say nothing, the same name for the same thing everywhere.
//!
//! Replaced: mail addresses, host names and the short names of the same hosts, domains, tenants, IP addresses,
//! accounts, certificate thumbprints, GUIDs, subjects and display names. Kept: codes, times, versions, registry
//! keys and Microsoft's own names and published address ranges, since the diagnosis rests on those.

use mailtls_core::report::{RegistryReport, Report, SmtpReport};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::net::Ipv6Addr;

/// Remembers which name stands for what. Redact everything that goes out together with one of them.
#[derive(Default)]
pub(crate) struct Redactor {
    names: BTreeMap<(Sort, String), usize>,
    counts: BTreeMap<Sort, usize>,
    /// First labels of hosts that were seen in full, so that `EX01` alone is known to be `ex01.contoso.com`.
    hosts: BTreeMap<String, usize>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Address,
    Address6,
    Domain,
    Guid,
    Host,
    Tenant,
    Thumbprint,
    User,
}

/// Domains anyone may know we speak to.
const PUBLIC: [&str; 11] = [
    "outlook.com",
    "office365.com",
    "office.com",
    "microsoft.com",
    "microsoftonline.com",
    "windows.net",
    "live.com",
    "hotmail.com",
    "gmail.com",
    "google.com",
    "googlemail.com",
];
/// Last parts of names that look like hosts and are files.
const EXTENSIONS: [&str; 22] = [
    "asp", "aspx", "bat", "cfg", "cmd", "config", "csv", "dat", "dll", "eml", "evtx", "exe", "htm", "html",
    "json", "log", "msg", "ps1", "reg", "txt", "xml", "zip",
];
/// Lines whose content after the name is a person's words or name.
const SUBJECTS: [&str; 6] =
    ["subject:", "thread-topic:", "asunto:", "assunto:", "comments:", "x-originating-subject:"];
/// Lines that may carry a display name before an address.
const PEOPLE: [&str; 11] = [
    "from:",
    "to:",
    "cc:",
    "bcc:",
    "sender:",
    "reply-to:",
    "de:",
    "para:",
    "cco:",
    "resent-from:",
    "return-receipt-to:",
];
/// What stands for what was taken out.
const REMOVED: &str = "[removed]";

impl Redactor {
    /// Notes the names of hosts, so that they are known when they come up in short. Call it for all texts first.
    pub(crate) fn learn(&mut self, text: &str) {
        for line in text.lines() {
            self.line(line);
        }
    }

    /// The text without what is private.
    pub(crate) fn redact(&mut self, text: &str) -> String {
        self.learn(text);
        let mut redacted = String::with_capacity(text.len());
        for line in text.split_inclusive('\n') {
            redacted.push_str(&self.line(line));
        }
        redacted
    }

    /// The report without what is private: every piece of text that came from an input, and every sentence
    /// that may quote one.
    pub(crate) fn report(&mut self, report: &Report) -> Report {
        // By way of the one text form: writing and reading a report costs the page as much code a form as a tab.
        let json = serde_json::from_str(&mailtls_text::to_json(report)).unwrap_or_default();
        let redacted = self.value(json, "").to_string();
        serde_json::from_str(&redacted).unwrap_or_else(|_| verdict_alone(report))
    }

    fn value(&mut self, value: Value, name: &str) -> Value {
        // Words of the vocabulary and of the registry, and what was made of them.
        const PUBLIC_FIELDS: [&str; 18] = [
            "after",
            "before",
            "cause",
            "code",
            "commands",
            "encoding",
            "form",
            "group_policy",
            "hex",
            "key",
            "kind",
            "powershell",
            "reason",
            "reg",
            "rule",
            "state",
            "type",
            "undo",
        ];
        match value {
            Value::String(text) if !PUBLIC_FIELDS.contains(&name) => Value::String(self.redact(&text)),
            Value::Array(items) => items.into_iter().map(|item| self.value(item, name)).collect(),
            Value::Object(fields) => {
                fields.into_iter().map(|(name, field)| (name.clone(), self.value(field, &name))).collect()
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value,
        }
    }

    fn line(&mut self, line: &str) -> String {
        let lower = line.trim_start().to_lowercase();
        if let Some(name) = SUBJECTS.iter().find(|name| lower.starts_with(**name)) {
            let indent = line.len() - line.trim_start().len();
            let head: String = line.chars().take(line.chars().take(indent).count() + name.len()).collect();
            let end = if line.ends_with("\r\n") {
                "\r\n"
            } else if line.ends_with('\n') {
                "\n"
            } else {
                ""
            };
            return format!("{head} {REMOVED}{end}");
        }
        let shortened;
        let mut line = line;
        if PEOPLE.iter().any(|name| lower.starts_with(name)) {
            shortened = without_display_names(line);
            line = &shortened;
        }
        let registry =
            ["hkey_", "hklm", "schannel", "software\\", "system\\"].iter().any(|word| lower.contains(word));
        let mut redacted = String::with_capacity(line.len());
        let mut word = String::new();
        let mut version = false;
        for letter in line.chars().chain(std::iter::once('\0')) {
            if letter.is_alphanumeric() || "._-@:+%\\".contains(letter) {
                word.push(letter);
                continue;
            }
            if !word.is_empty() {
                redacted.push_str(&if version { word.clone() } else { self.word(&word, registry) });
                let plain = word.trim_end_matches(':').to_ascii_lowercase();
                version = plain == "version" || plain == "build" || plain == "versión" || plain == "versão";
                word.clear();
            }
            if letter != '\0' {
                redacted.push(letter);
            }
        }
        redacted
    }

    fn word(&mut self, word: &str, registry: bool) -> String {
        let core = word.trim_end_matches(['.', ':', '-', '\\']);
        let tail = word.get(core.len()..).unwrap_or_default();
        let mut redacted = self.plain_word(core, registry);
        redacted.push_str(tail);
        redacted
    }

    fn plain_word(&mut self, word: &str, registry: bool) -> String {
        if let Some(address) = self.address6(word) {
            return address;
        }
        if word.contains(':') {
            let parts: Vec<String> = word.split(':').map(|part| self.plain_word(part, registry)).collect();
            return parts.join(":");
        }
        if word.contains('\\') {
            if registry || word.matches('\\').count() > 1 {
                return word.to_owned();
            }
            if let Some((left, right)) = word.split_once('\\') {
                let connector = [
                    "default",
                    "client",
                    "outbound",
                    "inbound",
                    "anonymous",
                    "relay",
                    "internet",
                    "to",
                    "from",
                ];
                let left = self.numbered(Sort::Host, left, "host-");
                if connector.contains(&right.to_lowercase().as_str()) {
                    return format!("{left}\\{right}");
                }
                return format!("{left}\\{}", self.numbered(Sort::User, right, "user-"));
            }
        }
        if let Some((local, domain)) = word.rsplit_once('@') {
            let domain = self.host(domain).unwrap_or_else(|| domain.to_owned());
            if local.is_empty() {
                return format!("@{domain}");
            }
            return format!("{}@{domain}", self.numbered(Sort::User, word, "user-"));
        }
        if let Some(octets) = octets(word) {
            return self.address4(word, octets);
        }
        if let Some(redacted) = self.hex(word) {
            return redacted;
        }
        if let Some(host) = self.host(word) {
            return host;
        }
        if let Some(number) = self.hosts.get(&word.to_lowercase()) {
            return format!("host-{number}");
        }
        word.to_owned()
    }

    fn numbered(&mut self, sort: Sort, name: &str, prefix: &str) -> String {
        format!("{prefix}{}", self.number(sort, name))
    }

    fn number(&mut self, sort: Sort, name: &str) -> usize {
        let key = (sort, name.to_lowercase());
        if let Some(number) = self.names.get(&key) {
            return *number;
        }
        let count = self.counts.entry(sort).or_default();
        *count += 1;
        self.names.insert(key, *count);
        *count
    }

    fn address4(&mut self, word: &str, octets: [u8; 4]) -> String {
        // Loopback and "any" are nobody's. Exchange Online's published ranges are Microsoft's, and tell who spoke.
        let kept = match octets {
            [0 | 127, ..] | [40, 92 | 93 | 107, ..] | [52, 100..=103, ..] => true,
            [104, 47, third, _] => third < 128,
            _ => false,
        };
        if kept {
            return word.to_owned();
        }
        let number = self.number(Sort::Address, word);
        let nets = ["192.0.2", "198.51.100", "203.0.113"];
        let net = nets.get((number - 1) / 254 % nets.len()).copied().unwrap_or("192.0.2");
        format!("{net}.{}", (number - 1) % 254 + 1)
    }

    fn address6(&mut self, word: &str) -> Option<String> {
        if word.matches(':').count() < 2 {
            return None;
        }
        let address: Ipv6Addr = word.parse().ok()?;
        if address.is_loopback() || address.is_unspecified() {
            return Some(word.to_owned());
        }
        Some(format!("2001:db8::{:x}", self.number(Sort::Address6, &address.to_string())))
    }

    fn hex(&mut self, word: &str) -> Option<String> {
        let digits: String = word.chars().filter(|letter| *letter != '-').collect();
        if !digits.chars().all(|letter| letter.is_ascii_hexdigit()) {
            return None;
        }
        match (word.len(), digits.len()) {
            (36, 32) => {
                let number = self.number(Sort::Guid, &digits);
                Some(format!("00000000-0000-0000-0000-{number:012}"))
            }
            (40, 40) => Some(format!("{:040}", self.number(Sort::Thumbprint, word))),
            (64, 64) => Some(format!("{:064}", self.number(Sort::Thumbprint, word))),
            _ => None,
        }
    }

    /// The name that stands for a host or a domain; nothing where the word is neither.
    fn host(&mut self, word: &str) -> Option<String> {
        let labels: Vec<&str> = word.split('.').collect();
        let (last, first) = (labels.last()?, labels.first()?);
        let label = |label: &&str| {
            !label.is_empty()
                && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-' || letter == '_')
        };
        let one_case =
            |text: &str| text.chars().all(char::is_lowercase) || text.chars().all(char::is_uppercase);
        let top = last.len() >= 2 && last.chars().all(char::is_alphabetic) && one_case(last);
        let lower = word.to_lowercase();
        let extension = last.to_lowercase();
        if labels.len() < 2
            || !labels.iter().all(label)
            || !top
            || EXTENSIONS.contains(&extension.as_str())
            || (["Microsoft", "System"].contains(first) && extension != "com")
        {
            return None;
        }
        if lower.ends_with(".onmicrosoft.com") {
            let tenant = labels.get(labels.len().saturating_sub(3)).copied().unwrap_or_default();
            return Some(format!("tenant-{}.onmicrosoft.com", self.number(Sort::Tenant, tenant)));
        }
        if PUBLIC.iter().any(|public| lower == *public || lower.ends_with(&format!(".{public}"))) {
            // The name of an MX record spells the customer's domain with hyphens.
            if first.contains('-')
                && (lower.ends_with(".protection.outlook.com") || lower.contains(".mx.microsoft"))
            {
                let rest = labels.get(1..).unwrap_or_default().join(".");
                return Some(format!("tenant-{}.{rest}", self.number(Sort::Tenant, first)));
            }
            return Some(word.to_owned());
        }
        let second_level = ["ac", "co", "com", "edu", "gob", "gov", "net", "org"];
        let below = labels.get(labels.len().saturating_sub(2)).copied().unwrap_or_default().to_lowercase();
        let wide = last.len() == 2 && labels.len() > 2 && second_level.contains(&below.as_str());
        let own = labels.len() - if wide { 3 } else { 2 };
        let domain = labels.get(own..).unwrap_or_default().join(".");
        let domain = format!("domain-{}.example", self.number(Sort::Domain, &domain));
        if own == 0 {
            return Some(domain);
        }
        let number = self.number(Sort::Host, &lower);
        // Names every network uses say nothing, and are words of the texts around them.
        let common = [
            "mail",
            "smtp",
            "mx",
            "www",
            "relay",
            "owa",
            "autodiscover",
            "edge",
            "hub",
            "exchange",
            "server",
        ];
        if first.len() > 2 && !common.contains(&first.to_lowercase().as_str()) {
            self.hosts.entry(first.to_lowercase()).or_insert(number);
        }
        Some(format!("host-{number}.{domain}"))
    }
}

/// The report without anything that came from an input: what is left where the redacted form cannot be read.
fn verdict_alone(report: &Report) -> Report {
    Report {
        findings: Vec::new(),
        sources: Vec::new(),
        registry: RegistryReport::default(),
        servers: Vec::new(),
        smtp: SmtpReport::default(),
        fix: None,
        ..report.clone()
    }
}

fn octets(word: &str) -> Option<[u8; 4]> {
    let octets: Vec<u8> = word.split('.').map(str::parse).collect::<Result<_, _>>().ok()?;
    octets.try_into().ok()
}

/// A header line with `"Name" <address>` as `<address>`.
fn without_display_names(line: &str) -> String {
    let Some((name, rest)) = line.split_once(':') else { return line.to_owned() };
    if !rest.contains('<') {
        return line.to_owned();
    }
    let mut shortened = format!("{name}:");
    for piece in rest.split_inclusive('>') {
        match piece.split_once('<') {
            Some((_, address)) => {
                let _ = write!(shortened, " <{address}");
            }
            None => shortened.push_str(piece),
        }
    }
    shortened
}

#[cfg(test)]
mod tests {
    use super::*;

    fn redact(text: &str) -> String {
        Redactor::default().redact(text)
    }

    #[test]
    fn the_same_thing_has_the_same_name_and_different_things_do_not() {
        let text = "adele@contoso.com to bob@contoso.com via EX01.contoso.com [10.1.2.3], 10.1.2.3:25, 10.1.2.4; EX01 said";
        assert_eq!(
            redact(text),
            "user-1@domain-1.example to user-2@domain-1.example via host-1.domain-1.example [192.0.2.1], 192.0.2.1:25, \
             192.0.2.2; host-1 said"
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
        assert_eq!(redact("fe80::1ff:fe23:4567:890a"), "2001:db8::1");
        assert_eq!(redact(r"CONTOSO\adele"), r"host-1\user-1");
    }

    #[test]
    fn redacting_twice_changes_nothing_that_matters() {
        let once = redact("mx1.contoso.co.uk 10.0.0.1 adele@contoso.co.uk");
        assert_eq!(redact(&once), once);
    }
}
