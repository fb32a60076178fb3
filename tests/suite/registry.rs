//! Everything a rule consists of is there: file, entry, texts in every language, cases, references.

use crate::cases::case_files;
use crate::files::{below, name, text, top};
use mailtls_core::rule::Rule;
use mailtls_core::rules::RULES;
use mailtls_text::{Lang, arguments, entries, lookup, render, speak};
use std::collections::{BTreeMap, BTreeSet};

/// What a text says of a finding, in the order of reading.
const SLOTS: [&str; 4] = ["title", "what", "why", "remedy"];
/// Arguments every text may use.
const COMMON: [&str; 2] = ["direction", "server"];

fn ids() -> BTreeSet<&'static str> {
    RULES.iter().map(|rule| rule.id.as_str()).collect()
}

#[test]
fn every_rule_file_is_in_the_list_and_no_id_is_there_twice() {
    let folder = top().join("crates/mailtls-core/src/rules");
    let files: BTreeSet<String> = below(&folder)
        .iter()
        .filter_map(|path| Some(path.file_stem()?.to_string_lossy().replace('_', "-")))
        .filter(|stem| stem != "mod")
        .collect();
    let listed: BTreeSet<String> = ids().into_iter().map(str::to_owned).collect();
    assert_eq!(files, listed, "rule files, and what RULES lists");
    assert_eq!(listed.len(), RULES.len(), "an id is there twice");
}

#[test]
fn every_rule_says_where_its_facts_are_from_and_what_it_explains() {
    let ids = ids();
    for rule in RULES {
        let id = rule.id.as_str();
        assert!(!rule.references.is_empty(), "{id} has no reference");
        for reference in rule.references {
            let address = reference.url;
            assert!(address.starts_with("https://") && address.len() > 12, "{id}: {address}");
            assert!(!address.contains(char::is_whitespace), "{id}: {address}");
            assert!(!reference.title.trim().is_empty(), "{id}: {address} has no title");
        }
        for other in rule.explains {
            assert!(ids.contains(other), "{id} explains `{other}`, which is no rule");
            assert_ne!(*other, id, "{id} explains itself");
        }
        let version: Vec<&str> = rule.since.split('.').collect();
        let numbers = version.iter().all(|part| part.parse::<u32>().is_ok());
        assert!(version.len() == 3 && numbers, "{id}: since {}", rule.since);
    }
}

