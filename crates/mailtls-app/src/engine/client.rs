//! The page's side: cuts the inputs into chunks and hands them over, a few at a time; logs to several workers.
//!
//! The page reads the files, because in one of three engines a worker cannot read a file that was chosen on a
//! page from disk; the chunks are transferred, not copied.

use crate::browser::{self, files};
use crate::engine::hand::Hand;
use crate::engine::protocol::{Event, Request};
use crate::engine::share::{self, Shares};
use crate::state::{Action, Failure, ReadDocument, WireOptions};
use js_sys::{Array, Promise};
use mailtls_core::report::Report;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use yew::Callback;

/// What is cut off a file at a time, in bytes.
const CHUNK: u64 = 2 << 20;
/// The same without a worker: little enough that the page still answers in between.
const SMALL_CHUNK: u64 = 128 << 10;
/// How often a job looks whether its workers still live, and how long one may be silent, in milliseconds. A worker
/// that reads says so every second; a report takes well under one.
const LOOK: u32 = 2_500;
const PATIENCE: u32 = 20_000;
/// How often the page is told how far reading is, in milliseconds: it is drawn anew each time.
const TOLD: u64 = 100;

/// The engine as the page sees it. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Client(Rc<Inner>);

struct Inner {
    tell: Callback<Action>,
    /// Always there: it makes the report.
    main: Hand,
    /// There while they read apart.
    others: RefCell<Vec<Hand>>,
    /// The job under way; `None` where there is none or it was given up.
    job: Cell<Option<u64>>,
    task: RefCell<Option<Rc<Task>>>,
}

/// What is under way.
struct Task {
    job: u64,
    options: WireOptions,
    inputs: Vec<ReadDocument>,
    shares: RefCell<Shares>,
    /// How much of each input was handed over, and when the page was told.
    done: RefCell<Vec<u64>>,
    told: Cell<u64>,
}

impl Client {
    /// Starts the engine; what it says arrives as actions.
    pub(crate) fn new(tell: Callback<Action>) -> Self {
        let client = Self(Rc::new(Inner {
            tell,
            main: Hand::default(),
            others: RefCell::default(),
            job: Cell::new(None),
            task: RefCell::default(),
        }));
        client.start(&client.0.main);
        client
    }

    fn start(&self, hand: &Hand) {
        let (client, hand) = (self.clone(), hand.clone());
        hand.clone().line().start(move |event| client.hear(&hand, event));
    }

