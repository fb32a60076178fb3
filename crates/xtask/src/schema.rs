//! What programs get, described twice from one source: as a JSON schema and as TypeScript.

use anyhow::{Context as _, Result, bail};
use mailtls_core::report::Report;
use mailtls_text::RuleText;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;
use std::collections::BTreeMap;

/// The JSON schema of the report.
pub(crate) fn report() -> Value {
    of::<Report>()
}

/// Every type of the report and of the rules as a TypeScript declaration, in the order of their names.
pub(crate) fn typescript() -> Result<String> {
    let mut types = BTreeMap::new();
    for schema in [of::<Report>(), of::<RuleText>()] {
        for (name, definition) in schema.get("$defs").and_then(Value::as_object).into_iter().flatten() {
            types.insert(name.clone(), definition.clone());
        }
        let name = schema.get("title").and_then(Value::as_str).context("a schema without a title")?;
        types.insert(name.to_owned(), schema.clone());
    }
    types.iter().map(|(name, schema)| declaration(name, schema)).collect()
}

fn of<T: JsonSchema>() -> Value {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>().to_value()
}

fn declaration(name: &str, schema: &Value) -> Result<String> {
    let comment = comment(schema, "");
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else {
        return Ok(format!("{comment}export type {name} = {};\n\n", type_of(schema)?));
    };
    let required: Vec<&str> = schema
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let mut lines = Vec::new();
    for (field, schema) in properties {
        let mark = if required.contains(&field.as_str()) { "" } else { "?" };
        lines.push(format!("{}  {field}{mark}: {};\n", self::comment(schema, "  "), type_of(schema)?));
    }
    Ok(format!("{comment}export interface {name} {{\n{}}}\n\n", lines.concat()))
}

/// The documentation, as editors show it.
fn comment(schema: &Value, indent: &str) -> String {
    let Some(text) = schema.get("description").and_then(Value::as_str) else { return String::new() };
    let text = text.replace("*/", "*\\/").replace('\n', &format!("\n{indent} * "));
    format!("{indent}/** {text} */\n")
}

fn type_of(schema: &Value) -> Result<String> {
    if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
        return Ok(target.rsplit('/').next().unwrap_or(target).to_owned());
    }
    if let Some(value) = schema.get("const") {
        return Ok(value.to_string());
    }
    if let Some(values) = schema.get("enum").and_then(Value::as_array) {
        return Ok(values.iter().map(Value::to_string).collect::<Vec<_>>().join(" | "));
    }
    for key in ["oneOf", "anyOf"] {
        if let Some(choices) = schema.get(key).and_then(Value::as_array) {
            return Ok(choices.iter().map(type_of).collect::<Result<Vec<_>>>()?.join(" | "));
        }
    }
    match schema.get("type") {
        Some(Value::String(name)) => named(name, schema),
        Some(Value::Array(names)) => {
            let names = names.iter().filter_map(Value::as_str);
            Ok(names.map(|name| named(name, schema)).collect::<Result<Vec<_>>>()?.join(" | "))
        }
        _ => bail!("no TypeScript for the schema {schema}"),
    }
}

fn named(name: &str, schema: &Value) -> Result<String> {
    Ok(match name {
        "integer" | "number" => "number".to_owned(),
        "string" | "boolean" | "null" => name.to_owned(),
        "array" => {
            let items = type_of(schema.get("items").context("an array without items")?)?;
            if items.contains(' ') { format!("({items})[]") } else { format!("{items}[]") }
        }
        "object" => {
            let values = schema.get("additionalProperties").context("an object of unknown values")?;
            format!("Record<string, {}>", type_of(values)?)
        }
        other => bail!("no TypeScript for the type {other}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{npm, shell};

    #[test]
    fn a_change_of_the_schema_shows_in_review() {
        let path = shell::root().join("crates/xtask/report.schema.json");
        let now = npm::pretty(&report()).expect("the schema as text");
        let known = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        if known != now && std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, now).expect("written");
            return;
        }
        assert!(
            known == now,
            "the schema of the report is not what {} says. A field may be added; one that is renamed or gone breaks \
             programs, and needs another `schema` number. UPDATE=1 writes it",
            path.display()
        );
    }

    #[test]
    fn the_report_is_declared_with_its_words_and_its_nulls() {
        let types = typescript().expect("declared");
        for expected in [
            "export interface Report {",
            "  verdict: Verdict;",
            "  fix: FixReport | null;",
            "  findings: FindingReport[];",
            "export type Cause = \"tls-version\" | ",
            "  protocols: Record<string, ProtocolReport>;",
            "  enabled: number | null;",
            "export type ArgReport = number | string;",
            "export interface RuleText {",
        ] {
            assert!(types.contains(expected), "{expected} is missing in\n{types}");
        }
    }
}
