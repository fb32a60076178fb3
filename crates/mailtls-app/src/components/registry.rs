//! What the registry comes to: protocols by role, with the values that say so.

use crate::components::View;
use mailtls_core::report::{RegistryReport, RoleReport, RoleState};
use yew::{Html, classes, html};

/// The card; nothing where no registry was read.
pub(crate) fn card(view: &View) -> Html {
    let Some(report) = view.model.report.clone() else { return Html::default() };
    if report.servers.len() > 1 || !covered(&report.registry) {
        return Html::default();
    }
    let os = view.say(&format!("os-{}", report.verdict.os));
    html! {
        <section class="card registry" aria-labelledby="registry-title">
            <h2 id="registry-title">{ view.say("ui-registry") }</h2>
            <p class="hint">{ view.model.say_with("ui-registry-os", &[("os", &os)]) }</p>
            { table(view, &report.registry) }
        </section>
    }
}

fn covered(registry: &RegistryReport) -> bool {
    registry.protocols.values().any(|protocol| {
        protocol.client.state != RoleState::Unknown || protocol.server.state != RoleState::Unknown
    })
}

fn table(view: &View, registry: &RegistryReport) -> Html {
    let seen = registry.protocols.iter().filter(|(_, protocol)| {
        protocol.client.state != RoleState::Unknown || protocol.server.state != RoleState::Unknown
    });
    html! {
        <div class="scroll-x" tabindex="0" role="group" aria-label={view.say("ui-registry")}>
        <table class="states">
            <thead><tr>
                <th scope="col">{ view.say("ui-protocol") }</th>
                <th scope="col">{ view.say("ui-client") }</th>
                <th scope="col">{ view.say("ui-server") }</th>
            </tr></thead>
            <tbody>
                { for seen.map(|(name, protocol)| html! {
                    <tr>
                        <th scope="row"><bdi dir="ltr">{ name }</bdi></th>
                        <td>{ role(view, name, &protocol.client) }</td>
                        <td>{ role(view, name, &protocol.server) }</td>
                    </tr>
                }) }
            </tbody>
        </table>
        </div>
    }
}

/// A role: what it comes to, in words, and the two values.
fn role(view: &View, protocol: &str, role: &RoleReport) -> Html {
    let state = word(role.state);
    // Mail stands or falls with this one; the others are as well off as on.
    let needed = if protocol == "TLS 1.2" { "needed" } else { "" };
    let effective = match (role.state, role.effective) {
        (RoleState::OsDefault | RoleState::Misconfigured, Some(true)) => Some("ui-effective-on"),
        (RoleState::OsDefault | RoleState::Misconfigured, Some(false)) => Some("ui-effective-off"),
        _ => None,
    };
    let value = |name: &str, value: Option<u32>| {
        value.map(|value| format!("{name} = {value:#x}").replace("0x0", "0").replace("0x1", "1"))
    };
    let values: Vec<String> =
        [value("Enabled", role.enabled), value("DisabledByDefault", role.disabled_by_default)]
            .into_iter()
            .flatten()
            .collect();
    html! {
        <span class={classes!("state", state, needed)} data-state={state}>
            <strong>{ view.say(&format!("state-{state}")) }</strong>
            if let Some(effective) = effective { { " · " }{ view.say(effective) } }
            if !values.is_empty() { <span class="values"><bdi dir="ltr">{ values.join(", ") }</bdi></span> }
        </span>
    }
}

/// The public spelling of a state.
pub(crate) const fn word(state: RoleState) -> &'static str {
    match state {
        RoleState::Enabled => "enabled",
        RoleState::Disabled => "disabled",
        RoleState::OsDefault => "os-default",
        RoleState::Misconfigured => "misconfigured",
        RoleState::Unknown => "unknown",
    }
}
