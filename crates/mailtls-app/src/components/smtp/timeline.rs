//! The sessions over time: stacked bars by what was negotiated, told apart by pattern, colour and words, and the
//! same numbers as a table.

use super::{VERSIONS, download, on};
use crate::browser;
use crate::components::View;
use crate::logs::{self, csv, folded};
use mailtls_core::format::smtp_log::search::Query;
use mailtls_core::report::StretchReport;
use std::fmt::Write as _;
use std::rc::Rc;
use yew::{Html, KeyboardEvent, MouseEvent, component, html, use_state};

/// The height of the bars, and of the strip above them that marks failures.
const HEIGHT: u64 = 140;
const STRIP: u64 = 14;
/// The width all bars together are to have, and the least of one.
const WIDTH: usize = 720;
const BAR: usize = 7;

/// What a part of a bar is, from the bottom up: the word of its class and of its text.
const PARTS: [&str; 8] = ["tls13", "tls12", "other", "clear", "tls11", "tls10", "ssl", "failed"];

fn count(stretch: &StretchReport, part: &str) -> u64 {
    let version = |name: &str| stretch.negotiated.get(name).copied().unwrap_or(0);
    match part {
        "tls13" => version("TLS 1.3"),
        "tls12" => version("TLS 1.2"),
        "tls11" => version("TLS 1.1"),
        "tls10" => version("TLS 1.0"),
        "ssl" => version("SSL 2.0") + version("SSL 3.0"),
        "clear" => stretch.clear,
        "failed" => stretch.failed,
        _ => {
            let known = stretch.negotiated.values().sum::<u64>() + stretch.clear + stretch.failed;
            stretch.sessions.saturating_sub(known) + version("TLS")
        }
    }
}

