//! The page of a rule.

use crate::html::{escaped, link, list, paragraphs};
use crate::labels::Labels;
use crate::{Case, Library, frame, markdown, rule_path};
use mailtls_core::report::{FindingReport, Report};
use mailtls_core::rule::Rule;
use mailtls_core::rules::RULES;
use mailtls_core::vocabulary::Kind;
use mailtls_tests::Section;
use mailtls_text::{RuleText, speak};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The page of a rule in one language.
pub(crate) fn render(rule: &Rule, library: &Library) -> String {
    let words = mailtls_text::rule(rule.id.as_str(), library.lang);
    words.map(|words| page(rule, &words, library)).unwrap_or_default()
}

fn page(rule: &Rule, words: &RuleText, library: &Library) -> String {
    let id = rule.id.as_str();
    let page = RulePage { rule, words, library };
    let ran: Vec<Ran<'_>> = library.cases.get(id).map(|cases| page.said(cases)).unwrap_or_default();
    let severity = rule.severity;
    let mut body = format!(
        "<p class=\"about\"><span class=\"pill {severity}\">{}</span> {} <code>{id}</code></p>\n",
        page.say(&format!("severity-{severity}")),
        page.say(&format!("severity-{severity}.reason")),
    );
    page.texts(&mut body);
    page.table(&ran, &mut body);
    page.decision(&mut body);
    page.example(&ran, &mut body);
    page.other_cases(&ran, &mut body);
    page.references(&mut body);
    frame::render(library, &rule_path(library.lang, id), &words.title, &body)
}

/// A page in the making.
struct RulePage<'a> {
    rule: &'a Rule,
    words: &'a RuleText,
    library: &'a Library,
}

/// A case and what it gives today, in the language of the page.
struct Ran<'a> {
    section: &'a Section,
    report: Report,
    /// What the rule says of it, if it fires.
    finding: Option<FindingReport>,
}

impl<'a> RulePage<'a> {
    fn say(&self, key: &str) -> String {
        escaped(&self.library.labels.say(key))
    }

    fn heading(&self, key: &str, body: &mut String) {
        let _ = writeln!(body, "<h2>{}</h2>", self.say(key));
    }

