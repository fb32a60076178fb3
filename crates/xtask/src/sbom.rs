//! What the release files are made of: a `CycloneDX` list of every crate in them.

use crate::shell;
use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What is released; developer tools are not in the files and not in the list.
const ROOTS: [&str; 3] = ["mailtls-app", "mailtls-cli", "mailtls-wasm"];

/// The list, for the tree as it is locked.
pub(crate) fn cyclonedx(date: &str) -> Result<Value> {
    let text = shell::output(shell::cargo().args(["metadata", "--format-version", "1", "--locked"]))?;
    let metadata: Value = serde_json::from_str(&text).context("cargo metadata")?;
    let edges = edges(&metadata);
    let packages = list(&metadata, "packages");
    let mut wanted: Vec<&str> = packages
        .iter()
        .filter(|package| ROOTS.contains(&word(package, "name")))
        .map(|package| word(package, "id"))
        .collect();
    let mut reached = BTreeSet::new();
    while let Some(id) = wanted.pop() {
        if reached.insert(id) {
            wanted.extend(edges.get(id).into_iter().flatten());
        }
    }
    let mut components: Vec<Value> =
        packages.iter().filter(|package| reached.contains(word(package, "id"))).map(component).collect();
    components.sort_by_key(|component| word(component, "bom-ref").to_owned());
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "timestamp": format!("{date}T00:00:00Z"),
            "component": { "type": "application", "name": "mailtls", "version": env!("CARGO_PKG_VERSION") }
        },
        "components": components
    }))
}

/// Who uses whom at run time: what only builds or tests is not in the files.
fn edges(metadata: &Value) -> BTreeMap<&str, Vec<&str>> {
    let nodes = metadata.get("resolve").map_or(&[][..], |resolve| list(resolve, "nodes"));
    let runs =
        |dependency: &&Value| list(dependency, "dep_kinds").iter().any(|kind| word(kind, "kind").is_empty());
    nodes
        .iter()
        .map(|node| {
            let uses =
                list(node, "deps").iter().filter(runs).map(|dependency| word(dependency, "pkg")).collect();
            (word(node, "id"), uses)
        })
        .collect()
}

fn component(package: &Value) -> Value {
    let (name, version) = (word(package, "name"), word(package, "version"));
    let address = format!("pkg:cargo/{name}@{version}");
    json!({
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": version,
        "purl": address,
        "licenses": [{ "expression": word(package, "license").replace('/', " OR ") }]
    })
}

fn list<'a>(value: &'a Value, field: &str) -> &'a [Value] {
    value.get(field).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn word<'a>(value: &'a Value, field: &str) -> &'a str {
    value.get(field).and_then(Value::as_str).unwrap_or_default()
}
