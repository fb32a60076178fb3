//! What a rule is, and what it reports.
//!
//! A rule is data plus one function. It sees [`Facts`], never bytes, and emits findings
//! without a sentence in them: the words are in `mailtls-text` under the rule's id.

pub use crate::arg::Arg;
use crate::fact::Facts;
use crate::fix::Fix;
use crate::span::Mark;
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Kind, Platform, Severity};
use std::collections::BTreeMap;

/// The public name of a rule: kebab-case, names the wrong state and never the cure. Never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(&'static str);

impl RuleId {
    /// Does not compile for anything but kebab-case.
    ///
    /// # Panics
    ///
    /// At compile time, where the id is not kebab-case.
    #[must_use]
    pub const fn new(id: &'static str) -> Self {
        let bytes = id.as_bytes();
        let mut index = 0;
        let mut previous = b'-';
        while index < bytes.len() {
            #[expect(clippy::indexing_slicing, reason = "bounded by the loop; evaluated by the compiler")]
            let byte = bytes[index];
            let fine =
                byte.is_ascii_lowercase() || byte.is_ascii_digit() || (byte == b'-' && previous != b'-');
            assert!(fine, "a rule id is kebab-case");
            previous = byte;
            index += 1;
        }
        assert!(previous != b'-', "a rule id neither is empty nor ends in a hyphen");
        Self(id)
    }

    /// The id.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

/// A page the rule rests on.
#[derive(Clone, Copy, Debug)]
pub struct Reference {
    /// Its title.
    pub title: &'static str,
    /// Its address.
    pub url: &'static str,
}

/// One thing mailtls can find.
#[derive(Debug)]
pub struct Rule {
    /// File name, case file, text key and page address are this word.
    pub id: RuleId,
    /// What the finding does to mail flow.
    pub severity: Severity,
    /// The weakest fact it rests on; caps the certainty of what it reports.
    pub grade: Grade,
    /// The version that first had it.
    pub since: &'static str,
    /// The root cause a finding of this rule names.
    pub cause: Option<Cause>,
    /// The causes a finding of this rule speaks against, in the direction it is reported for.
    pub rules_out: &'static [Cause],
    /// The rules whose findings are effects of this one.
    pub explains: &'static [&'static str],
    /// What would settle a suspicion.
    pub needs: &'static [Kind],
    /// The names its texts may use, besides those every text may use (`direction`, `server`).
    pub args: &'static [&'static str],
    /// Where its facts are written down.
    pub references: &'static [Reference],
    /// Looks at the facts and reports.
    pub check: fn(&Facts, &mut Findings<'_>),
}

/// One firing of a rule.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// Never above the cap of the rule's grade.
    pub certainty: Certainty,
    /// The direction it speaks about.
    pub direction: Direction,
    /// The TLS stack it speaks about.
    pub platform: Platform,
    /// The server it speaks about, where several were told apart.
    pub server: Option<String>,
    /// Never empty.
    pub evidence: Vec<Mark>,
    /// For the texts, by name.
    pub args: BTreeMap<&'static str, Arg>,
    /// What would mend it.
    pub fix: Option<Fix>,
}

impl Finding {
    /// The root cause it names.
    #[must_use]
    pub fn cause(&self) -> Option<Cause> {
        self.rule.cause
    }
}

/// A finding in the making. It begins with the place that proves it, so an unfounded one does not compile.
#[derive(Clone, Debug)]
#[must_use = "report it"]
pub struct Firing {
    certainty: Certainty,
    direction: Direction,
    platform: Platform,
    server: Option<String>,
    evidence: Vec<Mark>,
    args: BTreeMap<&'static str, Arg>,
    fix: Option<Fix>,
}

impl Firing {
    /// The most places one finding keeps.
    pub const EVIDENCE_LIMIT: usize = 20;

    /// A `likely` finding proven at `mark`.
    pub fn at(mark: &Mark) -> Self {
        Self {
            certainty: Certainty::Likely,
            direction: Direction::Unknown,
            platform: Platform::Unknown,
            server: None,
            evidence: vec![mark.clone()],
            args: BTreeMap::new(),
            fix: None,
        }
    }

    /// More places that prove it. Those already named are not repeated, those past the limit not kept.
    pub fn and<'a>(mut self, marks: impl IntoIterator<Item = &'a Mark>) -> Self {
        for mark in marks {
            if self.evidence.len() < Self::EVIDENCE_LIMIT && !self.evidence.contains(mark) {
                self.evidence.push(mark.clone());
            }
        }
        self
    }

    /// How sure.
    pub fn certainty(mut self, certainty: Certainty) -> Self {
        self.certainty = certainty;
        self
    }

    /// Which way the mail goes.
    pub fn direction(mut self, direction: Direction) -> Self {
        self.direction = direction;
        self
    }

    /// Whose TLS stack.
    pub fn platform(mut self, platform: Platform) -> Self {
        self.platform = platform;
        self
    }

    /// Which server.
    pub fn server(mut self, server: impl Into<String>) -> Self {
        self.server = Some(server.into());
        self
    }

    /// A value for the texts. The name is one of the rule's `args`.
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.insert(name, value.into());
        self
    }

    /// What would mend it.
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }
}

/// Where a rule puts what it finds.
#[derive(Debug)]
pub struct Findings<'a> {
    rule: &'static Rule,
    found: &'a mut Vec<Finding>,
}

impl Findings<'_> {
    /// Whether the texts of the rule have an argument of this name.
    #[must_use]
    pub fn declares(&self, name: &str) -> bool {
        self.rule.args.contains(&name)
    }

    /// Keeps a finding, its certainty capped by what the rule's grade of evidence allows.
    pub fn report(&mut self, firing: Firing) {
        let Firing { certainty, direction, platform, server, evidence, args, fix } = firing;
        debug_assert!(
            args.keys().all(|name| self.rule.args.contains(name)),
            "{} uses an argument it does not declare: {args:?}",
            self.rule.id.as_str()
        );
        let certainty = certainty.min(self.rule.grade.cap());
        self.found.push(Finding {
            rule: self.rule,
            certainty,
            direction,
            platform,
            server,
            evidence,
            args,
            fix,
        });
    }
}

/// Lets every rule look at the facts; findings come in the order of the rules.
#[must_use]
pub fn run(rules: &[&'static Rule], facts: &Facts) -> Vec<Finding> {
    let mut found = Vec::new();
    for rule in rules {
        (rule.check)(facts, &mut Findings { rule, found: &mut found });
    }
    found
}
