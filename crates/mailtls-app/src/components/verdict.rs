//! The answer: what, how sure and why so, which lines, and what else it could be.

use crate::components::icon::{Icon, icon};
use crate::components::{View, rich};
use crate::state::{Action, Panel};
use crate::words;
use mailtls_core::report::{Considered, Report};
use mailtls_core::vocabulary::{Cause, Certainty, Kind, Platform, Severity};
use yew::{Html, html};

/// How many quoted lines the card shows; the evidence has them all.
const QUOTES: usize = 3;

/// The card.
pub(crate) fn card(view: &View) -> Html {
    let Some(report) = view.model.report.clone() else { return Html::default() };
    let verdict = &report.verdict;
    let (class, picture) = look(&report);
    let certainty = verdict.certainty.word();
    let cause = view.say(&format!("cause-{}", verdict.cause));
    let changes = report.fix.is_some() || report.servers.iter().any(|server| server.fix.is_some());
    // Software that is no Windows reads no registry, whatever release it runs on.
    let elsewhere = matches!(verdict.platform, Platform::Openssl | Platform::Java);
    let sure = verdict.cause != Cause::None && verdict.cause != Cause::Unknown;
    let headline = match (verdict.cause, verdict.certainty) {
        (Cause::None, _) if !recognized(&report) => view.say("ui-verdict-nothing"),
        (Cause::TlsVersion, _) => view.say(&format!("ui-verdict-tls-{certainty}")),
        (Cause::None, _) => view.say("ui-verdict-none"),
        (Cause::Unknown, _) => view.say("ui-verdict-unknown"),
        (_, Certainty::Certain) => cause,
        (_, Certainty::Likely) => view.model.say_with("ui-verdict-likely", &[("cause", &cause)]),
        (_, Certainty::Suspected) => view.model.say_with("ui-verdict-suspected", &[("cause", &cause)]),
    };
    html! {
        <section class={format!("card verdict {class}")} data-verdict={verdict.cause.word()} data-certainty={certainty}
            data-direction={verdict.direction.word()} aria-labelledby="verdict-title">
            <div class="stripe">
                { icon(picture) }
                <h2 id="verdict-title">{ headline }</h2>
            </div>
            <p class="summary">{ rich(&verdict.summary) }</p>
            <dl class="facts">
                if sure {
                    <div><dt>{ view.say("ui-sure") }</dt><dd>
                        <span class={format!("pill {certainty}")}>{ words::certainty(view.model.lang, verdict.certainty) }</span>
                        { " " }{ view.say(&format!("certainty-{certainty}.reason")) }
                    </dd></div>
                }
                if let Some(id) = tls_version(&report) {
                    <div data-tls={id}><dt>{ view.say("ui-tls") }</dt><dd>{ view.say(id) }</dd></div>
                }
                if verdict.cause != Cause::None {
                    <div><dt>{ view.say("ui-direction") }</dt><dd>{ words::direction(view.model.lang, verdict.direction) }</dd></div>
                }
                if report.servers.len() > 1 {
                    <div><dt>{ view.say("ui-affected") }</dt><dd>{ servers(view, &report) }</dd></div>
                }
                if verdict.os_assumed && verdict.cause == Cause::TlsVersion && !elsewhere {
                    <div><dt>{ view.say("ui-assumed") }</dt><dd>{ view.say(&format!("os-{}", verdict.os)) }</dd></div>
                }
            </dl>
            { quotes(view, &report) }
            { needs(view, &verdict.needs) }
            <div class="buttons">
                if changes {
                    <button type="button" class="primary" data-act="change" onclick={view.on(Action::Go("fix-title"))}>{ view.say("ui-show-change") }</button>
                }
                if recognized(&report) {
                    <button type="button" data-act="share" onclick={view.on(Action::Open(Some(Panel::Share)))}>
                        { icon(Icon::Copy) }<span>{ view.say("ui-share") }</span>
                    </button>
                } else {
                    <button type="button" onclick={view.on(Action::Open(Some(Panel::Help)))}>{ view.say("ui-how-to-get") }</button>
                }
                if view.model.before.is_none() && changes {
                    <button type="button" data-act="recheck" onclick={view.on(Action::Recheck)}>{ view.say("ui-recheck") }</button>
                }
            </div>
            { differential(view, &report) }
        </section>
    }
}

