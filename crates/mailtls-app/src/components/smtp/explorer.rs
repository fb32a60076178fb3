//! Search and filter over all protocol logs: sessions or rows, a window of them at a time.

use super::{download, moment, on};
use crate::browser;
use crate::components::View;
use crate::components::icon::{Icon, icon};
use crate::logs::{Action, Field, Found, WINDOW, csv, is_new};
use crate::words;
use mailtls_core::report::TranscriptReport;
use std::collections::BTreeSet;
use yew::{Event, Html, InputEvent, SubmitEvent, html};

/// What a session may have come to, in the words of the query.
const OUTCOMES: [&str; 10] =
    ["", "failed", "old", "clear", "TLS 1.3", "TLS 1.2", "TLS 1.1", "TLS 1.0", "SSL 3.0", "SSL 2.0"];

/// The form, and what it finds.
pub(super) fn explorer(view: &View) -> Html {
    let logs = &view.model.logs;
    let Some(report) = view.model.report.as_ref() else { return Html::default() };
    if report.smtp.rows == 0 {
        return Html::default();
    }
    let query = &logs.query;
    let connectors: BTreeSet<&str> = report.smtp.peers.iter().map(|peer| peer.connector.as_str()).collect();
    let submit = {
        let ask = on::<()>(view, Action::Ask);
        move |event: SubmitEvent| {
            event.prevent_default();
            ask.emit(());
        }
    };
    let field = |field: Field, id: &'static str, value: &str| {
        let act = view.act.clone();
        let typed = move |event: InputEvent| {
            act.emit(crate::state::Action::Logs(Action::Edit(field, browser::value_of(&event))));
        };
        html! {
            <label>{ view.say(&format!("ui-logs-{id}")) }
                <input type="search" id={format!("log-{id}")} value={value.to_owned()} oninput={typed} autocomplete="off" spellcheck="false" /></label>
        }
    };
    let select = |field: Field, id: &'static str, options: Vec<(String, String)>, chosen: &str| {
        let act = view.act.clone();
        let changed = move |event: Event| {
            act.emit(crate::state::Action::Logs(Action::Edit(field, browser::value_of(&event))));
        };
        html! {
            <label>{ view.say(&format!("ui-logs-{id}")) }
                <select id={format!("log-{id}")} onchange={changed}>{ for options.into_iter().map(|(value, name)| {
                    let selected = value == chosen;
                    html! { <option {selected} {value}>{ name }</option> }
                }) }</select></label>
        }
    };
    let units =
        ["sessions", "rows"].map(|unit| (unit.to_owned(), view.say(&format!("ui-logs-{unit}")))).to_vec();
    let outcomes = OUTCOMES.map(|word| {
        let name = if is_version(word) {
            word.to_owned()
        } else {
            view.say(&format!("ui-logs-outcome-{}", if word.is_empty() { "any" } else { word }))
        };
        (word.to_owned(), name)
    });
    let mut named = vec![(String::new(), view.say("ui-logs-any-connector"))];
    named.extend(
        connectors.into_iter().filter(|name| !name.is_empty()).map(|name| (name.to_owned(), name.to_owned())),
    );
    html! {
        <div class="explorer">
            <h3 id="explorer-title">{ view.say("ui-logs-search-title") }</h3>
            <form role="search" aria-labelledby="explorer-title" onsubmit={submit}>
                { select(Field::Unit, "unit", units, if query.rows { "rows" } else { "sessions" }) }
                { field(Field::Peer, "peer", &query.peer) }
                { select(Field::Connector, "connector", named, &query.connector) }
                { select(Field::Outcome, "outcome", outcomes.to_vec(), &query.outcome) }
                { field(Field::Session, "session", &query.session) }
                { field(Field::Word, "word", &query.word) }
                { field(Field::Time, "time", &query.time) }
                <div class="buttons">
                    <button type="submit" class="primary">{ view.say("ui-logs-search") }</button>
                    if logs.found.is_some_and(|found| !found.over) {
                        <button type="button" onclick={on(view, Action::Stop)}>{ view.say("ui-cancel") }</button>
                    }
                </div>
            </form>
            if let Some(found) = logs.found { { results(view, found) } }
        </div>
    }
}

fn is_version(word: &str) -> bool {
    word.starts_with("TLS") || word.starts_with("SSL")
}

