//! Before and after a change: what came of it, value by value.

use crate::compare::{self, Outcome};
use crate::components::View;
use crate::components::icon::{Icon, icon};
use crate::state::Action;
use yew::{Html, html};

/// The card; nothing while nothing is compared.
pub(crate) fn card(view: &View) -> Html {
    let Some(before) = &view.model.before else { return Html::default() };
    let Some(report) = &view.model.report else {
        return html! {
            <section class="card compare waiting" aria-labelledby="compare-title">
                <h2 id="compare-title">{ view.say("ui-compare") }</h2>
                <p>{ view.say("ui-recheck-waiting") }</p>
                <div class="buttons"><button type="button" onclick={view.on(Action::Restore)}>{ view.say("ui-compare-back") }</button></div>
            </section>
        };
    };
    let outcome = compare::outcome(&before.report, report);
    let (class, picture) = match outcome {
        Outcome::Fixed => ("good", Icon::Good),
        Outcome::Partly | Outcome::SetAndFailing => ("warning", Icon::Warning),
        Outcome::NotFixed => ("error", Icon::Error),
        Outcome::NoEvidence => ("unknown", Icon::Unsure),
    };
    // An export shows that values are set, not that the server was restarted nor that mail flows.
    let set = outcome == Outcome::Fixed && !compare::mail(report);
    let word = if set { "set" } else { outcome.word() };
    let values = compare::checked(&before.report, report);
    html! {
        <section class={format!("card verdict compare {class}")} data-outcome={outcome.word()} aria-labelledby="compare-title">
            <div class="stripe">{ icon(picture) }<h2 id="compare-title">{ view.say(&format!("ui-outcome-{word}")) }</h2></div>
            <p>{ view.say(&format!("ui-outcome-{word}.text")) }</p>
            if !values.is_empty() {
                <ul class="checked">{ for values.iter().map(|value| {
                    let (picture, id) = match value.done {
                        Some(true) => (Icon::Good, "ui-checked-done"),
                        Some(false) => (Icon::Error, "ui-checked-open"),
                        None => (Icon::Unsure, "ui-checked-unknown"),
                    };
                    let place: Vec<&str> = value.edit.key.rsplit('\\').take(2).collect();
                    let place: Vec<&str> = place.into_iter().rev().collect();
                    html! {
                        <li>{ icon(picture) }<span>if !value.server.is_empty() { <strong><bdi>{ &value.server }</bdi></strong>{ " " } }<bdi dir="ltr">{ place.join("\\") }</bdi>{ " " }<code>{ &value.edit.name }</code>{ ": " }{ view.say(id) }</span></li>
                    }
                }) }</ul>
            }
            <div class="buttons"><button type="button" onclick={view.on(Action::Restore)}>{ view.say("ui-compare-back") }</button></div>
        </section>
    }
}
