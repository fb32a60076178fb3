//! `cargo xtask new-rule ID`: writes what a rule consists of, so that only thinking is left.
//!
//! The tests then say what is missing: the check, a case that fires, the texts in every language.

use crate::shell;
use anyhow::{Context as _, Result, ensure};
use mailtls_core::rules::RULES;
use mailtls_text::Lang;
use std::path::PathBuf;

/// Writes the files of the rule named in `args`.
pub(crate) fn run(args: &[String]) -> Result<()> {
    let id = args.first().context("name the rule: cargo xtask new-rule tls12-client-disabled")?;
    ensure!(is_kebab_case(id), "`{id}` is not kebab-case, as in tls12-client-disabled");
    ensure!(RULES.iter().all(|rule| rule.id.as_str() != id), "there is a rule `{id}` already");
    let files = files(id);
    for (path, _) in &files {
        ensure!(!path.exists(), "{} exists already", path.display());
    }
    let registry = shell::root().join("crates/mailtls-core/src/rules/mod.rs");
    let entered = enter(&shell::read(&registry)?, &module(id))
        .with_context(|| format!("{} does not look as expected", registry.display()))?;
    for (path, text) in &files {
        shell::write(path, text)?;
        println!("wrote {}", path.display());
    }
    shell::write(&registry, entered)?;
    shell::run(shell::program("rustfmt").args(["--edition", "2024"]).arg(&registry))?;
    println!("entered {}; its place in RULES is last: move it where it belongs", registry.display());
    Ok(())
}

/// What is written, and where.
fn files(id: &str) -> Vec<(PathBuf, String)> {
    let root = shell::root();
    let mut files = vec![
        (root.join(format!("crates/mailtls-core/src/rules/{}.rs", module(id))), rule(id)),
        (root.join(format!("tests/rules/{id}.md")), case(id)),
    ];
    for lang in Lang::ALL {
        let tag = lang.tag();
        files.push((root.join(format!("crates/mailtls-text/locales/{tag}/rules/{id}.ftl")), texts(id)));
        if lang != Lang::En {
            // The English explanation is the comment at the top of the rule.
            files.push((root.join(format!("crates/mailtls-pages/rules/{tag}/{id}.md")), "\n".to_owned()));
        }
    }
    files
}

fn rule(id: &str) -> String {
    format!(
        r#"//! One sentence: what is wrong where this fires.
//!
//! How it decides: what counts, what does not, and why. This text is printed on the rule's page.

use crate::fact::Facts;
use crate::rule::{{Findings, Rule, RuleId}};
use crate::vocabulary::{{Grade, Severity}};

pub(super) static RULE: Rule = Rule {{
    id: RuleId::new("{id}"),
    severity: Severity::Warning,
    grade: Grade::D,
    since: "{version}",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &[],
    references: &[],
    check,
}};

fn check(_facts: &Facts, _out: &mut Findings<'_>) {{}}
"#,
        version = env!("CARGO_PKG_VERSION")
    )
}

fn case(id: &str) -> String {
    format!(
        "# {id}\n\nOne sentence: what makes it fire.\n\n```text\n```\n\n```findings\n```\n\n\
         ## What looks like it and is not\n\n```text\n```\n\n```findings\n```\n"
    )
}

fn texts(id: &str) -> String {
    format!(
        "# what: what was found · why: what it does to mail · remedy: what to do\n\
         {id} =\n    .title = {{ \"\" }}\n    .what = {{ \"\" }}\n    .why = {{ \"\" }}\n    .remedy = {{ \"\" }}\n"
    )
}

/// The id as the name of a module.
fn module(id: &str) -> String {
    id.replace('-', "_")
}

fn is_kebab_case(id: &str) -> bool {
    let word = |word: &str| {
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    id.starts_with(|first: char| first.is_ascii_lowercase()) && id.split('-').all(word)
}

/// `rules/mod.rs` with the module declared in its alphabetical place and the rule last in `RULES`.
fn enter(text: &str, module: &str) -> Option<String> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let declared = |line: &String| Some(line.strip_prefix("mod ")?.strip_suffix(';')?.to_owned());
    let after = lines.iter().rposition(|line| declared(line).is_some_and(|name| *name < *module));
    let first = lines.iter().position(|line| declared(line).is_some() || line.starts_with("use "))?;
    let declaration = format!("mod {module};");
    match after {
        Some(after) => lines.insert(after + 1, declaration),
        None => lines.insert(first, declaration),
    }
    let text = lines.join("\n") + "\n";
    let (head, list) = text.split_once("pub const RULES: &[&Rule] = &[")?;
    let (rules, tail) = list.split_once("];")?;
    let comma = if rules.trim().is_empty() || rules.trim_end().ends_with(',') { "" } else { "," };
    let rules = rules.trim_end();
    Some(format!("{head}pub const RULES: &[&Rule] = &[{rules}{comma}\n    &{module}::RULE,\n];{tail}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_declared_in_order_and_entered_last() {
        let text = "//! The rules.\n\nmod alpha;\nmod gamma;\n\nuse crate::rule::Rule;\n\n\
                    pub const RULES: &[&Rule] = &[&gamma::RULE, &alpha::RULE];\n";
        let entered = enter(text, "beta").expect("entered");
        assert!(entered.contains("mod alpha;\nmod beta;\nmod gamma;\n"), "{entered}");
        assert!(entered.contains("&[&gamma::RULE, &alpha::RULE,\n    &beta::RULE,\n];"), "{entered}");
    }

    #[test]
    fn the_first_rule_finds_its_place_too() {
        let text = "//! The rules.\n\nuse crate::rule::Rule;\n\npub const RULES: &[&Rule] = &[];\n";
        let entered = enter(text, "beta").expect("entered");
        assert!(entered.contains("mod beta;\nuse crate::rule::Rule;"), "{entered}");
        assert!(entered.contains("&[\n    &beta::RULE,\n];"), "{entered}");
    }

    #[test]
    fn an_id_is_kebab_case() {
        assert!(is_kebab_case("tls12-client-disabled"));
        for id in ["Tls12", "tls_12", "-tls", "tls-", "tls--12", "12-tls", ""] {
            assert!(!is_kebab_case(id), "{id}");
        }
    }
}
