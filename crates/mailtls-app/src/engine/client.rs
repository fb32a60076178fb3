//! The page's side: cuts the inputs into chunks and hands them over, a few at a time.
//!
//! The page reads the files, because in one of three engines a worker cannot read a file that was chosen on a
//! page from disk; the chunks are transferred, not copied.

use crate::browser::files;
use crate::engine::host;
use crate::engine::protocol::{Event, Request};
use crate::state::{Action, Failure, ReadDocument, WireOptions};
use js_sys::{Array, Function, Promise};
use mailtls_core::report::Report;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ErrorEvent, MessageEvent, Worker};
use yew::Callback;

/// What is cut off a file at a time, in bytes.
const CHUNK: u64 = 2 << 20;
/// The same without a worker: little enough that the page still answers in between.
const SMALL_CHUNK: u64 = 128 << 10;
/// How often a job looks whether its worker still lives, and how long that one may be silent, in milliseconds.
/// A chunk or a report takes well under a second.
const LOOK: u32 = 2_500;
const PATIENCE: u32 = 20_000;
/// How many chunks may be under way.
const IN_FLIGHT: u32 = 3;

#[wasm_bindgen]
extern "C" {
    /// The boot script's: a worker that was sent the compiled module.
    #[wasm_bindgen(js_namespace = mailtlsBoot, js_name = spawn, catch)]
    pub(crate) fn spawn_worker() -> Result<Worker, JsValue>;
}

/// The engine as the page sees it. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Client(Rc<Inner>);

struct Inner {
    tell: Callback<Action>,
    engine: RefCell<Engine>,
    /// The job under way; `None` where there is none or it was given up.
    job: Cell<Option<u64>>,
    under_way: Cell<u32>,
    done: Cell<u64>,
    waiting: RefCell<Option<Function>>,
    /// Kept until the worker says hello: what is sent before would be lost.
    held_back: RefCell<Option<Vec<(Array, Array)>>>,
    /// Whether a worker ever said hello. A host page's policy may let one be made and then not start it.
    greeted: Cell<bool>,
    /// Whether a report is being waited for.
    awaited: Cell<bool>,
    /// Counts what was heard: a worker that is killed says nothing at all.
    heard: Cell<u64>,
}

enum Engine {
    /// Not started yet, or lost.
    None,
    /// A worker with its listeners.
    Worker { worker: Worker, _listen: Closure<dyn Fn(MessageEvent)>, _fail: Closure<dyn Fn(ErrorEvent)> },
    /// The page itself.
    Local(host::Local),
}

impl Client {
    /// Starts the engine; what it says arrives as actions.
    pub(crate) fn new(tell: Callback<Action>) -> Self {
        let client = Self(Rc::new(Inner {
            tell,
            engine: RefCell::new(Engine::None),
            job: Cell::new(None),
            under_way: Cell::new(0),
            done: Cell::new(0),
            waiting: RefCell::new(None),
            held_back: RefCell::new(None),
            greeted: Cell::new(false),
            awaited: Cell::new(false),
            heard: Cell::new(0),
        }));
        client.start();
        client
    }

    fn start(&self) {
        let engine = match spawn_worker() {
            Ok(worker) => {
                *self.0.held_back.borrow_mut() = Some(Vec::new());
                let client = self.clone();
                let listen = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
                    if let Some(event) = Event::decode(&message.data()) {
                        client.hear(event);
                    }
                });
                let client = self.clone();
                let fail = Closure::<dyn Fn(ErrorEvent)>::new(move |error: ErrorEvent| {
                    error.prevent_default();
                    if client.0.greeted.get() {
                        client.lose("worker".to_owned(), error.message());
                    } else {
                        client.go_local();
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

    /// Reads the inputs and reports.
    pub(crate) fn analyze(&self, job: u64, inputs: Vec<ReadDocument>, options: WireOptions) {
        self.0.job.set(Some(job));
        self.leave_work();
        self.0.done.set(0);
        self.watch(job);
        let client = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            client.send(&Request::Begin { job, options });
            for input in inputs {
                let Some(reader) = files::open(&input.content) else { continue };
                client.send(&Request::Open { job, name: input.name.clone(), told: input.told });
                if let Err(error) = client.feed(job, reader).await {
                    let message = crate::browser::message_of(&error);
                    client.tell(job, Failure::Unreadable { name: input.name, message });
                    return;
                }
                if client.0.job.get() != Some(job) {
                    return;
                }
            }
            if client.0.job.get() == Some(job) {
                client.0.awaited.set(true);
                client.send(&Request::Finish { job });
            }
        });
    }

    /// Gives up what is under way. What a worker has begun it cannot leave, so it makes room for another.
    fn leave_work(&self) {
        if !self.0.awaited.replace(false) && self.0.under_way.get() == 0 {
            return;
        }
        self.0.under_way.set(0);
        self.wake();
        if let Some(held_back) = self.0.held_back.borrow_mut().as_mut() {
            held_back.clear();
            return;
        }
        if let Engine::Worker { worker, .. } = &*self.0.engine.borrow() {
            silence(worker);
        } else {
            return;
        }
        drop_later(self.0.engine.replace(Engine::None));
        self.start();
    }

    /// Notices when the worker of this job falls silent for good: the system may have taken it away.
    fn watch(&self, job: u64) {
        let client = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let mut heard = client.0.heard.get();
            let mut silent = 0;
            while client.0.job.get() == Some(job) {
                crate::browser::sleep(LOOK).await;
                let waits = client.0.awaited.get() || client.0.under_way.get() > 0;
                let worker = matches!(*client.0.engine.borrow(), Engine::Worker { .. });
                if !waits || client.0.heard.get() != heard {
                    heard = client.0.heard.get();
                    silent = 0;
                } else if worker && client.0.job.get() == Some(job) {
                    silent += LOOK;
                }
                if silent >= PATIENCE {
                    client.lose("worker".to_owned(), "it fell silent".to_owned());
                }
            }
        });
    }

