//! One engine at work: a line to it, what is under way on it, and who waits for it.

use crate::engine::line::Line;
use crate::engine::protocol::{Event, Request};
use js_sys::{ArrayBuffer, Function, Promise, Uint8Array};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// How many chunks may be under way.
const IN_FLIGHT: u32 = 3;

/// Cheap to clone.
#[derive(Clone, Default)]
pub(crate) struct Hand(Rc<Inner>);

#[derive(Default)]
struct Inner {
    line: Line,
    under_way: Cell<u32>,
    /// Whether an answer is being waited for that is none to a chunk.
    awaited: Cell<bool>,
    waiting: RefCell<Option<Function>>,
    /// Counts what was heard: a worker that is killed says nothing at all.
    heard: Cell<u64>,
    /// What of it was noticed, and for how long there was nothing more.
    noticed: Cell<u64>,
    silent: Cell<u32>,
}

impl Hand {
    /// The line to it.
    pub(crate) fn line(&self) -> &Line {
        &self.0.line
    }

    /// Sends a chunk, when there is room for it.
    pub(crate) async fn feed(&self, job: u64, bytes: ArrayBuffer) {
        self.0.under_way.set(self.0.under_way.get() + 1);
        self.0.line.send(&Request::Chunk { job, bytes });
        while self.0.under_way.get() >= IN_FLIGHT {
            self.wait().await;
        }
    }

    /// Asks for what the engine answers at its own pace.
    pub(crate) fn ask(&self, request: &Request) {
        self.0.awaited.set(true);
        self.0.line.send(request);
    }

    /// Gives what it read apart; `None` where it was given up, which `goes_on` tells.
    pub(crate) async fn gather(&self, job: u64, goes_on: impl Fn() -> bool) -> Option<Uint8Array> {
        // An answer to a chunk would be taken for this one.
        while self.0.under_way.get() > 0 {
            self.wait().await;
        }
        if !goes_on() {
            return None;
        }
        let answer = Promise::new(&mut |resolve, _| *self.0.waiting.borrow_mut() = Some(resolve));
        self.ask(&Request::Gather { job });
        wasm_bindgen::JsCast::dyn_into(JsFuture::from(answer).await.ok()?).ok()
    }

    /// Takes note of what it says.
    pub(crate) fn hear(&self, event: &Event) {
        self.0.heard.set(self.0.heard.get() + 1);
        match event {
            Event::Read { .. } => {
                self.0.under_way.set(self.0.under_way.get().saturating_sub(1));
                self.wake(&JsValue::UNDEFINED);
            }
            Event::Gathered { partial } => {
                self.0.awaited.set(false);
                self.wake(partial);
            }
            Event::Done { .. } | Event::Turned { .. } => self.0.awaited.set(false),
            Event::Hello | Event::Alive | Event::Sought { .. } | Event::Lost { .. } => {}
        }
    }

    /// Whether it has work.
    pub(crate) fn is_busy(&self) -> bool {
        self.0.awaited.get() || self.0.under_way.get() > 0
    }

    /// Nothing is waited for any more.
    pub(crate) fn leave(&self) {
        self.0.awaited.set(false);
        self.0.under_way.set(0);
        self.wake(&JsValue::UNDEFINED);
    }

    /// For how many milliseconds it has had work and said nothing, looked at every `pause`.
    pub(crate) fn silence(&self, pause: u32) -> u32 {
        let heard = self.0.heard.get();
        let waits = self.is_busy() && self.0.line.has_worker() && self.0.noticed.replace(heard) == heard;
        self.0.silent.set(if waits { self.0.silent.get() + pause } else { 0 });
        self.0.silent.get()
    }

    async fn wait(&self) {
        let waiting = Promise::new(&mut |resolve, _| *self.0.waiting.borrow_mut() = Some(resolve));
        // It is never rejected.
        drop(JsFuture::from(waiting).await);
    }

    fn wake(&self, answer: &JsValue) {
        if let Some(resolve) = self.0.waiting.borrow_mut().take() {
            // Resolving a promise cannot fail.
            drop(resolve.call1(&JsValue::UNDEFINED, answer));
        }
    }
}
