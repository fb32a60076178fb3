//! Replaces what is private by names that say nothing, the same name for the same thing everywhere.
//!
//! Replaced: mail addresses, host names and the short names of the same hosts, domains, tenants, IP addresses,
//! accounts, certificate thumbprints and serial numbers, GUIDs, message ids, names of files, subjects and display
//! names. Kept: codes, times, versions, registry keys and Microsoft's own names and published addresses, since the
//! diagnosis rests on those: what is redacted is diagnosed like the original.

use mailtls_core::fact::peer;
use mailtls_core::report::Report;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

#[cfg(test)]
mod tests;

/// Remembers which name stands for what. Redact everything that goes out together with one of them.
#[derive(Default)]
pub(crate) struct Redactor {
    names: BTreeMap<(Sort, String), usize>,
    counts: BTreeMap<Sort, usize>,
    /// Names without a dot that were seen to be a host's, and what stands for them: `EX01`.
    hosts: BTreeMap<String, usize>,
    /// The same for the own part of a domain: the `fabrikam` of "Outbound to Fabrikam".
    labels: BTreeMap<String, usize>,
    /// Names of inputs, and what stands for them.
    files: BTreeMap<String, String>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Address,
    Address6,
    Domain,
    File,
    Guid,
    Host,
    LocalAddress,
    LocalAddress6,
    Tenant,
    Thumbprint,
    User,
}

