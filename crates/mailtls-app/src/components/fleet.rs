//! Several servers side by side: settings as columns, the servers that differ first, a fix for each.

use crate::browser;
use crate::components::fix::{caution, checklist, conflicts, diff, file, hard_wired, target};
use crate::components::icon::{Icon, icon};
use crate::components::registry::word;
use crate::components::{View, rich};
use crate::state::{Action, Download};
use crate::zip::Zip;
use mailtls_core::fix::reg_text::to_bytes;
use mailtls_core::report::{Report, RoleState, ServerReport};
use std::collections::BTreeMap;
use yew::{Callback, Html, html};

/// Up to so many changes are unfolded from the start.
const UNFOLDED: usize = 3;

/// The card.
pub(crate) fn card(view: &View) -> Html {
    let Some(report) = view.model.report.clone() else { return Html::default() };
    let columns = columns(&report);
    let (shown, same): (Vec<&Column>, Vec<&Column>) =
        columns.iter().partition(|column| column.differs > 0 || column.setting.decides());
    let odd = |server: &ServerReport| columns.iter().filter(|column| column.is_odd(server)).count();
    let mut servers: Vec<(usize, &ServerReport)> = report.servers.iter().enumerate().collect();
    // Those a change helps first, then those unlike the rest; both in the order of their names.
    mailtls_core::order::sort_by_key(&mut servers, |(_, server)| {
        (server.fix.is_none(), std::cmp::Reverse(odd(server)), server.name.clone())
    });
    let (changed, unchanged): (Vec<_>, Vec<_>) =
        servers.iter().copied().partition(|(_, server)| server.fix.is_some());
    let counts = [view.number(servers.len() as u64), view.number(changed.len() as u64)];
    let counts: Vec<(&str, &str)> =
        ["servers", "fixes"].into_iter().zip(counts.iter().map(String::as_str)).collect();
    let download = {
        let (act, report) = (view.act.clone(), report.clone());
        Callback::from(move |_| {
            let (name, bytes) = ("mailtls-fixes.zip".to_owned(), archive(&report));
            act.emit(Action::Download(Download { name, mime: "application/zip", bytes }));
        })
    };
    html! {
        <section class="card fleet" aria-labelledby="fleet-title">
            <h2 id="fleet-title">{ view.say("ui-fleet") }</h2>
            <p class="hint">{ view.model.say_with("ui-fleet-counts", &counts) }</p>
            <div class="scroll-x matrix" tabindex="0" role="group" aria-label={view.say("ui-fleet")}>
            <table class="fleet">
                <thead><tr>
                    <th scope="col">{ view.say("ui-server-name") }</th>
                    { for shown.iter().map(|column| html! { <th scope="col">{ heading(view, &column.setting) }</th> }) }
                </tr></thead>
                <tbody>
                { for servers.iter().map(|(place, server)| html! {
                    <tr data-server={server.name.clone()}>
                        <th scope="row">{ name(*place, server) }
                            <span class="sub">{ view.say(if server.fix.is_some() { "ui-fleet-change" } else { "ui-fleet-no-change" }) }</span></th>
                        { for shown.iter().map(|column| {
                            let differs = column.is_odd(server);
                            let state = column.setting.state(server);
                            html! {
                                <td class={if differs { "differs" } else { "" }} data-state={state}>
                                    if differs { { icon(Icon::Warning) } }
                                    { said(view, state) }
                                    if differs { <span class="sub">{ view.say("ui-differs") }</span> }
                                </td>
                            }
                        }) }
                    </tr>
                }) }
                </tbody>
            </table>
            </div>
            if !same.is_empty() {
                <details class="same">
                    <summary>{ view.count("ui-fleet-same", same.len()) }</summary>
                    <ul>{ for same.iter().map(|column| html! {
                        <li>{ heading(view, &column.setting) }{ ": " }{ said(view, column.usual) }</li>
                    }) }</ul>
                </details>
            }
            if changed.is_empty() {
                <details><summary>{ view.say("ui-target") }</summary>{ target(view) }</details>
            } else {
                <h3 id="fix-title">{ view.count("ui-fleet-changes", changed.len()) }</h3>
                { caution(view, &report) }
                { target(view) }
                if hard_wired(view) {
                    <div class="bar warning">{ icon(Icon::Warning) }<p>{ rich(&view.say("no-fix-update-first")) }</p></div>
                } else {
                    { for changed.iter().map(|(place, server)| change(view, *place, server, changed.len() <= UNFOLDED)) }
                    <div class="buttons">
                        <button type="button" class="primary" data-download="mailtls-fixes.zip" onclick={download}>
                            { icon(Icon::Download) }<span>{ view.say("ui-download-all") }</span>
                        </button>
                        <span class="hint">{ view.say("ui-download-all.hint") }</span>
                    </div>
                    { checklist(view) }
                }
            }
            if !unchanged.is_empty() {
                <details class="server">
                    <summary>{ view.count("ui-fleet-unchanged", unchanged.len()) }</summary>
                    <ul>{ for unchanged.iter().map(|(_, server)| html! {
                        <li><strong><bdi>{ &server.name }</bdi></strong>
                            if let Some(remark) = &server.no_fix { { ": " }{ rich(&remark.message) } }</li>
                    }) }</ul>
                </details>
            }
        </section>
    }
}