#[test]
fn every_rule_has_all_its_texts_in_every_language() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let id = rule.id.as_str();
        let allowed: BTreeSet<&str> = rule.args.iter().copied().chain(COMMON).collect();
        for lang in Lang::ALL {
            let patterns: BTreeMap<_, _> = entries(lang).iter().copied().collect();
            let mut used = BTreeSet::new();
            for slot in SLOTS {
                let key = format!("{id}.{slot}");
                let Some(pattern) = patterns.get(&*key).filter(|text| !text.trim().is_empty()) else {
                    wrong.push(format!("{}: {key} is missing", lang.tag()));
                    continue;
                };
                for argument in arguments(pattern) {
                    used.insert(argument);
                    if !allowed.contains(argument) {
                        wrong.push(format!(
                            "{}: {key} uses ${argument}, which {id} does not declare",
                            lang.tag()
                        ));
                    }
                }
            }
            for argument in rule.args.iter().filter(|argument| !used.contains(*argument)) {
                wrong.push(format!("{}: {id} declares ${argument}, which no text uses", lang.tag()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn no_text_is_without_use() {
    let ids = ids();
    let sources: String = ["crates", "www"]
        .iter()
        .flat_map(|folder| below(&top().join(folder)))
        .filter(|path| {
            path.extension().is_some_and(|end| ["rs", "js", "html"].iter().any(|known| end == *known))
        })
        .map(|path| text(&path))
        .collect();
    let mut unused = Vec::new();
    for (key, _) in entries(Lang::En) {
        let (id, slot) = key.split_once('.').unwrap_or((key, ""));
        let used = if ids.contains(id) {
            SLOTS.contains(&slot)
        } else if let Some(code) = id.strip_prefix("problem-") {
            sources.contains(&format!("\"{code}\""))
        } else {
            named(&sources, id)
        };
        if !used {
            unused.push(*key);
        }
    }
    assert!(unused.is_empty(), "nothing names these texts: {unused:#?}");
}

/// Whether the sources name an id, or make it of a beginning and a word: `format!("cause-{cause}")`.
fn named(sources: &str, id: &str) -> bool {
    let dashes: Vec<(&str, &str)> = id.match_indices('-').map(|(at, _)| id.split_at(at)).collect();
    let quoted = |word: &str| sources.contains(&format!("\"{word}\""));
    quoted(id)
        || sources.contains(&format!("\"{id}."))
        || dashes.iter().any(|(topic, _)| sources.contains(&format!("\"{topic}-{{")))
        || dashes.iter().any(|(topic, word)| quoted(topic) && quoted(word.trim_start_matches('-')))
}

#[test]
fn every_problem_a_reader_can_note_has_a_text() {
    let mut missing = BTreeSet::new();
    for path in below(&top().join("crates/mailtls-core/src/format")) {
        let source = text(&path);
        let production = source.split("#[cfg(test)]").next().unwrap_or_default();
        let calls = [
            "note_at(", "note(", "code: \"", "dropped(", "misread(", "refuse(", "Err(\"", "Some(\"",
            "None(\"",
        ];
        for (at, _) in calls.iter().flat_map(|call| production.match_indices(call)) {
            let call: String = production[at..].chars().take_while(|letter| *letter != ';').collect();
            let code = call.split('"').nth(1).unwrap_or_default();
            let noted = is_word(code) && code.contains('-');
            if noted && lookup(Lang::En, &format!("problem-{code}"), &[]).is_none() {
                missing.insert(format!("{}: {code}", name(&path)));
            }
        }
    }
    assert!(missing.is_empty(), "problems without a text: {missing:#?}");
}

fn is_word(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

#[test]
fn every_rule_has_cases_that_fire_and_cases_that_do_not() {
    let cases: BTreeMap<String, _> =
        case_files().into_iter().map(|(_, file)| (file.title.clone(), file)).collect();
    let filtered = std::env::var("CASE").is_ok();
    let mut wrong = Vec::new();
    for rule in RULES {
        let id = rule.id.as_str();
        let Some(file) = cases.get(id) else {
            if !filtered {
                wrong.push(format!("tests/rules/{id}.md is missing, or has another title"));
            }
            continue;
        };
        let fires = |section: &&mailtls_tests::Section| {
            let findings = section.fence("findings").map(|fence| &*fence.content).unwrap_or_default();
            findings.lines().any(|line| line.split_whitespace().nth(2) == Some(id))
        };
        let firing = file.sections.iter().filter(fires).count();
        if firing == 0 {
            wrong.push(format!("tests/rules/{id}.md: no section where it fires"));
        }
        if firing == file.sections.len() {
            wrong.push(format!("tests/rules/{id}.md: no section where it stays silent"));
        }
        if file.intro.is_empty() {
            wrong.push(format!("tests/rules/{id}.md: no sentence under the title"));
        }
    }
    for (path, file) in case_files() {
        if path.file_stem().is_none_or(|stem| stem.to_string_lossy() != file.title) {
            wrong.push(format!("{}: the title is `{}`", name(&path), file.title));
        }
        if !ids().contains(&*file.title) {
            wrong.push(format!("{}: no such rule", name(&path)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn what_is_said_of_every_case_has_no_gap_in_any_language() {
    for (path, file) in case_files() {
        for section in &file.sections {
            let report = section.run();
            for lang in Lang::ALL {
                let mut spoken = report.clone();
                speak(&mut spoken, lang);
                let here = format!("{} `{}` {}", name(&path), section.heading, lang.tag());
                for finding in &spoken.findings {
                    for words in [&finding.title, &finding.what, &finding.why, &finding.remedy] {
                        assert!(
                            !words.is_empty() && !words.contains("{$"),
                            "{here}: {}: {words}",
                            finding.rule
                        );
                    }
                    assert!(
                        !finding.title.ends_with('.'),
                        "{here}: a title is no sentence: {}",
                        finding.title
                    );
                }
                for problem in spoken.sources.iter().flat_map(|source| &source.problems) {
                    let said = &problem.message;
                    assert!(
                        *said != problem.code && !said.contains("{$"),
                        "{here}: {}: {said}",
                        problem.code
                    );
                }
                assert!(spoken.verdict.summary.ends_with('.'), "{here}: {}", spoken.verdict.summary);
            }
            let ticket = render(&report, Lang::Es, mailtls_text::Format::Markdown);
            assert!(ticket.lines().count() <= 25, "{}: {ticket}", name(&path));
        }
    }
}

#[test]
fn every_rule_a_report_names_is_a_rule() {
    let ids = ids();
    let known = |rule: &String| ids.contains(&**rule);
    for (path, file) in case_files() {
        for section in &file.sections {
            let report = section.run();
            let here = format!("{} `{}`", name(&path), section.heading);
            assert!(report.verdict.because.iter().all(known), "{here}: {:?}", report.verdict.because);
            for ruled_out in &report.verdict.ruled_out {
                assert!(known(&ruled_out.rule), "{here}: {}", ruled_out.rule);
            }
            for considered in &report.verdict.considered {
                let rules = considered.speaks_for.iter().chain(&considered.speaks_against);
                assert!(rules.clone().all(known), "{here}: {:?}", rules.collect::<Vec<_>>());
            }
            for edit in report.fix.iter().flat_map(|fix| &fix.edits) {
                assert!(known(&edit.rule), "{here}: the fix names `{}`", edit.rule);
            }
        }
    }
}

#[test]
fn a_rule_speaks_of_one_cause_and_never_against_it() {
    let contradicts = |rule: &&&Rule| rule.cause.is_some_and(|cause| rule.rules_out.contains(&cause));
    let wrong: Vec<_> = RULES.iter().filter(contradicts).map(|rule| rule.id.as_str()).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}
