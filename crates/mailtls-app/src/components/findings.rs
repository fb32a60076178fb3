//! The findings, causes first, each with what it means and where it stands; and what could not be read.

use crate::components::icon::{Icon, icon};
use crate::components::panels::page_of;
use crate::components::verdict::quote;
use crate::components::{View, rich, smtp};
use crate::state::{Action, Panel};
use crate::words;
use mailtls_core::report::FindingReport;
use mailtls_core::vocabulary::Severity;
use yew::{Html, html};

/// How many places a finding shows before the rest is folded away.
const PLACES: usize = 3;

/// The cards.
pub(crate) fn card(view: &View) -> Html {
    let Some(report) = view.model.report.clone() else { return Html::default() };
    // What is in order is told after what is not, and folded away where it would push that out of sight.
    let fold = report.findings.iter().any(|finding| finding.severity != Severity::Note);
    let (notes, others): (Vec<_>, Vec<_>) =
        alike(&report.findings).into_iter().partition(|group| fold && group.first.severity == Severity::Note);
    html! {
        <>
        if !report.findings.is_empty() {
            <section class="card findings" aria-labelledby="findings-title">
                <h2 id="findings-title">{ view.count("ui-findings", report.findings.len()) }</h2>
                { for others.iter().map(|group| finding(view, group)) }
                if !notes.is_empty() {
                    <details>
                        <summary>{ view.count("ui-notes", notes.len()) }</summary>
                        { for notes.iter().map(|group| finding(view, group)) }
                    </details>
                }
            </section>
        }
        { problems(view) }
        </>
    }
}

/// Findings that say the same, of different servers.
struct Group<'a> {
    first: &'a FindingReport,
    /// Which findings they are.
    members: Vec<(usize, &'a FindingReport)>,
}

/// The findings, those that say the same of different servers together.
fn alike(findings: &[FindingReport]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for (index, finding) in findings.iter().enumerate() {
        let same = |group: &&mut Group<'_>| {
            let first = group.first;
            finding.server.is_some()
                && (&first.rule, &first.what, first.certainty)
                    == (&finding.rule, &finding.what, finding.certainty)
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.members.push((index, finding)),
            None => groups.push(Group { first: finding, members: vec![(index, finding)] }),
        }
    }
    groups
}

fn finding(view: &View, group: &Group<'_>) -> Html {
    let finding = group.first;
    let index = group.members.first().map_or(0, |(index, _)| *index);
    let severity = finding.severity;
    let lang = view.model.lang;
    let of = |(index, finding): &(usize, &FindingReport)| {
        let index = *index;
        (0..finding.evidence.len()).map(move |place| (index, place))
    };
    let quotes: Vec<Html> = group
        .members
        .iter()
        .flat_map(of)
        .map(|(index, place)| html! { <li>{ quote(view, index, place) }</li> })
        .collect();
    let places = quotes.len();
    let mut shown = quotes;
    let folded = shown.split_off(places.min(PLACES));
    html! {
        <article class={format!("finding {severity}")} data-rule={finding.rule.clone()} data-severity={severity.word()}
            data-certainty={finding.certainty.word()} id={format!("finding-{index}")}>
            <h3>{ icon(Icon::of(severity)) }<span>{ rich(&finding.title) }</span></h3>
            <p class="tags">
                <span class={format!("pill {severity}")}>{ words::severity(lang, severity) }</span>
                <span class={format!("pill {}", finding.certainty)}>{ words::certainty(lang, finding.certainty) }</span>
                if finding.direction != mailtls_core::vocabulary::Direction::Unknown {
                    <span class="pill">{ words::direction(lang, finding.direction) }</span>
                }
                { for group.members.iter().filter_map(|(_, member)| member.server.as_ref()).map(|server| html! {
                    <span class="pill"><bdi>{ server }</bdi></span>
                }) }
            </p>
            if !finding.what.is_empty() { <p>{ rich(&finding.what) }</p> }
            if !finding.why.is_empty() { <p>{ rich(&finding.why) }</p> }
            if !finding.remedy.is_empty() {
                <p class="remedy"><strong>{ view.say("ui-remedy") }</strong>{ " " }{ rich(&finding.remedy) }</p>
            }
            <ul class="places">{ for shown }</ul>
            if places > PLACES {
                <details><summary>{ view.count("ui-more-places", places - PLACES) }</summary>
                    <ul class="places">{ for folded }</ul>
                </details>
            }
            { smtp::session_link(view, finding) }
            <p class="rule-id"><code>{ &finding.rule }</code>
                if let Some(cause) = &finding.explained_by {
                    { " · " }{ view.model.say_with("ui-explained-by", &[("rule", cause)]) }
                }
                { " · " }
                if view.model.pages_beside {
                    { page_of(view, &finding.rule) }
                } else if let Some(rule) = words::rule_id(&finding.rule) {
                    <button type="button" class="link" onclick={view.on(Action::Open(Some(Panel::Rule(rule))))}>{ view.say("ui-rule-page") }</button>
                }
            </p>
        </article>
    }
}

fn problems(view: &View) -> Html {
    let Some(report) = &view.model.report else { return Html::default() };
    let sources = report.sources.iter().filter(|source| !source.problems.is_empty());
    let blocks: Vec<Html> = sources
        .map(|source| {
            html! {
                <div>
                    <h3><bdi>{ &source.name }</bdi></h3>
                    <ul>{ for source.problems.iter().take(30).map(|problem| {
                        let line = view.number(problem.line);
                        let look = view.on(Action::LookAt(source.name.clone(), problem.line));
                        html! {
                            <li data-problem={problem.code.clone()}>
                                if problem.line > 0 {
                                    <button type="button" class="link" onclick={look}>{ view.model.say_with("ui-at-line", &[("line", &line)]) }</button>{ " " }
                                }
                                { rich(&problem.message) }
                            </li>
                        }
                    }) }</ul>
                </div>
            }
        })
        .collect();
    if blocks.is_empty() {
        return Html::default();
    }
    html! {
        <section class="card problems" aria-labelledby="problems-title">
            <h2 id="problems-title">{ icon(Icon::Note) }<span>{ view.say("ui-problems") }</span></h2>
            { blocks }
        </section>
    }
}