/// The colour and the picture: of the cause where it stops mail, of the worst finding where nothing failed.
fn look(report: &Report) -> (&'static str, Icon) {
    let worst = report.findings.iter().map(|finding| finding.severity).max();
    match (report.verdict.cause, worst) {
        (Cause::None, None | Some(Severity::Note)) => {
            if recognized(report) {
                ("good", Icon::Good)
            } else {
                ("unknown", Icon::Unsure)
            }
        }
        (Cause::None, Some(Severity::Warning)) => ("warning", Icon::Warning),
        (Cause::Unknown, _) => ("unknown", Icon::Unsure),
        (_, _) => match report.verdict.certainty {
            Certainty::Certain | Certainty::Likely => ("error", Icon::Error),
            Certainty::Suspected => ("warning", Icon::Warning),
        },
    }
}

/// Of several servers, how many a change is offered for, and which where they are few.
fn servers(view: &View, report: &Report) -> String {
    const NAMED: usize = 6;
    let changed = || report.servers.iter().filter(|server| server.fix.is_some());
    let numbers = [changed().count(), report.servers.len()].map(|count| view.number(count as u64));
    let share = view.model.say_with("ui-of", &[("now", &numbers[0]), ("count", &numbers[1])]);
    let names: Vec<&str> = changed().map(|server| server.name.as_str()).take(NAMED + 1).collect();
    match names.len() {
        0 => share,
        1..=NAMED => format!("{share}: {}", names.join(", ")),
        _ => format!("{share}: {}, …", names.get(..NAMED).unwrap_or_default().join(", ")),
    }
}

/// Whether anything that was given is something that speaks of mail or TLS.
pub(crate) fn recognized(report: &Report) -> bool {
    !report.findings.is_empty() || report.sources.iter().any(|source| source.kind != Kind::Text)
}

/// Where the answer is another one: what became of the question the page is asked.
fn tls_version(report: &Report) -> Option<&'static str> {
    let verdict = &report.verdict;
    if verdict.cause == Cause::TlsVersion || !recognized(report) {
        None
    } else if verdict.ruled_out.iter().any(|out| out.cause == Cause::TlsVersion) {
        Some("ui-tls-out")
    } else if verdict.considered.iter().any(|considered| considered.cause == Cause::TlsVersion) {
        Some("ui-tls-open")
    } else if verdict.cause == Cause::None {
        None
    } else {
        Some("ui-tls-silent")
    }
}

/// What the quoted lines are, in words no stronger than the verdict.
fn rests_on(report: &Report) -> &'static str {
    match (report.verdict.cause, report.verdict.certainty) {
        (Cause::None | Cause::Unknown, _) => "ui-rests-on",
        (_, Certainty::Certain) => "ui-proof",
        (_, Certainty::Likely | Certainty::Suspected) => "ui-points-to",
    }
}

fn quotes(view: &View, report: &Report) -> Html {
    let decided = |rule: &String| report.verdict.because.contains(rule);
    let deciding = report.findings.iter().enumerate().filter(|(_, finding)| decided(&finding.rule));
    let mut chosen: Vec<(usize, usize)> = Vec::new();
    for (index, finding) in deciding {
        for place in 0..finding.evidence.len() {
            let line = |at: &(usize, usize)| {
                let evidence = report.findings.get(at.0).and_then(|finding| finding.evidence.get(at.1));
                evidence.map(|evidence| (evidence.source.clone(), evidence.line))
            };
            if chosen.len() < QUOTES && !chosen.iter().any(|at| line(at) == line(&(index, place))) {
                chosen.push((index, place));
            }
        }
    }
    if chosen.is_empty() {
        return Html::default();
    }
    html! {
        <div class="quotes">
            <h3>{ view.say(rests_on(report)) }</h3>
            <ul>{ for chosen.into_iter().map(|(index, place)| html! { <li>{ quote(view, index, place) }</li> }) }</ul>
        </div>
    }
}