/// Domains anyone may know we speak to, besides those `core` knows Microsoft 365 and other providers by.
const PUBLIC: [&str; 8] = [
    "aka.ms",
    "digicert.com",
    "hotmail.com",
    "live.com",
    "microsoft.com",
    "microsoftonline.com",
    "office.net",
    "windows.net",
];
/// Last parts of names that look like hosts and are files.
const EXTENSIONS: [&str; 26] = [
    "asp", "aspx", "bat", "c", "cfg", "cmd", "config", "cpp", "csv", "dat", "dll", "eml", "evtx", "exe",
    "htm", "html", "json", "log", "msg", "php", "ps1", "py", "reg", "txt", "xml", "zip",
];
/// Last parts of names that are hosts however they are written.
const TOPS: [&str; 14] = [
    "biz", "com", "corp", "edu", "example", "gov", "info", "internal", "invalid", "lan", "local", "net",
    "org", "test",
];
/// Words that are no secret when a host or a domain bears them, and mean something in the texts around.
const COMMON: [&str; 32] = [
    "autodiscover",
    "client",
    "connector",
    "default",
    "delivery",
    "domain",
    "edge",
    "error",
    "example",
    "exchange",
    "frontend",
    "gateway",
    "host",
    "hub",
    "inbound",
    "localhost",
    "mail",
    "microsoft",
    "mx",
    "office",
    "outbound",
    "outlook",
    "owa",
    "relay",
    "security",
    "server",
    "smtp",
    "starttls",
    "tenant",
    "tls",
    "user",
    "www",
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
/// Lines whose last word is the name of a host.
const HOST_LINES: [&str; 6] =
    ["computername", "\"hostname\"", "\"nv hostname\"", "machinename", "server name", "generating server"];
/// What stands for what was taken out.
const REMOVED: &str = "[removed]";

impl Redactor {
    /// Notes the names of hosts, so that they are known when they come up in short. Call it for all texts first.
    pub(crate) fn learn(&mut self, text: &str) {
        for line in text.lines() {
            self.line(line);
        }
    }

    /// The name that stands for the name of an input, which may be that of a server.
    pub(crate) fn file(&mut self, name: &str) -> String {
        let lower = name.to_lowercase();
        if let Some(known) = self.files.get(&lower) {
            return known.clone();
        }
        let last = lower.rsplit(['/', '\\']).next().unwrap_or(&lower);
        // Names the server or this page gave: they tell only what the input is.
        let given =
            ["send2", "recv2", "pasted", "sample-", "published-"].iter().any(|given| last.starts_with(given));
        let redacted = if given {
            last.to_owned()
        } else {
            let extension = last.rsplit_once('.').map(|(_, extension)| extension);
            let extension = extension.filter(|extension| EXTENSIONS.contains(extension)).unwrap_or("txt");
            format!("document-{}.{extension}", self.number(Sort::File, &lower))
        };
        self.files.insert(lower, redacted.clone());
        redacted
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
        for source in &report.sources {
            self.file(&source.name);
        }
        for server in &report.servers {
            let host = self.bare_host(&server.name);
            // A name of several words is none that the text is read by.
            if !server.name.chars().all(is_of_word) {
                self.files.insert(server.name.to_lowercase(), host);
            }
        }
        let mut redacted = report.clone();
        for server in &mut redacted.servers {
            // The name of a server need not look like a host's.
            server.name = self.bare_host(&server.name);
        }
        redacted.change_texts(&mut |name, text| *text = self.field(text, name));
        redacted
    }

    /// A text of the report without what is private; `name` is that of the field it stands in.
    fn field(&mut self, text: &str, name: &str) -> String {
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
        if name == "server" {
            return self.bare_host(text);
        }
        if PUBLIC_FIELDS.contains(&name) {
            return text.to_owned();
        }
        let lower = text.to_lowercase();
        if let Some(file) = self.files.get(&lower) {
            return file.clone();
        }
        // Not a name like `log`, which is a word as well.
        let within = |file: &str| file.contains(['.', ' ']) && lower.contains(file);
        let named = self.files.iter().filter(|(file, _)| within(file));
        let named: Vec<(String, String)> = named.map(|(file, new)| (file.clone(), new.clone())).collect();
        let text = named.iter().fold(text.to_owned(), |text, (file, new)| replace(&text, file, new));
        self.redact(&text)
    }

    fn line(&mut self, line: &str) -> String {
        let lower = line.trim_start().to_lowercase();
        if let Some(name) = SUBJECTS.iter().find(|name| lower.starts_with(**name)) {
            let indent = line.len() - line.trim_start().len();
            let head: String = line.chars().take(line.chars().take(indent).count() + name.len()).collect();
            return format!("{head} {REMOVED}{}", line_end(line));
        }
        let shortened;
        let mut line = line;
        if PEOPLE.iter().any(|name| lower.starts_with(name)) {
            shortened = without_display_names(line);
            line = &shortened;
        }
        let registry =
            ["hkey_", "hklm", "schannel", "software\\", "system\\"].iter().any(|word| lower.contains(word));
        let names_a_host = HOST_LINES.iter().any(|word| lower.contains(word));
        let mut redacted = String::with_capacity(line.len());
        let (mut previous, mut rest) = (String::new(), line);
        while let Some(start) = rest.find(is_of_word) {
            let (gap, tail) = rest.split_at(start);
            let (word, after) = tail.split_at(tail.find(|letter| !is_of_word(letter)).unwrap_or(tail.len()));
            redacted.push_str(gap);
            let last = names_a_host && !after.contains(is_of_word);
            let numbers = word.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
            if numbers
                && ["version", "build", "id", "versión", "versão"].contains(&previous.trim_end_matches(':'))
            {
                redacted.push_str(word);
            } else if last || is_host_after(&previous, gap, word, after) {
                redacted.push_str(&self.bare_host(word));
            } else {
                redacted.push_str(&self.word(word, registry));
            }
            previous = word.to_lowercase();
            rest = after;
        }
        redacted.push_str(rest);
        redacted
    }

    fn word(&mut self, word: &str, registry: bool) -> String {
        // A reply's code and hyphen stand before what it says: `250-mx1.contoso.com`.
        let bytes = word.as_bytes();
        let reply = bytes.get(..3).is_some_and(|digits| digits.iter().all(u8::is_ascii_digit))
            && bytes.get(3) == Some(&b'-');
        let guid = word.len() == 36;
        let (head, core) = match word.split_at_checked(4) {
            Some((head, rest)) if reply && !guid => (head, rest),
            _ => word.split_at(word.find(|letter| !"._-+".contains(letter)).unwrap_or(0)),
        };
        let bare = core.trim_end_matches(['.', ':', '-', '\\', '_']);
        let tail = core.get(bare.len()..).unwrap_or_default();
        // `::1` and `2001:db8::` begin and end with what else is punctuation.
        match self.address6(word) {
            Some(address) => address,
            None => format!("{head}{}{tail}", self.plain_word(bare, registry)),
        }
    }

    fn plain_word(&mut self, word: &str, registry: bool) -> String {
        if let Some(address) = self.address6(word) {
            return address;
        }
        if let Some((address, zone)) = word.split_once('%')
            && let Some(address) = self.address6(address)
        {
            return format!("{address}%{zone}");
        }
        if let Some((left, right)) = word.split_once("%40") {
            return self.plain_word(&format!("{left}@{right}"), registry);
        }
        if let Some((tag, address)) = word.split_once(':')
            && tag.eq_ignore_ascii_case("ipv6")
            && let Some(address) = self.address6(address)
        {
            return format!("{tag}:{address}");
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
                let left = self.bare_host(left);
                // A queue is a server and a number: `EX01\3`.
                let queue = right.chars().all(|letter| letter.is_ascii_digit());
                if queue || connector.contains(&right.to_lowercase().as_str()) {
                    return format!("{left}\\{right}");
                }
                return format!("{left}\\{}", self.numbered(Sort::User, right, "user-"));
            }
        }
        if let Some((local, domain)) = word.rsplit_once('@') {
            let domain = match octets(domain) {
                Some(address) => self.address4(domain, address),
                None => self
                    .host(domain)
                    .unwrap_or_else(|| self.numbered(Sort::Domain, domain, "domain-") + ".example"),
            };
            if local.is_empty() {
                return format!("@{domain}");
            }
            return format!("{}@{domain}", self.numbered(Sort::User, word, "user-"));
        }
        if let Some(address) = octets(word) {
            return self.address4(word, address);
        }
        if let Some(redacted) = self.hex(word) {
            return redacted;
        }
        if let Some(host) = self.host(word) {
            return host;
        }
        let lower = word.to_lowercase();
        if let Some(number) = self.hosts.get(&lower) {
            return format!("host-{number}");
        }
        if let Some(number) = self.labels.get(&lower) {
            return format!("domain-{number}");
        }
        if let Some(file) = self.files.get(&lower) {
            return file.clone();
        }
        word.to_owned()
    }

    /// The name that stands for what is known to be a host, whatever it looks like.
    fn bare_host(&mut self, name: &str) -> String {
        if let Some(known) = self.files.get(&name.to_lowercase()) {
            return known.clone();
        }
        if octets(name).is_some() || name.contains([':', '@']) || peer::is_microsoft365_host(name) {
            return self.word(name, false);
        }
        if let Some(host) = self.host(name) {
            return host;
        }
        let lower = name.to_lowercase();
        let number = self.number(Sort::Host, &lower);
        if name.len() > 2 && !COMMON.contains(&lower.as_str()) {
            self.hosts.entry(lower).or_insert(number);
        }
        format!("host-{number}")
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

    /// Loopback and "any" are nobody's. Exchange Online's published ranges are Microsoft's, and tell who spoke. A
    /// private address stays private, since that tells a device from the Internet.
    fn address4(&mut self, word: &str, address: Ipv4Addr) -> String {
        if address.is_loopback()
            || address.octets().first() == Some(&0)
            || peer::is_microsoft365_address(word)
        {
            return word.to_owned();
        }
        if peer::is_local_address(word) {
            let number = self.number(Sort::LocalAddress, word);
            return format!("10.0.{}.{}", (number - 1) / 254, (number - 1) % 254 + 1);
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
        if address.is_loopback() || address.is_unspecified() || peer::is_microsoft365_address(word) {
            return Some(word.to_owned());
        }
        if let Some(address) = address.to_ipv4_mapped() {
            return Some(format!("::ffff:{}", self.address4(&address.to_string(), address)));
        }
        let text = address.to_string();
        Some(if peer::is_local_address(&text) {
            format!("fd00::{:x}", self.number(Sort::LocalAddress6, &text))
        } else {
            format!("2001:db8::{:x}", self.number(Sort::Address6, &text))
        })
    }

    /// GUIDs, thumbprints and serial numbers. The ids of sessions have sixteen digits, and stay.
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
            (length @ 18..=64, same) if length == same => {
                Some(format!("{:0length$}", self.number(Sort::Thumbprint, word)))
            }
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
        let lower = word.to_lowercase();
        let extension = last.to_lowercase();
        let top = last.len() >= 2
            && last.chars().all(char::is_alphabetic)
            && (one_case(last) || TOPS.contains(&extension.as_str()));
        if labels.len() < 2
            || !labels.iter().all(label)
            || !top
            || EXTENSIONS.contains(&extension.as_str())
            || (["Microsoft", "System"].contains(first) && extension != "com")
        {
            return None;
        }
        if lower.ends_with(".onmicrosoft.com") {
            let below = labels.get(..labels.len() - 2).unwrap_or_default();
            let mail =
                if below.last().is_some_and(|label| below.len() > 1 && label.eq_ignore_ascii_case("mail")) {
                    "mail."
                } else {
                    ""
                };
            let tenant = below.first().copied().unwrap_or_default();
            return Some(format!("tenant-{}.{mail}onmicrosoft.com", self.number(Sort::Tenant, tenant)));
        }
        let public = |public: &&str| lower == **public || lower.ends_with(&format!(".{public}"));
        if peer::is_microsoft365_host(&lower) || peer::is_other_provider(&lower) || PUBLIC.iter().any(public)
        {
            // The name of an MX record spells the customer's domain with hyphens.
            if first.contains('-')
                && (lower.ends_with(".protection.outlook.com") || lower.contains(".mx.microsoft"))
                && !lower.contains(".outbound.")
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
        let domain = labels.get(own..).unwrap_or_default();
        let number = self.number(Sort::Domain, &domain.join("."));
        if let Some(name) = domain.first().map(|name| name.to_lowercase())
            && name.len() > 3
            && !COMMON.contains(&name.as_str())
        {
            self.labels.entry(name).or_insert(number);
        }
        let domain = format!("domain-{number}.example");
        if own == 0 {
            return Some(domain);
        }
        let first = first.to_lowercase();
        let number = match self.hosts.get(&first) {
            Some(number) => *number,
            None => self.number(Sort::Host, &lower),
        };
        if first.len() > 2 && !COMMON.contains(&first.as_str()) {
            self.hosts.entry(first).or_insert(number);
        }
        Some(format!("host-{number}.{domain}"))
    }
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || "._-@:+%\\".contains(letter)
}

/// Whether a word without a dot is a host's name by what stands around it.
fn is_host_after(previous: &str, gap: &str, word: &str, after: &str) -> bool {
    let plain = word.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    plain
        && match previous {
            "ehlo" | "helo" => gap == " ",
            // `Received: from EX01 (10.0.0.1) by EX02 (10.0.0.2)`.
            "from" | "by" | "hello" => gap == " " && (after.starts_with(" (") || after.starts_with(" [")),
            // `Reporting-MTA: dns;EX01`.
            "dns" => gap.starts_with(';'),
            "computer:" => gap.trim().is_empty(),
            // A certificate's subject; names of authorities are several words.
            "cn" => gap == "=" && !after.starts_with(' '),
            // Message tracking: `client-ip,client-hostname,server-ip,…`.
            address if octets(address).is_some() => {
                gap == ","
                    && after.starts_with(',')
                    && word.starts_with(|letter: char| letter.is_alphabetic())
            }
            _ => false,
        }
}

fn octets(word: &str) -> Option<Ipv4Addr> {
    match word.parse().ok()? {
        IpAddr::V4(address) => Some(address),
        IpAddr::V6(_) => None,
    }
}

fn line_end(line: &str) -> &str {
    line.get(line.trim_end_matches(['\r', '\n']).len()..).unwrap_or_default()
}

/// The text with every `name`, given in lower case, replaced.
fn replace(text: &str, name: &str, new: &str) -> String {
    let lower = text.to_lowercase();
    // Letters whose lower case is longer would shift the places: those texts keep their case and lose the match.
    if lower.len() != text.len() || name.is_empty() {
        return text.replace(name, new);
    }
    let (mut replaced, mut from) = (String::with_capacity(text.len()), 0);
    for (at, _) in lower.match_indices(name) {
        replaced.push_str(text.get(from..at).unwrap_or_default());
        replaced.push_str(new);
        from = at + name.len();
    }
    replaced.push_str(text.get(from..).unwrap_or_default());
    replaced
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
