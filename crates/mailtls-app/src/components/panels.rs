//! What lies over the page: help, privacy, and sharing with everything private replaced.

use crate::browser::{self, BrowserDecoder};
use crate::collect;
use crate::components::icon::{Icon, icon};
use crate::components::{View, rich};
use crate::redact::Redactor;
use crate::state::{Action, Download, Panel};
use mailtls_core::report::Report;
use mailtls_text::Code;
use yew::{Callback, Html, component, html, use_effect_with, use_memo, use_node_ref, use_state};

/// The most of an input that the preview shows, in characters.
const PREVIEW: usize = 20_000;
/// The largest input whose text is made ready to be shared: more does not fit into a ticket, and takes its time.
const SHARED: u64 = 1 << 20;

/// The open panel as a dialog of the browser, which keeps the focus in it and gives it back.
#[component]
pub(crate) fn Panels(view: &View) -> Html {
    let dialog = use_node_ref();
    let panel = view.model.panel;
    {
        let dialog = dialog.clone();
        use_effect_with(panel, move |panel| {
            if panel.is_some() {
                browser::show_dialog(&dialog);
            }
        });
    }
    let Some(panel) = panel else { return Html::default() };
    let (key, title, body) = match panel {
        Panel::Help => ("help", view.say("ui-help-title"), help(view)),
        Panel::Privacy => ("privacy", view.say("ui-privacy-title"), privacy(view)),
        Panel::Share => ("share", view.say("ui-share-title"), html! { <Share ..view.clone() /> }),
        Panel::Rule(id) => (id, view.say(&format!("{id}.title")), rule(view, id)),
        Panel::Code(known) => (known.code, format!("`{}` {}", known.code, known.words), code(view, known)),
    };
    html! {
        <dialog ref={dialog} class="panel" aria-labelledby="panel-title" onclose={view.on(Action::Open(None))} {key}>
            <div class="panel-head">
                <h2 id="panel-title" tabindex="-1">{ rich(&title) }</h2>
                <button type="button" class="quiet small" aria-label={view.say("ui-close")} title={view.say("ui-close")}
                    onclick={view.on(Action::Open(None))}>{ icon(Icon::Close) }</button>
            </div>
            <div class="panel-body">{ body }</div>
        </dialog>
    }
}

fn help(view: &View) -> Html {
    let switch = {
        let (act, on) = (view.act.clone(), view.model.shortcuts);
        Callback::from(move |_| act.emit(Action::Shortcuts(!on)))
    };
    let keys = [
        ("?", "ui-key-help"),
        ("n", "ui-key-next"),
        ("p", "ui-key-previous"),
        ("/", "ui-key-search"),
        ("g i", "ui-key-input"),
        ("g v", "ui-key-verdict"),
        ("g f", "ui-key-fix"),
        ("g l", "ui-key-log"),
        ("Esc", "ui-key-close"),
    ];
    html! {
        <>
            <p>{ rich(&view.say("ui-help-what")) }</p>
            if view.model.pages_beside {
                <p><a href={format!("help/{}/index.html", view.model.lang.tag())} target="_blank" rel="noopener">
                    { view.say("ui-help-pages") }</a></p>
            }
            <h3>{ view.say("ui-help-get") }</h3>
            <dl class="get">
                { for [("bounce", None), ("log", None), ("reg", Some(collect::REGISTRY)), ("all", Some(collect::ALL))].into_iter().map(|(what, text)| html! {
                    <div>
                        <dt>{ view.say(&format!("ui-get-{what}")) }</dt>
                        <dd>{ rich(&view.say(&format!("ui-get-{what}.how"))) }
                            if let Some(text) = text { { command(view, what, text) } }
                        </dd>
                    </div>
                }) }
            </dl>
            <h3>{ view.say("ui-keys") }</h3>
            <table class="keys"><tbody>
                { for keys.into_iter().map(|(key, id)| html! { <tr><th scope="row">{ for key.split(' ').map(|key| html! { <kbd>{ key }</kbd> }) }</th><td>{ view.say(id) }</td></tr> }) }
            </tbody></table>
            <p><label><input type="checkbox" id="shortcuts" checked={view.model.shortcuts} onchange={switch} />{ " " }{ view.say("ui-keys-on") }</label></p>
        </>
    }
}

