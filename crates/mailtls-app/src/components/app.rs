//! The page as a whole: owns the model, carries out its effects, and lays the parts out.

use crate::browser::{self, embed, files};
use crate::components::icon::{Icon, icon};
use crate::components::later::Later;
use crate::components::{
    View, compare, evidence, findings, fix, fleet, input, panels, progress, registry, rich, smtp, verdict,
};
use crate::engine::client::Client;
use crate::engine::finder::Finder;
use crate::logs;
use crate::state::{Action, Effect, Failure, Model, Notice, Panel, Stage, Theme};
use crate::words;
use mailtls_core::vocabulary::Profile;
use mailtls_text::Lang;
use std::rc::Rc;
use yew::{Callback, Component, Context, DragEvent, Event, Html, KeyboardEvent, html};

/// How many far ends of logs are drawn in one go with everything else.
pub(super) const LITTLE: usize = 8;

/// The page.
pub(crate) struct App {
    model: Rc<Model>,
    client: Client,
    finder: Finder,
}

impl Component for App {
    type Message = Action;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let asked = browser::address_word("lang").and_then(|tag| Lang::from_tag(&tag));
        let preferred = || browser::preferred_languages().iter().find_map(|tag| Lang::from_tag(tag));
        let lang = asked.or_else(preferred).unwrap_or_default();
        let theme =
            browser::address_word("theme").and_then(|word| Theme::from_word(&word)).unwrap_or_default();
        let mut model = Model::new(lang, theme);
        model.embedded = browser::framed() || browser::address_word("embed").is_some();
        model.pages_beside = browser::served() && !model.embedded;
        model.compact = browser::address_word("compact").is_some_and(|word| word != "0" && word != "false");
        let profile = browser::address_word("profile").and_then(|word| Profile::from_word(&word));
        model.profile = profile.unwrap_or(model.profile);
        // In a frame the keys belong to the host until the user says otherwise.
        model.shortcuts = !model.embedded;
        let act = ctx.link().callback(|action| action);
        embed::listen(act.clone());
        model.panel = match browser::address_word("view").as_deref() {
            Some("help") => Some(Panel::Help),
            Some("privacy") => Some(Panel::Privacy),
            _ => None,
        };
        if let Some(name) = browser::address_word("kb") {
            let rule = words::rule_id(&name).map(Panel::Rule);
            model.panel = rule.or_else(|| mailtls_text::code(&name).map(Panel::Code)).or(model.panel);
        }
        if let Some(sample) = browser::address_word("sample") {
            let known = crate::samples::SAMPLES.iter().find(|known| known.id == sample);
            if let Some(known) = known {
                ctx.link().send_message(Action::Sample(known.id));
            }
        }
        listen_for_keys(&act);
        let finder = Finder::new(ctx.link().callback(Action::Logs));
        let app = Self { model: Rc::new(model), client: Client::new(act), finder };
        app.dress();
        app
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        for effect in Rc::make_mut(&mut self.model).update(action) {
            self.carry_out(ctx, effect);
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let view = View { model: self.model.clone(), act: ctx.link().callback(|action| action) };
        page(&view)
    }
}

impl App {
    fn carry_out(&self, ctx: &Context<Self>, effect: Effect) {
        let act = ctx.link().callback(|action: Action| action);
        match effect {
            Effect::Analyze { job, inputs, options } => self.client.analyze(job, inputs, options),
            Effect::Report { job, options } => self.client.report(job, options),
            Effect::Stop => self.client.stop(),
            Effect::Wait { change, milliseconds } => wasm_bindgen_futures::spawn_local(async move {
                browser::sleep(milliseconds).await;
                act.emit(Action::Paused(change));
            }),
            Effect::Load(handle) => wasm_bindgen_futures::spawn_local(async move {
                if let Some(bytes) = files::bytes(handle).await {
                    act.emit(Action::Loaded { handle, bytes });
                }
            }),
            Effect::Unpack(packed) => wasm_bindgen_futures::spawn_local(async move {
                act.emit(Action::AddUnpacked(files::unpacked(packed).await));
            }),
            Effect::Logs(effect) => self.look_again(effect),
            Effect::Drop(handles) => files::drop_files(&handles),
            Effect::Dress => self.dress(),
            Effect::Copy(text) => wasm_bindgen_futures::spawn_local(async move {
                let copied = browser::copy(&text).await;
                act.emit(Action::Say(if copied { Notice::Copied } else { Notice::CopyRefused }));
            }),
            Effect::Download(file) => {
                if browser::download(&file).is_some() {
                    act.emit(Action::Say(Notice::Downloaded));
                }
            }
            Effect::Focus(id) => browser::focus(id),
            Effect::Answer { id, report } => embed::answer(&id, &report),
            Effect::Refuse { id, code } => embed::refuse(&id, code),
            Effect::Tell { report } => embed::tell(&report),
        }
    }