fn results(view: &View, found: Found) -> Html {
    let logs = &view.model.logs;
    let number = |number: u64| browser::number(view.model.lang, number);
    let unit = if logs.query.rows { "rows" } else { "sessions" };
    let counted = view.model.say_with(&format!("ui-logs-found-{unit}"), &[("count", &number(found.count))]);
    let last = (logs.first + logs.hits.len() as u64).max(logs.first);
    let window = [("first", number(logs.first + 1)), ("last", number(last)), ("count", number(found.shown))];
    let window: Vec<(&str, &str)> = window.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let back = |first: u64| on::<yew::MouseEvent>(view, Action::Window(first));
    let end = found.shown.saturating_sub(1) / WINDOW * WINDOW;
    let jump = {
        let act = view.act.clone();
        move |event: Event| {
            let first: u64 = browser::value_of(&event).trim().parse().unwrap_or(1);
            act.emit(crate::state::Action::Logs(Action::Window(first.saturating_sub(1))));
        }
    };
    let written = logs.hits.clone();
    let write = move || {
        let head = [
            "time",
            "session",
            "name",
            "address",
            "connector",
            "direction",
            "version",
            "failed",
            "clear",
            "rows",
            "event",
            "data",
            "context",
            "source",
            "line",
        ];
        csv(&head, written.iter().map(cells))
    };
    let (at_begin, at_end) = (logs.first == 0, last >= found.shown);
    html! {
        <div class="found" data-found={found.count.to_string()} data-over={if found.over { "yes" } else { "no" }}>
            <p role="status">{ counted }
                if !found.over { { " · " }{ view.model.say_with("ui-progress", &[("done", &view.size(found.done)), ("total", &view.size(found.total))]) } }
            </p>
            if !found.over { <progress aria-label={view.say("ui-reading")} value={found.done.to_string()} max={found.total.max(1).to_string()} /> }
            if found.lost { <p class="bar">{ icon(Icon::Warning) }<span>{ view.say("ui-logs-lost") }</span></p> }
            if found.shown < found.count { <p class="hint">{ view.model.say_with("ui-logs-first-only", &[("count", &number(found.shown))]) }</p> }
            if !logs.hits.is_empty() {
                <ol class={format!("hits {unit}")} start={(logs.first + 1).to_string()} aria-label={view.model.say_with("ui-logs-window", &window)}>
                    { for logs.hits.iter().enumerate().map(|(nth, hit)| html! { <li>{ self::hit(view, nth, hit, logs.query.rows) }</li> }) }
                </ol>
                <div class="buttons pager">
                    <button type="button" class="small" aria-label={view.say("ui-logs-to-first")} title={view.say("ui-logs-to-first")} disabled={at_begin} onclick={back(0)}>{ "«" }</button>
                    <button type="button" class="small" aria-label={view.say("ui-logs-back")} title={view.say("ui-logs-back")} disabled={at_begin} onclick={back(logs.first.saturating_sub(WINDOW))}>{ icon(Icon::Back) }</button>
                    <span>{ view.model.say_with("ui-logs-window", &window) }</span>
                    <button type="button" class="small" aria-label={view.say("ui-logs-on")} title={view.say("ui-logs-on")} disabled={at_end} onclick={back(logs.first + WINDOW)}>{ icon(Icon::Next) }</button>
                    <button type="button" class="small" aria-label={view.say("ui-logs-to-last")} title={view.say("ui-logs-to-last")} disabled={at_end} onclick={back(end)}>{ "»" }</button>
                    <label>{ view.say("ui-logs-jump") }{ " " }<input type="number" id="log-jump" min="1" max={found.shown.to_string()} onchange={jump} /></label>
                    { download(view, if logs.query.rows { "mailtls-rows.csv" } else { "mailtls-sessions.csv" }, "text/csv", "ui-logs-window-csv", write) }
                </div>
            }
        </div>
    }
}

/// What a session came to, in one word.
pub(super) fn result(view: &View, session: &TranscriptReport) -> Html {
    let lang = view.model.lang;
    match (&session.failed, &session.negotiated) {
        (Some(word), _) => html! {
            <span class="pill error">{ icon(Icon::Error) }{ words::say(lang, "ui-logs-handshake-failed") }{ " " }<code>{ word }</code></span>
        },
        (None, Some(version)) => html! {
            <span class={if is_new(version) { "pill" } else { "pill old" }}>if !is_new(version) { { icon(Icon::Warning) } }{ version }</span>
        },
        (None, None) if session.clear => {
            html! { <span class="pill warning">{ icon(Icon::Warning) }{ view.say("ui-clear") }</span> }
        }
        (None, None) => html! { <span class="pill">{ view.say("ui-logs-no-tls") }</span> },
    }
}

fn hit(view: &View, nth: usize, hit: &TranscriptReport, rows: bool) -> Html {
    let line = hit.lines.first();
    let time = line.map(|line| line.time.as_str()).unwrap_or_default();
    let open = on(view, Action::Open(nth));
    let name = if hit.name.is_empty() { &hit.address } else { &hit.name };
    html! {
        <>
        <button type="button" class="link" onclick={open} data-session={hit.session.clone()}>
            <time datetime={time.to_owned()}>{ if rows { time.replace('T', " ") } else { moment(time) } }</time>{ " " }<bdi dir="ltr">{ name }</bdi></button>
        if rows {
            if let Some(line) = line {
                <code dir="ltr"><span class="event">{ &line.event }</span>{ " " }{ mailtls_text::visible(&line.data).into_owned() }{ " " }<span class="context">{ mailtls_text::visible(&line.context).into_owned() }</span></code>
                <span class="hint">{ view.model.say_with("ui-line", &[("source", &line.evidence.source), ("line", &line.evidence.line.to_string())]) }</span>
            }
        } else {
            { result(view, hit) }
            <span class="hint"><bdi>{ &hit.connector }</bdi>{ " · " }{ view.model.say_with("ui-logs-row-count", &[("count", &browser::number(view.model.lang, hit.rows))]) }</span>
        }
        </>
    }
}

fn cells(hit: &TranscriptReport) -> Vec<String> {
    let line = hit.lines.first().cloned();
    let of = |cell: fn(&mailtls_core::report::TranscriptLine) -> String| {
        line.as_ref().map(cell).unwrap_or_default()
    };
    vec![
        of(|line| line.time.clone()),
        hit.session.clone(),
        hit.name.clone(),
        hit.address.clone(),
        hit.connector.clone(),
        hit.direction.word().to_owned(),
        hit.negotiated.clone().unwrap_or_default(),
        hit.failed.clone().unwrap_or_default(),
        if hit.clear { "yes" } else { "" }.to_owned(),
        hit.rows.to_string(),
        of(|line| line.event.clone()),
        of(|line| line.data.clone()),
        of(|line| line.context.clone()),
        of(|line| line.evidence.source.clone()),
        of(|line| line.evidence.line.to_string()),
    ]
}