/// See the module.
#[component]
pub(crate) fn Timeline(view: &View) -> Html {
    let (as_table, by_day, at) = (use_state(|| false), use_state(|| false), use_state(|| None::<usize>));
    let Some(report) = view.model.report.clone() else { return Html::default() };
    let (length, stretches) = folded(&report.smtp.timeline, if *by_day { 10 } else { 13 });
    let most = stretches.iter().map(|stretch| stretch.sessions).max().unwrap_or_default();
    if most == 0 {
        return Html::default();
    }
    let stretches = Rc::new(stretches);
    let bar = (WIDTH / stretches.len()).clamp(BAR, 48);
    let used: Vec<&str> =
        PARTS.into_iter().filter(|part| stretches.iter().any(|stretch| count(stretch, part) > 0)).collect();
    let label = |part: &str| view.say(&format!("ui-logs-part-{part}"));
    let number = |number: u64| browser::number(view.model.lang, number);
    let say = |stretch: &StretchReport| {
        let parts = used.iter().filter(|part| count(stretch, part) > 0);
        let parts: Vec<String> =
            parts.map(|part| format!("{}: {}", label(part), number(count(stretch, part)))).collect();
        format!("{} · {}", shown(&stretch.begin), parts.join(", "))
    };
    let last = stretches.len() - 1;
    let begins: Vec<String> = stretches.iter().map(|stretch| stretch.begin.clone()).collect();
    let wanted = {
        let (view, begins) = (view.clone(), begins.clone());
        move |nth: usize| {
            if let Some(time) = begins.get(nth) {
                on::<()>(&view, logs::Action::Want(Query { time: time.clone(), ..Query::default() }))
                    .emit(());
            }
        }
    };
    let key = {
        let (at, as_table, wanted) = (at.clone(), as_table.clone(), wanted.clone());
        move |event: KeyboardEvent| {
            let now = *at;
            let next = match event.key().as_str() {
                "ArrowRight" => now.map_or(0, |now| (now + 1).min(last)),
                "ArrowLeft" => now.map_or(last, |now| now.saturating_sub(1)),
                "Home" => 0,
                "End" => last,
                "Enter" => return now.into_iter().for_each(&wanted),
                "t" => return as_table.set(!*as_table),
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            at.set(Some(next));
        }
    };
    let pointed = {
        let at = at.clone();
        move |event: MouseEvent| {
            at.set(usize::try_from(event.offset_x()).ok().map(|x| (x / bar).min(last)));
        }
    };
    let clicked = move |event: MouseEvent| {
        if let Ok(x) = usize::try_from(event.offset_x()) {
            wanted((x / bar).min(last));
        }
    };
    let toggle = |state: &yew::UseStateHandle<bool>| {
        let state = state.clone();
        move |_: MouseEvent| state.set(!*state)
    };
    let edge = |begin: Option<&String>| begin.map(|begin| shown(begin)).unwrap_or_default();
    let summary = [("from", edge(begins.first())), ("to", edge(begins.last())), ("most", number(most))];
    let summary: Vec<(&str, &str)> = summary.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let summary = view.model.say_with("ui-logs-timeline-summary", &summary);
    let written = stretches.clone();
    let write = move || {
        let head = [&["begin", "sessions", "failed", "clear"][..], &VERSIONS].concat();
        csv(
            &head,
            written.iter().map(|stretch| {
                let mut row = vec![
                    stretch.begin.clone(),
                    stretch.sessions.to_string(),
                    stretch.failed.to_string(),
                    stretch.clear.to_string(),
                ];
                row.extend(
                    VERSIONS.map(|version| stretch.negotiated.get(version).copied().unwrap_or(0).to_string()),
                );
                row
            }),
        )
    };
    html! {
        <div class="over-time" data-unit={match length { 13 => "hour", 10 => "day", 7 => "month", _ => "year" }}>
            <h3 id="timeline-title">{ view.say("ui-timeline") }</h3>
            <div class="buttons">
                <button type="button" class="as-table" aria-pressed={(*as_table).to_string()} onclick={toggle(&as_table)}>{ view.say("ui-timeline-table") }</button>
                if report.smtp.timeline_unit == "hour" && report.smtp.timeline.len() > 24 {
                    <button type="button" aria-pressed={(*by_day).to_string()} onclick={toggle(&by_day)}>{ view.say("ui-logs-by-day") }</button>
                }
                { download(view, "mailtls-timeline.csv", "text/csv", "ui-logs-timeline-csv", write) }
            </div>
            if *as_table {
                <div class="scroll-x table" tabindex="0" role="group" aria-labelledby="timeline-title">
                <table><thead><tr>
                    <th scope="col">{ view.say("ui-time") }</th><th scope="col">{ view.say("ui-sessions") }</th>
                    { for used.iter().map(|part| html! { <th scope="col">{ label(part) }</th> }) }
                </tr></thead><tbody>{ for stretches.iter().map(|stretch| html! {
                    <tr><th scope="row"><time datetime={stretch.begin.clone()}>{ shown(&stretch.begin) }</time></th>
                        <td class="count">{ number(stretch.sessions) }</td>
                        { for used.iter().map(|part| html! { <td class={if *part == "failed" && stretch.failed > 0 { "count bad" } else { "count" }}>{ number(count(stretch, part)) }</td> }) }</tr>
                }) }</tbody></table></div>
            } else {
                <div class="scroll-x chart" tabindex="0" role="group" aria-label={summary.clone()} onkeydown={key}>
                    { chart(&stretches, &used, bar, most, *at, pointed, clicked) }
                </div>
                <p class="hint" aria-live="polite">{ at.and_then(|at| stretches.get(at)).map_or(summary, say) }</p>
                <ul class="legend">{ for used.iter().rev().map(|part| html! {
                    <li><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">{ swatch(part) }</svg><span>{ label(part) }</span></li>
                }) }</ul>
                <p class="hint">{ view.say("ui-logs-timeline-keys") }</p>
            }
        </div>
    }
}

fn chart(
    stretches: &[StretchReport],
    used: &[&str],
    bar: usize,
    most: u64,
    at: Option<usize>,
    pointed: impl Fn(MouseEvent) + 'static,
    clicked: impl Fn(MouseEvent) + 'static,
) -> Html {
    let (width, all) = (bar * stretches.len(), HEIGHT + STRIP);
    let mut paths: Vec<String> = vec![String::new(); used.len()];
    let mut marks = String::new();
    for (nth, stretch) in stretches.iter().enumerate() {
        let (x, mut below) = (nth * bar, 0);
        for (part, path) in used.iter().zip(&mut paths) {
            let count = count(stretch, part);
            if count > 0 {
                // Heights are differences of sums, so that a bar is as high as its sum, and what is there is seen.
                let (low, high) = (below * HEIGHT / most, (below + count) * HEIGHT / most);
                below += count;
                let height = (high - low).max(1);
                // Writing to a string cannot fail.
                let _ = write!(path, "M{x} {}h{}v{height}h-{}z", all - low - height, bar - 1, bar - 1);
            }
        }
        if stretch.failed > 0 {
            let middle = x + bar / 2;
            let _ = write!(marks, "M{} 2l6 6m0-6l-6 6", middle.saturating_sub(3));
        }
    }
    html! {
        <svg class="bars" width={width.to_string()} height={all.to_string()} viewBox={format!("0 0 {width} {all}")} aria-hidden="true" focusable="false"
            onmousemove={pointed} onclick={clicked}>
            <defs>{ for used.iter().map(|part| pattern(part)) }</defs>
            if let Some(at) = at { <rect class="cursor" x={(at * bar).to_string()} y="0" width={bar.to_string()} height={all.to_string()} /> }
            { for used.iter().zip(paths).map(|(part, d)| html! {
                <><path class={format!("part {part}")} d={d.clone()} /><path class="texture" fill={format!("url(#log-{part})")} {d} /></>
            }) }
            <path class="failures" d={marks} />
        </svg>
    }
}

/// What tells a part apart without its colour.
fn texture(part: &str) -> &'static str {
    match part {
        "failed" => "M0 0l8 8m0-8l-8 8",
        "tls10" => "M-2 2l4-4m-2 10l8-8m-2 10l4-4",
        "tls11" => "M-2 6l4 4m-2-10l8 8m-2-10l4 4",
        "ssl" => "M0 2h8M0 6h8",
        "clear" => "M2 0v8M6 0v8",
        "other" => "M2 2h1v1h-1zM6 6h1v1h-1z",
        "tls13" => "M0 4h8",
        _ => "",
    }
}

fn pattern(part: &str) -> Html {
    html! {
        <pattern id={format!("log-{part}")} width="8" height="8" patternUnits="userSpaceOnUse"><path d={texture(part)} /></pattern>
    }
}

fn swatch(part: &str) -> Html {
    html! {
        <><rect class={format!("part {part}")} width="16" height="16" />
            <g class="texture"><path d={texture(part)} /><path transform="translate(8 0)" d={texture(part)} /><path transform="translate(0 8)" d={texture(part)} /><path transform="translate(8 8)" d={texture(part)} /></g></>
    }
}

/// A beginning as people read it: `2026-11-03 08:00`.
fn shown(begin: &str) -> String {
    match begin.split_once('T') {
        Some((day, hour)) => format!("{day} {hour}:00 UTC"),
        None => begin.to_owned(),
    }
}
