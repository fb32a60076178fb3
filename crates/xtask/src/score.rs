//! `cargo xtask score DIR`: measures the diagnosis against labelled evidence.
//!
//! A folder holds `NAME.txt` with `NAME.json` (pastes) or `NAME.reg` with `NAME.json` (registry files). A label of
//! a paste has `expected {tls_version_problem, direction, root_cause}` and `involves_m365`; of a registry file
//! `expected {effective {protocol {role}}, parse_error_lines, needed_fix}`.
#![expect(clippy::indexing_slicing, reason = "serde_json gives null for a field that is not there")]

use anyhow::{Context as _, Result, ensure};
use mailtls_core::format::reg::{RegistryState, import};
use mailtls_core::registry::KeyPath;
use mailtls_core::report::{Report, RoleState};
use mailtls_core::schannel::PROTOCOLS_KEY;
use mailtls_core::session::{Options, diagnose};
use mailtls_core::vocabulary::{Cause, Certainty, Direction, Os, Profile};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Prints the figures for every folder in `args`.
pub(crate) fn run(args: &[String]) -> Result<()> {
    ensure!(!args.is_empty(), "name a folder: cargo xtask score DIR");
    for folder in args.iter().filter(|arg| !arg.starts_with("--")) {
        score(Path::new(folder), args.iter().any(|arg| arg == "--all"))?;
    }
    Ok(())
}

/// One labelled input.
struct Sample {
    name: String,
    path: PathBuf,
    label: Value,
}

