//! The worker's side: owns the session and answers requests. Without a worker the page drives the same
//! [`Host`] itself, chunk by chunk.

use crate::browser::BrowserDecoder;
use crate::engine::protocol::{Event, Request};
use crate::engine::seek::Seeker;
use js_sys::{Array, ArrayBuffer, Uint8Array};
use mailtls_core::partial::{Part, Partial, Place};
use mailtls_core::session::{Options, Session};
use mailtls_core::span::SourceId;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// What is fed at a time, in bytes: little enough to stay in the processor's cache between copying and reading.
const PIECE: u32 = 256 << 10;
/// How long a worker is silent at most, in milliseconds, while it reads.
const SILENT: u64 = 1_000;

/// The sessions of the current job.
#[derive(Default)]
pub(crate) struct Host {
    session: Option<Session>,
    /// Reads apart what is merged with what other workers read.
    apart: Option<Session>,
    /// Whether the open input is read apart.
    is_apart: bool,
    piece: Vec<u8>,
    options: Options,
    job: u64,
    seeker: Seeker,
}

impl Host {
    /// Carries a request out; says to `tell` when that takes long.
    pub(crate) fn answer(&mut self, request: Request, tell: &dyn Fn(&Event)) -> Option<Event> {
        match request {
            Request::Begin { job, options } => {
                self.job = job;
                self.options = options.into();
                self.session = Some(Session::new(self.options, Box::new(BrowserDecoder)));
                self.apart = None;
                None
            }
            Request::Reserve { job, name, told } if job == self.job => {
                self.session.as_mut()?.reserve(&name, told);
                None
            }
            Request::Open { job, position } if job == self.job => {
                self.is_apart = false;
                self.session.as_mut()?.open_reserved(SourceId(u32::try_from(position).ok()?));
                None
            }
            Request::Apart { job, position, name, told, part } if job == self.job => {
                self.is_apart = true;
                let apart = self.apart.get_or_insert_with(|| Session::apart(Box::new(BrowserDecoder)));
                let part = part.map(|(head, offset)| (head.to_vec(), offset));
                let part = part.as_ref().map(|(head, offset)| Part { head, offset: *offset });
                apart.open_part(Place { position, name: &name, told_kind: told, part });
                None
            }
            Request::Chunk { job, bytes } => {
                if job == self.job {
                    self.feed(&bytes, tell)?;
                }
                // A stale chunk is answered too: the page counts what is under way.
                Some(Event::Read { job })
            }
            Request::Gather { .. } => {
                let partial = self.apart.take().map(|mut apart| apart.partial().to_bytes());
                Some(Event::Gathered { partial: Uint8Array::from(partial.unwrap_or_default().as_slice()) })
            }
            Request::Finish { job, partials } if job == self.job => {
                let partials = partials.iter().filter_map(|partial| partial.dyn_into::<Uint8Array>().ok());
                let read = partials.filter_map(|partial| Partial::from_bytes(&partial.to_vec()).ok());
                let merged = read.reduce(Partial::merge).unwrap_or_default();
                if merged.turns() {
                    return Some(Event::Turned { job });
                }
                self.session.as_mut()?.take_reserved(&merged);
                self.report(job)
            }
            Request::Report { job, options } => {
                self.job = job;
                self.options = options.into();
                self.report(job)
            }
            Request::Seek { number, word, fields, bytes } => {
                let bytes = bytes.map(|bytes| Uint8Array::new(&bytes).to_vec()).unwrap_or_default();
                let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
                let (found, texts) = self.seeker.answer(&word, &fields, bytes);
                let answer = Array::of1(&Uint8Array::from(found.as_slice()));
                for text in &texts {
                    answer.push(&text.into());
                }
                Some(Event::Sought { number, answer })
            }
            Request::Reserve { .. }
            | Request::Open { .. }
            | Request::Apart { .. }
            | Request::Finish { .. } => None,
        }
    }

    fn feed(&mut self, bytes: &ArrayBuffer, tell: &dyn Fn(&Event)) -> Option<()> {
        let session = if self.is_apart { &mut self.apart } else { &mut self.session }.as_mut()?;
        let mut heard = crate::browser::elapsed();
        let mut from = 0;
        while from < bytes.byte_length() {
            let length = (bytes.byte_length() - from).min(PIECE);
            self.piece.resize(length as usize, 0);
            Uint8Array::new_with_byte_offset_and_length(bytes, from, length).copy_to(&mut self.piece);
            session.feed(&self.piece);
            from += length;
            let now = crate::browser::elapsed();
            if now.saturating_sub(heard) > SILENT {
                heard = now;
                tell(&Event::Alive);
            }
        }
        Some(())
    }

    fn report(&mut self, job: u64) -> Option<Event> {
        let report = self.session.as_mut()?.finish_with(self.options);
        Some(Event::Done { job, report: report.to_bytes() })
    }
}

thread_local! {
    /// What the worker is at, for the card that is shown after a panic.
    static DOING: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Makes this a worker that listens.
pub(crate) fn start() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let post = {
        let scope = scope.clone();
        // Only a page that is gone refuses a message.
        move |event: &Event| drop(scope.post_message(&event.encode()))
    };
    {
        let post = post.clone();
        std::panic::set_hook(Box::new(move |panic| {
            let doing = DOING.with(|doing| doing.borrow().clone());
            post(&Event::Lost { doing, message: panic.to_string() });
        }));
    }
    let host = RefCell::new(Host::default());
    let fed = Cell::new(0_u64);
    let answer = post.clone();
    let listen = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        let Some(request) = Request::decode(&message.data()) else { return };
        note(&request, &fed);
        let answered = host.borrow_mut().answer(request, &answer);
        if let Some(event) = answered {
            answer(&event);
        }
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
    post(&Event::Hello);
}

fn note(request: &Request, fed: &Cell<u64>) {
    let doing = match request {
        Request::Begin { .. } | Request::Reserve { .. } => "begin".to_owned(),
        Request::Open { position, .. } | Request::Apart { position, .. } => {
            fed.set(0);
            format!("open input {position}")
        }
        Request::Gather { .. } => "gather".to_owned(),
        Request::Chunk { bytes, .. } => {
            let start = fed.get();
            fed.set(start + u64::from(bytes.byte_length()));
            format!("read bytes {start} to {}", fed.get())
        }
        Request::Finish { .. } => "report".to_owned(),
        Request::Report { .. } => "report again".to_owned(),
        Request::Seek { word, .. } => format!("search: {word}"),
    };
    DOING.with(|place| *place.borrow_mut() = doing);
}

/// What answers a message on the page itself.
pub(crate) type Local = Rc<dyn Fn(&JsValue) -> Option<Event>>;

/// Lets the page be its own worker where there cannot be one. The thread is given back between requests.
pub(crate) fn local() -> Local {
    let host = RefCell::new(Host::default());
    Rc::new(move |message| {
        let request = Request::decode(message)?;
        host.borrow_mut().answer(request, &|_| {})
    })
}
