//! The page's side of the search through protocol logs: reads them once more, in a worker of its own, so that no
//! analysis waits for it. See [`mailtls_core::format::smtp_log::search`].

use crate::browser::files;
use crate::engine::line::Line;
use crate::engine::protocol::{Event, Request};
use crate::logs::{Action, Found, Source, WINDOW};
use js_sys::{Array, ArrayBuffer, Function, Promise, Uint8Array};
use mailtls_core::format::smtp_log::search::Query;
use mailtls_core::report::{EvidenceReport, TranscriptReport};
use mailtls_core::vocabulary::Direction;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use yew::Callback;

/// What is read at a time, in bytes; without a worker little enough that the page answers in between.
const CHUNK: u64 = 2 << 20;
const SMALL_CHUNK: u64 = 128 << 10;
/// What is read at a time for a window of rows.
const SLICE: u64 = 256 << 10;
/// The most that is read for one window, and for one session.
const WINDOW_LIMIT: u64 = 64 << 20;
const SESSION_LIMIT: u64 = 32 << 20;

/// Cheap to clone.
#[derive(Clone)]
pub(crate) struct Finder(Rc<Inner>);

struct Inner {
    tell: Callback<Action>,
    line: Line,
    /// Who waits for which answer.
    waiting: RefCell<BTreeMap<u64, Function>>,
    last: Cell<u64>,
    round: Cell<u64>,
    sources: RefCell<Vec<Source>>,
}

impl Finder {
    /// What it finds arrives as actions.
    pub(crate) fn new(tell: Callback<Action>) -> Self {
        Self(Rc::new(Inner {
            tell,
            line: Line::default(),
            waiting: RefCell::new(BTreeMap::new()),
            last: Cell::new(0),
            round: Cell::new(0),
            sources: RefCell::new(Vec::new()),
        }))
    }

