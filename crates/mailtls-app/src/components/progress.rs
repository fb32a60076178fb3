//! How far reading is: all of it, at what rate, for how long still, and each of several files.

use crate::components::View;
use crate::state::{Action, Stage};
use crate::words;
use yew::{Html, html};

/// The most files that have a line of their own: those around the one that is read.
const FILES: usize = 12;

/// The card, while there is something to read.
pub(crate) fn progress(view: &View) -> Html {
    let model = &view.model;
    let Stage::Reading(progress) = model.stage else { return Html::default() };
    let (done, total) = (view.size(progress.done), view.size(progress.total));
    let known = model.say_with("ui-progress", &[("done", &done), ("total", &total)]);
    let rate = progress.rate().map(|(rate, left)| {
        let (rate, left) = (view.size(rate), words::seconds(left));
        model.say_with("ui-progress-rate", &[("rate", &rate), ("left", &left)])
    });
    let files: Vec<(&str, u64, u64)> =
        model.read.iter().map(|read| (read.name.as_str(), read.done, read.size)).collect();
    let current = files.iter().position(|(_, done, size)| done < size).unwrap_or(0);
    let first = current.saturating_sub(FILES / 2).min(files.len().saturating_sub(FILES));
    // Short work is over before a bar could be read: the style sheet shows this after 300 ms.
    html! {
        <section class="card progress" aria-label={view.say("ui-reading")}>
            <p><strong>{ view.say("ui-reading") }</strong>{ " " }<span>{ known.clone() }</span>
                if let Some(rate) = rate { <span class="rate">{ " · " }{ rate }</span> }</p>
            <progress aria-label={known} value={progress.done.to_string()} max={progress.total.max(1).to_string()} />
            if files.len() > 1 {
                <ul class="files-read">{ for files.iter().skip(first).take(FILES).map(|(name, done, size)| {
                    let known = model.say_with("ui-progress", &[("done", &view.size(*done)), ("total", &view.size(*size))]);
                    html! {
                        <li data-read={if done == size { "yes" } else { "no" }}><bdi>{ *name }</bdi>
                            <progress aria-label={format!("{name}: {known}")} value={done.to_string()} max={(*size).max(1).to_string()} />
                            <span class="hint">{ known }</span></li>
                    }
                }) }</ul>
                if files.len() > FILES {
                    <p class="hint">{ model.say_with("ui-progress-files", &[("done", &current.to_string()), ("total", &files.len().to_string())]) }</p>
                }
            }
            <button type="button" onclick={view.on(Action::Cancel)}>{ view.say("ui-cancel") }</button>
        </section>
    }
}
