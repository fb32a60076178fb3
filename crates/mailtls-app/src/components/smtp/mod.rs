//! What the protocol logs show: the far ends, the sessions over time, and any session in full.

mod explorer;
mod peers;
mod timeline;
mod transcript;

use crate::browser;
use crate::components::View;
use crate::components::app::LITTLE;
use crate::components::icon::{Icon, icon};
use crate::components::later::Later;
use crate::logs::{self, csv};
use crate::state::{Action, Download};
use mailtls_core::format::smtp_log::search::session_of;
use mailtls_core::report::{FindingReport, SmtpReport};
use yew::{Html, html};

/// The card.
pub(crate) fn card(view: &View) -> Html {
    let Some(report) = view.model.report.clone() else { return Html::default() };
    let number = |number: u64| browser::number(view.model.lang, number);
    let whole = report.clone();
    let args = [
        ("sessions", number(report.smtp.sessions)),
        ("rows", number(report.smtp.rows)),
        ("peers", number(report.smtp.peers.len() as u64)),
    ];
    let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    html! {
        <section class="card smtp" aria-labelledby="smtp-title" data-sessions={report.smtp.sessions.to_string()}
            data-rows={report.smtp.rows.to_string()} data-broken={report.smtp.broken.to_string()}>
            <h2 id="smtp-title">{ view.say("ui-log") }</h2>
            <p class="hint">{ view.model.say_with("ui-log-counts", &args) }</p>
            { broken(view, &report) }
            if !report.smtp.peers.is_empty() {
                { peers::lists(view, &report.smtp) }
                <Later step={u32::from(report.smtp.peers.len() > LITTLE)}><peers::Peers ..view.clone() /></Later>
                <timeline::Timeline ..view.clone() />
            }
            { explorer::explorer(view) }
            { transcript::transcript(view) }
            <div class="buttons">
                { download(view, "mailtls-report.json", "application/json", "ui-logs-json", move || mailtls_text::to_json(&whole)) }
            </div>
        </section>
    }
}

/// The rows that could not be read: how many, and the first of them.
fn broken(view: &View, report: &mailtls_core::report::Report) -> Html {
    if report.smtp.broken == 0 {
        return Html::default();
    }
    let count = browser::number(view.model.lang, report.smtp.broken);
    let first = report.sources.iter().flat_map(|source| {
        let rows = source.problems.iter().filter(|problem| problem.code.starts_with("smtp-log-"));
        rows.map(|problem| (source.name.clone(), problem.line))
    });
    html! {
        <div class="bar broken">{ icon(Icon::Warning) }<div>
            <p>{ view.model.say_with("ui-logs-broken", &[("count", &count)]) }</p>
            <ul>{ for first.take(3).map(|(source, line)| {
                let place = view.model.say_with("ui-line", &[("source", &source), ("line", &line.to_string())]);
                html! { <li><button type="button" class="link" onclick={view.on(Action::LookAt(source, line))}>{ place }</button></li> }
            }) }</ul>
        </div></div>
    }
}

/// From a finding to the session it rests on, where it rests on one.
pub(super) fn session_link(view: &View, finding: &FindingReport) -> Html {
    let named = finding.evidence.iter().find_map(|evidence| session_of(&evidence.quote));
    let Some((session, connector)) = named else { return Html::default() };
    let show = on(view, logs::Action::Session(session.clone(), connector));
    html! {
        <p><button type="button" class="link" data-show-session={session} onclick={show}>{ view.say("ui-logs-show-session") }</button></p>
    }
}

/// A button that hands over a file, which is written when it is asked for.
fn download(
    view: &View,
    name: &'static str,
    mime: &'static str,
    label: &str,
    write: impl Fn() -> String + 'static,
) -> Html {
    let act = view.act.clone();
    let asked = move |_: yew::MouseEvent| {
        let bytes = write().into_bytes();
        act.emit(Action::Download(Download { name: name.to_owned(), mime, bytes }));
    };
    html! {
        <button type="button" data-download={name} onclick={asked}>{ icon(Icon::Download) }<span>{ view.say(label) }</span></button>
    }
}

/// An action of the second look.
fn on<E: 'static>(view: &View, action: logs::Action) -> yew::Callback<E> {
    view.on(Action::Logs(action))
}

/// A time of the log, to the second, in the zone the log writes.
fn moment(time: &str) -> String {
    let seconds: String = time.chars().take(19).collect();
    let zone = if time.ends_with('Z') { " UTC" } else { "" };
    format!("{}{zone}", seconds.replace('T', " "))
}

/// The versions the report may name, oldest first.
const VERSIONS: [&str; 6] = ["SSL 2.0", "SSL 3.0", "TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3"];

fn peers_csv(smtp: &SmtpReport) -> String {
    let head = [
        &["name", "address", "connector", "direction", "sessions", "failed", "clear"][..],
        &VERSIONS,
        &["failures", "ciphers", "first", "last"],
    ]
    .concat();
    let listed = |counts: &std::collections::BTreeMap<String, u64>| {
        counts.iter().map(|(name, count)| format!("{name}: {count}")).collect::<Vec<_>>().join("; ")
    };
    let rows = smtp.peers.iter().map(|peer| {
        let mut row = vec![
            peer.name.clone(),
            peer.address.clone(),
            peer.connector.clone(),
            peer.direction.word().to_owned(),
            peer.sessions.to_string(),
            peer.failed.to_string(),
            peer.clear.to_string(),
        ];
        row.extend(VERSIONS.map(|version| peer.negotiated.get(version).copied().unwrap_or(0).to_string()));
        row.extend([listed(&peer.failures), listed(&peer.ciphers), peer.first.clone(), peer.last.clone()]);
        row
    });
    csv(&head, rows)
}