    /// Searches; the search before is given up.
    pub(crate) fn search(&self, round: u64, query: &Query, sources: Vec<Source>) {
        self.stop();
        self.0.round.set(round);
        self.0.sources.borrow_mut().clone_from(&sources);
        let finder = self.clone();
        self.0.line.start(move |event| finder.hear(event));
        let unit = if query.rows { "rows" } else { "sessions" };
        let fields =
            [unit, &query.peer, &query.connector, &query.session, &query.outcome, &query.word, &query.time];
        let begun = self.ask("begin", &fields, None);
        let finder = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            if begun.await.is_some() {
                finder.read(round, &sources).await;
            }
        });
    }

    async fn read(&self, round: u64, sources: &[Source]) {
        let total = sources.iter().map(|source| source.size).sum();
        let mut found = Found { total, ..Found::default() };
        let local = self.0.line.is_local();
        let step = if local { SMALL_CHUNK } else { CHUNK };
        let mut begun = 0;
        for source in sources {
            let direction = if source.direction == Direction::Inbound { "inbound" } else { "outbound" };
            let opened = self.ask("open", &[&source.name, direction], None);
            if opened.await.is_none() {
                return;
            }
            let Some(mut reader) = files::open(&source.content) else { continue };
            let mut under_way = None;
            loop {
                let chunk = reader.next(step).await;
                if let Some(answer) = under_way.take() {
                    // One is read while the one before is searched.
                    let Some(answer) = JsAnswer::take(answer).await else { return };
                    let before = found;
                    note(&mut found, &answer);
                    found.done = begun + reader.done().min(source.size);
                    let every = found.done / (step * 8) > before.done / (step * 8);
                    if found.shown != before.shown && before.shown < WINDOW || every {
                        self.tell(round, found);
                    }
                }
                if self.0.round.get() != round {
                    return;
                }
                match chunk {
                    Ok(Some(bytes)) => under_way = Some(self.ask("chunk", &[], Some(&bytes))),
                    Ok(None) => break,
                    Err(_) => {
                        found.lost = true;
                        break;
                    }
                }
                if local {
                    crate::browser::pause().await;
                }
            }
            begun += source.size;
        }
        let ended = self.ask("end", &[], None);
        if let Some(answer) = JsAnswer::take(ended).await {
            note(&mut found, &answer);
            found.done = found.total;
            found.over = true;
            self.tell(round, found);
        }
    }

    /// Reads a window of what was found.
    pub(crate) fn window(&self, round: u64, first: u64, rows: bool) {
        let finder = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let hits = if rows { finder.rows(first).await } else { finder.sessions(first).await };
            if let Some(hits) = hits {
                finder.0.tell.emit(Action::Hits(round, first, hits));
            }
        });
    }

    async fn sessions(&self, first: u64) -> Option<Vec<TranscriptReport>> {
        self.ask("sessions", &[&first.to_string(), &WINDOW.to_string()], None).await?.sessions()
    }

    async fn rows(&self, first: u64) -> Option<Vec<TranscriptReport>> {
        let mut found: Vec<TranscriptReport> = Vec::new();
        let mut at = numbers_of(&self.ask("place", &[&first.to_string()], None).await?.texts)?;
        let mut read = 0;
        while (found.len() as u64) < WINDOW && read < WINDOW_LIMIT {
            let [source, line, offset, skip] = at;
            let Some(input) = self.source(source) else { break };
            let bytes = files::slice(&input.content, offset, offset + SLICE).await?;
            let whole = u64::from(bytes.byte_length()) < SLICE;
            read += u64::from(bytes.byte_length()).max(1);
            let fields = [
                source.to_string(),
                line.to_string(),
                offset.to_string(),
                skip.to_string(),
                (if whole { "whole" } else { "" }).to_owned(),
                (WINDOW - found.len() as u64).to_string(),
            ];
            let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
            let answer = self.ask("rows", &fields, Some(&bytes)).await?;
            found.extend(answer.sessions()?);
            // What was kept of the places leads further than reading on, where what fits is rare.
            let next = self.ask("place", &[&(first + found.len() as u64).to_string()], None).await;
            let next = next.and_then(|next| numbers_of(&next.texts));
            let more = numbers_of(&answer.texts);
            at = match (more, next) {
                (Some(more), Some(next)) if (next[0], next[2]) > (more[0], more[2]) => next,
                (Some(more), _) => more,
                (None, Some(next)) => next,
                (None, None) => break,
            };
        }
        Some(found)
    }

    fn source(&self, number: u64) -> Option<Source> {
        self.0.sources.borrow().get(usize::try_from(number).ok()?).cloned()
    }

    /// Reads a session in full.
    pub(crate) fn transcript(&self, round: u64, session: &Rc<TranscriptReport>) {
        let (finder, session) = (self.clone(), session.clone());
        wasm_bindgen_futures::spawn_local(async move {
            if let Some(whole) = finder.whole(&session).await {
                finder.0.tell.emit(Action::Opened(round, Box::new(whole)));
            }
        });
    }

    async fn whole(&self, session: &TranscriptReport) -> Option<TranscriptReport> {
        let mut room = SESSION_LIMIT;
        for line in &session.lines {
            let EvidenceReport { source, line, start, end, .. } = &line.evidence;
            let number = self.0.sources.borrow().iter().position(|input| input.name == *source)? as u64;
            let end = (*end).min(start + room);
            room -= end.saturating_sub(*start);
            let bytes = files::slice(&self.source(number)?.content, *start, end).await?;
            let fields = [number.to_string(), line.to_string(), start.to_string()];
            let [number, line, start] = &fields;
            self.ask("part", &[number, line, start], Some(&bytes)).await?;
        }
        let answer = self.ask("transcript", &[&session.session, &session.connector], None).await?;
        answer.sessions()?.pop()
    }

    /// Gives up what is under way. What was found can still be looked at.
    pub(crate) fn stop(&self) {
        self.0.round.set(0);
    }

    fn tell(&self, round: u64, found: Found) {
        if self.0.round.get() == round {
            self.0.tell.emit(Action::Progressed(round, found));
        }
    }

    /// The worker is gone, and the search with it.
    fn lose(&self) {
        self.0.line.end();
        let waiting = std::mem::take(&mut *self.0.waiting.borrow_mut());
        for resolve in waiting.into_values() {
            // Resolving a promise cannot fail.
            drop(resolve.call1(&JsValue::UNDEFINED, &JsValue::UNDEFINED));
        }
        let over = Found { over: true, lost: true, ..Found::default() };
        self.tell(self.0.round.get(), over);
    }

    /// Asks the worker; the message is on its way before the answer is waited for.
    fn ask(&self, word: &str, fields: &[&str], bytes: Option<&ArrayBuffer>) -> JsAnswer {
        let number = self.0.last.get() + 1;
        self.0.last.set(number);
        let promise = Promise::new(&mut |resolve, _| {
            self.0.waiting.borrow_mut().insert(number, resolve);
        });
        let fields = fields.iter().map(|field| (*field).to_owned()).collect();
        self.0.line.send(&Request::Seek { number, word: word.to_owned(), fields, bytes: bytes.cloned() });
        JsAnswer(JsFuture::from(promise))
    }

    fn hear(&self, event: Event) {
        match event {
            Event::Sought { number, answer } => {
                if let Some(resolve) = self.0.waiting.borrow_mut().remove(&number) {
                    // Resolving a promise cannot fail.
                    drop(resolve.call1(&JsValue::UNDEFINED, &answer));
                }
            }
            Event::Lost { .. } => self.lose(),
            Event::Hello
            | Event::Alive
            | Event::Read { .. }
            | Event::Gathered { .. }
            | Event::Turned { .. }
            | Event::Done { .. } => {}
        }
    }
}

/// What the worker answered.
struct Answer {
    sessions: Vec<u8>,
    texts: Vec<String>,
}

impl Answer {
    fn sessions(&self) -> Option<Vec<TranscriptReport>> {
        TranscriptReport::list_from_bytes(&self.sessions)
    }
}

/// An answer that is waited for; nothing where the worker is gone.
struct JsAnswer(JsFuture);

impl JsAnswer {
    async fn take(self) -> Option<Answer> {
        let answer: Array = self.0.await.ok()?.dyn_into().ok()?;
        let sessions = answer.shift().dyn_into::<Uint8Array>().ok()?.to_vec();
        Some(Answer { sessions, texts: answer.iter().filter_map(|text| text.as_string()).collect() })
    }
}

impl std::future::IntoFuture for JsAnswer {
    type Output = Option<Answer>;
    type IntoFuture = std::pin::Pin<Box<dyn Future<Output = Self::Output>>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.take())
    }
}

fn note(found: &mut Found, answer: &Answer) {
    let number = |at: usize| answer.texts.get(at).and_then(|text| text.parse().ok()).unwrap_or(0);
    (found.count, found.shown) = (number(0), number(1));
}

/// Source, line, offset and rows to pass over.
fn numbers_of(fields: &[String]) -> Option<[u64; 4]> {
    let number = |at: usize| fields.get(at)?.parse().ok();
    Some([number(0)?, number(1)?, number(2)?, number(3)?])
}
