//! Fills the words into a report: everything it needs is in the report itself.

use crate::catalog::text;
use crate::visible::visible;
use crate::{Lang, summary};
use mailtls_core::report::{ArgReport, FindingReport, FixReport, ProblemReport, Remark, Report};
use std::collections::BTreeMap;

/// Fills every field of the report that holds words. Words already there are replaced.
pub fn speak(report: &mut Report, lang: Lang) {
    for finding in &mut report.findings {
        speak_finding(finding, lang);
    }
    for problem in report.sources.iter_mut().flat_map(|source| &mut source.problems) {
        problem.message = problem_message(problem, lang);
    }
    let servers = report.servers.iter_mut();
    let fixes = servers.map(|server| (&mut server.fix, &mut server.no_fix));
    for (fix, no_fix) in fixes.chain([(&mut report.fix, &mut report.no_fix)]) {
        if let Some(fix) = fix {
            speak_fix(fix, lang);
        }
        if let Some(remark) = no_fix {
            speak_remark("no-fix", remark, lang);
        }
    }
    for ruled_out in &mut report.verdict.ruled_out {
        ruled_out.because = summary::ruled_out(&report.findings, ruled_out.cause, &ruled_out.rule, lang);
    }
    report.verdict.summary = summary::summary(report, lang);
}

fn speak_finding(finding: &mut FindingReport, lang: Lang) {
    let mut args = shown(&finding.args);
    let direction = text(lang, &format!("direction-{}", finding.direction), &[]);
    args.push(("direction".to_owned(), direction.unwrap_or_default()));
    let server = finding.server.as_deref().map(|name| visible(name).into_owned());
    args.push((
        "server".to_owned(),
        server.or_else(|| text(lang, "server-unnamed", &[])).unwrap_or_default(),
    ));
    let slot = |slot: &str| say(lang, &format!("{}.{slot}", finding.rule), &args);
    let (title, what, why, remedy) = (slot("title"), slot("what"), slot("why"), slot("remedy"));
    finding.title = title.unwrap_or_else(|| finding.rule.clone());
    finding.what = what.unwrap_or_default();
    finding.why = why.unwrap_or_default();
    finding.remedy = remedy.unwrap_or_default();
}

fn problem_message(problem: &ProblemReport, lang: Lang) -> String {
    let said = say(lang, &format!("problem-{}", problem.code), &shown(&problem.args));
    said.unwrap_or_else(|| problem.code.clone())
}

fn speak_remark(topic: &str, remark: &mut Remark, lang: Lang) {
    let said = say(lang, &format!("{topic}-{}", remark.code), &shown(&remark.args));
    remark.message = said.unwrap_or_else(|| remark.code.clone());
}

fn speak_fix(fix: &mut FixReport, lang: Lang) {
    for conflict in &mut fix.conflicts {
        let rules = conflict.rules.join(", ");
        let args = [("key", &*conflict.key), ("name", &*conflict.name), ("rules", &*rules)];
        conflict.message = text(lang, "conflict", &args).unwrap_or_default();
    }
    for warning in &mut fix.warnings {
        speak_remark("fix-warning", warning, lang);
    }
}

/// The arguments as the texts show them.
fn shown(args: &BTreeMap<String, ArgReport>) -> Vec<(String, String)> {
    let show = |arg: &ArgReport| match arg {
        ArgReport::Number(number) => number.to_string(),
        ArgReport::Text(words) => visible(words).into_owned(),
    };
    args.iter().map(|(name, arg)| (name.clone(), show(arg))).collect()
}

fn say(lang: Lang, key: &str, args: &[(String, String)]) -> Option<String> {
    let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (&**name, &**value)).collect();
    text(lang, key, &args)
}
