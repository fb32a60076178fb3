//! What a page that shows us may know of what the user put in: the verdict and the rules, nothing else.

use mailtls_core::report::Report;

/// The fields that hold words of ours and numbers, by where they are. Everything not named here is emptied, so
/// that a field that is added later is kept back until somebody lists it.
const KEPT: [&str; 23] = [
    "schema",
    "verdict.cause",
    "verdict.certainty",
    "verdict.direction",
    "verdict.platform",
    "verdict.os",
    "verdict.os_assumed",
    "verdict.because.#",
    "verdict.needs.#",
    "verdict.ruled_out.#.cause",
    "verdict.ruled_out.#.rule",
    "verdict.considered.#.cause",
    "verdict.considered.#.certainty",
    "findings.#.rule",
    "findings.#.severity",
    "findings.#.certainty",
    "findings.#.cause",
    "findings.#.direction",
    "findings.#.explained_by",
    "sources.#.kind",
    "sources.#.encoding",
    "sources.#.bytes",
    "sources.#.lines",
];

/// The report as JSON in its own form, with every text, name and value from the input left empty.
pub(crate) fn outline(report: &Report) -> String {
    let json = mailtls_text::to_json(report);
    let mut outline = String::new();
    Scan { rest: &json }.value("", false, &mut outline);
    outline
}

/// A walk over JSON that we wrote ourselves.
struct Scan<'a> {
    rest: &'a str,
}

impl<'a> Scan<'a> {
    /// Copies the value that follows: whole where it is kept, else emptied. `path` is where it stands.
    fn value(&mut self, path: &str, kept: bool, out: &mut String) {
        let kept = kept || KEPT.contains(&path);
        let leads_on = path.is_empty()
            || KEPT.iter().any(|kept| kept.strip_prefix(path).is_some_and(|rest| rest.starts_with('.')));
        self.rest = self.rest.trim_start();
        match self.rest.as_bytes().first() {
            Some(open @ (b'{' | b'[')) => {
                let is_object = *open == b'{';
                // Names of fields may be names from the input: maps are emptied whole.
                let mut hidden = String::new();
                let inner = if kept || leads_on { &mut *out } else { &mut hidden };
                self.items(path, kept, is_object, inner);
                if !kept && !leads_on {
                    out.push_str(if is_object { "{}" } else { "[]" });
                }
            }
            Some(b'"') => {
                let text = self.string();
                out.push_str(if kept { text } else { "\"\"" });
            }
            first => {
                let word = self.take(|letter| matches!(letter, ',' | ']' | '}') || letter.is_whitespace());
                out.push_str(match first {
                    Some(b't' | b'f') if !kept => "false",
                    Some(b'-' | b'0'..=b'9') if !kept => "0",
                    _ => word,
                });
            }
        }
    }

    /// The fields of an object or the items of a list, brackets included.
    fn items(&mut self, path: &str, kept: bool, is_object: bool, out: &mut String) {
        out.push_str(self.some(1));
        loop {
            self.rest = self.rest.trim_start();
            match self.rest.as_bytes().first() {
                None => return,
                Some(b'}' | b']') => {
                    out.push_str(self.some(1));
                    return;
                }
                Some(b',') => out.push_str(self.some(1)),
                Some(_) if is_object => {
                    let name = self.string();
                    self.rest = self.rest.trim_start();
                    out.push_str(name);
                    out.push_str(self.some(1));
                    let name = name.trim_matches('"');
                    let dot = if path.is_empty() { "" } else { "." };
                    self.value(&[path, dot, name].concat(), kept, out);
                }
                Some(_) => self.value(&[path, ".#"].concat(), kept, out),
            }
        }
    }

    /// The string that follows, quotes included.
    fn string(&mut self) -> &'a str {
        let mut escaped = false;
        let end = self.rest.bytes().skip(1).position(|byte| {
            let ends = byte == b'"' && !escaped;
            escaped = byte == b'\\' && !escaped;
            ends
        });
        self.some(end.map_or(self.rest.len(), |end| end + 2))
    }

    fn take(&mut self, ends: impl Fn(char) -> bool) -> &'a str {
        self.some(self.rest.find(ends).unwrap_or(self.rest.len()))
    }

    fn some(&mut self, count: usize) -> &'a str {
        let (some, rest) = self.rest.split_at_checked(count).unwrap_or((self.rest, ""));
        self.rest = rest;
        some
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mailtls_core::session::{Options, diagnose};

    #[test]
    fn an_outline_tells_the_verdict_and_nothing_of_the_input() {
        let input = "421 4.4.2 Connection dropped due to SocketError canary.example.net 192.0.2.77\n\
            Diagnostic-Code: smtp;421 4.7.66 canary\n\
            [HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client]\n\
            \"Enabled\"=dword:00000000\n";
        let mut report = diagnose([("canary.reg", input.as_bytes())], &Options::default());
        mailtls_text::speak(&mut report, mailtls_text::Lang::En);
        let text = outline(&report);
        let outline: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        for secret in ["canary", "192.0.2.77", "SocketError", "HKEY", "dword"] {
            assert!(!text.contains(secret), "{secret}: {text}");
        }
        assert_eq!(outline["verdict"]["cause"], report.verdict.cause.word());
        assert_eq!(outline["findings"].as_array().map(Vec::len), Some(report.findings.len()));
        assert_eq!(outline["sources"][0]["bytes"], input.len());
        let whole = serde_json::to_value(&report).expect("JSON");
        for field in whole.as_object().expect("an object").keys() {
            assert!(outline.get(field).is_some(), "{field}: {text}");
        }
    }

    #[test]
    fn what_is_not_listed_is_emptied_and_the_rest_is_copied() {
        let scan = |json: &str| {
            let mut out = String::new();
            Scan { rest: json }.value("", false, &mut out);
            out
        };
        let json = r#"{"schema": 1, "verdict": {"cause": "dns", "summary": "a \"b\\"}, "smtp": {"peers": [{"x": 1}]},
            "findings": [{"rule": "r", "line": 7, "on": true, "args": {"secret": null}}], "fix": null, "more": [1, "x"]}"#;
        assert_eq!(
            scan(json),
            r#"{"schema":1,"verdict":{"cause":"dns","summary":""},"smtp":{},"#.to_owned()
                + r#""findings":[{"rule":"r","line":0,"on":false,"args":{}}],"fix":null,"more":[]}"#
        );
        assert_eq!(
            (scan(""), scan("{"), scan("{\"a\"")),
            (String::new(), "{".to_owned(), "{\"a\"".to_owned())
        );
    }
}
