//! What a page that shows us may know of what the user put in: the verdict and the rules, nothing else.

use mailtls_core::report::Report;
use serde_json::Value;

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

/// The report in its own form, with every text, name and value from the input left empty.
pub(crate) fn outline(report: &Report) -> Value {
    let mut value = serde_json::to_value(report).unwrap_or_default();
    empty(&mut value, "");
    value
}

fn empty(value: &mut Value, path: &str) {
    if KEPT.contains(&path) {
        return;
    }
    let leads_on = KEPT.iter().any(|kept| kept.strip_prefix(path).is_some_and(|rest| rest.starts_with('.')));
    match value {
        Value::Object(fields) if path.is_empty() || leads_on => {
            for (name, field) in fields {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                empty(field, &path);
            }
        }
        Value::Array(items) if leads_on => {
            for item in items {
                empty(item, &format!("{path}.#"));
            }
        }
        // Names of fields may be names from the input: maps are emptied whole.
        Value::Object(fields) => fields.clear(),
        Value::Array(items) => items.clear(),
        Value::String(text) => text.clear(),
        Value::Number(_) => *value = Value::from(0),
        Value::Bool(_) => *value = Value::Bool(false),
        Value::Null => {}
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
        let outline = outline(&report);
        let text = outline.to_string();
        for secret in ["canary", "192.0.2.77", "SocketError", "HKEY", "dword"] {
            assert!(!text.contains(secret), "{secret}: {text}");
        }
        assert_eq!(outline["verdict"]["cause"], report.verdict.cause.word());
        assert_eq!(outline["findings"].as_array().map(Vec::len), Some(report.findings.len()));
        assert_eq!(outline["sources"][0]["bytes"], input.len());
    }
}
