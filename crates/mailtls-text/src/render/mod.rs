//! A report as a document: for a terminal, a ticket, a browser, a spreadsheet or a program.

mod csv;
mod html;
mod markdown;
mod plain;

use crate::catalog::text;
use crate::visible::visible;
use crate::{Lang, speak, to_json};
pub use csv::quoted;
use mailtls_core::report::{
    ArgReport, Considered, EditReport, EvidenceReport, FindingReport, Report, RoleReport, RoleState,
};
use mailtls_core::vocabulary::{Cause, Direction};

pub use plain::Style;

/// What a report can be rendered as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For a terminal.
    #[default]
    Text,
    /// For a program: the report itself.
    Json,
    /// For a ticket: at most `markdown::LINES` lines.
    Markdown,
    /// For a browser or a printer: one file that needs nothing else and runs nothing.
    Html,
    /// For a spreadsheet: the findings, a row each.
    Csv,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 5] = [Self::Text, Self::Json, Self::Markdown, Self::Html, Self::Csv];

    /// The public spelling.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Csv => "csv",
        }
    }

    /// The format with this public spelling, in any letter case.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word().eq_ignore_ascii_case(word))
    }
}

/// The report in a language and a format, whatever language it was in. Text comes 80 columns wide, uncoloured.
#[must_use]
pub fn render(report: &Report, lang: Lang, format: Format) -> String {
    render_with(report, lang, format, Style::default())
}

/// Like [`render`], with a say in how text looks.
#[must_use]
pub fn render_with(report: &Report, lang: Lang, format: Format, style: Style) -> String {
    match format {
        Format::Text => plain::render(&spoken(report, lang), Words(lang), style),
        Format::Json => json(report, lang),
        Format::Markdown => markdown(report, lang),
        Format::Html => html(report, lang),
        Format::Csv => csv(report, lang),
    }
}

/// [`Format::Json`]; what names its format carries no other with it.
#[must_use]
pub fn json(report: &Report, lang: Lang) -> String {
    to_json(&spoken(report, lang))
}

/// [`Format::Markdown`].
#[must_use]
pub fn markdown(report: &Report, lang: Lang) -> String {
    markdown::render(&spoken(report, lang), Words(lang))
}

/// [`Format::Html`].
#[must_use]
pub fn html(report: &Report, lang: Lang) -> String {
    html::render(&spoken(report, lang), Words(lang))
}

/// [`Format::Csv`].
#[must_use]
pub fn csv(report: &Report, lang: Lang) -> String {
    csv::render(&spoken(report, lang), Words(lang))
}

fn spoken(report: &Report, lang: Lang) -> Report {
    let mut report = report.clone();
    speak(&mut report, lang);
    report
}

/// The texts of one language.
#[derive(Clone, Copy)]
struct Words(Lang);

impl Words {
    /// The text, or nothing.
    fn say(self, key: &str) -> String {
        self.say_with(key, &[])
    }

    fn say_with(self, key: &str, args: &[(&str, &str)]) -> String {
        text(self.0, key, args).unwrap_or_default()
    }

    /// `TLS version · likely · outgoing mail`.
    fn verdict(self, report: &Report) -> String {
        let verdict = &report.verdict;
        let mut words = vec![self.say(&format!("cause-{}", verdict.cause))];
        if verdict.cause != Cause::None {
            words.push(self.say(&format!("certainty-{}", verdict.certainty)));
        }
        if verdict.direction != Direction::Unknown {
            words.push(self.say(&format!("direction-{}", verdict.direction)));
        }
        words.join(" · ")
    }

    /// `error · certain`, and the server where there is one.
    fn grading(self, finding: &FindingReport) -> String {
        let mut words = vec![
            self.say(&format!("severity-{}", finding.severity)),
            self.say(&format!("certainty-{}", finding.certainty)),
        ];
        words.extend(finding.server.as_deref().map(|server| visible(server).into_owned()));
        words.join(" · ")
    }

    /// What would settle it, most useful first.
    fn needs(self, report: &Report) -> String {
        let needs = report.verdict.needs.iter().map(|kind| self.say(&format!("kind-{kind}")));
        needs.collect::<Vec<_>>().join(", ")
    }