    fn look_again(&self, effect: logs::Effect) {
        match effect {
            logs::Effect::Search(round, query) => {
                self.finder.search(round, &query, self.model.log_sources());
            }
            logs::Effect::Window(round, first) => {
                self.finder.window(round, first, self.model.logs.query.rows);
            }
            logs::Effect::Transcript(round, session) => self.finder.transcript(round, &session),
            logs::Effect::Stop => self.finder.stop(),
            logs::Effect::Focus => wasm_bindgen_futures::spawn_local(async {
                // It is drawn when the thread was given back.
                browser::pause().await;
                browser::focus("session-title");
                browser::reveal("#session-title");
            }),
        }
    }

    fn dress(&self) {
        browser::dress(self.model.lang, self.model.theme, self.model.embedded, self.model.compact);
        browser::title(&self.model.say("ui-title"));
    }
}

fn listen_for_keys(act: &Callback<Action>) {
    let act = act.clone();
    browser::on_window("keydown", move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() || browser::typing(&event) {
            return;
        }
        let key = event.key();
        if key == "/" {
            // Firefox would open its quick search.
            event.prevent_default();
        }
        act.emit(Action::Key(key));
    });
}

fn page(view: &View) -> Html {
    let model = &view.model;
    let act = view.act.clone();
    let dragover = {
        let act = act.clone();
        let dragging = model.dragging;
        move |event: DragEvent| {
            if event.data_transfer().is_some_and(|transfer| files::has_files(&transfer)) {
                event.prevent_default();
                if !dragging {
                    act.emit(Action::Drag(true));
                }
            }
        }
    };
    let dragleave = {
        let act = act.clone();
        move |event: DragEvent| {
            // Leaving for a part of the page is no leaving.
            if event.related_target().is_none() {
                act.emit(Action::Drag(false));
            }
        }
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        act.emit(Action::Drag(false));
        if let Some(transfer) = event.data_transfer() {
            let act = act.clone();
            wasm_bindgen_futures::spawn_local(async move {
                let kept = files::dropped(&transfer).await;
                if !kept.is_empty() {
                    act.emit(Action::AddFiles(kept));
                }
            });
        }
    };
    let report = model.report.as_ref();
    let several = report.is_some_and(|report| report.servers.len() > 1);
    let logs = report.is_some_and(|report| report.smtp.rows > 0);
    // What is little appears at once.
    let step = u32::from(report.is_some_and(|report| report.smtp.peers.len() > LITTLE));
    let class = if report.is_some() { "page with-report" } else { "page" };
    html! {
        <div {class} ondragover={dragover} ondragleave={dragleave} ondrop={drop}>
            <a class="skip" href="#results">{ view.say("ui-skip") }</a>
            { header(view) }
            <main>
                { sheet_head(view) }
                if let Some(date) = browser::stale() {
                    <p class="stale" data-stale={date.clone()}>{ icon(Icon::Warning) }<span>{ model.say_with("ui-stale", &[("date", &browser::date(model.lang, &date))]) }</span></p>
                }
                if report.is_none() && model.before.is_none() {
                    <div class="intro">
                        <h1>{ view.say("ui-headline") }</h1>
                        <p>{ view.say("ui-promise") }</p>
                    </div>
                } else {
                    <h1 class="visually-hidden">{ view.say("ui-headline") }</h1>
                }
                <div class="columns">
                    <div class="left">
                        <input::Input ..view.clone() />
                        if report.is_some() {
                            <Later {step}><evidence::Evidence ..view.clone() /></Later>
                        }
                    </div>
                    <div class="right" id="results" tabindex="-1">
                        { progress::progress(view) }
                        { failure(view) }
                        { compare::card(view) }
                        if report.is_some() {
                            { verdict::card(view) }
                            if several {
                                { fleet::card(view) }
                            } else {
                                { fix::card(view) }
                            }
                            { findings::card(view) }
                            if logs {
                                <Later step={step * 2}>{ smtp::card(view) }</Later>
                            }
                            { registry::card(view) }
                        }
                    </div>
                </div>
                { sheet_foot(view) }
            </main>
            { footer(view) }
            <panels::Panels ..view.clone() />
            <div class="visually-hidden" role="status" aria-live="polite">{ model.announcement.clone() }</div>
            if let Some(notice) = model.notice {
                <div class="toast">{ icon(if notice == Notice::CopyRefused { Icon::Warning } else { Icon::Good }) }<span>{ view.say(notice.id()) }</span></div>
            }
            if model.dragging {
                <div class="dropping" aria-hidden="true"><p>{ view.say("ui-drop-here") }</p></div>
            }
        </div>
    }
}

/// What a printed sheet begins with: which version read what.
fn sheet_head(view: &View) -> Html {
    let Some(report) = &view.model.report else { return Html::default() };
    html! {
        <p class="sheet-head"><strong>{ version(view) }</strong>{ " · " }{ view.say("render-inputs") }{ ": " }{ view.number(report.sources.len() as u64) }</p>
    }
}

