//! The far ends, worst first, and what the end of the old versions does to them.

use super::{download, moment, on, peers_csv};
use crate::browser;
use crate::components::View;
use crate::components::icon::{Icon, icon};
use crate::components::later::Later;
use crate::logs::{self, fails_already, is_new, old, would_break};
use crate::words;
use mailtls_core::format::smtp_log::search::Query;
use mailtls_core::report::{PeerReport, SmtpReport};
use yew::{Html, component, html, use_state};

/// How many are shown at first, and how many more at each wish.
const FIRST: usize = 25;
const MORE: usize = 50;
/// How many rows are drawn in one go.
const AT_ONCE: usize = 10;
/// How many a list names.
const LISTED: usize = 10;

/// What would break if the old versions went off, and what already fails because they did.
pub(crate) fn lists(view: &View, smtp: &SmtpReport) -> Html {
    let part = |id: &str, wanted: fn(&PeerReport) -> bool, count: fn(&PeerReport) -> u64| {
        let peers: Vec<&PeerReport> = smtp.peers.iter().filter(|peer| wanted(peer)).collect();
        let number = peers.len().to_string();
        html! {
            <div class={format!("fate {id}")} data-fate={id.to_owned()} data-count={number.clone()}>
                <h3>{ icon(if peers.is_empty() { Icon::Good } else { Icon::Warning }) }
                    <span>{ view.model.say_with(&format!("ui-logs-{id}"), &[("count", &number)]) }</span></h3>
                <p class="hint">{ view.say(&format!("ui-logs-{id}-text")) }</p>
                if !peers.is_empty() {
                    <ul>{ for peers.iter().take(LISTED).map(|peer| {
                        let (count, all) = (browser::number(view.model.lang, count(peer)), browser::number(view.model.lang, peer.sessions));
                        let last = moment(&peer.last);
                        let known = view.model.say_with("ui-logs-of-sessions", &[("count", &count), ("sessions", &all), ("last", &last)]);
                        html! { <li>{ name(view, peer) }{ " " }<span class="hint">{ known }</span></li> }
                    }) }</ul>
                    if peers.len() > LISTED {
                        <p class="hint">{ view.model.say_with("ui-more-peers", &[("count", &(peers.len() - LISTED).to_string())]) }</p>
                    }
                }
            </div>
        }
    };
    html! {
        <div class="fates">
            { part("break", would_break, |peer| old(&peer.negotiated)) }
            { part("already", fails_already, |peer| peer.failed) }
        </div>
    }
}

/// The name of a far end, which leads to its sessions.
fn name(view: &View, peer: &PeerReport) -> Html {
    let address = if peer.address.is_empty() { &peer.name } else { &peer.address };
    let query = Query { peer: address.clone(), connector: peer.connector.clone(), ..Query::default() };
    let shown = if peer.name.is_empty() { &peer.address } else { &peer.name };
    html! {
        <button type="button" class="link" title={view.say("ui-logs-show-sessions")} onclick={on(view, logs::Action::Want(query))}><bdi dir="ltr">{ shown }</bdi></button>
    }
}

/// The table.
#[component]
pub(crate) fn Peers(view: &View) -> Html {
    let shown = use_state(|| FIRST);
    let Some(report) = view.model.report.clone() else { return Html::default() };
    let peers = &report.smtp.peers;
    let more = {
        let shown = shown.clone();
        move |_: yew::MouseEvent| shown.set(*shown + MORE)
    };
    let left = peers.len().saturating_sub(*shown);
    let written = report.clone();
    html! {
        <>
        <h3 id="peers-title">{ view.say("ui-peers") }</h3>
        <div class="scroll-x" tabindex="0" role="group" aria-labelledby="peers-title">
        <table class="peers">
            <thead><tr>
                { for ["ui-peer", "ui-connector", "ui-sessions", "ui-negotiated", "ui-failed", "ui-clear", "ui-logs-first-seen", "ui-last-seen"].map(|id| html! {
                    <th scope="col">{ view.say(id) }</th>
                }) }
            </tr></thead>
            <tbody>{ for peers.iter().take(AT_ONCE).map(|peer| row(view, peer)) }
                if peers.len() > AT_ONCE {
                    <Later step=1>{ for peers.iter().take(*shown).skip(AT_ONCE).map(|peer| row(view, peer)) }</Later>
                }
                { for report.smtp.other_peers.iter().filter(|_| left == 0).map(|others| row(view, others)) }</tbody>
        </table>
        </div>
        <div class="buttons">
            if left > 0 {
                <button type="button" onclick={more}>{ view.model.say_with("ui-more-peers", &[("count", &left.to_string())]) }</button>
            }
            { download(view, "mailtls-peers.csv", "text/csv", "ui-logs-peers-csv", move || peers_csv(&written.smtp)) }
        </div>
        </>
    }
}

fn row(view: &View, peer: &PeerReport) -> Html {
    let lang = view.model.lang;
    let number = |number: u64| browser::number(lang, number);
    let nobody = peer.name.is_empty() && peer.address.is_empty();
    html! {
        <tr data-peer={peer.address.clone()}>
            <th scope="row">if nobody { { view.say("ui-logs-others") } } else { { name(view, peer) } }
                <span class="sub"><bdi dir="ltr">{ if peer.name.is_empty() { "" } else { &peer.address } }</bdi>{ " " }
                    if !nobody { { words::direction(lang, peer.direction) } }
                    if peer.microsoft365 { { " · Microsoft 365" } }</span></th>
            <td><bdi>{ &peer.connector }</bdi></td>
            <td class="count">{ number(peer.sessions) }</td>
            <td>{ share(peer) }
                { for peer.negotiated.iter().map(|(version, count)| html! {
                    <span class={if is_new(version) { "pill new" } else { "pill old" }}>
                        if !is_new(version) { { icon(Icon::Warning) } }
                        { format!("{version}: {}", number(*count)) }
                    </span>
                }) }
                if !peer.ciphers.is_empty() {
                    <details class="ciphers"><summary>{ view.say("ui-logs-ciphers") }</summary>
                        <ul>{ for peer.ciphers.iter().map(|(suite, count)| html! { <li><code>{ suite }</code>{ ": " }{ number(*count) }</li> }) }</ul></details>
                }
            </td>
            <td class={if peer.failed > 0 { "count bad" } else { "count" }}>{ number(peer.failed) }
                { for peer.failures.iter().map(|(word, count)| html! {
                    <span class="sub"><code>{ if word.is_empty() { view.say("ui-logs-no-word") } else { word.clone() } }</code>{ ": " }{ number(*count) }</span>
                }) }</td>
            <td class={if peer.clear > 0 { "count poor" } else { "count" }}>{ number(peer.clear) }</td>
            <td><time datetime={peer.first.clone()}>{ moment(&peer.first) }</time></td>
            <td><time datetime={peer.last.clone()}>{ moment(&peer.last) }</time></td>
        </tr>
    }
}

/// How the sessions end, as a bar; the numbers stand beside it.
fn share(peer: &PeerReport) -> Html {
    let old = old(&peer.negotiated);
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