/// A quoted line as a button that shows it in the evidence.
pub(crate) fn quote(view: &View, finding: usize, place: usize) -> Html {
    let found = view.model.report.as_ref().and_then(|report| report.findings.get(finding));
    let Some(evidence) = found.and_then(|finding| finding.evidence.get(place)) else {
        return Html::default();
    };
    let line = view.number(evidence.line);
    let label = view.model.say_with("ui-line", &[("source", &evidence.source), ("line", &line)]);
    html! {
        <button type="button" class="quote" aria-pressed={(view.model.mark == Some((finding, place))).to_string()}
            onclick={view.on(Action::Look(finding, place))}>
            <code><bdi dir="ltr">{ mailtls_text::visible(&evidence.quote).into_owned() }</bdi></code>
            <span class="where">{ label }</span>
        </button>
    }
}

fn needs(view: &View, needs: &[Kind]) -> Html {
    if needs.is_empty() {
        return Html::default();
    }
    html! {
        <div class="needs">
            <h3>{ view.say("ui-needs") }</h3>
            <ul>{ for needs.iter().map(|kind| html! {
                <li>{ rich(&view.say(&format!("ui-need-{}", kind.word()))) }</li>
            }) }</ul>
        </div>
    }
}

/// The headlines of findings, by their rules.
fn titles(report: &Report, rules: &[String]) -> String {
    let findings = report.findings.iter().filter(|finding| rules.contains(&finding.rule));
    findings.map(|finding| finding.title.as_str()).collect::<Vec<_>>().join("; ")
}

fn differential(view: &View, report: &Report) -> Html {
    let verdict = &report.verdict;
    let others: Vec<&Considered> =
        verdict.considered.iter().filter(|considered| considered.cause != verdict.cause).collect();
    if others.is_empty() && verdict.ruled_out.is_empty() {
        return Html::default();
    }
    html! {
        <details class="differential" open={verdict.certainty != Certainty::Certain}>
            <summary>{ view.say("ui-could-also-be") }</summary>
            <ul>
                { for others.into_iter().map(|considered| html! {
                    <li data-considered={considered.cause.word()}>
                        <strong>{ view.say(&format!("cause-{}", considered.cause)) }</strong>
                        { " " }<span class={format!("pill {}", considered.certainty)}>{ words::certainty(view.model.lang, considered.certainty) }</span>
                        { for [("render-speaks-for", &considered.speaks_for), ("render-speaks-against", &considered.speaks_against)]
                            .into_iter()
                            .filter(|(_, rules)| !rules.is_empty())
                            .map(|(key, rules)| html! {
                                <p class="hint">{ words::say_with(view.model.lang, key, &[("rules", &titles(report, rules))]) }</p>
                            }) }
                        if !considered.needs.is_empty() {
                            <p class="hint">{ view.say("ui-settled-by") }{ " " }{
                                considered.needs.iter().map(|kind| words::kind(view.model.lang, *kind)).collect::<Vec<_>>().join(", ")
                            }</p>
                        }
                    </li>
                }) }
                { for verdict.ruled_out.iter().map(|ruled_out| html! {
                    <li class="ruled-out" data-ruled-out={ruled_out.cause.word()}>
                        <span class="pill out">{ view.say("ui-ruled-out") }</span>{ " " }{ rich(&ruled_out.because) }
                    </li>
                }) }
            </ul>
        </details>
    }
}