/// A command to be copied.
pub(crate) fn command(view: &View, what: &'static str, text: &str) -> Html {
    html! {
        <div class="command">
            <pre tabindex="0" dir="ltr">{ text }</pre>
            <button type="button" data-copy={what} onclick={view.on(Action::Copy(text.replace('\n', "\r\n")))}>
                { icon(Icon::Copy) }<span>{ view.say("ui-copy") }</span></button>
        </div>
    }
}

/// What a rule says: for a copy of the page that has no pages beside it, and for the address `#kb=RULE`.
fn rule(view: &View, id: &str) -> Html {
    let lang = view.model.lang;
    let Some(rule) = mailtls_text::rule(id, lang) else { return Html::default() };
    html! {
        <>
            <p>{ rich(&rule.what) }</p>
            <p>{ rich(&rule.why) }</p>
            <p><strong>{ view.say("ui-remedy") }</strong>{ " " }{ rich(&rule.remedy) }</p>
            if !rule.references.is_empty() {
                <h3>{ view.say("explain-references") }</h3>
                <ul>{ for rule.references.iter().map(|reference| html! {
                    <li><a href={reference.url} target="_blank" rel="noopener noreferrer">{ reference.title }</a></li>
                }) }</ul>
            }
            <p class="rule-id"><code>{ id }</code>
                if view.model.pages_beside { { " · " }{ page_of(view, id) } }
            </p>
        </>
    }
}

/// What a reply code means: for the address `#kb=CODE`.
fn code(view: &View, code: &Code) -> Html {
    let meanings =
        code.rules.iter().filter_map(|id| mailtls_text::rule(id, view.model.lang).map(|rule| (*id, rule)));
    html! {
        <>
            { for meanings.map(|(id, rule)| html! {
                <>
                    <h3>{ rich(&rule.title) }</h3>
                    <p>{ rich(&rule.what) }</p>
                    <p>{ rich(&rule.why) }</p>
                    <p><strong>{ view.say("ui-remedy") }</strong>{ " " }{ rich(&rule.remedy) }</p>
                    <p><button type="button" class="link" onclick={view.on(Action::Open(Some(Panel::Rule(id))))}>{ view.say("ui-rule-page") }</button></p>
                </>
            }) }
            if view.model.pages_beside {
                <p><a href={format!("help/{}/codes/{}.html", view.model.lang.tag(), code.code.replace(' ', "-"))} target="_blank" rel="noopener"><code>{ code.code }</code></a></p>
            }
        </>
    }
}

/// The way to the knowledge page of a rule.
pub(crate) fn page_of(view: &View, rule: &str) -> Html {
    html! {
        <a href={format!("help/{}/rules/{rule}.html", view.model.lang.tag())} target="_blank" rel="noopener">{ view.say("ui-rule-page") }</a>
    }
}

fn privacy(view: &View) -> Html {
    let model = &view.model;
    let policy = browser::policy().unwrap_or_else(|| view.say("ui-policy-none"));
    let held: Vec<(String, u64)> =
        model.read.iter().map(|document| (document.name.clone(), document.size)).collect();
    html! {
        <>
            <p>{ view.say("ui-privacy-1") }</p>
            <p>{ view.say("ui-privacy-2") }</p>
            <p>{ view.say("ui-privacy-3") }</p>
            <h3>{ view.say("ui-policy") }</h3>
            <p class="hint">{ rich(&view.say("ui-policy-read")) }</p>
            <ul class="policy">{ for policy.split(';').map(str::trim).filter(|part| !part.is_empty()).map(|part| html! {
                <li><code><bdi dir="ltr">{ part }</bdi></code></li>
            }) }</ul>
            if let Some(sum) = browser::sum_of_file() {
                <h3>{ view.say("ui-file") }</h3>
                <p class="hint" data-sum={sum.clone()}>{ rich(&model.say_with("ui-file-sum", &[("sum", &sum)])) }</p>
            }
            <h3>{ view.say("ui-held") }</h3>
            if held.is_empty() {
                <p>{ view.say("ui-held-nothing") }</p>
            } else {
                <ul>{ for held.iter().map(|(name, size)| html! { <li><bdi>{ name }</bdi>{ format!(" ({})", view.size(*size)) }</li> }) }</ul>
                <button type="button" onclick={{
                    let act = view.act.clone();
                    move |_| { act.emit(Action::Forget); }
                }}>{ view.say("ui-forget") }</button>
            }
        </>
    }
}