/// A server's name, and where there is something to do a way to it.
fn name(place: usize, server: &ServerReport) -> Html {
    let bare = html! { <bdi>{ &server.name }</bdi> };
    if server.fix.is_none() {
        return bare;
    }
    html! {
        <button type="button" class="link" onclick={move |_| browser::unfold(&format!("server-{place}"))}>{ bare }</button>
    }
}

/// What changes on one server, with its files.
fn change(view: &View, place: usize, server: &ServerReport, open: bool) -> Html {
    let Some(fix) = &server.fix else { return Html::default() };
    let stem = file_name(&server.name);
    html! {
        <details class="server" id={format!("server-{place}")} {open}>
            <summary><bdi>{ &server.name }</bdi></summary>
            { diff(view, &fix.edits) }
            { conflicts(view, fix) }
            <div class="files">
                { file(view, &format!("{stem}-fix.reg"), "ui-download", &fix.reg, "") }
                { file(view, &format!("{stem}-undo.reg"), "ui-download", &fix.undo, "") }
            </div>
        </details>
    }
}

/// One thing a server can have set.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Setting {
    /// A protocol, and whether its `Client` role.
    Role(String, bool),
    /// A .NET version, whether its 32-bit view, and the value.
    Dotnet(String, bool, &'static str),
    /// `DefaultSecureProtocols`, and whether in the 32-bit view.
    Winhttp(bool),
}

/// A setting, with what most servers have.
struct Column {
    setting: Setting,
    usual: &'static str,
    differs: usize,
}

impl Column {
    fn is_odd(&self, server: &ServerReport) -> bool {
        self.setting.state(server) != self.usual
    }
}

impl Setting {
    /// Whether mail stands or falls with it.
    fn decides(&self) -> bool {
        matches!(self, Self::Role(protocol, _) if protocol == "TLS 1.2")
    }

    /// The word for what a server has.
    fn state(&self, server: &ServerReport) -> &'static str {
        let number = |value: Option<u32>| match value {
            None => "unset",
            Some(0) => "disabled",
            Some(1) => "enabled",
            Some(_) => "misconfigured",
        };
        match self {
            Self::Role(protocol, client) => {
                let protocol = server.registry.protocols.get(protocol);
                let role = protocol.map(|protocol| if *client { &protocol.client } else { &protocol.server });
                role.map_or("unknown", |role| word(role.state))
            }
            Self::Dotnet(version, narrow, value) => {
                let view = server
                    .registry
                    .dotnet
                    .get(version)
                    .map(|net| if *narrow { &net.wow6432 } else { &net.native });
                number(view.and_then(|view| match *value {
                    "SchUseStrongCrypto" => view.sch_use_strong_crypto,
                    _ => view.system_default_tls_versions,
                }))
            }
            Self::Winhttp(narrow) => {
                let winhttp = &server.registry.winhttp;
                // TLS 1.2 is the bit 0x800 of the value.
                let value = if *narrow { winhttp.wow6432 } else { winhttp.native };
                number(value.map(|value| u32::from(value & 0x800 != 0)))
            }
        }
    }
}

/// The settings any server says something about: what decides first, then those in which servers differ.
fn columns(report: &Report) -> Vec<Column> {
    let mut settings: Vec<Setting> = Vec::new();
    for server in &report.servers {
        for (name, protocol) in &server.registry.protocols {
            for (client, role) in [(true, &protocol.client), (false, &protocol.server)] {
                if role.state != RoleState::Unknown {
                    settings.push(Setting::Role(name.clone(), client));
                }
            }
        }
        for version in server.registry.dotnet.keys() {
            for (narrow, value) in [false, true].into_iter().flat_map(|narrow| {
                ["SchUseStrongCrypto", "SystemDefaultTlsVersions"].map(|value| (narrow, value))
            }) {
                settings.push(Setting::Dotnet(version.clone(), narrow, value));
            }
        }
        settings.extend([Setting::Winhttp(false), Setting::Winhttp(true)]);
    }
    mailtls_core::order::sort_by_key(&mut settings, Setting::clone);
    settings.dedup();
    let says = |setting: &Setting| {
        report.servers.iter().any(|server| !["unset", "unknown"].contains(&setting.state(server)))
    };
    let mut columns: Vec<Column> = settings
        .into_iter()
        .filter(says)
        .map(|setting| {
            let usual = usual(report, &setting);
            let differs = report.servers.iter().filter(|server| setting.state(server) != usual).count();
            Column { setting, usual, differs }
        })
        .collect();
    mailtls_core::order::sort_by_key(&mut columns, |column| {
        (!column.setting.decides(), std::cmp::Reverse(column.differs))
    });
    columns
}

