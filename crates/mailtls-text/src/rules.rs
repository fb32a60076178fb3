//! The rules in words, for listings and explanations. Their knowledge pages say more.

use crate::Lang;
use crate::catalog::text;
use mailtls_core::rule::Rule;
use mailtls_core::rules::RULES;
use mailtls_core::vocabulary::{Cause, Grade, Kind, Severity};
use serde::Serialize;

/// A rule as programs see it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RuleText {
    /// Its id.
    pub rule: &'static str,
    /// What a finding does to mail flow.
    pub severity: Severity,
    /// How well the facts it rests on are founded.
    pub grade: Grade,
    /// The version that first had it.
    pub since: &'static str,
    /// The root cause it names.
    pub cause: Option<Cause>,
    /// The causes it speaks against.
    pub rules_out: &'static [Cause],
    /// The rules whose findings are effects of it.
    pub explains: &'static [&'static str],
    /// What would settle a suspicion.
    pub needs: &'static [Kind],
    /// Words: a headline.
    pub title: String,
    /// Words: what is found; what a finding fills in stands as `<name>`.
    pub what: String,
    /// Words: what it does to mail.
    pub why: String,
    /// Words: what to do.
    pub remedy: String,
    /// The pages it rests on.
    pub references: Vec<ReferenceText>,
}

/// A page a rule rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReferenceText {
    /// Its title.
    pub title: &'static str,
    /// Its address.
    pub url: &'static str,
}

/// Every rule, in the order findings come in.
#[must_use]
pub fn rules(lang: Lang) -> Vec<RuleText> {
    RULES.iter().map(|rule| in_words(rule, lang)).collect()
}

/// The rule of that id.
#[must_use]
pub fn rule(id: &str, lang: Lang) -> Option<RuleText> {
    RULES.iter().find(|rule| rule.id.as_str() == id).map(|rule| in_words(rule, lang))
}

fn in_words(rule: &'static Rule, lang: Lang) -> RuleText {
    let id = rule.id.as_str();
    let places: Vec<(&str, String)> = rule
        .args
        .iter()
        .copied()
        .chain(["direction", "server"])
        .map(|name| (name, format!("<{name}>")))
        .collect();
    let places: Vec<(&str, &str)> = places.iter().map(|(name, place)| (*name, place.as_str())).collect();
    let slot = |slot: &str| text(lang, &format!("{id}.{slot}"), &places).unwrap_or_default();
    RuleText {
        rule: id,
        severity: rule.severity,
        grade: rule.grade,
        since: rule.since,
        cause: rule.cause,
        rules_out: rule.rules_out,
        explains: rule.explains,
        needs: rule.needs,
        title: slot("title"),
        what: slot("what"),
        why: slot("why"),
        remedy: slot("remedy"),
        references: rule
            .references
            .iter()
            .map(|reference| ReferenceText { title: reference.title, url: reference.url })
            .collect(),
    }
}
