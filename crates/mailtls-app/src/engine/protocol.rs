//! What page and worker say to each other.
//!
//! A message is an array: a word, the job, then what belongs to the word. Bytes travel as an `ArrayBuffer`
//! that is transferred, everything else as strings and numbers.

use crate::numbers;
use crate::state::WireOptions;
use js_sys::{Array, ArrayBuffer, Uint8Array};
use mailtls_core::vocabulary::{Kind, Os, Profile};
use wasm_bindgen::{JsCast as _, JsValue};

/// From the page to the worker.
pub(crate) enum Request {
    /// Forget what was read; a new job begins.
    Begin { job: u64, options: WireOptions },
    /// Open an input.
    Open { job: u64, name: String, told: Option<Kind> },
    /// Bytes of the open input.
    Chunk { job: u64, bytes: ArrayBuffer },
    /// Report on what was read in this job.
    Finish { job: u64 },
    /// Report on what was read before, as a new job.
    Report { job: u64, options: WireOptions },
    /// A word of the search through protocol logs, with what belongs to it.
    Seek { number: u64, word: String, fields: Vec<String>, bytes: Option<ArrayBuffer> },
}

/// From the worker to the page.
pub(crate) enum Event {
    /// It listens.
    Hello,
    /// A chunk was read.
    Read { job: u64 },
    /// The report without words, as bytes.
    Done { job: u64, report: Vec<u8> },
    /// What was asked for under this number: sessions as bytes, then texts.
    Sought { number: u64, answer: Array },
    /// A panic: what it was doing, and what it said. The worker is gone after this.
    Lost { doing: String, message: String },
}

impl Request {
    /// The message, and what of it is transferred.
    pub(crate) fn encode(&self) -> (Array, Array) {
        let transfer = Array::new();
        let message = match self {
            Self::Begin { job, options } => options_message("begin", *job, *options),
            Self::Open { job, name, told } => {
                let told = told.map_or("", Kind::word);
                Array::of4(&"open".into(), &number(*job), &name.into(), &told.into())
            }
            Self::Chunk { job, bytes } => {
                transfer.push(bytes);
                Array::of3(&"chunk".into(), &number(*job), bytes)
            }
            Self::Finish { job } => Array::of2(&"finish".into(), &number(*job)),
            Self::Report { job, options } => options_message("report", *job, *options),
            Self::Seek { number: sought, word, fields, bytes } => {
                let fields: Array = fields.iter().map(JsValue::from).collect();
                let message = Array::of4(&"seek".into(), &number(*sought), &word.into(), &fields);
                if let Some(bytes) = bytes {
                    transfer.push(bytes);
                    message.push(bytes);
                }
                message
            }
        };
        (message, transfer)
    }

    /// The request a message carries.
    pub(crate) fn decode(message: &JsValue) -> Option<Self> {
        let message = message.dyn_ref::<Array>()?;
        let job = numbers::count(message.get(1).as_f64()?);
        let text = |at: u32| message.get(at).as_string().unwrap_or_default();
        let options = || WireOptions {
            os: Os::from_word(&text(2)),
            profile: Profile::from_word(&text(3)).unwrap_or(Profile::Minimal),
        };
        Some(match message.get(0).as_string()?.as_str() {
            "begin" => Self::Begin { job, options: options() },
            "open" => Self::Open { job, name: text(2), told: Kind::from_word(&text(3)) },
            "chunk" => Self::Chunk { job, bytes: message.get(2).dyn_into().ok()? },
            "finish" => Self::Finish { job },
            "report" => Self::Report { job, options: options() },
            "seek" => Self::Seek {
                number: job,
                word: text(2),
                fields: Array::from(&message.get(3)).iter().filter_map(|field| field.as_string()).collect(),
                bytes: message.get(4).dyn_into().ok(),
            },
            _ => return None,
        })
    }
}

/// A `u64` alone would travel as a `BigInt`.
fn number(job: u64) -> JsValue {
    JsValue::from_f64(numbers::float(job))
}

fn options_message(word: &str, job: u64, options: WireOptions) -> Array {
    let os = options.os.map_or("", Os::word);
    Array::of4(&word.into(), &number(job), &os.into(), &options.profile.word().into())
}

impl Event {
    /// The message.
    pub(crate) fn encode(&self) -> Array {
        match self {
            Self::Hello => Array::of1(&"hello".into()),
            Self::Read { job } => Array::of2(&"read".into(), &number(*job)),
            Self::Done { job, report } => {
                Array::of3(&"done".into(), &number(*job), &Uint8Array::from(report.as_slice()))
            }
            Self::Sought { number: sought, answer } => Array::of3(&"sought".into(), &number(*sought), answer),
            Self::Lost { doing, message } => Array::of3(&"lost".into(), &doing.into(), &message.into()),
        }
    }

    /// The event a message carries.
    pub(crate) fn decode(message: &JsValue) -> Option<Self> {
        let message = message.dyn_ref::<Array>()?;
        let text = |at: u32| message.get(at).as_string();
        let job = || message.get(1).as_f64().map(numbers::count);
        Some(match text(0)?.as_str() {
            "hello" => Self::Hello,
            "read" => Self::Read { job: job()? },
            "done" => {
                let report = message.get(2).dyn_into::<Uint8Array>().ok()?.to_vec();
                Self::Done { job: job()?, report }
            }
            "sought" => Self::Sought { number: job()?, answer: message.get(2).dyn_into().ok()? },
            "lost" => Self::Lost { doing: text(1)?, message: text(2)? },
            _ => return None,
        })
    }
}
