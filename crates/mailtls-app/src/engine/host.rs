//! The worker's side: owns the session and answers requests. Without a worker the page drives the same
//! [`Host`] itself, chunk by chunk.

use crate::browser::BrowserDecoder;
use crate::engine::protocol::{Event, Request};
use crate::engine::seek::Seeker;
use js_sys::{Array, Uint8Array};
use mailtls_core::session::{Options, Session};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// The session of the current job.
#[derive(Default)]
pub(crate) struct Host {
    session: Option<Session>,
    options: Options,
    job: u64,
    seeker: Seeker,
}

impl Host {
    /// Carries a request out.
    pub(crate) fn answer(&mut self, request: Request) -> Option<Event> {
        match request {
            Request::Begin { job, options } => {
                self.job = job;
                self.options = options.into();
                self.session = Some(Session::new(self.options, Box::new(BrowserDecoder)));
                None
            }
            Request::Open { job, name, told } if job == self.job => {
                self.session.as_mut()?.open_as(&name, told);
                None
            }
            Request::Chunk { job, bytes } => {
                if job == self.job {
                    let chunk = Uint8Array::new(&bytes).to_vec();
                    self.session.as_mut()?.feed(&chunk);
                }
                // A stale chunk is answered too: the page counts what is under way.
                Some(Event::Read { job })
            }
            Request::Finish { job } if job == self.job => self.report(job),
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
            Request::Open { .. } | Request::Finish { .. } => None,
        }
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
        if let Some(event) = host.borrow_mut().answer(request) {
            answer(&event);
        }
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
    post(&Event::Hello);
}

fn note(request: &Request, fed: &Cell<u64>) {
    let doing = match request {
        Request::Begin { .. } => "begin".to_owned(),
        Request::Open { name, told, .. } => {
            fed.set(0);
            let kind = told.map_or("detect", mailtls_core::vocabulary::Kind::word);
            format!("open {name} ({kind})")
        }
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
        host.borrow_mut().answer(request)
    })
}
