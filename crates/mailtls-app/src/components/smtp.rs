//! What the protocol logs show: the far ends, worst first.

use crate::browser;
use crate::components::View;
use crate::components::icon::{Icon, icon};
use crate::state::{Action, Download};
use crate::words;
use mailtls_core::report::{PeerReport, SmtpReport};
use std::collections::BTreeMap;
use yew::{Html, component, html};

/// How many far ends are shown before the rest is folded away.
const PEERS: usize = 25;
/// A silence worth a word, in milliseconds.
const GAP: u64 = 5000;

/// The card.
#[component]
pub(crate) fn Smtp(view: &View) -> Html {
    let Some(report) = view.model.report.clone() else { return Html::default() };
    let lang = view.model.lang;
    let number = |number: u64| browser::number(lang, number);
    let args = [
        ("sessions", number(report.smtp.sessions)),
        ("rows", number(report.smtp.rows)),
        ("peers", number(report.smtp.peers.len() as u64)),
    ];
    let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let csv = Download {
        name: "mailtls-peers.csv".to_owned(),
        mime: "text/csv",
        bytes: csv(&report.smtp).into_bytes(),
    };
    html! {
        <section class="card smtp" aria-labelledby="smtp-title">
            <h2 id="smtp-title">{ view.say("ui-log") }</h2>
            <p class="hint">{ view.model.say_with("ui-log-counts", &args) }</p>
            if !report.smtp.peers.is_empty() {
                { table(view, report.smtp.peers.get(..PEERS.min(report.smtp.peers.len())).unwrap_or_default()) }
                if report.smtp.peers.len() > PEERS {
                    <details><summary>{ view.model.say_with("ui-more-peers", &[("count", &number((report.smtp.peers.len() - PEERS) as u64))]) }</summary>
                        { table(view, report.smtp.peers.get(PEERS..).unwrap_or_default()) }
                    </details>
                }
                { timeline(view, &report.smtp) }
                { transcripts(view, &report.smtp) }
                <div class="buttons">
                    <button type="button" onclick={view.on(Action::Download(csv))}>{ icon(Icon::Download) }<span>{ view.say("ui-download-csv") }</span></button>
                </div>
            }
        </section>
    }
}

fn table(view: &View, peers: &[PeerReport]) -> Html {
    html! {
        <div class="scroll-x" tabindex="0" role="group" aria-label={view.say("ui-peers")}>
        <table class="peers">
            <thead><tr>
                <th scope="col">{ view.say("ui-peer") }</th>
                <th scope="col">{ view.say("ui-connector") }</th>
                <th scope="col">{ view.say("ui-sessions") }</th>
                <th scope="col">{ view.say("ui-negotiated") }</th>
                <th scope="col">{ view.say("ui-failed") }</th>
                <th scope="col">{ view.say("ui-clear") }</th>
                <th scope="col">{ view.say("ui-last-seen") }</th>
            </tr></thead>
            <tbody>{ for peers.iter().map(|peer| row(view, peer)) }</tbody>
        </table>
        </div>
    }
}

fn row(view: &View, peer: &PeerReport) -> Html {
    let lang = view.model.lang;
    let old = |version: &str| !["TLS 1.2", "TLS 1.3"].contains(&version);
    let name = if peer.name.is_empty() { &peer.address } else { &peer.name };
    html! {
        <tr>
            <th scope="row"><bdi dir="ltr">{ name }</bdi>
                <span class="sub"><bdi dir="ltr">{ if peer.name.is_empty() { "" } else { &peer.address } }</bdi>{ " " }{ words::direction(lang, peer.direction) }</span></th>
            <td><bdi>{ &peer.connector }</bdi></td>
            <td class="count">{ browser::number(lang, peer.sessions) }</td>
            <td>{ share(peer) }
                { for peer.negotiated.iter().map(|(version, count)| html! {
                    <span class={if old(version) { "pill old" } else { "pill new" }}>
                        if old(version) { { icon(Icon::Warning) } }
                        { format!("{version}: {}", browser::number(lang, *count)) }
                    </span>
                }) }
            </td>
            <td class={if peer.failed > 0 { "count bad" } else { "count" }}>{ browser::number(lang, peer.failed) }</td>
            <td class={if peer.clear > 0 { "count poor" } else { "count" }}>{ browser::number(lang, peer.clear) }</td>
            <td><time datetime={peer.last.clone()}>{ moment(&peer.last) }</time></td>
        </tr>
    }
}

