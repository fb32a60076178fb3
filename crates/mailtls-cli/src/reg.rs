//! `mailtls reg show`: the registry that importing a `.reg` file would leave.

use crate::Outcome;
use crate::args::RegShow;
use crate::error::CommandError;
use crate::output;
use mailtls_core::arg::Arg;
use mailtls_core::fact::problem::Problem;
use mailtls_core::format::reg::{KeyState, RegistryState, ValueState, import};
use mailtls_core::registry::RegData;
use mailtls_text::{Lang, text, visible};
use serde::Serialize;
use std::io::Read as _;

/// What a program gets.
#[derive(Serialize)]
struct StateReport {
    keys: Vec<KeyReport>,
    problems: Vec<LineReport>,
}

#[derive(Serialize)]
struct KeyReport {
    path: String,
    deleted: bool,
    values: Vec<ValueReport>,
}

#[derive(Serialize)]
struct ValueReport {
    name: String,
    #[serde(rename = "type")]
    kind: String,
    hex: String,
    /// Strings decoded, numbers as numbers; `null` where neither.
    value: Option<Shown>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Shown {
    Number(u64),
    Text(String),
    Texts(Vec<String>),
}

#[derive(Serialize)]
struct LineReport {
    line: u64,
    code: &'static str,
    message: String,
}

/// Prints the state.
pub(crate) fn show(args: &RegShow) -> Result<Outcome, CommandError> {
    let state = import(&read(args)?);
    let listing = if args.json {
        let mut json = serde_json::to_string_pretty(&report(&state)).unwrap_or_default();
        json.push('\n');
        json
    } else {
        listing(&report(&state))
    };
    output::print(listing.as_bytes())?;
    Ok(Outcome::Fine)
}

/// The whole file: an import is one step, and exports are small beside logs.
fn read(args: &RegShow) -> Result<Vec<u8>, CommandError> {
    if args.file.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map_err(CommandError::ReadStdin)?;
        return Ok(bytes);
    }
    std::fs::read(&args.file).map_err(|error| CommandError::Read(args.file.clone(), error))
}

fn report(state: &RegistryState) -> StateReport {
    let line = |problem: &Problem| LineReport {
        line: problem.mark.span.line,
        code: problem.code,
        message: message(problem),
    };
    StateReport {
        keys: state.keys.iter().map(key_report).collect(),
        problems: state.problems.iter().map(line).collect(),
    }
}

fn key_report(key: &KeyState) -> KeyReport {
    KeyReport {
        path: key.path.as_str().to_owned(),
        deleted: key.deleted,
        values: key.values.iter().map(value_report).collect(),
    }
}

fn value_report(value: &ValueState) -> ValueReport {
    let name = value.name.as_str().to_owned();
    match &value.data {
        Some(data) => ValueReport { name, kind: data.type_name(), hex: data.hex(), value: shown(data) },
        None => ValueReport { name, kind: "delete".to_owned(), hex: String::new(), value: None },
    }
}

/// The data as people write it.
fn shown(data: &RegData) -> Option<Shown> {
    let units: Vec<u16> =
        data.bytes.as_chunks::<2>().0.iter().map(|pair| u16::from_le_bytes(*pair)).collect();
    let string = String::from_utf16_lossy(&units);
    match data.kind {
        RegData::SZ | RegData::EXPAND_SZ => Some(Shown::Text(string.trim_end_matches('\0').to_owned())),
        RegData::MULTI_SZ => {
            let texts = string.trim_end_matches('\0').split('\0').map(str::to_owned);
            Some(Shown::Texts(texts.filter(|text| !text.is_empty()).collect()))
        }
        RegData::DWORD => data.as_dword().map(|number| Shown::Number(number.into())),
        RegData::QWORD => {
            let number = data.bytes.as_slice().try_into().map(u64::from_le_bytes).ok()?;
            Some(Shown::Number(number))
        }
        _ => None,
    }
}

fn message(problem: &Problem) -> String {
    let shown = |arg: &Arg| match arg {
        Arg::Text(words) => visible(words).into_owned(),
        Arg::Number(number) => number.to_string(),
    };
    let args: Vec<(&str, String)> = problem.args.iter().map(|(name, arg)| (*name, shown(arg))).collect();
    let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let key = format!("problem-{}", problem.code);
    text(Lang::En, &key, &args).unwrap_or_else(|| problem.code.to_owned())
}

fn listing(report: &StateReport) -> String {
    let mut lines = Vec::new();
    for key in &report.keys {
        let gone = if key.deleted { " (deleted)" } else { "" };
        lines.push(format!("{}{gone}", visible(&key.path)));
        for value in &key.values {
            let name = if value.name.is_empty() { "(default)".into() } else { visible(&value.name) };
            lines.push(match &value.value {
                _ if value.kind == "delete" => format!("  `{name}` deleted"),
                Some(Shown::Number(number)) => {
                    format!("  `{name}` ({}) = {number} ({number:#x})", value.kind)
                }
                Some(Shown::Text(text)) => format!("  `{name}` ({}) = {}", value.kind, visible(text)),
                Some(Shown::Texts(texts)) => {
                    format!("  `{name}` ({}) = {}", value.kind, visible(&texts.join(" | ")))
                }
                None => format!("  `{name}` ({}) = {}", value.kind, value.hex),
            });
        }
    }
    if report.keys.is_empty() {
        lines.push("Importing this file leaves nothing in the registry.".to_owned());
    }
    if !report.problems.is_empty() {
        lines.push("\nWhat Windows drops, or takes differently than it reads:".to_owned());
    }
    lines.extend(
        report.problems.iter().map(|problem| format!("  line {}: {}", problem.line, problem.message)),
    );
    lines.join("\n") + "\n"
}
