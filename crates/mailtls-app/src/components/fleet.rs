//! Several servers side by side: settings as columns, the servers that differ first, a fix for each.

use crate::components::View;
use crate::components::fix::diff;
use crate::components::icon::{Icon, icon};
use crate::components::registry::word;
use crate::components::rich;
use crate::digest::sha256;
use crate::state::{Action, Download};
use crate::zip::Zip;
use mailtls_core::fix::reg_text::to_bytes;
use mailtls_core::report::{Report, RoleReport, ServerReport};
use std::collections::BTreeMap;
use yew::{Html, component, html};

/// The card.
#[component]
pub(crate) fn Fleet(view: &View) -> Html {
    let Some(report) = view.model.report.clone() else { return Html::default() };
    let columns = columns(&report);
    let usual: Vec<String> = columns.iter().map(|column| usual(&report, column)).collect();
    let odd = |server: &ServerReport| {
        columns.iter().zip(&usual).filter(|(column, usual)| cell(server, column) != **usual).count()
    };
    let mut servers: Vec<&ServerReport> = report.servers.iter().collect();
    // Those a change helps first, then those unlike the rest; both in the order of their names.
    mailtls_core::order::sort_by_key(&mut servers, |server| {
        (server.fix.is_none(), std::cmp::Reverse(odd(server)), server.name.clone())
    });
    let fixes = report.servers.iter().filter(|server| server.fix.is_some()).count();
    let counts = [report.servers.len().to_string(), fixes.to_string()];
    let counts: Vec<(&str, &str)> =
        ["servers", "fixes"].into_iter().zip(counts.iter().map(String::as_str)).collect();
    let archive =
        Download { name: "mailtls-fixes.zip".to_owned(), mime: "application/zip", bytes: archive(&report) };
    html! {
        <section class="card fleet" aria-labelledby="fleet-title">
            <h2 id="fleet-title">{ view.say("ui-fleet") }</h2>
            <p class="hint">{ view.model.say_with("ui-fleet-counts", &counts) }</p>
            <div class="scroll-x" tabindex="0" role="group" aria-label={view.say("ui-fleet")}>
            <table class="fleet">
                <thead><tr>
                    <th scope="col">{ view.say("ui-server-name") }</th>
                    { for columns.iter().map(|column| html! { <th scope="col"><bdi dir="ltr">{ &column.0 }</bdi><span class="sub">{ view.say(if column.1 { "ui-client" } else { "ui-server" }) }</span></th> }) }
                </tr></thead>
                <tbody>
                { for servers.iter().map(|server| html! {
                    <tr data-server={server.name.clone()}>
                        <th scope="row"><bdi>{ &server.name }</bdi>
                            <span class="sub">{ view.say(if server.fix.is_some() { "ui-fleet-change" } else { "ui-fleet-no-change" }) }</span></th>
                        { for columns.iter().zip(&usual).map(|(column, usual)| {
                            let state = cell(server, column);
                            let differs = state != *usual;
                            html! {
                                <td class={if differs { "differs" } else { "" }} data-state={state.clone()}>
                                    if differs { { icon(Icon::Warning) } }
                                    { view.say(&format!("state-{}", state.split(' ').next().unwrap_or_default())) }
                                    if differs { <span class="sub">{ view.say("ui-differs") }</span> }
                                </td>
                            }
                        }) }
                    </tr>
                }) }
                </tbody>
            </table>
            </div>
            { for servers.iter().map(|server| actions(view, server)) }
            if fixes > 0 {
                <div class="buttons">
                    <button type="button" class="primary" data-download="mailtls-fixes.zip" onclick={view.on(Action::Download(archive))}>
                        { icon(Icon::Download) }<span>{ view.say("ui-download-all") }</span>
                    </button>
                </div>
            }
        </section>
    }
}

/// A protocol, and whether its `Client` role.
type Column = (String, bool);

/// The roles any server says something about.
fn columns(report: &Report) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for server in &report.servers {
        for (name, protocol) in &server.registry.protocols {
            for (client, role) in [(true, &protocol.client), (false, &protocol.server)] {
                let column = (name.clone(), client);
                if role.state != mailtls_core::report::RoleState::Unknown && !columns.contains(&column) {
                    columns.push(column);
                }
            }
        }
    }
    // TLS 1.2 decides, so it comes first; the others from new to old.
    mailtls_core::order::sort_by_key(&mut columns, |(name, client)| {
        (name != "TLS 1.2", std::cmp::Reverse(name.clone()), !client)
    });
    columns
}

fn role<'a>(server: &'a ServerReport, column: &Column) -> Option<&'a RoleReport> {
    let protocol = server.registry.protocols.get(&column.0)?;
    Some(if column.1 { &protocol.client } else { &protocol.server })
}

fn cell(server: &ServerReport, column: &Column) -> String {
    role(server, column).map_or("unknown", |role| word(role.state)).to_owned()
}

/// What most servers have; of two equally frequent, the first by name.
fn usual(report: &Report, column: &Column) -> String {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for server in &report.servers {
        *counts.entry(cell(server, column)).or_default() += 1;
    }
    let most = counts.values().max().copied().unwrap_or_default();
    counts.into_iter().find(|(_, count)| *count == most).map(|(state, _)| state).unwrap_or_default()
}

fn actions(view: &View, server: &ServerReport) -> Html {
    let one = |name: String, id: &str, text: &str| {
        let file = Download { name, mime: "text/x-registry", bytes: to_bytes(text) };
        html! { <button type="button" onclick={view.on(Action::Download(file))}>{ icon(Icon::Download) }<span>{ view.say(id) }</span></button> }
    };
    let name = file_name(&server.name);
    html! {
        <details class="server">
            <summary><bdi>{ &server.name }</bdi></summary>
            if let Some(fix) = &server.fix {
                { diff(view, &fix.edits) }
                <div class="buttons">
                    { one(format!("{name}-fix.reg"), "ui-download-fix", &fix.reg) }
                    { one(format!("{name}-undo.reg"), "ui-download-undo", &fix.undo) }
                </div>
            } else if let Some(remark) = &server.no_fix {
                <p>{ rich(&remark.message) }</p>
            } else {
                <p>{ view.say("ui-no-fix") }</p>
            }
        </details>
    }
}

/// A server's name as part of a file name.
fn file_name(server: &str) -> String {
    server
        .chars()
        .map(|letter| if letter.is_alphanumeric() || "-_.".contains(letter) { letter } else { '-' })
        .collect()
}

/// Every fix with its undo, and a list with their checksums.
fn archive(report: &Report) -> Vec<u8> {
    let mut zip = Zip::default();
    let mut manifest = String::from("sha256,file,server\r\n");
    for server in &report.servers {
        let Some(fix) = &server.fix else { continue };
        for (what, text) in [("fix", &fix.reg), ("undo", &fix.undo)] {
            let name = format!("{}-{what}.reg", file_name(&server.name));
            let bytes = to_bytes(text);
            let quoted = server.name.replace('"', "\"\"");
            manifest.extend([sha256(&bytes).as_str(), ",", &name, ",\"", &quoted, "\"\r\n"]);
            zip.add(&name, &bytes);
        }
    }
    zip.add("manifest.csv", manifest.as_bytes());
    zip.finish()
}
