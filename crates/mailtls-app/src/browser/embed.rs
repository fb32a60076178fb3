//! What the page and a host page that frames it say to each other by `postMessage`.
//!
//! Messages are objects with `mailtls: 1` and a `type`. Host to page: `hello`, `set {lang, theme, density}`,
//! `set-lang {lang}`, `set-theme {theme}`, `analyze {id, docs: [{name, buffer}]}`, `open {view}`. Page to host:
//! `ready {version, schema}`, `resize {height}`, `result {id, report}`, `report {report}`,
//! `error {id, code, text}`. Only the parent is heard, and only it is told. A whole report is sent for documents
//! the host itself sent; of what the user put in, the host of a frame hears the verdict and the rules alone.
//!
//! As a guest in a shadow root we share everything with the host already: the same messages go by events of
//! the element that stands for the page.

use crate::browser;
use crate::outline::outline;
use crate::state::{Action, Panel, Theme};
use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use mailtls_core::report::{Report, SCHEMA};
use mailtls_text::Lang;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{CustomEvent, CustomEventInit, MessageEvent, ResizeObserver, Window};
use yew::Callback;

/// The most a host may send in one message, in bytes.
const LIMIT: f64 = (256_u32 << 20) as f64;
/// The shortest time between two `resize` messages, in milliseconds.
const RESIZE_PAUSE: u32 = 100;

/// Listens to the host page, and tells it our height.
pub(crate) fn listen(tell: Callback<Action>) {
    if let Some(place) = browser::guest_in() {
        let listener = Closure::<dyn Fn(CustomEvent)>::new(move |message: CustomEvent| {
            hear(&message.detail(), &tell);
        });
        // A function as a listener is always taken; it listens as long as the page lives.
        drop(place.add_event_listener_with_callback("mailtls-hear", listener.as_ref().unchecked_ref()));
        listener.forget();
        return;
    }
    let Some(parent) = parent() else { return };
    let heard = parent.clone();
    let hosts = hosts();
    browser::on_window("message", move |message: MessageEvent| {
        let from_parent = message.source().is_some_and(|source| Object::is(&source, &heard));
        let data = message.data();
        let welcome = hosts.split_ascii_whitespace().any(|host| host == "*" || host == message.origin());
        if from_parent && welcome && field(&data, "mailtls").as_f64() == Some(1.0) {
            hear(&data, &tell);
        }
    });
    watch_height();
}

/// The origins that may talk to us, separated by blanks; `*` for all.
fn hosts() -> String {
    browser::meta("meta[name='mailtls-hosts']").unwrap_or_default()
}

/// The page that frames us.
fn parent() -> Option<Window> {
    let window = browser::window()?;
    let parent = window.parent().ok().flatten()?;
    (!Object::is(&parent, &window)).then_some(parent)
}

fn hear(data: &JsValue, tell: &Callback<Action>) {
    let text = |name: &str| field(data, name).as_string();
    match text("type").as_deref() {
        Some("hello") => {
            let (version, _) = browser::version();
            say("ready", &[("version", version.into()), ("schema", SCHEMA.into())]);
        }
        Some("set" | "set-lang" | "set-theme") => {
            if let Some(lang) = text("lang").and_then(|tag| Lang::from_tag(&tag)) {
                tell.emit(Action::Speak(lang));
            }
            if let Some(theme) = text("theme").and_then(|word| Theme::from_word(&word)) {
                tell.emit(Action::Paint(theme));
            }
            match text("density").as_deref() {
                Some("compact") => tell.emit(Action::Compact(true)),
                Some("normal") => tell.emit(Action::Compact(false)),
                Some(_) | None => {}
            }
        }
        Some("open") => match text("view").as_deref() {
            Some("help") => tell.emit(Action::Open(Some(Panel::Help))),
            Some("privacy") => tell.emit(Action::Open(Some(Panel::Privacy))),
            Some("report") => tell.emit(Action::Open(None)),
            Some(_) | None => {}
        },
        Some("analyze") => {
            let Some(id) = text("id") else { return };
            match documents(data) {
                Ok(documents) => tell.emit(Action::Analyze { id, documents }),
                Err(code) => refuse(&id, code),
            }
        }
        Some(_) | None => {}
    }
}