fn score(folder: &Path, all: bool) -> Result<()> {
    let mut samples = Vec::new();
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut labels: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    labels.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    labels.sort();
    for path in labels {
        let label: Value = serde_json::from_slice(&std::fs::read(&path)?)
            .with_context(|| format!("{} is no JSON", path.display()))?;
        let input = ["txt", "reg", "eml", "msg", "log"]
            .iter()
            .map(|extension| path.with_extension(extension))
            .find(|candidate| candidate.exists());
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(input) = input {
            samples.push(Sample { name, path: input, label });
        }
    }
    ensure!(!samples.is_empty(), "{} holds no labelled inputs", folder.display());
    println!("{}: {} labelled inputs", folder.display(), samples.len());
    let (pastes, registries): (Vec<Sample>, Vec<Sample>) =
        samples.into_iter().partition(|sample| !text(&sample.label["expected"]["root_cause"]).is_empty());
    if !pastes.is_empty() {
        score_pastes(&pastes, all)?;
    }
    if !registries.is_empty() {
        score_registries(&registries)?;
    }
    Ok(())
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn read(sample: &Sample, options: Options) -> Result<Report> {
    let bytes = std::fs::read(&sample.path)?;
    let file = sample.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(diagnose([(&*file, &*bytes)], &options))
}

/// How many of how many.
#[derive(Clone, Copy, Default)]
struct Tally {
    right: usize,
    of: usize,
}

impl Tally {
    fn count(&mut self, right: bool) {
        self.of += 1;
        self.right += usize::from(right);
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let tenths = (self.right * 1000).checked_div(self.of).unwrap_or(0);
        write!(f, "{:>4}/{:<4} {:>3}.{} %", self.right, self.of, tenths / 10, tenths % 10)
    }
}

/// Whether the verdict may be told for the label: see the folder's own description of its labels.
fn class_fits(label: &str, involves: bool, cause: Cause, certainty: Certainty) -> bool {
    let told = cause == Cause::TlsVersion && certainty >= Certainty::Likely;
    match label {
        "yes" | "likely" => told,
        "possible" => certainty < Certainty::Certain || cause != Cause::TlsVersion,
        _ => !told || !involves,
    }
}

fn score_pastes(samples: &[Sample], all: bool) -> Result<()> {
    let mut figures: BTreeMap<(String, &str), Tally> = BTreeMap::new();
    let mut classes: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut causes: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut misses = Vec::new();
    let mut wrong_certain = 0;
    for sample in samples {
        let report = read(sample, Options::default())?;
        let verdict = &report.verdict;
        let expected = &sample.label["expected"];
        let label = text(&expected["tls_version_problem"]);
        let involves = sample.label["involves_m365"].as_bool().unwrap_or(true);
        let class = class_fits(label, involves, verdict.cause, verdict.certainty);
        let cause = text(&expected["root_cause"]) == verdict.cause.word();
        let wanted = Direction::from_word(text(&expected["direction"])).unwrap_or(Direction::Unknown);
        let direction = wanted == verdict.direction;
        let provenance = text(&sample.label["provenance"]).to_owned();
        let group = if provenance.starts_with("public") { "public" } else { "built" };
        for scope in [provenance.clone(), format!("= {group}"), "= all".to_owned()] {
            figures.entry((scope.clone(), "class")).or_default().count(class);
            figures.entry((scope.clone(), "cause")).or_default().count(cause);
            figures.entry((scope, "direction")).or_default().count(direction);
        }
        let told = format!("{} {}", verdict.cause.word(), verdict.certainty.word());
        let told_class = if verdict.cause == Cause::TlsVersion { told.clone() } else { "other".to_owned() };
        *classes.entry((label.to_owned(), told_class)).or_default() += 1;
        *causes
            .entry((text(&expected["root_cause"]).to_owned(), verdict.cause.word().to_owned()))
            .or_default() += 1;
        let certain = verdict.certainty == Certainty::Certain && !cause;
        wrong_certain += usize::from(certain);
        if !(class && cause && direction) || all {
            misses.push(format!(
                "{}{}{}{} {}  wanted {label} {} {}  told {told} {}  by {}",
                if class { '.' } else { 'C' },
                if cause { '.' } else { 'c' },
                if direction { '.' } else { 'd' },
                if certain { '!' } else { ' ' },
                sample.name,
                text(&expected["root_cause"]),
                wanted.word(),
                verdict.direction.word(),
                verdict.because.join(" "),
            ));
        }
    }
    println!("\nprovenance            class             cause             direction");
    let scopes: Vec<String> = {
        let mut scopes: Vec<String> = figures.keys().map(|(scope, _)| scope.clone()).collect();
        scopes.dedup();
        scopes
    };
    for scope in scopes {
        let of = |what| figures.get(&(scope.clone(), what)).copied().unwrap_or_default();
        println!("{scope:<20} {} {} {}", of("class"), of("cause"), of("direction"));
    }
    println!("\nlabel and what was told");
    for ((label, told), count) in &classes {
        println!("{label:<10} {told:<24} {count:>4}");
    }
    println!("\ncause: wanted, told");
    for ((wanted, told), count) in &causes {
        println!("{}{wanted:<20} {told:<20} {count:>4}", if wanted == told { "  " } else { "x " });
    }
    println!("\nwrong and certain: {wrong_certain}");
    println!("\nmisses (C class, c cause, d direction, ! wrong and certain)");
    for miss in misses {
        println!("{miss}");
    }
    Ok(())
}

fn score_registries(samples: &[Sample]) -> Result<()> {
    let mut figures: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut misses = Vec::new();
    for sample in samples {
        let expected = &sample.label["expected"];
        let modern = read(sample, Options::default())?;
        let old = read(sample, Options { os: Some(Os::Ws2008R2), ..Options::default() })?;
        let beside = read(sample, Options { profile: Profile::Recommended, ..Options::default() })?;
        let imported = import(&std::fs::read(&sample.path)?);
        let mut tally =
            |figures: &mut BTreeMap<&'static str, Tally>, what: &'static str, right: bool, miss: String| {
                figures.entry(what).or_default().count(right);
                if !right {
                    misses.push(format!("{} {what}: {miss}", sample.name));
                }
            };
        for (protocol, roles) in expected["effective"].as_object().into_iter().flatten() {
            for (role, state) in roles.as_object().into_iter().flatten() {
                let told = role_of(&modern, protocol, role).map_or(RoleState::Unknown, |role| role.state);
                let also = &sample.label["accept_also"]["effective"][protocol][role];
                let also = if also.is_null() { &expected["accept_also"][protocol][role] } else { also };
                let covered = covers(&imported, protocol, role);
                let fits = |wanted: &Value| same_state(text(wanted), told, covered);
                tally(
                    &mut figures,
                    "state",
                    fits(state) || fits(also),
                    format!("{protocol} {role} wanted {state}, told {told:?}"),
                );
                let word = |told: RoleState| told == RoleState::OsDefault && text(state) == "os-default";
                let literal = word(told) || (told != RoleState::Unknown && fits(state));
                figures.entry("(state, unknown never counted)").or_default().count(literal);
            }
        }
        for (role, state) in
            expected["effective_tls12_if_windows7_or_2008r2"].as_object().into_iter().flatten()
        {
            let told = role_of(&old, "TLS 1.2", role).and_then(|role| role.effective);
            let right = told.unwrap_or(false) == (text(state) == "enabled");
            tally(&mut figures, "state on 2008 R2", right, format!("{role} wanted {state}, told {told:?}"));
        }
        let problems = modern.sources.iter().flat_map(|source| &source.problems);
        let told: BTreeSet<u64> = problems.map(|problem| problem.line).filter(|line| *line > 0).collect();
        let wanted: BTreeSet<u64> = expected["parse_error_lines"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|item| item.as_u64().or_else(|| item["line"].as_u64()))
            .collect();
        tally(
            &mut figures,
            "problem lines",
            told.is_superset(&wanted),
            format!("wanted {wanted:?}, told {told:?}"),
        );
        tally(
            &mut figures,
            "no other problem lines",
            told.is_subset(&wanted),
            format!("wanted {wanted:?}, told {told:?}"),
        );
        let paths = |report: &Report| -> BTreeSet<String> {
            let edits = report.fix.iter().flat_map(|fix| &fix.edits);
            edits.map(|edit| format!("{}\\{}", edit.key, edit.name).to_lowercase()).collect()
        };
        // What .NET and WinHTTP need is in the profile that is for more than mail.
        let (told, beside) = (paths(&modern), paths(&beside));
        let needed: Vec<&Value> = expected["needed_fix"].as_array().into_iter().flatten().collect();
        let path = |edit: &Value| format!("{}\\{}", text(&edit["key"]), text(&edit["name"])).to_lowercase();
        let must: BTreeSet<String> =
            needed.iter().filter(|edit| text(&edit["reason"]) != "not set").map(|edit| path(edit)).collect();
        let may: BTreeSet<String> = needed
            .iter()
            .copied()
            .chain(expected["optional_fix"].as_array().into_iter().flatten())
            .map(path)
            .collect();
        tally(
            &mut figures,
            "fix covers what is wrong",
            beside.is_superset(&must),
            format!("wanted {must:?}, told {beside:?}"),
        );
        tally(
            &mut figures,
            "fix changes nothing else",
            told.is_subset(&may),
            format!("may {may:?}, told {told:?}"),
        );
    }
    println!();
    for (what, tally) in &figures {
        println!("{what:<26} {tally}");
    }
    println!("\nmisses");
    for miss in misses {
        println!("{miss}");
    }
    Ok(())
}

fn role_of<'a>(
    report: &'a Report,
    protocol: &str,
    role: &str,
) -> Option<&'a mailtls_core::report::RoleReport> {
    let protocol = report.registry.protocols.get(protocol)?;
    Some(if role.eq_ignore_ascii_case("client") { &protocol.client } else { &protocol.server })
}

/// Whether a file shows or deletes the key of a role: told apart from the facts, by what regedit would leave.
fn covers(imported: &RegistryState, protocol: &str, role: &str) -> bool {
    let key = KeyPath::from(PROTOCOLS_KEY).child(protocol).child(role);
    imported.keys.iter().any(|shown| shown.path == key)
}

/// Labels tell what an import into an empty registry leaves, and have no word for what a file does not cover:
/// there `unknown` is what `os-default` says of a whole registry, and nowhere else.
fn same_state(wanted: &str, told: RoleState, covered: bool) -> bool {
    match told {
        RoleState::Enabled => wanted == "enabled",
        RoleState::Disabled => wanted == "disabled",
        RoleState::OsDefault => wanted == "os-default",
        RoleState::Unknown => wanted == "os-default" && !covered,
        RoleState::Misconfigured => wanted == "misconfigured",
    }
}
