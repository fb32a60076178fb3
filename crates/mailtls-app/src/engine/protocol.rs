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
    /// The next input, which has its place from now on.
    Reserve { job: u64, name: String, told: Option<Kind> },
    /// Open the input at this place.
    Open { job: u64, position: u64 },
    /// Open an input to read it apart from the others, which other workers may have; of a part of a log also the head
    /// of the file and where in it the part begins.
    Apart { job: u64, position: u64, name: String, told: Option<Kind>, part: Option<(Uint8Array, u64)> },
    /// Bytes of the open input.
    Chunk { job: u64, bytes: ArrayBuffer },
    /// Give what was read apart.
    Gather { job: u64 },
    /// Report on what was read in this job, here and apart.
    Finish { job: u64, partials: Array },
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
    /// It is still at the same chunk, and lives.
    Alive,
    /// What was read apart, as bytes.
    Gathered { partial: Uint8Array },
    /// A part of a file holds the beginning of another log: everything is to be read again, each file in one.
    Turned { job: u64 },
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
            Self::Reserve { job, name, told } => {
                let told = told.map_or("", Kind::word);
                Array::of4(&"reserve".into(), &number(*job), &name.into(), &told.into())
            }
            Self::Open { job, position } => Array::of3(&"open".into(), &number(*job), &number(*position)),
            Self::Apart { job, position, name, told, part } => {
                let told = told.map_or("", Kind::word);
                let message = Array::of4(&"apart".into(), &number(*job), &name.into(), &told.into());
                message.push(&number(*position));
                if let Some((head, offset)) = part {
                    message.push(&number(*offset));
                    message.push(head);
                }
                message
            }
            Self::Chunk { job, bytes } => {
                transfer.push(bytes);
                Array::of3(&"chunk".into(), &number(*job), bytes)
            }
            Self::Gather { job } => Array::of2(&"gather".into(), &number(*job)),
            Self::Finish { job, partials } => Array::of3(&"finish".into(), &number(*job), partials),
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
        let count = |at: u32| message.get(at).as_f64().map(numbers::count);
        let job = count(1)?;
        let text = |at: u32| message.get(at).as_string().unwrap_or_default();
        let options = || WireOptions {
            os: Os::from_word(&text(2)),
            profile: Profile::from_word(&text(3)).unwrap_or(Profile::Minimal),
        };
        Some(match message.get(0).as_string()?.as_str() {
            "begin" => Self::Begin { job, options: options() },
            "reserve" => Self::Reserve { job, name: text(2), told: Kind::from_word(&text(3)) },
            "open" => Self::Open { job, position: count(2)? },
            "apart" => Self::Apart {
                job,
                position: count(4)?,
                name: text(2),
                told: Kind::from_word(&text(3)),
                part: message.get(6).dyn_into().ok().zip(count(5)),
            },
            "chunk" => Self::Chunk { job, bytes: message.get(2).dyn_into().ok()? },
            "gather" => Self::Gather { job },
            "finish" => Self::Finish { job, partials: message.get(2).dyn_into().ok()? },
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
            Self::Alive => Array::of1(&"alive".into()),
            Self::Gathered { partial } => Array::of2(&"gathered".into(), partial),
            Self::Turned { job } => Array::of2(&"turned".into(), &number(*job)),
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
            "alive" => Self::Alive,
            "gathered" => Self::Gathered { partial: message.get(1).dyn_into().ok()? },
            "turned" => Self::Turned { job: job()? },
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