/// The documents of an `analyze` message, or the code of what is wrong with them.
fn documents(data: &JsValue) -> Result<Vec<(String, Vec<u8>)>, &'static str> {
    let list = field(data, "docs");
    let list = list.dyn_ref::<Array>().ok_or("docs-missing")?;
    let mut documents = Vec::new();
    let mut total = 0.0;
    for (number, item) in list.iter().enumerate() {
        let name = field(&item, "name").as_string().unwrap_or_else(|| format!("document-{}", number + 1));
        let buffer = field(&item, "buffer");
        let bytes =
            match (buffer.dyn_ref::<ArrayBuffer>(), buffer.dyn_ref::<Uint8Array>(), buffer.as_string()) {
                (Some(buffer), _, _) => Uint8Array::new(buffer),
                (_, Some(bytes), _) => bytes.clone(),
                (_, _, Some(text)) => Uint8Array::from(text.as_bytes()),
                (None, None, None) => return Err("buffer-missing"),
            };
        total += f64::from(bytes.length());
        if total > LIMIT {
            return Err("too-large");
        }
        documents.push((name, bytes.to_vec()));
    }
    if documents.is_empty() { Err("docs-missing") } else { Ok(documents) }
}

/// Answers an `analyze` message.
pub(crate) fn answer(id: &str, report: &Report) {
    say("result", &[("id", id.into()), ("report", parsed(&mailtls_text::to_json(report)))]);
}

/// Tells what is known of the user's own input: all of it where we are a guest on the host's page, which could
/// read it there; else only what holds nothing of the input.
pub(crate) fn tell(report: &Report) {
    let json = match browser::guest_in() {
        Some(_) => mailtls_text::to_json(report),
        None => outline(report),
    };
    say("report", &[("report", parsed(&json))]);
}

fn parsed(json: &str) -> JsValue {
    js_sys::JSON::parse(json).unwrap_or(JsValue::NULL)
}

/// Tells the host that an `analyze` message came to nothing.
pub(crate) fn refuse(id: &str, code: &str) {
    say("error", &[("id", id.into()), ("code", code.into()), ("text", code.into())]);
}

fn field(data: &JsValue, name: &str) -> JsValue {
    if data.is_object() {
        Reflect::get(data, &name.into()).unwrap_or(JsValue::UNDEFINED)
    } else {
        JsValue::UNDEFINED
    }
}

fn say(kind: &str, fields: &[(&str, JsValue)]) {
    let message = Object::new();
    let all = [("mailtls", JsValue::from(1)), ("type", kind.into())];
    for (name, value) in all.iter().chain(fields) {
        // Setting a field of an object just made cannot fail.
        drop(Reflect::set(&message, &(*name).into(), value));
    }
    if let Some(place) = browser::guest_in() {
        let options = CustomEventInit::new();
        options.set_detail(&message);
        if let Ok(event) = CustomEvent::new_with_event_init_dict("mailtls-say", &options) {
            // Only an event that is being dispatched already is refused.
            drop(place.dispatch_event(&event));
        }
    } else if let Some(parent) = parent() {
        // Told is the height, the version, the verdict, or what comes of what the host sent; and told to those
        // alone who are welcome, which the browser sees to. A name that is no origin is nobody.
        for host in hosts().split_ascii_whitespace() {
            drop(parent.post_message(&message, host));
        }
    }
}

/// Tells the host the height of the page whenever it changes, at most ten times a second.
fn watch_height() {
    let Some(body) = browser::document().and_then(|document| document.body()) else { return };
    let told = Rc::new(Cell::new(0));
    let planned = Rc::new(Cell::new(false));
    let watched = body.clone();
    let observe = Closure::<dyn Fn()>::new(move || {
        if planned.replace(true) {
            return;
        }
        let (told, planned, body) = (told.clone(), planned.clone(), watched.clone());
        wasm_bindgen_futures::spawn_local(async move {
            browser::sleep(RESIZE_PAUSE).await;
            planned.set(false);
            let height = body.scroll_height();
            // A pixel of rounding must not make host and page answer each other for ever.
            if (height - told.get()).abs() > 1 {
                told.set(height);
                say("resize", &[("height", height.into())]);
            }
        });
    });
    if let Ok(observer) = ResizeObserver::new(observe.as_ref().unchecked_ref()) {
        observer.observe(&body);
        // The observer lives as long as the page.
        std::mem::forget(observer);
    }
    observe.forget();
}
