//! The line to an engine: a worker, or the page itself where there cannot be one.

use crate::engine::host;
use crate::engine::protocol::{Event, Request};
use js_sys::Array;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker};

#[wasm_bindgen]
extern "C" {
    /// The boot script's: a worker that was sent the compiled module.
    #[wasm_bindgen(js_namespace = mailtlsBoot, js_name = spawn, catch)]
    fn spawn_worker() -> Result<Worker, JsValue>;
}

/// Who is told what the engine says.
type Listener = Rc<dyn Fn(Event)>;

/// Carries requests there and events back. Cheap to clone.
#[derive(Clone, Default)]
pub(crate) struct Line(Rc<Inner>);

#[derive(Default)]
struct Inner {
    engine: RefCell<Engine>,
    hear: RefCell<Option<Listener>>,
    /// Kept until the worker says hello: what is sent before would be lost.
    held_back: RefCell<Option<Vec<(Array, Array)>>>,
    /// Whether a worker ever said hello. A host page's policy may let one be made and then not start it.
    greeted: Cell<bool>,
}

#[derive(Default)]
enum Engine {
    /// Not started yet, or ended.
    #[default]
    None,
    /// A worker with its listeners.
    Worker { worker: Worker, _listen: Closure<dyn Fn(MessageEvent)>, _fail: Closure<dyn Fn(ErrorEvent)> },
    /// The page itself.
    Local(host::Local),
}

impl Line {
    /// Starts an engine where there is none. What it says goes to `hear`; one that fails says [`Event::Lost`].
    pub(crate) fn start(&self, hear: impl Fn(Event) + 'static) {
        if !matches!(*self.0.engine.borrow(), Engine::None) {
            return;
        }
        *self.0.hear.borrow_mut() = Some(Rc::new(hear));
        let engine = match spawn_worker() {
            Ok(worker) => {
                *self.0.held_back.borrow_mut() = Some(Vec::new());
                let line = self.clone();
                let listen = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
                    if let Some(event) = Event::decode(&message.data()) {
                        line.hear(event);
                    }
                });
                let line = self.clone();
                let fail = Closure::<dyn Fn(ErrorEvent)>::new(move |error: ErrorEvent| {
                    error.prevent_default();
                    if line.0.greeted.get() {
                        line.hear(Event::Lost { doing: "worker".to_owned(), message: error.message() });
                    } else {
                        line.go_local();
                    }
                });
                worker.set_onmessage(Some(listen.as_ref().unchecked_ref()));
                worker.set_onerror(Some(fail.as_ref().unchecked_ref()));
                Engine::Worker { worker, _listen: listen, _fail: fail }
            }
            Err(_) => Engine::Local(host::local()),
        };
        *self.0.engine.borrow_mut() = engine;
    }

    /// Whether the page does the work itself.
    pub(crate) fn is_local(&self) -> bool {
        matches!(*self.0.engine.borrow(), Engine::Local(_))
    }

    /// Whether a worker does the work.
    pub(crate) fn has_worker(&self) -> bool {
        matches!(*self.0.engine.borrow(), Engine::Worker { .. })
    }

    /// Whether a worker listens already.
    pub(crate) fn is_ready(&self) -> bool {
        self.has_worker() && self.0.greeted.get()
    }

    /// Sends, at the latest when the engine listens.
    pub(crate) fn send(&self, request: &Request) {
        let (message, transfer) = request.encode();
        if let Some(held_back) = self.0.held_back.borrow_mut().as_mut() {
            held_back.push((message, transfer));
            return;
        }
        self.post(&message, &transfer);
    }

    /// Forgets what an engine that does not listen yet was to be told; `false` where it listens already.
    pub(crate) fn forget(&self) -> bool {
        self.0.held_back.borrow_mut().as_mut().map(Vec::clear).is_some()
    }

    /// Ends the engine; nothing it still says is heard.
    pub(crate) fn end(&self) {
        let ended = self.0.engine.replace(Engine::None);
        if let Engine::Worker { worker, .. } = &ended {
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.terminate();
        }
        self.0.held_back.take();
        self.0.hear.take();
        drop_later(ended);
    }

    /// Does the work on the page itself, what was asked for already included.
    fn go_local(&self) {
        drop_later(self.0.engine.replace(Engine::Local(host::local())));
        self.release();
    }

    /// Sends what was held back.
    fn release(&self) {
        for (message, transfer) in self.0.held_back.take().unwrap_or_default() {
            self.post(&message, &transfer);
        }
    }

    fn post(&self, message: &Array, transfer: &Array) {
        let event = match &*self.0.engine.borrow() {
            Engine::Worker { worker, .. } => {
                // Everything sent can be cloned; a refusal shows as work that never ends, and can be given up.
                drop(worker.post_message_with_transfer(message, transfer));
                None
            }
            Engine::Local(answer) => answer(message),
            Engine::None => None,
        };
        if let Some(event) = event {
            self.hear(event);
        }
    }

    fn hear(&self, event: Event) {
        if matches!(event, Event::Hello) {
            self.0.greeted.set(true);
            self.release();
        }
        let hear = self.0.hear.borrow().clone();
        if let Some(hear) = hear {
            hear(event);
        }
    }
}

/// Drops an engine after the listeners that called us have returned.
fn drop_later(engine: Engine) {
    wasm_bindgen_futures::spawn_local(async move {
        crate::browser::pause().await;
        drop(engine);
    });
}
