//! The page's side: cuts the inputs into chunks and hands them over, a few at a time.
//!
//! The page reads the files, because in one of three engines a worker cannot read a file that was chosen on a
//! page from disk; the chunks are transferred, not copied.

use crate::browser::files;
use crate::engine::line::Line;
use crate::engine::protocol::{Event, Request};
use crate::state::{Action, Failure, ReadDocument, WireOptions};
use js_sys::{Function, Promise};
use mailtls_core::report::Report;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
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

/// The engine as the page sees it. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Client(Rc<Inner>);

struct Inner {
    tell: Callback<Action>,
    line: Line,
    /// The job under way; `None` where there is none or it was given up.
    job: Cell<Option<u64>>,
    under_way: Cell<u32>,
    done: Cell<u64>,
    waiting: RefCell<Option<Function>>,
    /// Whether a report is being waited for.
    awaited: Cell<bool>,
    /// Counts what was heard: a worker that is killed says nothing at all.
    heard: Cell<u64>,
}

impl Client {
    /// Starts the engine; what it says arrives as actions.
    pub(crate) fn new(tell: Callback<Action>) -> Self {
        let client = Self(Rc::new(Inner {
            tell,
            line: Line::default(),
            job: Cell::new(None),
            under_way: Cell::new(0),
            done: Cell::new(0),
            waiting: RefCell::new(None),
            awaited: Cell::new(false),
            heard: Cell::new(0),
        }));
        client.start();
        client
    }

    fn start(&self) {
        let client = self.clone();
        self.0.line.start(move |event| client.hear(event));
    }

    /// Reads the inputs and reports.
    pub(crate) fn analyze(&self, job: u64, inputs: Vec<ReadDocument>, options: WireOptions) {
        self.0.job.set(Some(job));
        self.leave_work();
        self.0.done.set(0);
        self.watch(job);
        let client = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            client.0.line.send(&Request::Begin { job, options });
            for input in inputs {
                let Some(reader) = files::open(&input.content) else { continue };
                client.0.line.send(&Request::Open { job, name: input.name.clone(), told: input.told });
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
                client.0.line.send(&Request::Finish { job });
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
        if self.0.line.forget() || !self.0.line.has_worker() {
            return;
        }
        self.0.line.end();
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
                let worker = client.0.line.has_worker();
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
        self.0.line.send(&Request::Report { job, options });
    }

    /// Drops the job.
    pub(crate) fn stop(&self) {
        self.0.job.set(None);
        self.leave_work();
    }

    async fn feed(&self, job: u64, mut reader: files::Reader) -> Result<(), JsValue> {
        let local = self.0.line.is_local();
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
            self.0.line.send(&Request::Chunk { job, bytes });
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

    fn hear(&self, event: Event) {
        self.0.heard.set(self.0.heard.get() + 1);
        match event {
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
            Event::Hello | Event::Sought { .. } => {}
        }
    }

    fn wake(&self) {
        if let Some(resolve) = self.0.waiting.borrow_mut().take() {
            // Resolving a promise cannot fail.
            drop(resolve.call0(&JsValue::UNDEFINED));
        }
    }

    /// Says what was lost, and starts anew for the next job.
    fn lose(&self, doing: String, message: String) {
        let job = self.0.job.take();
        self.0.under_way.set(0);
        self.0.awaited.set(false);
        self.wake();
        self.0.line.end();
        self.start();
        if let Some(job) = job {
            self.tell(job, Failure::EngineLost { doing, message });
        }
    }

    fn tell(&self, job: u64, failure: Failure) {
        self.0.tell.emit(Action::Failed { job, failure });
    }
}