    /// Reads the inputs and reports.
    pub(crate) fn analyze(&self, job: u64, inputs: Vec<ReadDocument>, options: WireOptions) {
        self.0.job.set(Some(job));
        self.leave_work();
        self.watch(job);
        let client = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let several = client.0.main.line().is_ready();
            let shares = if several { Shares::of(&inputs).await } else { Shares::whole(&inputs) };
            client.read(job, inputs, options, shares).await;
        });
    }

    async fn read(&self, job: u64, inputs: Vec<ReadDocument>, options: WireOptions, shares: Shares) {
        if self.0.job.get() != Some(job) {
            return;
        }
        let workers = shares.workers;
        let done = RefCell::new(vec![0; inputs.len()]);
        let shares = RefCell::new(shares);
        let task = Rc::new(Task { job, options, inputs, shares, done, told: Cell::new(0) });
        *self.0.task.borrow_mut() = Some(task.clone());
        let main = &self.0.main;
        main.line().send(&Request::Begin { job, options });
        for input in &task.inputs {
            main.line().send(&Request::Reserve { job, name: input.name.clone(), told: input.told });
        }
        let partials = if workers > 1 { self.read_apart(&task, workers).await } else { Array::new() };
        let rest = task.shares.borrow_mut().take_rest();
        for position in rest {
            if !self.is_at(&task) {
                return;
            }
            main.line().send(&Request::Open { job, position: position as u64 });
            let reader = task.inputs.get(position).and_then(|input| files::open(&input.content));
            if !self.feed(&task, main, position, reader).await {
                return;
            }
        }
        if self.is_at(&task) {
            main.ask(&Request::Finish { job, partials });
        }
    }

    /// What all workers together read, each its partial.
    async fn read_apart(&self, task: &Rc<Task>, workers: usize) -> Array {
        let mut hands = vec![self.0.main.clone()];
        for _ in 1..workers {
            let hand = Hand::default();
            self.start(&hand);
            hand.line().send(&Request::Begin { job: task.job, options: task.options });
            self.0.others.borrow_mut().push(hand.clone());
            hands.push(hand);
        }
        let work = |hand: Hand| {
            let (client, task) = (self.clone(), task.clone());
            future_to_promise(async move { Ok(client.work(&task, &hand).await) })
        };
        let all: Array = hands.into_iter().map(work).collect();
        // It is never rejected.
        let partials = JsFuture::from(Promise::all(&all)).await;
        if self.is_at(task) {
            self.dismiss();
        }
        partials.map(|partials| Array::from(&partials)).unwrap_or_default()
    }

    /// Has one worker read what is left, and gives what that came to.
    async fn work(&self, task: &Rc<Task>, hand: &Hand) -> JsValue {
        while let Some(share) = { task.shares.borrow_mut().next() } {
            let Some(input) = task.inputs.get(share.position) else { continue };
            let (reader, part) = match share.part {
                Some((range, head)) => {
                    (files::open_part(&input.content, range.start, range.end), Some((head, range.start)))
                }
                None if share::log_head(input).await.is_some() => (files::open(&input.content), None),
                None => {
                    task.shares.borrow_mut().rest.push(share.position);
                    continue;
                }
            };
            if !self.is_at(task) {
                return JsValue::UNDEFINED;
            }
            hand.line().send(&Request::Apart {
                job: task.job,
                position: share.position as u64,
                name: input.name.clone(),
                told: input.told,
                part,
            });
            if !self.feed(task, hand, share.position, reader).await {
                return JsValue::UNDEFINED;
            }
        }
        hand.gather(task.job, || self.is_at(task)).await.into()
    }

    /// Hands over what `reader` gives; `false` where the task is given up.
    async fn feed(
        &self,
        task: &Rc<Task>,
        hand: &Hand,
        position: usize,
        reader: Option<files::Reader>,
    ) -> bool {
        let Some(mut reader) = reader else { return self.is_at(task) };
        let local = hand.line().is_local();
        let step = if local { SMALL_CHUNK } else { CHUNK };
        loop {
            let bytes = reader.next(step).await;
            if !self.is_at(task) {
                return false;
            }
            match bytes {
                Ok(Some(bytes)) => {
                    self.count(task, position, u64::from(bytes.byte_length()));
                    hand.feed(task.job, bytes).await;
                }
                Ok(None) => return true,
                Err(error) => {
                    let name = task.inputs.get(position).map(|input| input.name.clone()).unwrap_or_default();
                    let message = browser::message_of(&error);
                    self.stop();
                    self.tell(task.job, Failure::Unreadable { name, message });
                    return false;
                }
            }
            if local {
                browser::pause().await;
            }
        }
    }

    /// Whether this is what is under way.
    fn is_at(&self, task: &Rc<Task>) -> bool {
        self.0.job.get() == Some(task.job)
            && self.0.task.borrow().as_ref().is_some_and(|current| Rc::ptr_eq(current, task))
    }

    fn count(&self, task: &Task, position: usize, more: u64) {
        if let Some(done) = task.done.borrow_mut().get_mut(position) {
            *done += more;
        }
        let milliseconds = browser::elapsed();
        if milliseconds.saturating_sub(task.told.get()) >= TOLD {
            task.told.set(milliseconds);
            let done = task.done.borrow().clone();
            self.0.tell.emit(Action::Progressed { job: task.job, done, milliseconds });
        }
    }

    /// Gives up what is under way. What a worker has begun it cannot leave, so it makes room for another.
    fn leave_work(&self) {
        self.dismiss();
        let main = &self.0.main;
        let busy = main.is_busy();
        main.leave();
        if !busy || main.line().forget() || !main.line().has_worker() {
            return;
        }
        main.line().end();
        self.start(main);
    }

    /// Ends the workers that are there for what is read apart.
    fn dismiss(&self) {
        for hand in self.0.others.take() {
            hand.line().end();
            hand.leave();
        }
    }

    /// Notices when a worker of this job falls silent for good: the system may have taken it away.
    fn watch(&self, job: u64) {
        let client = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            while client.0.job.get() == Some(job) {
                browser::sleep(LOOK).await;
                let hands: Vec<Hand> =
                    [&client.0.main].into_iter().chain(&*client.0.others.borrow()).cloned().collect();
                let silent = hands.iter().map(|hand| hand.silence(LOOK)).max();
                if client.0.job.get() == Some(job) && silent >= Some(PATIENCE) {
                    client.lose("worker".to_owned(), "it fell silent".to_owned());
                }
            }
        });
    }

    /// Reports again under other options.
    pub(crate) fn report(&self, job: u64, options: WireOptions) {
        self.0.job.set(Some(job));
        self.watch(job);
        self.0.main.ask(&Request::Report { job, options });
    }

    /// Drops the job.
    pub(crate) fn stop(&self) {
        self.0.job.set(None);
        self.leave_work();
    }

    fn hear(&self, hand: &Hand, event: Event) {
        hand.hear(&event);
        match event {
            Event::Done { job, report } if self.0.job.get() == Some(job) => {
                let Some(report) = Report::from_bytes(&report) else {
                    self.lose("decode the report".to_owned(), "it is damaged".to_owned());
                    return;
                };
                let (tell, done) = (self.0.tell.clone(), Action::Done { job, report: Box::new(report) });
                wasm_bindgen_futures::spawn_local(async move {
                    // Reading a large one takes long enough by itself.
                    browser::pause().await;
                    tell.emit(done);
                });
            }
            Event::Turned { job } if self.0.job.get() == Some(job) => {
                let (client, Some(task)) = (self.clone(), self.0.task.borrow().clone()) else { return };
                wasm_bindgen_futures::spawn_local(async move {
                    let inputs = task.inputs.clone();
                    let shares = Shares::whole(&inputs);
                    client.read(job, inputs, task.options, shares).await;
                });
            }
            Event::Lost { doing, message } => self.lose(doing, message),
            Event::Done { .. }
            | Event::Turned { .. }
            | Event::Hello
            | Event::Alive
            | Event::Read { .. }
            | Event::Gathered { .. }
            | Event::Sought { .. } => {}
        }
    }

    /// Says what was lost, and starts anew for the next job.
    fn lose(&self, doing: String, message: String) {
        let job = self.0.job.take();
        self.dismiss();
        self.0.main.leave();
        self.0.main.line().end();
        self.start(&self.0.main);
        if let Some(job) = job {
            self.tell(job, Failure::EngineLost { doing, message });
        }
    }

    fn tell(&self, job: u64, failure: Failure) {
        self.0.tell.emit(Action::Failed { job, failure });
    }
}