    /// `` `Enabled` (REG_DWORD): 0 → 1 ``, without the ticks.
    fn change(self, edit: &EditReport) -> (String, String) {
        let data = |data: &ArgReport| match data {
            ArgReport::Number(number) => number.to_string(),
            ArgReport::Text(hex) => visible(hex).into_owned(),
        };
        let before = match (&edit.before, edit.before_known) {
            (Some(before), _) => data(before),
            (None, true) => self.say("render-absent"),
            (None, false) => self.say("render-not-known"),
        };
        (before, edit.after.as_ref().map_or_else(|| self.say("render-deleted"), data))
    }

    /// The other causes that were considered, a line each: how much speaks for it, which findings speak for and
    /// against it, and what would settle it.
    fn considered(self, report: &Report) -> Vec<String> {
        let verdict = &report.verdict;
        let titles = |rules: &[String]| {
            let title = |rule: &String| {
                let finding = report.findings.iter().find(|finding| finding.rule == *rule);
                finding.map_or_else(|| self.say(&format!("{rule}.title")), |finding| finding.title.clone())
            };
            rules.iter().map(title).collect::<Vec<_>>().join("; ")
        };
        let others = verdict.considered.iter().filter(|one| one.cause != verdict.cause);
        let line = |one: &Considered| {
            let mut line = format!(
                "{} · {}",
                self.say(&format!("cause-{}", one.cause)),
                self.say(&format!("certainty-{}", one.certainty))
            );
            let kinds = one.needs.iter().map(|kind| self.say(&format!("kind-{kind}")));
            for (key, name, said) in [
                ("render-speaks-for", "rules", titles(&one.speaks_for)),
                ("render-speaks-against", "rules", titles(&one.speaks_against)),
                ("render-settles", "kinds", kinds.collect::<Vec<_>>().join(", ")),
            ] {
                if !said.is_empty() {
                    line += " · ";
                    line += &self.say_with(key, &[(name, &said)]);
                }
            }
            line
        };
        others.map(line).collect()
    }

    /// Why a value changes, and whether SMTP needs it.
    fn reason(self, edit: &EditReport) -> String {
        let reason = self.say(&format!("edit-reason-{}", edit.reason));
        if edit.for_smtp { reason } else { format!("{reason} · {}", self.say("render-not-for-smtp")) }
    }

    /// What to do after importing the file, to see that it helped.
    fn checks(self, direction: Direction) -> Vec<String> {
        let mut keys = vec!["render-check-import", "render-check-restart"];
        if direction != Direction::Inbound {
            keys.push("render-check-outbound");
        }
        if matches!(direction, Direction::Inbound | Direction::Both) {
            keys.push("render-check-inbound");
        }
        keys.push("render-check-export");
        keys.into_iter().map(|key| self.say(key)).collect()
    }

    /// The state of one role, with the values it comes from.
    fn role(self, role: &RoleReport) -> String {
        let state = match role.state {
            RoleState::Enabled => "state-enabled",
            RoleState::Disabled => "state-disabled",
            RoleState::OsDefault => "state-os-default",
            RoleState::Misconfigured => "state-misconfigured",
            RoleState::Unknown => "state-unknown",
        };
        self.say(state)
    }
}

/// `source:line`, on one line whatever the name.
fn place(evidence: &EvidenceReport) -> String {
    format!("{}:{}", one_line(&evidence.source), evidence.line)
}

/// Visible, and on one line.
fn one_line(text: &str) -> String {
    visible(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// At most `limit` characters, the last a `…` where some were cut.
fn shortened(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let kept: String = text.chars().take(limit.saturating_sub(1)).collect();
    // The last word is whole, unless it is very long.
    let whole = kept.rfind(' ').filter(|blank| kept.len() - blank <= 40).and_then(|blank| kept.get(..blank));
    format!("{}…", whole.unwrap_or(&kept))
}

/// The findings that decided, else the worst ones.
fn decisive(report: &Report) -> Vec<&FindingReport> {
    let decided = report.findings.iter().filter(|finding| report.verdict.because.contains(&finding.rule));
    let decided: Vec<_> = decided.collect();
    if decided.is_empty() { report.findings.iter().collect() } else { decided }
}