    /// Reports again under other options.
    pub(crate) fn report(&self, job: u64, options: WireOptions) {
        self.0.job.set(Some(job));
        self.0.awaited.set(true);
        self.watch(job);
        self.send(&Request::Report { job, options });
    }

    /// Drops the job.
    pub(crate) fn stop(&self) {
        self.0.job.set(None);
        self.leave_work();
    }

    async fn feed(&self, job: u64, mut reader: files::Reader) -> Result<(), JsValue> {
        let local = matches!(*self.0.engine.borrow(), Engine::Local(_));
        let step = if local { SMALL_CHUNK } else { CHUNK };
        while let Some(bytes) = reader.next(step).await? {
            while self.0.under_way.get() >= IN_FLIGHT && self.0.job.get() == Some(job) {
                let waiting = Promise::new(&mut |resolve, _| *self.0.waiting.borrow_mut() = Some(resolve));
                JsFuture::from(waiting).await?;
            }
            if self.0.job.get() != Some(job) {
                return Ok(());
            }
            self.0.under_way.set(self.0.under_way.get() + 1);
            let done = self.0.done.get() + u64::from(bytes.byte_length());
            self.0.done.set(done);
            self.send(&Request::Chunk { job, bytes });
            if local {
                crate::browser::pause().await;
            }
            if self.0.job.get() == Some(job) {
                let milliseconds = crate::browser::elapsed();
                self.0.tell.emit(Action::Progressed { job, done, milliseconds });
            }
        }
        Ok(())
    }

    fn send(&self, request: &Request) {
        let (message, transfer) = request.encode();
        if let Some(held_back) = self.0.held_back.borrow_mut().as_mut() {
            held_back.push((message, transfer));
            return;
        }
        self.post(&message, &transfer);
    }

    fn post(&self, message: &Array, transfer: &Array) {
        let event = match &*self.0.engine.borrow() {
            Engine::Worker { worker, .. } => {
                // Everything sent can be cloned; a refusal shows as a job that never ends, and can be cancelled.
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
        self.0.heard.set(self.0.heard.get() + 1);
        match event {
            Event::Hello => {
                self.0.greeted.set(true);
                let held_back = self.0.held_back.borrow_mut().take().unwrap_or_default();
                for (message, transfer) in held_back {
                    self.post(&message, &transfer);
                }
            }
            Event::Read { .. } => {
                self.0.under_way.set(self.0.under_way.get().saturating_sub(1));
                self.wake();
            }
            Event::Done { job, report } => {
                if self.0.job.get() == Some(job) {
                    self.0.awaited.set(false);
                    match Report::from_bytes(&report) {
                        Some(report) => {
                            self.0.tell.emit(Action::Done { job, report: Box::new(report) });
                        }
                        None => self.lose("decode the report".to_owned(), "it is damaged".to_owned()),
                    }
                }
            }
            Event::Lost { doing, message } => self.lose(doing, message),
            Event::Sought { .. } => {}
        }
    }

    fn wake(&self) {
        if let Some(resolve) = self.0.waiting.borrow_mut().take() {
            // Resolving a promise cannot fail.
            drop(resolve.call0(&JsValue::UNDEFINED));
        }
    }

    /// Does the work on the page itself, what was asked for already included.
    fn go_local(&self) {
        let lost = self.0.engine.replace(Engine::Local(host::local()));
        let held_back = self.0.held_back.borrow_mut().take().unwrap_or_default();
        for (message, transfer) in held_back {
            self.post(&message, &transfer);
        }
        drop_later(lost);
    }

    /// Says what was lost, and starts anew for the next job.
    fn lose(&self, doing: String, message: String) {
        if let Engine::Worker { worker, .. } = &*self.0.engine.borrow() {
            silence(worker);
        }
        let job = self.0.job.take();
        self.0.under_way.set(0);
        self.0.awaited.set(false);
        self.wake();
        drop_later(self.0.engine.replace(Engine::None));
        self.start();
        if let Some(job) = job {
            self.tell(job, Failure::EngineLost { doing, message });
        }
    }

    fn tell(&self, job: u64, failure: Failure) {
        self.0.tell.emit(Action::Failed { job, failure });
    }
}

/// Ends a worker; nothing it still says is heard.
pub(crate) fn silence(worker: &Worker) {
    worker.set_onmessage(None);
    worker.set_onerror(None);
    worker.terminate();
}

/// Drops an engine after the listeners that called us have returned.
fn drop_later(engine: Engine) {
    wasm_bindgen_futures::spawn_local(async move {
        crate::browser::pause().await;
        drop(engine);
    });
}