    fn said(&self, cases: &'a [Case]) -> Vec<Ran<'a>> {
        let said = cases.iter().map(|Case { section, report }| {
            let mut report = report.clone();
            speak(&mut report, self.library.lang);
            let finding =
                report.findings.iter().find(|finding| finding.rule == self.rule.id.as_str()).cloned();
            Ran { section, report, finding }
        });
        said.collect()
    }

    fn texts(&self, body: &mut String) {
        body.push_str(&paragraphs(&self.words.what));
        body.push_str(&paragraphs(&self.words.why));
        let _ = write!(
            body,
            "<div class=\"remedy\">\n<h2>{}</h2>\n{}</div>\n",
            self.say("page-remedy"),
            paragraphs(&self.words.remedy)
        );
    }

    fn table(&self, ran: &[Ran<'_>], body: &mut String) {
        let rule_links =
            |ids: &mut dyn Iterator<Item = &'static str>| ids.map(|id| self.rule_link(id)).collect();
        let kinds = |kinds: &[Kind]| kinds.iter().map(|kind| self.say(&format!("kind-{kind}"))).collect();
        let inputs: BTreeSet<Kind> = ran.iter().filter_map(proving).flatten().collect();
        let grade = self.rule.grade;
        let explained_by = RULES.iter().filter(|other| other.explains.contains(&self.rule.id.as_str()));
        let rows: [(&str, Vec<String>); 9] = [
            ("page-grade", vec![format!("{grade}: {}", self.say(&format!("grade-{grade}")))]),
            ("page-since", vec![escaped(self.rule.since)]),
            ("page-cause", self.rule.cause.iter().map(|cause| self.say(&format!("cause-{cause}"))).collect()),
            (
                "page-rules-out",
                self.rule.rules_out.iter().map(|cause| self.say(&format!("cause-{cause}"))).collect(),
            ),
            ("page-inputs", kinds(&inputs.into_iter().collect::<Vec<_>>())),
            ("page-needs", kinds(self.rule.needs)),
            ("page-explains", rule_links(&mut self.rule.explains.iter().copied())),
            ("page-explained-by", rule_links(&mut explained_by.map(|other| other.id.as_str()))),
            (
                "page-codes",
                self.library
                    .codes_of(self.rule.id.as_str())
                    .map(|code| link(&format!("../{}.html", code.name), &code.title))
                    .collect(),
            ),
        ];
        let _ = writeln!(body, "<table>\n<caption>{}</caption>\n<tbody>", self.say("page-facts"));
        for (label, cells) in rows.iter().filter(|(_, cells)| !cells.is_empty()) {
            let _ = writeln!(
                body,
                "<tr><th scope=\"row\">{}</th><td>{}</td></tr>",
                self.say(label),
                if let [cell] = cells.as_slice() { cell.clone() } else { list(cells) }
            );
        }
        body.push_str("</tbody>\n</table>\n");
    }

    fn rule_link(&self, id: &str) -> String {
        match self.library.title(id) {
            Some(title) => link(&format!("{id}.html"), &title),
            None => format!("<code>{}</code>", escaped(id)),
        }
    }

    fn decision(&self, body: &mut String) {
        let docs = self.library.docs.get(self.rule.id.as_str()).map(|docs| &**docs).unwrap_or_default();
        self.heading("page-decides", body);
        body.push_str(&markdown::to_html(docs, str::to_owned));
    }

    fn example(&self, ran: &[Ran<'_>], body: &mut String) {
        let Some((ran, finding)) = ran.iter().find_map(|ran| Some((ran, ran.finding.as_ref()?))) else {
            return;
        };
        self.heading("page-example", body);
        inputs(ran, Some(finding), &self.library.labels, body);
        let _ = writeln!(
            body,
            "<article class=\"finding {}\">\n<h3>{}</h3>\n<p class=\"about\"><span class=\"pill\">{}</span> {}</p>\n{}{}{}</article>",
            finding.severity,
            escaped(&finding.title),
            self.say(&format!("severity-{}", finding.severity)),
            self.say(&format!("certainty-{}", finding.certainty)),
            paragraphs(&finding.what),
            paragraphs(&finding.why),
            paragraphs(&finding.remedy),
        );
        if let Some(fix) = &ran.report.fix {
            let reg = escaped(&fix.reg.replace("\r\n", "\n"));
            let _ = writeln!(
                body,
                "<figure>\n<figcaption>{}</figcaption>\n<pre dir=\"ltr\"><code>{reg}</code></pre>\n</figure>",
                self.say("page-fix")
            );
        }
    }

    fn other_cases(&self, ran: &[Ran<'_>], body: &mut String) {
        let first = ran.iter().position(|ran| ran.finding.is_some());
        let more =
            ran.iter().enumerate().filter(|(index, ran)| ran.finding.is_some() && Some(*index) != first);
        self.cases("page-fires-too", &more.map(|(_, ran)| ran).collect::<Vec<_>>(), body);
        let silent = ran.iter().filter(|ran| ran.finding.is_none());
        self.cases("page-silent", &silent.collect::<Vec<_>>(), body);
    }

    fn cases(&self, title: &str, ran: &[&Ran<'_>], body: &mut String) {
        if ran.is_empty() {
            return;
        }
        self.heading(title, body);
        for ran in ran {
            let heading =
                if ran.section.heading.is_empty() { &self.words.title } else { &ran.section.heading };
            let prose = markdown::to_html(&ran.section.prose, str::to_owned);
            let _ = writeln!(body, "<details lang=\"en\">\n<summary>{}</summary>\n{prose}", escaped(heading));
            inputs(ran, ran.finding.as_ref(), &self.library.labels, body);
            body.push_str("</details>\n");
        }
    }

    fn references(&self, body: &mut String) {
        self.heading("page-references", body);
        let links = self.rule.references.iter().map(|reference| link(reference.url, reference.title));
        body.push_str(&list(&links.collect::<Vec<_>>()));
    }
}

/// The kinds of the inputs that prove a finding.
fn proving(ran: &Ran<'_>) -> Option<BTreeSet<Kind>> {
    let finding = ran.finding.as_ref()?;
    let of =
        |name: &str| ran.report.sources.iter().find(|source| source.name == name).map(|source| source.kind);
    Some(finding.evidence.iter().filter_map(|evidence| of(&evidence.source)).collect())
}

/// The inputs of a case, each under the name of its kind, the lines that prove the finding marked.
fn inputs(ran: &Ran<'_>, finding: Option<&FindingReport>, labels: &Labels, body: &mut String) {
    let severity = finding.map(|finding| finding.severity.word()).unwrap_or_default();
    for (name, content) in ran.section.inputs() {
        let kind = ran.report.sources.iter().find(|source| source.name == name).map(|source| source.kind);
        let kind = kind.map(|kind| labels.say(&format!("kind-{kind}"))).unwrap_or_default();
        let _ = write!(
            body,
            "<figure class=\"{severity}\">\n<figcaption>{}</figcaption>\n<pre dir=\"ltr\"><code>",
            escaped(&kind)
        );
        for (number, line) in (1..).zip(content.lines()) {
            let evidence = finding.into_iter().flat_map(|finding| &finding.evidence);
            let proves =
                evidence.into_iter().any(|evidence| evidence.source == name && evidence.line == number);
            if proves {
                let _ = writeln!(body, "<mark>{}</mark>", escaped(line));
            } else {
                let _ = writeln!(body, "{}", escaped(line));
            }
        }
        body.push_str("</code></pre>\n</figure>\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mailtls_core::rule::{Reference, RuleId};
    use mailtls_core::vocabulary::{Cause, Grade, Severity};
    use mailtls_tests::CaseFile;
    use mailtls_text::Lang;
    use std::collections::BTreeMap;
    use std::path::Path;
    use std::rc::Rc;

    /// A rule of its own, under the id of one that fires, so that the page does not change with every rule.
    static RULE: Rule = Rule {
        id: RuleId::new("tls12-client-disabled"),
        severity: Severity::Error,
        grade: Grade::A,
        since: "0.1.0",
        cause: Some(Cause::TlsVersion),
        rules_out: &[Cause::Dns],
        explains: &["no-such-rule"],
        needs: &[Kind::SmtpSendLog],
        args: &[],
        references: &[Reference { title: "A <page>", url: "https://example.com/?a=1&b=2" }],
        check: |_, _| {},
    };

    const CASE: &str = r#"# tls12-client-disabled

One sentence.

```reg
Windows Registry Editor Version 5.00

[HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client]
"Enabled"=dword:00000000
```

```findings
```

## Another text <b>

Prose with `code`.

```text
<script>alert(1)</script>
```

```findings
```
"#;

    #[test]
    fn a_page_is_put_together_as_before() {
        let mut words = mailtls_text::rule("tls12-client-disabled", Lang::En).unwrap();
        words.title = "A title with <name>".to_owned();
        words.what = "What, with `code`.".to_owned();
        words.why = "Why.".to_owned();
        words.remedy = "Remedy.".to_owned();
        let library = Library {
            lang: Lang::En,
            labels: Labels::new(Lang::En),
            books: Vec::new(),
            codes: Vec::new(),
            docs: BTreeMap::from([("tls12-client-disabled", "How it `decides`.\n\n- one\n- two".to_owned())]),
            cases: Rc::new(BTreeMap::from([("tls12-client-disabled", Case::of(CaseFile::read(CASE)))])),
        };
        let html = page(&RULE, &words, &library);
        // Head and style change for other reasons, and so does the text of the corrective file.
        let main = html.split_once("<h1>").unwrap().1.split_once("</main>").unwrap().0;
        let (before, after) = main.split_once("<pre dir=\"ltr\"><code>Windows").unwrap();
        let said = format!("{before}…{}", after.split_once("</pre>").unwrap().1);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/rule.html");
        let expected = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        if expected != said && std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, said).unwrap();
        } else {
            assert!(expected == said, "{} differs; UPDATE=1 writes it, read what it wrote", path.display());
        }
    }
}
