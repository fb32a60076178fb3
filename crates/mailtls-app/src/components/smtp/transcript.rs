//! One session: where it stopped, as a picture, and all that was said, row by row.

use super::{download, explorer, on};
use crate::browser;
use crate::components::View;
use crate::components::icon::{Icon, icon};
use crate::components::later::Later;
use crate::logs::{self, GAP, Passed, Stage, certificate, csv, reply_code, stages, stopped_at};
use crate::state::Action;
use crate::words;
use mailtls_core::report::{TranscriptLine, TranscriptReport};
use std::rc::Rc;
use yew::{Html, html};

/// The sessions the report carries, to choose from, and the one in view.
pub(crate) fn transcript(view: &View) -> Html {
    let Some(report) = &view.model.report else { return Html::default() };
    let samples = report.smtp.transcripts.iter().map(|session| {
        let name = if session.name.is_empty() { &session.address } else { &session.name };
        let show = on(view, logs::Action::Show(Rc::new(session.clone())));
        html! {
            <li><button type="button" class="link" data-sample-session={session.session.clone()} onclick={show}><bdi dir="ltr">{ name }</bdi></button>{ " " }
                { explorer::result(view, session) }</li>
        }
    });
    html! {
        <>
        if !report.smtp.transcripts.is_empty() {
            <details class="exemplars" open={view.model.logs.open.is_none() && report.smtp.transcripts.len() <= 5}>
                <summary>{ view.model.say_with("ui-logs-exemplars", &[("count", &report.smtp.transcripts.len().to_string())]) }</summary>
                <Later step={u32::from(report.smtp.transcripts.len() > 5) * 2}><ul>{ for samples }</ul></Later>
            </details>
        }
        if let Some(session) = &view.model.logs.open { { whole(view, session) } }
        </>
    }
}

fn whole(view: &View, session: &Rc<TranscriptReport>) -> Html {
    let name = if session.name.is_empty() { &session.address } else { &session.name };
    let left = session.rows.saturating_sub(session.lines.len() as u64);
    let stopped = stopped_at(session);
    let written = session.clone();
    let write = move || {
        let head = ["time", "event", "data", "context", "step", "gap_ms", "source", "line"];
        csv(
            &head,
            written.lines.iter().map(|line| {
                vec![
                    line.time.clone(),
                    line.event.clone(),
                    line.data.clone(),
                    line.context.clone(),
                    line.step.clone(),
                    line.gap.to_string(),
                    line.evidence.source.clone(),
                    line.evidence.line.to_string(),
                ]
            }),
        )
    };
    html! {
        <section class="session" aria-labelledby="session-title" data-session-open={session.session.clone()} data-rows={session.rows.to_string()}>
            <div class="panel-line">
                <h3 id="session-title" tabindex="-1">{ view.model.say_with("ui-logs-session-with", &[("name", name)]) }</h3>
                <button type="button" class="quiet small" aria-label={view.say("ui-logs-close")} title={view.say("ui-logs-close")} onclick={on(view, logs::Action::Close)}>{ icon(Icon::Close) }</button>
            </div>
            <p class="tags">{ explorer::result(view, session) }<span class="pill">{ words::direction(view.model.lang, session.direction) }</span>
                <span class="pill"><code>{ &session.session }</code></span>
                if !session.connector.is_empty() { <span class="pill"><bdi>{ &session.connector }</bdi></span> }
                if !session.address.is_empty() { <span class="pill"><bdi dir="ltr">{ &session.address }</bdi></span> }</p>
            { picture(view, session) }
            { findings(view, session) }
            <ol class="transcript">{ for session.lines.iter().enumerate().map(|(nth, line)| row(view, line, stopped == Some(nth))) }</ol>
            if left > 0 { <p class="hint">{ view.model.say_with("ui-logs-rows-left", &[("count", &browser::number(view.model.lang, left))]) }</p> }
            <div class="buttons">{ download(view, "mailtls-session.csv", "text/csv", "ui-logs-session-csv", write) }</div>
        </section>
    }
}

/// The way of the session, stage by stage.
fn picture(view: &View, session: &TranscriptReport) -> Html {
    html! {
        <ol class="handshake" aria-label={view.say("ui-logs-picture")}>{ for stages(session).into_iter().map(|(stage, passed)| {
            let picture = match passed {
                Passed::Yes => icon(Icon::Good),
                Passed::Stopped => icon(Icon::Error),
                Passed::Skipped | Passed::No => html! { <svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="7" /></svg> },
            };
            html! {
                <li class={passed.word()} data-stage={stage.word()} data-passed={passed.word()}>{ picture }
                    <span class="stage">{ label(view, stage) }</span>
                    <span class="passed">{ view.say(&format!("ui-logs-passed-{}", passed.word())) }</span></li>
            }
        }) }</ol>
    }
}