/// How the sessions end, as a bar; the numbers stand beside it.
fn share(peer: &PeerReport) -> Html {
    let old: u64 = peer
        .negotiated
        .iter()
        .filter(|(version, _)| !["TLS 1.2", "TLS 1.3"].contains(&version.as_str()))
        .map(|(_, count)| count)
        .sum();
    let all: u64 = peer.negotiated.values().sum::<u64>() + peer.failed + peer.clear;
    if all == 0 {
        return Html::default();
    }
    let mut at = 0;
    let parts = [
        ("failed", peer.failed),
        ("old", old),
        ("clear", peer.clear),
        ("new", all - peer.failed - old - peer.clear),
    ];
    let parts = parts.into_iter().map(|(class, count)| {
        let width = count * 1000 / all;
        let x = at;
        at += width;
        html! { <rect {class} x={x.to_string()} y="0" width={width.to_string()} height="8" /> }
    });
    html! { <svg class="share" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">{ for parts }</svg> }
}

/// The sessions over time as stacked bars, with the same numbers as a table.
fn timeline(view: &View, smtp: &SmtpReport) -> Html {
    let most = smtp.timeline.iter().map(|stretch| stretch.sessions).max().unwrap_or_default();
    if smtp.timeline.len() < 2 || most == 0 {
        return Html::default();
    }
    let count = smtp.timeline.len();
    let bars = smtp.timeline.iter().enumerate().map(|(index, stretch)| {
        let old = old(&stretch.negotiated);
        let new = stretch.negotiated.values().sum::<u64>() - old;
        let mut top = 100;
        let parts = [("new", new), ("clear", stretch.clear), ("old", old), ("failed", stretch.failed)];
        parts
            .into_iter()
            .map(|(class, sessions)| {
                let height = sessions * 100 / most;
                top -= height.min(top);
                html! {
                    <rect {class} x={(index * 10 + 1).to_string()} width="8" y={top.to_string()} height={height.to_string()} />
                }
            })
            .collect::<Html>()
    });
    let legend = [("new", "TLS 1.2, TLS 1.3"), ("clear", ""), ("old", "≤ TLS 1.1"), ("failed", "")];
    let number = |number: u64| browser::number(view.model.lang, number);
    html! {
        <div class="over-time">
            <h3>{ view.say("ui-timeline") }</h3>
            <svg class="timeline" viewBox={format!("0 0 {} 100", count * 10)} preserveAspectRatio="none" aria-hidden="true" focusable="false">{ for bars }</svg>
            <p class="legend" aria-hidden="true">{ for legend.into_iter().map(|(class, name)| html! {
                <span><svg viewBox="0 0 10 10" width="12" height="12"><rect {class} width="10" height="10" /></svg>
                    { match class { "clear" => view.say("ui-clear"), "failed" => view.say("ui-failed"), _ => name.to_owned() } }</span>
            }) }</p>
            <details><summary>{ view.say("ui-timeline-table") }</summary>
                <div class="scroll-x" tabindex="0" role="group" aria-label={view.say("ui-timeline-table")}>
                <table><thead><tr>
                    <th scope="col">{ view.say("ui-time") }</th><th scope="col">{ view.say("ui-sessions") }</th>
                    <th scope="col">{ view.say("ui-negotiated") }</th><th scope="col">{ view.say("ui-failed") }</th>
                    <th scope="col">{ view.say("ui-clear") }</th>
                </tr></thead><tbody>{ for smtp.timeline.iter().map(|stretch| html! {
                    <tr><th scope="row"><time datetime={stretch.begin.clone()}>{ stretch.begin.replace('T', " ") }</time></th>
                        <td class="count">{ number(stretch.sessions) }</td>
                        <td>{ stretch.negotiated.iter().map(|(version, sessions)| format!("{version}: {}", number(*sessions))).collect::<Vec<_>>().join(", ") }</td>
                        <td class="count">{ number(stretch.failed) }</td><td class="count">{ number(stretch.clear) }</td></tr>
                }) }</tbody></table></div>
            </details>
        </div>
    }
}

/// A few sessions row by row, with long silences named.
fn transcripts(view: &View, smtp: &SmtpReport) -> Html {
    if smtp.transcripts.is_empty() {
        return Html::default();
    }
    html! {
        <div class="transcripts">
            <h3>{ view.say("ui-transcripts") }</h3>
            { for smtp.transcripts.iter().map(|session| {
                let name = if session.name.is_empty() { &session.address } else { &session.name };
                let result = session.failed.clone().or_else(|| session.negotiated.clone());
                html! {
                    <details data-session={session.session.clone()}>
                        <summary><bdi dir="ltr">{ name }</bdi>{ " " }
                            if let Some(result) = result {
                                <span class={if session.failed.is_some() { "pill error" } else { "pill" }}>{ result }</span>
                            }
                            if session.failed.is_some() { <span class="visually-hidden">{ view.say("ui-failed") }</span> }
                        </summary>
                        <ol class="transcript" dir="ltr">{ for session.lines.iter().map(|line| {
                            let gap = (line.gap > GAP).then_some(line.gap / 1000);
                            html! {
                                <>
                                if let Some(seconds) = gap {
                                    <li class="gap">{ view.model.say_with("ui-transcript-gap", &[("seconds", &seconds.to_string())]) }</li>
                                }
                                <li><span class="time">{ clock(&line.time) }</span><span class="event">{ &line.event }</span>
                                    <code>{ words_of(&line.data, &line.context) }</code></li>
                                </>
                            }
                        }) }</ol>
                    </details>
                }
            }) }
        </div>
    }
}

fn words_of(data: &str, context: &str) -> String {
    let joined = if data.is_empty() || context.is_empty() {
        format!("{data}{context}")
    } else {
        format!("{data} ({context})")
    };
    mailtls_text::visible(&joined).into_owned()
}

/// The time of day of a log time.
fn clock(time: &str) -> String {
    time.split('T').nth(1).unwrap_or(time).chars().take(12).collect()
}

/// The sessions of versions that are switched off at Microsoft 365.
fn old(negotiated: &BTreeMap<String, u64>) -> u64 {
    let modern = |version: &str| ["TLS 1.2", "TLS 1.3"].contains(&version);
    negotiated.iter().filter(|(version, _)| !modern(version)).map(|(_, count)| count).sum()
}

/// A time of the log, to the second, in the zone the log writes.
fn moment(time: &str) -> String {
    let seconds: String = time.chars().take(19).collect();
    let zone = if time.ends_with('Z') { " UTC" } else { "" };
    format!("{}{zone}", seconds.replace('T', " "))
}

fn csv(smtp: &SmtpReport) -> String {
    let quoted = |text: &str| {
        // A cell that begins like a formula would be run by a spreadsheet.
        let guard = if text.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    };
    let versions = ["SSL 2.0", "SSL 3.0", "TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3"];
    let mut lines = format!(
        "name,address,connector,direction,sessions,failed,clear,{},first,last\r\n",
        versions.join(",")
    );
    for peer in &smtp.peers {
        let counts: Vec<String> = versions
            .iter()
            .map(|version| peer.negotiated.get(*version).copied().unwrap_or(0).to_string())
            .collect();
        let cells = [
            quoted(&peer.name),
            quoted(&peer.address),
            quoted(&peer.connector),
            peer.direction.word().to_owned(),
            peer.sessions.to_string(),
            peer.failed.to_string(),
            peer.clear.to_string(),
            counts.join(","),
            quoted(&peer.first),
            quoted(&peer.last),
        ];
        lines.push_str(&cells.join(","));
        lines.push_str("\r\n");
    }
    lines
}