/// What most servers have; of two equally frequent, the first by name.
fn usual(report: &Report, setting: &Setting) -> &'static str {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for server in &report.servers {
        *counts.entry(setting.state(server)).or_default() += 1;
    }
    let most = counts.values().max().copied().unwrap_or_default();
    counts.into_iter().find(|(_, count)| *count == most).map_or("unknown", |(state, _)| state)
}

fn heading(view: &View, setting: &Setting) -> Html {
    let (name, sub) = match setting {
        Setting::Role(protocol, client) => {
            (protocol.clone(), view.say(if *client { "ui-client" } else { "ui-server" }))
        }
        Setting::Dotnet(version, narrow, value) => {
            ((*value).to_owned(), format!(".NET {version}{}", if *narrow { " WOW6432Node" } else { "" }))
        }
        Setting::Winhttp(narrow) => (
            "DefaultSecureProtocols".to_owned(),
            format!("WinHTTP{}", if *narrow { " WOW6432Node" } else { "" }),
        ),
    };
    html! { <><bdi dir="ltr">{ name }</bdi>{ " " }<span class="sub">{ sub }</span></> }
}

fn said(view: &View, state: &str) -> String {
    view.say(&if state == "unset" { "ui-unset".to_owned() } else { format!("state-{state}") })
}

/// A server's name as part of a file name.
fn file_name(server: &str) -> String {
    server
        .chars()
        .map(|letter| if letter.is_alphanumeric() || "-_.".contains(letter) { letter } else { '-' })
        .collect()
}

/// Every fix with its undo, and a list of all servers: the checksums of the files, or why there is none.
fn archive(report: &Report) -> Vec<u8> {
    let mut zip = Zip::default();
    let mut manifest = String::from("sha256,file,server,remark\r\n");
    let mut taken: Vec<String> = Vec::new();
    for server in &report.servers {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let Some(fix) = &server.fix else {
            let remark =
                server.no_fix.as_ref().map(|remark| remark.message.replace('`', "")).unwrap_or_default();
            manifest.extend([",,", &quoted(&server.name), ",", &quoted(&remark), "\r\n"]);
            continue;
        };
        // Two servers may differ only in what a file name cannot hold, or in case.
        let mut stem = file_name(&server.name);
        while taken.contains(&stem.to_lowercase()) {
            stem.push_str("-2");
        }
        taken.push(stem.to_lowercase());
        for (what, text) in [("fix", &fix.reg), ("undo", &fix.undo)] {
            let name = format!("{stem}-{what}.reg");
            let bytes = to_bytes(text);
            manifest.extend([
                mailtls_text::sha256(&bytes).as_str(),
                ",",
                &name,
                ",",
                &quoted(&server.name),
                ",\r\n",
            ]);
            zip.add(&name, &bytes);
        }
    }
    zip.add("manifest.csv", manifest.as_bytes());
    zip.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use mailtls_core::session::{Options, diagnose};

    fn fleet() -> Report {
        let export = |client: u8| {
            format!(
                "Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\\
                 SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client]\r\n\"Enabled\"=dword:0000000{client}\r\n\
                 \"DisabledByDefault\"=dword:00000000\r\n"
            )
        };
        let inputs: Vec<(String, String)> =
            (0..50).map(|place| (format!("ex{place:02}.reg"), export(u8::from(place % 17 != 7)))).collect();
        diagnose(inputs.iter().map(|(name, text)| (name.as_str(), text.as_bytes())), &Options::default())
    }

    #[test]
    fn of_fifty_servers_those_that_differ_are_told_apart() {
        let report = fleet();
        assert_eq!(report.servers.len(), 50);
        let columns = columns(&report);
        let client = columns
            .iter()
            .find(|column| column.setting == Setting::Role("TLS 1.2".to_owned(), true))
            .unwrap();
        assert_eq!((client.usual, client.differs), ("enabled", 3));
        let odd: Vec<&str> = report
            .servers
            .iter()
            .filter(|server| client.is_odd(server))
            .map(|server| server.name.as_str())
            .collect();
        assert_eq!(odd, ["ex07", "ex24", "ex41"]);
    }

    #[test]
    fn the_list_in_the_archive_names_every_server() {
        let report = fleet();
        let archive = archive(&report);
        let text = String::from_utf8_lossy(&archive);
        for server in &report.servers {
            assert!(text.contains(&format!(",\"{}\",", server.name)), "{}", server.name);
        }
        let files = report.servers.iter().filter(|server| server.fix.is_some()).count() * 2 + 1;
        assert_eq!(text.matches("PK\u{1}\u{2}").count(), files);
    }
}