/// What a copy for others will hold, before it is one.
#[component]
fn Share(view: &View) -> Html {
    let redacted = use_state(|| true);
    let Some(report) = view.model.report.clone() else { return Html::default() };
    let lang = view.model.lang;
    let outputs = use_memo((view.clone(), *redacted), |(view, redacted)| outputs(view, &report, *redacted));
    let toggle = {
        let redacted = redacted.clone();
        Callback::from(move |_| redacted.set(!*redacted))
    };
    let file = |name: &str, text: String, mime: &'static str| Download {
        name: name.to_owned(),
        mime,
        bytes: text.into_bytes(),
    };
    let shared = &outputs.report;
    html! {
        <>
            <p><label><input type="checkbox" id="redact" checked={*redacted} onchange={toggle} />{ " " }{ view.say("ui-redact") }</label></p>
            <p class="hint">{ view.say(if *redacted { "ui-redact-on" } else { "ui-redact-off" }) }</p>
            <h3>{ view.say("ui-ticket") }</h3>
            <pre class="ticket" tabindex="0" id="ticket">{ outputs.ticket.clone() }</pre>
            <div class="buttons">
                <button type="button" class="primary" onclick={view.on(Action::Copy(outputs.ticket.clone()))}>
                    { icon(Icon::Copy) }<span>{ view.say("ui-copy-ticket") }</span></button>
                <button type="button" onclick={view.on(Action::Download(file("mailtls-report.html", mailtls_text::html(shared, lang), "text/html")))}>{ "HTML" }</button>
                <button type="button" onclick={view.on(Action::Download(file("mailtls-report.md", mailtls_text::markdown(shared, lang), "text/markdown")))}>{ "Markdown" }</button>
                <button type="button" onclick={view.on(Action::Download(file("mailtls-report.json", mailtls_text::json(shared, lang), "application/json")))}>{ "JSON" }</button>
                <button type="button" onclick={view.on(Action::Download(file("mailtls-findings.csv", mailtls_text::csv(shared, lang), "text/csv")))}>{ "CSV" }</button>
                <button type="button" onclick={|_| browser::print()}>{ view.say("ui-print") }</button>
            </div>
            <h3>{ view.say("ui-redacted-input") }</h3>
            { for outputs.inputs.iter().map(|(name, text)| html! {
                <details>
                    <summary><bdi>{ name }</bdi></summary>
                    <pre tabindex="0" dir="ltr">{ text.chars().take(PREVIEW).collect::<String>() }</pre>
                    if text.chars().nth(PREVIEW).is_some() {
                        <p class="hint">{ view.say("ui-preview-cut") }</p>
                    }
                    <button type="button" onclick={view.on(Action::Copy(text.clone()))}>{ icon(Icon::Copy) }<span>{ view.say("ui-copy") }</span></button>
                </details>
            }) }
            { for view.model.read.iter().filter(|read| read.size > SHARED).map(|read| html! {
                <p class="hint">{ view.model.say_with("ui-too-large-to-share", &[("name", &outputs.name(&read.name))]) }</p>
            }) }
        </>
    }
}

/// What goes out, in one set of names.
struct Outputs {
    report: Report,
    ticket: String,
    inputs: Vec<(String, String)>,
    /// What stands for the names of the inputs.
    names: Vec<(String, String)>,
}

impl Outputs {
    fn name(&self, name: &str) -> String {
        let known = self.names.iter().find(|(original, _)| original == name);
        known.map_or_else(|| name.to_owned(), |(_, shared)| shared.clone())
    }
}

fn outputs(view: &View, report: &Report, redacted: bool) -> Outputs {
    let lang = view.model.lang;
    let texts = view
        .model
        .read
        .iter()
        .filter(|read| read.size <= SHARED)
        .filter_map(|read| Some((read.name.clone(), read.text.as_ref()?.all(&BrowserDecoder))));
    let texts: Vec<(String, String)> = texts.collect();
    if !redacted {
        return Outputs {
            ticket: mailtls_text::markdown(report, lang),
            report: report.clone(),
            inputs: texts,
            names: Vec::new(),
        };
    }
    let mut redactor = Redactor::default();
    for (_, text) in &texts {
        redactor.learn(text);
    }
    // The report knows the servers that the texts may name in short.
    let report = redactor.report(report);
    let names = view.model.read.iter().map(|read| (read.name.clone(), redactor.file(&read.name))).collect();
    let inputs = texts.iter().map(|(name, text)| (redactor.file(name), redactor.redact(text))).collect();
    Outputs { ticket: mailtls_text::markdown(&report, lang), report, inputs, names }
}
