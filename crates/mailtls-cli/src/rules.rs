//! `mailtls rules` and `mailtls explain`.

use crate::Outcome;
use crate::args::{Explain, Rules};
use crate::error::CommandError;
use crate::output;
use mailtls_core::rules::RULES;
use mailtls_text::{rule, rules, text};

/// How each rule decides, in English, by its id: what its source says about it.
const DECISIONS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/decisions.rs"));

/// Lists every rule.
pub(crate) fn list(args: &Rules) -> Result<Outcome, CommandError> {
    let rules = rules(args.lang);
    let listing = if args.json {
        let mut json = serde_json::to_string_pretty(&rules).unwrap_or_default();
        json.push('\n');
        json
    } else {
        let widest = rules.iter().map(|rule| rule.rule.len()).max().unwrap_or(0);
        let line = |rule: &mailtls_text::RuleText| {
            format!("{:<widest$}  {:<7}  {}\n", rule.rule, rule.severity, rule.title)
        };
        rules.iter().map(line).collect()
    };
    output::print(listing.as_bytes())?;
    Ok(Outcome::Fine)
}

/// Prints one rule's page.
pub(crate) fn explain(args: &Explain) -> Result<Outcome, CommandError> {
    let Some(rule) = rule(&args.rule, args.lang) else {
        return Err(CommandError::NoRule(args.rule.clone(), nearest(&args.rule)));
    };
    let label = |key: &str| text(args.lang, key, &[]).unwrap_or_default();
    let words = |words: Vec<String>| words.join(", ");
    let severity = label(&format!("severity-{}", rule.severity));
    let reason = label(&format!("severity-{}.reason", rule.severity));
    let cause = rule.cause.map(|cause| label(&format!("cause-{cause}")));
    let ruled_out = rule.rules_out.iter().map(|cause| label(&format!("cause-{cause}")));
    let needs = rule.needs.iter().map(|kind| label(&format!("kind-{kind}")));
    let facts = [
        ("explain-severity", format!("{severity}. {reason}")),
        ("explain-grade", label(&format!("grade-{}", rule.grade))),
        ("explain-cause", cause.unwrap_or_default()),
        ("explain-rules-out", words(ruled_out.collect())),
        ("explain-explains", rule.explains.join(", ")),
        ("explain-needs", words(needs.collect())),
        ("explain-since", rule.since.to_owned()),
    ];
    let mut lines = vec![
        format!("{}\n[{}]", rule.title, rule.rule),
        format!("\n{}", rule.what),
        format!("\n{}", rule.why),
        format!("\n{} {}\n", label("render-remedy"), rule.remedy),
    ];
    let facts = facts.iter().filter(|(_, words)| !words.is_empty());
    lines.extend(facts.map(|(key, words)| format!("{}: {words}", label(key))));
    let decision = DECISIONS.iter().find(|(id, _)| *id == rule.rule);
    lines.extend(decision.map(|(_, words)| format!("\n{}\n{words}", label("explain-decides"))));
    if !rule.references.is_empty() {
        lines.push(format!("\n{}", label("explain-references")));
    }
    lines.extend(rule.references.iter().map(|page| format!("  {}\n    {}", page.title, page.url)));
    let page = lines.join("\n") + "\n";
    output::print(page.as_bytes())?;
    Ok(Outcome::Fine)
}

/// The rule whose id shares the most words with `name`, where any is shared.
fn nearest(name: &str) -> Option<&'static str> {
    let words: Vec<String> = name.split(['-', '_', ' ']).map(str::to_lowercase).collect();
    let shared = |id: &str| id.split('-').filter(|word| words.iter().any(|known| known == word)).count();
    let ids = RULES.iter().map(|rule| rule.id.as_str());
    // Of equals, the shorter: fewer words that were not asked for.
    let best = ids.max_by_key(|id| (shared(id), std::cmp::Reverse(id.len())))?;
    (shared(best) > 0).then_some(best)
}
