//! Where the evidence comes in: the text box, files, samples, and the list of what is there.

use crate::browser::{self, files};
use crate::components::icon::{Icon, icon};
use crate::components::{View, rich};
use crate::samples::SAMPLES;
use crate::state::{Action, BOX_LIMIT, DRAFT_NAME, Panel};
use crate::words;
use mailtls_core::report::SourceReport;
use mailtls_core::vocabulary::Kind;
use yew::{
    Callback, Event, Html, InputEvent, KeyboardEvent, component, html, use_effect_with, use_node_ref,
    use_state,
};

/// The card.
#[component]
pub(crate) fn Input(view: &View) -> Html {
    let model = &view.model;
    let (file, folder) = (use_node_ref(), use_node_ref());
    let renaming = use_state(|| None::<u32>);
    use_effect_with(*renaming, |renaming| {
        if renaming.is_some() {
            browser::focus("renaming");
        }
    });
    let typed = {
        let act = view.act.clone();
        Callback::from(move |event: InputEvent| {
            let pasted = event.input_type().starts_with("insertFrom");
            act.emit(Action::Typed { text: browser::value_of(&event), at_once: pasted });
        })
    };
    let pasted = {
        let act = view.act.clone();
        Callback::from(move |event: Event| match files::pasted(&event) {
            files::Pasted::Files(kept) => {
                event.prevent_default();
                act.emit(Action::AddFiles(kept));
            }
            files::Pasted::Text(text) if text.len() > BOX_LIMIT => {
                event.prevent_default();
                act.emit(Action::AddText(text));
            }
            files::Pasted::Text(_) | files::Pasted::Nothing => {}
        })
    };
    let chosen = {
        let act = view.act.clone();
        Callback::from(move |event: Event| {
            let kept = files::chosen(&event);
            if !kept.is_empty() {
                act.emit(Action::AddFiles(kept));
            }
        })
    };
    let open = |node: &yew::NodeRef| {
        let node = node.clone();
        Callback::from(move |_| browser::click(&node))
    };
    let rows = if model.report.is_some() { "2" } else { "9" };
    let label = if model.before.is_some() { "ui-box-after" } else { "ui-box" };
    html! {
        <section class="card input" aria-labelledby="input-title">
            <h2 id="input-title"><label for="box">{ view.say(label) }</label></h2>
            <textarea id="box" {rows} spellcheck="false" autocomplete="off" autocapitalize="off" wrap="off"
                placeholder={view.say("ui-box-placeholder")} value={model.draft.clone()} oninput={typed} onpaste={pasted} />
            <div class="buttons">
                <button type="button" class="primary" onclick={open(&file)}>{ view.say("ui-choose-files") }</button>
                <button type="button" onclick={open(&folder)}>{ view.say("ui-choose-folder") }</button>
                <span class="hint">{ view.say("ui-or-drop") }</span>
                <input ref={file} id="files" type="file" multiple=true hidden=true onchange={chosen.clone()} />
                <input ref={folder} id="folder" type="file" webkitdirectory=true hidden=true onchange={chosen} />
                if !model.is_empty() {
                    <button type="button" class="quiet end" onclick={view.on(Action::Forget)}>{ view.say("ui-forget") }</button>
                }
            </div>
            if model.is_empty() {
                if model.before.is_none() {
                    <div class="samples">
                        <span id="samples-title">{ view.say("ui-samples") }</span>
                        <div class="buttons" role="group" aria-labelledby="samples-title">
                            { for SAMPLES.iter().map(|sample| html! {
                                <button type="button" data-sample={sample.id} onclick={view.on(Action::Sample(sample.id))}>
                                    { view.say(&format!("ui-sample-{}", sample.id)) }
                                </button>
                            }) }
                        </div>
                    </div>
                }
                <p class="hint">
                    <button type="button" class="link" onclick={view.on(Action::Open(Some(Panel::Help)))}>{ view.say("ui-how-to-get") }</button>
                </p>
            } else {
                { documents(view, *renaming, &Callback::from(move |id| renaming.set(id))) }
            }
        </section>
    }
}

fn documents(view: &View, renaming: Option<u32>, rename: &Callback<Option<u32>>) -> Html {
    let model = &view.model;
    let sources = model.report.as_ref().map(|report| report.sources.as_slice()).unwrap_or_default();
    // The report tells of what was read; between two readings the lists may differ by what was just added.
    let source = |id: u32| {
        let place = model.read.iter().position(|read| read.id == id)?;
        sources.get(place)
    };
    let mut rows = Vec::new();
    if !model.draft.trim().is_empty() {
        let told = None;
        rows.push(document(
            view,
            0,
            DRAFT_NAME,
            model.draft.len() as u64,
            told,
            source(0),
            false,
            renaming,
            rename,
        ));
    }
    for (place, document_) in model.documents.iter().enumerate() {
        let document_source = source(document_.id);
        rows.push(document(
            view,
            document_.id,
            &document_.name,
            document_.size,
            document_.told,
            document_source,
            place > 0,
            renaming,
            rename,
        ));
    }
    html! {
        <ul class="documents" aria-label={view.say("ui-documents")}>{ rows }</ul>
    }
}