/// What a printed sheet ends with: the inputs, and the checksums of those that are held.
fn sheet_foot(view: &View) -> Html {
    let Some(report) = &view.model.report else { return Html::default() };
    let sum = |index: usize| view.model.read.get(index)?.text.as_ref()?.sum();
    html! {
        <div class="sheet-head">
            <h2>{ view.say("render-inputs") }</h2>
            <ul>{ for report.sources.iter().enumerate().map(|(index, source)| html! {
                <li><bdi>{ &source.name }</bdi>{ " · " }{ words::kind(view.model.lang, source.kind) }{ " · " }{ input::facts(view, source) }
                    if let Some(sum) = sum(index) { <br />{ "SHA-256 " }<code>{ sum }</code> }</li>
            }) }</ul>
        </div>
    }
}

fn version(view: &View) -> String {
    // The day as it was built stands as YYYY-MM-DD, which is read everywhere and costs no time at the start.
    let (version, date) = browser::version();
    view.model.say_with("ui-version", &[("version", &version), ("date", &date)])
}

fn header(view: &View) -> Html {
    let model = &view.model;
    let speak = {
        let act = view.act.clone();
        Callback::from(move |event: Event| {
            if let Some(lang) = Lang::from_tag(&browser::value_of(&event)) {
                act.emit(Action::Speak(lang));
            }
        })
    };
    let paint = {
        let act = view.act.clone();
        Callback::from(move |event: Event| {
            if let Some(theme) = Theme::from_word(&browser::value_of(&event)) {
                act.emit(Action::Paint(theme));
            }
        })
    };
    let languages = Lang::ALL.into_iter().chain(Lang::PSEUDO.into_iter().filter(|lang| *lang == model.lang));
    html! {
        <header class="top">
            <div class="brand">
                <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" class="logo">
                    <rect width="32" height="32" rx="7" />
                    <path d="M6 11h20v12H6zm0 0 10 8 10-8" />
                </svg>
                <span>{ "mailtls" }</span>
            </div>
            <button type="button" class="quiet privacy" onclick={view.on(Action::Open(Some(Panel::Privacy)))}>
                { icon(Icon::Lock) }<span>{ view.say("ui-privacy-short") }</span>
            </button>
            <div class="settings">
                <label><span class="visually-hidden">{ view.say("ui-language") }</span>
                    <select onchange={speak} id="language">
                        { for languages.map(|lang| html! {
                            <option value={lang.tag()} lang={lang.tag()} selected={lang == model.lang}>{ lang.own_name() }</option>
                        }) }
                    </select>
                </label>
                <label><span class="visually-hidden">{ view.say("ui-theme") }</span>
                    <select onchange={paint} id="theme">
                        { for Theme::ALL.into_iter().map(|theme| html! {
                            <option value={theme.word()} selected={theme == model.theme}>
                                { view.say(&format!("ui-theme-{}", theme.word())) }
                            </option>
                        }) }
                    </select>
                </label>
                <button type="button" class="quiet" onclick={view.on(Action::Open(Some(Panel::Help)))}>{ view.say("ui-help") }</button>
            </div>
        </header>
    }
}

fn failure(view: &View) -> Html {
    let Stage::Failed(failure) = &view.model.stage else { return Html::default() };
    let (title, text, details) = match failure {
        Failure::Cancelled => ("ui-cancelled", view.say("ui-cancelled-text"), None),
        Failure::Unreadable { name, message } => {
            let args = [("name", name.as_str()), ("message", message.as_str())];
            ("ui-unreadable-title", view.model.say_with("ui-unreadable-text", &args), None)
        }
        Failure::EngineLost { doing, message } => {
            ("ui-failed-title", view.say("ui-failed-text"), Some(crash_report(view, doing, message)))
        }
    };
    html! {
        <section class="card failure" data-failure={if details.is_some() { "engine" } else { "input" }}>
            <h2>{ icon(Icon::Warning) }<span>{ view.say(title) }</span></h2>
            <p>{ text }</p>
            if let Some(details) = details {
                <details>
                    <summary>{ view.say("ui-failed-details") }</summary>
                    <pre tabindex="0">{ details.clone() }</pre>
                    <button type="button" onclick={view.on(Action::Copy(details))}>
                        { icon(Icon::Copy) }<span>{ view.say("ui-failed-copy") }</span>
                    </button>
                </details>
            }
            <p><button type="button" class="primary" onclick={view.on(Action::Retry)}>{ view.say("ui-retry") }</button></p>
        </section>
    }
}

/// What whoever mends it needs: where it stopped, and the inputs with everything private replaced.
fn crash_report(view: &View, doing: &str, message: &str) -> String {
    let (version, _) = browser::version();
    let mut redactor = crate::redact::Redactor::default();
    let mut report = format!("mailtls {version}\n{doing}\n{}\n", redactor.redact(message));
    for document in &view.model.read {
        report.extend(["\n--- ", &redactor.file(&document.name), " (", &document.size.to_string(), " B)\n"]);
        if let Some(text) = &document.text {
            let head: String = text.all(&browser::BrowserDecoder).chars().take(4000).collect();
            report.push_str(&redactor.redact(&head));
            report.push('\n');
        }
    }
    report
}

fn footer(view: &View) -> Html {
    html! {
        <footer class="bottom">
            <p>{ version(view) }</p>
            <p>{ rich(&view.say("ui-check-download")) }</p>
            <p>{ view.say("ui-footer") }</p>
        </footer>
    }
}