fn label(view: &View, stage: Stage) -> String {
    match stage {
        Stage::Ehlo => "EHLO".to_owned(),
        Stage::Starttls => "STARTTLS".to_owned(),
        Stage::Mail => "MAIL".to_owned(),
        Stage::Connect | Stage::Banner | Stage::Handshake | Stage::Delivered => {
            view.say(&format!("ui-logs-stage-{}", stage.word()))
        }
    }
}

/// The findings that rest on a row of this session.
fn findings(view: &View, session: &TranscriptReport) -> Html {
    let Some(report) = &view.model.report else { return Html::default() };
    let here = |line: u64, source: &str| {
        session.lines.iter().any(|row| row.evidence.line == line && row.evidence.source == source)
    };
    let found: Vec<(usize, usize)> = report
        .findings
        .iter()
        .enumerate()
        .filter_map(|(nth, finding)| {
            let place = finding.evidence.iter().position(|place| here(place.line, &place.source))?;
            Some((nth, place))
        })
        .collect();
    if found.is_empty() {
        return Html::default();
    }
    html! {
        <div class="session-findings"><p>{ view.say("ui-logs-findings") }</p>
            <ul>{ for found.into_iter().filter_map(|(nth, place)| Some((nth, place, report.findings.get(nth)?))).map(|(nth, place, finding)| html! {
                <li><button type="button" class="link" data-finding={finding.rule.clone()} onclick={view.on(Action::Look(nth, place))}>{ finding.title.replace('`', "") }</button></li>
            }) }</ul></div>
    }
}

fn row(view: &View, line: &TranscriptLine, stopped: bool) -> Html {
    // The arrows are those of the log: `>` is what this server sends, whoever connected.
    let (class, speaker) = match line.event.as_str() {
        "+" => ("info", "ui-logs-opened"),
        "-" => ("info", "ui-logs-ended"),
        ">" => ("us", "ui-logs-we"),
        "<" => ("them", "ui-logs-they"),
        _ => ("info", "ui-logs-note"),
    };
    let certificate = certificate(&line.data, &line.context);
    let look = view.on(Action::LookAt(line.evidence.source.clone(), line.evidence.line));
    let number = line.evidence.line.to_string();
    let place = view.model.say_with("ui-line", &[("source", &line.evidence.source), ("line", &number)]);
    html! {
        <>
        if line.gap > GAP {
            <li class="gap" data-gap={line.gap.to_string()}>{ icon(Icon::Warning) }{ view.model.say_with("ui-transcript-gap", &[("seconds", &(line.gap / 1000).to_string())]) }</li>
        }
        <li class={if stopped { format!("{class} stopped") } else { class.to_owned() }} data-step={line.step.clone()}>
            <button type="button" class="link time" title={place.clone()} aria-label={format!("{}, {place}", clock(&line.time))} onclick={look}>{ clock(&line.time) }</button>
            <span class="speaker">{ view.say(speaker) }</span>
            <div class="said">
                if stopped { <p class="pill error">{ icon(Icon::Error) }{ view.say("ui-logs-stopped-here") }</p> }
                if certificate.is_empty() {
                    <code dir="ltr">{ mailtls_text::visible(&line.data).into_owned() }
                        if !line.context.is_empty() { <span class="context">{ if line.data.is_empty() { "" } else { " · " } }{ mailtls_text::visible(&line.context).into_owned() }</span> }</code>
                } else {
                    <p>{ line.context.split(" Subject").next().unwrap_or_default().to_owned() }</p>
                    <dl class="facts certificate">{ for certificate.into_iter().map(|(name, value)| html! {
                        <div><dt>{ view.say(&format!("ui-logs-certificate-{name}")) }</dt><dd><bdi dir="ltr">{ value }</bdi></dd></div>
                    }) }</dl>
                }
                { explained(view, &line.data) }
            </div>
        </li>
        </>
    }
}

/// What a reply code means.
fn explained(view: &View, data: &str) -> Html {
    let Some((code, enhanced)) = reply_code(data) else { return Html::default() };
    let known = |id: String| mailtls_text::text(view.model.lang, &id, &[]).filter(|text| !text.is_empty());
    let class = code.get(..1).unwrap_or_default();
    let meaning =
        known(format!("ui-code-{code}")).or_else(|| known(format!("ui-code-{class}xx"))).unwrap_or_default();
    let refused = matches!(class, "4" | "5");
    let topic = enhanced.filter(|_| refused).and_then(|topic| known(format!("ui-code-topic-{topic}")));
    html! {
        <p class="hint explained" data-code={code.to_owned()}>{ format!("{code}: {meaning}") }
            if let Some(topic) = topic { { " " }{ topic } }</p>
    }
}

/// The time of day of a log time.
fn clock(time: &str) -> String {
    time.split('T').nth(1).unwrap_or(time).chars().take(12).collect()
}