#[expect(clippy::too_many_arguments, reason = "one row of the list; each is a column")]
fn document(
    view: &View,
    id: u32,
    name: &str,
    size: u64,
    told: Option<Kind>,
    source: Option<&SourceReport>,
    movable: bool,
    renaming: Option<u32>,
    rename: &Callback<Option<u32>>,
) -> Html {
    let lang = view.model.lang;
    let retype = {
        let act = view.act.clone();
        Callback::from(move |event: Event| {
            act.emit(Action::Retype(id, Kind::from_word(&browser::value_of(&event))));
        })
    };
    let renamed = {
        let (act, rename) = (view.act.clone(), rename.clone());
        Callback::from(move |event: Event| {
            act.emit(Action::Rename(id, browser::value_of(&event)));
            rename.emit(None);
            browser::focus(&format!("rename-{id}"));
        })
    };
    let given_up = {
        let rename = rename.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                rename.emit(None);
                browser::focus(&format!("rename-{id}"));
            }
        })
    };
    let facts = source.map_or_else(|| view.size(size), |source| facts(view, source));
    let detected = match source {
        Some(source) if told.is_none() => {
            view.model.say_with("ui-retype-detected", &[("kind", &kinds(view, source))])
        }
        Some(_) | None => view.say("ui-retype-auto"),
    };
    let named = |id: &str| view.model.say_with(id, &[("name", name)]);
    html! {
        <li class="document" data-kind={source.map(|source| source.kind.word())}>
            { icon(Icon::Document) }
            <div class="about">
                if renaming == Some(id) && id != 0 {
                    <input class="name" id="renaming" value={name.to_owned()} onchange={renamed} onkeydown={given_up} aria-label={named("ui-rename")} />
                } else {
                    <span class="name"><bdi>{ name }</bdi></span>
                }
                <span class="facts">{ facts }</span>
                <label class="retype"><span class="visually-hidden">{ named("ui-retype") }</span>
                    <select onchange={retype} title={view.say("ui-retype-not-right")}>
                        <option value="" selected={told.is_none()}>{ detected }</option>
                        { for Kind::ALL.iter().map(|kind| html! {
                            <option value={kind.word()} selected={told == Some(*kind)}>{ words::kind(lang, *kind) }</option>
                        }) }
                    </select>
                </label>
                { for source.iter().flat_map(|source| &source.problems).filter(|problem| problem.line == 0).map(|problem| html! {
                    <span class="facts problem">{ icon(Icon::Warning) }<span>{ rich(&problem.message) }</span></span>
                }) }
            </div>
            <div class="acts">
                if movable {
                    <button type="button" class="quiet small" title={named("ui-move-up")} aria-label={named("ui-move-up")}
                        onclick={view.on(Action::MoveUp(id))}>{ icon(Icon::Up) }</button>
                }
                if id != 0 {
                    <button type="button" class="quiet small" title={named("ui-rename")} aria-label={named("ui-rename")} id={format!("rename-{id}")}
                        onclick={let rename = rename.clone(); move |_| rename.emit(Some(id))}>{ icon(Icon::Pen) }</button>
                }
                <button type="button" class="quiet small" title={named("ui-remove")} aria-label={named("ui-remove")}
                    onclick={view.on(Action::Remove(id))}>{ icon(Icon::Close) }</button>
            </div>
        </li>
    }
}

/// How much a source is; of one that was not read, the size alone.
pub(crate) fn facts(view: &View, source: &SourceReport) -> String {
    let (lines, size) = (view.number(source.lines), view.size(source.bytes));
    if source.lines == 0 {
        return size;
    }
    let encoding = source.encoding.to_uppercase();
    let args = [("lines", lines.as_str()), ("size", size.as_str()), ("encoding", encoding.as_str())];
    view.model.say_with("ui-document-facts", &args)
}

/// What a source is; of a paste that holds several things, all of them.
fn kinds(view: &View, source: &SourceReport) -> String {
    let mut kinds: Vec<String> = Vec::new();
    for document in &source.documents {
        let kind = words::kind(view.model.lang, document.kind);
        if !kinds.contains(&kind) && (document.kind != Kind::Text || source.kind == Kind::Text) {
            kinds.push(kind);
        }
    }
    if kinds.is_empty() {
        kinds.push(words::kind(view.model.lang, source.kind));
    }
    kinds.join(" + ")
}
