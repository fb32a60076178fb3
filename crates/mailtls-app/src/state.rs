//! What the page knows and how it changes: no web types, so all of it is tested natively.
//!
//! [`Model::update`] takes an [`Action`] and answers with the [`Effect`]s the browser shall carry out.

use crate::document::Text;
use crate::logs::{self, Logs};
use crate::samples::SAMPLES;
use crate::words;
use mailtls_core::report::{EvidenceReport, Report};
use mailtls_core::session::Options;
use mailtls_core::vocabulary::{Direction, Kind, Os, Profile};
use mailtls_text::Lang;
use std::rc::Rc;

/// The most the text box holds; more becomes a document, because a key press in a larger box is felt.
pub(crate) const BOX_LIMIT: usize = 256 << 10;
/// The largest file whose text is shown whole.
pub(crate) const TEXT_LIMIT: u64 = 16 << 20;
/// The name the text in the box is read under.
pub(crate) const DRAFT_NAME: &str = "pasted.txt";
/// How long typing must pause before it is read, in milliseconds.
const PAUSE: u32 = 450;

/// Everything the page shows.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own; no two exclude each other")]
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Model {
    /// The language of the page.
    pub(crate) lang: Lang,
    /// Light, dark or as the system has it.
    pub(crate) theme: Theme,
    /// Whether a host page shows us in a frame.
    pub(crate) embedded: bool,
    /// Whether the knowledge pages are there to be linked to: the page was served, and not into another one.
    pub(crate) pages_beside: bool,
    /// Whether the host wants little.
    pub(crate) compact: bool,
    /// What stands in the text box.
    pub(crate) draft: String,
    /// What was added besides.
    pub(crate) documents: Vec<Document>,
    /// What is going on.
    pub(crate) stage: Stage,
    /// The last report, without words.
    raw: Option<Rc<Report>>,
    /// The last report in `lang`.
    pub(crate) report: Option<Rc<Report>>,
    /// The documents the report is about, in the order of its sources.
    pub(crate) read: Vec<ReadDocument>,
    /// The Windows release the user named.
    pub(crate) os: Option<Os>,
    /// How much the fix changes.
    pub(crate) profile: Profile,
    /// The number of the last job; answers to others are stale.
    pub(crate) job: u64,
    /// Counts changes of the box, so that only the last pause counts.
    change: u64,
    /// The next document's number.
    next_id: u32,
    /// The source whose text is shown, by its place in `read`.
    pub(crate) shown: usize,
    /// The evidence in view: a finding and a place of it.
    pub(crate) mark: Option<(usize, usize)>,
    /// The line of the shown source that was asked for, where no evidence is in view.
    pub(crate) line: Option<u64>,
    /// Counts wishes to see the mark, so that choosing it again scrolls again.
    pub(crate) look: u64,
    /// What is searched for in the evidence.
    pub(crate) search: String,
    /// Which hit is in view, counted round: the one before the first is the last.
    pub(crate) hit: isize,
    /// What lies over the page.
    pub(crate) panel: Option<Panel>,
    /// Whether single keys do something.
    pub(crate) shortcuts: bool,
    /// Whether `g` was pressed, and the next key says where to go.
    going: bool,
    /// The Exchange release the user named, by its place in [`EXCHANGE`](crate::exchange::EXCHANGE).
    pub(crate) exchange: Option<usize>,
    /// What it was before the change that is being checked.
    pub(crate) before: Option<Before>,
    /// The steps that were ticked off.
    pub(crate) steps: [bool; 5],
    /// The form in which the fix is shown.
    pub(crate) form: Form,
    /// What the live region says.
    pub(crate) announcement: String,
    /// The last share of the progress that was announced, in tenths.
    announced: u64,
    /// A short confirmation beside what was done.
    pub(crate) notice: Option<Notice>,
    /// Whether files hang over the page.
    pub(crate) dragging: bool,
    /// What a host page asked for, by the host's own name, until it is answered.
    pub(crate) asked: Option<String>,
    /// The second look into protocol logs.
    pub(crate) logs: Logs,
}

/// A document in the list.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Document {
    /// Its number on this page.
    pub(crate) id: u32,
    /// Its name.
    pub(crate) name: String,
    /// Where its bytes are.
    pub(crate) content: Content,
    /// Its size in bytes.
    pub(crate) size: u64,
    /// What the user says it is.
    pub(crate) told: Option<Kind>,
    /// Whether it is one of ours, which makes room for the user's own.
    pub(crate) sample: bool,
    /// Whether a host page sent it.
    pub(crate) hosted: bool,
}

/// Where the bytes of a document are.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Content {
    /// In memory.
    Held(Rc<[u8]>),
    /// In a file the browser keeps under this number.
    File(u32),
}

/// A document as it was read for the report.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ReadDocument {
    /// Its number; 0 for the text box.
    pub(crate) id: u32,
    /// Its content at that time.
    pub(crate) content: Content,
    /// Its size in bytes.
    pub(crate) size: u64,
    /// The name it was opened under.
    pub(crate) name: String,
    /// What the user said it is.
    pub(crate) told: Option<Kind>,
    /// Its text, once it was needed and is not too large.
    pub(crate) text: Option<Text>,
    /// How many bytes of it were read, while it is.
    pub(crate) done: u64,
}

/// What is going on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Stage {
    /// There is nothing to read.
    Empty,
    /// Inputs are being read.
    Reading(Progress),
    /// The report is about what the page shows.
    Ready,
    /// Reading went wrong.
    Failed(Failure),
}

/// How far reading is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Progress {
    /// Bytes read.
    pub(crate) done: u64,
    /// Bytes in all.
    pub(crate) total: u64,
    /// Milliseconds by the clock, when the first bytes were read and when the last.
    pub(crate) clock: Option<(u64, u64)>,
}

impl Progress {
    /// Bytes a second, and seconds that are left at this rate; `None` until half a second has passed.
    pub(crate) fn rate(self) -> Option<(u64, u64)> {
        let (begin, now) = self.clock?;
        let passed = now.checked_sub(begin).filter(|passed| *passed >= 500)?;
        let rate = (self.done * 1000 / passed).max(1);
        Some((rate, self.total.saturating_sub(self.done).div_ceil(rate)))
    }
}

/// Why there is no report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The engine stopped. The texts are for whoever mends it.
    EngineLost {
        /// What it was doing.
        doing: String,
        /// What it said.
        message: String,
    },
    /// The browser could not read a file.
    Unreadable {
        /// Which.
        name: String,
        /// What the browser said.
        message: String,
    },
    /// The user stopped it.
    Cancelled,
}

/// What was known before the change.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Before {
    /// The report, without words.
    pub(crate) report: Rc<Report>,
    draft: String,
    documents: Vec<Document>,
}

/// The colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every theme.
    pub(crate) const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The word in the address and in the markup.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme with this word.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.word() == word)
    }
}

/// What lies over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Panel {
    /// How to use the page.
    Help,
    /// What happens to the input, and the policy in force.
    Privacy,
    /// What a copy for others will hold.
    Share,
    /// What a rule says, by its id.
    Rule(&'static str),
    /// What a reply code means, by its place in the list.
    Code(&'static mailtls_text::Code),
}

/// A form of the fix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Form {
    /// The file for regedit.
    #[default]
    Reg,
    /// The file that takes it back.
    Undo,
    /// PowerShell.
    PowerShell,
    /// `reg add` lines.
    RegAdd,
    /// Group Policy Preferences.
    Gpo,
}

impl Form {
    /// Every form, in the order of the tabs.
    pub(crate) const ALL: [Self; 5] = [Self::Reg, Self::Undo, Self::PowerShell, Self::RegAdd, Self::Gpo];

    /// The word in text ids.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Reg => "reg",
            Self::Undo => "undo",
            Self::PowerShell => "powershell",
            Self::RegAdd => "reg-add",
            Self::Gpo => "gpo",
        }
    }
}

/// A confirmation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Notice {
    /// It is on the clipboard.
    Copied,
    /// The browser did not allow the clipboard.
    CopyRefused,
    /// The file was handed to the browser.
    Downloaded,
    /// Everything was forgotten.
    Forgotten,
}

impl Notice {
    /// The id of its sentence.
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Copied => "ui-notice-copied",
            Self::CopyRefused => "ui-notice-copy-refused",
            Self::Downloaded => "ui-notice-downloaded",
            Self::Forgotten => "ui-notice-forgotten",
        }
    }
}

/// A file the browser keeps for us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KeptFile {
    /// Its number there.
    pub(crate) handle: u32,
    /// Its name.
    pub(crate) name: String,
    /// Its size in bytes.
    pub(crate) size: u64,
}

impl KeptFile {
    /// Whether its name is that of an archive.
    fn may_be_packed(&self) -> bool {
        let name = self.name.to_ascii_lowercase();
        [".zip", ".gz"].iter().any(|end| name.ends_with(end))
    }
}

/// Something happened.
#[derive(Clone, Debug)]
pub(crate) enum Action {
    /// The text in the box changed; `at_once` where it was pasted and not typed.
    Typed { text: String, at_once: bool },
    /// Typing paused since the change with this number.
    Paused(u64),
    /// Files were chosen or dropped.
    AddFiles(Vec<KeptFile>),
    /// The same, archives taken apart.
    AddUnpacked(Vec<KeptFile>),
    /// Text too long for the box was pasted.
    AddText(String),
    /// A host page sent documents.
    Analyze { id: String, documents: Vec<(String, Vec<u8>)> },
    /// A sample was chosen.
    Sample(&'static str),
    /// The document with this number was renamed.
    Rename(u32, String),
    /// … is of another kind than detected; `None`: detect it again.
    Retype(u32, Option<Kind>),
    /// … goes.
    Remove(u32),
    /// … moves up the list.
    MoveUp(u32),
    /// Start from nothing.
    Forget,
    /// Stop reading.
    Cancel,
    /// Read all again.
    Retry,
    /// The engine is so far in each input.
    Progressed { job: u64, done: Vec<u64>, milliseconds: u64 },
    /// The engine is done.
    Done { job: u64, report: Box<Report> },
    /// The engine, or the browser, is not.
    Failed { job: u64, failure: Failure },
    /// The text of a document was read for the view.
    Loaded { handle: u32, bytes: Rc<[u8]> },
    /// Another Windows release.
    ChooseOs(Option<Os>),
    /// Another Exchange release.
    ChooseExchange(Option<usize>),
    /// Another profile.
    ChooseProfile(Profile),
    /// Another form of the fix.
    ChooseForm(Form),
    /// Another language.
    Speak(Lang),
    /// Another theme.
    Paint(Theme),
    /// The host wants little, or not.
    Compact(bool),
    /// Show the text of this source.
    Show(usize),
    /// Show this evidence: a finding and a place of it.
    Look(usize, usize),
    /// Show this line of a source.
    LookAt(String, u64),
    /// Show the next evidence, or the one before.
    Step { back: bool },
    /// Search the text.
    Search(String),
    /// The next hit of the search, or the one before.
    NextHit { back: bool },
    /// Open or close what lies over the page.
    Open(Option<Panel>),
    /// Go to the element with this id.
    Go(&'static str),
    /// Single keys do something, or not.
    Shortcuts(bool),
    /// Tick a step off, or on again.
    Tick(usize),
    /// Compare with what comes next.
    Recheck,
    /// Go back to what was compared with.
    Restore,
    /// Put text on the clipboard.
    Copy(String),
    /// Hand a file over.
    Download(Download),
    /// Say that something was done.
    Say(Notice),
    /// Files hang over the page, or no longer.
    Drag(bool),
    /// A key was pressed outside of fields.
    Key(String),
    /// Something about the second look into protocol logs.
    Logs(logs::Action),
}

/// A file for the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Download {
    /// Its name.
    pub(crate) name: String,
    /// Its type.
    pub(crate) mime: &'static str,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// What the browser shall do.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Effect {
    /// Read these and report.
    Analyze { job: u64, inputs: Vec<ReadDocument>, options: WireOptions },
    /// Report again on what was read.
    Report { job: u64, options: WireOptions },
    /// Stop.
    Stop,
    /// Send [`Action::Paused`] after so many milliseconds.
    Wait { change: u64, milliseconds: u32 },
    /// Send [`Action::Loaded`] for a kept file.
    Load(u32),
    /// Take archives apart, and send [`Action::AddUnpacked`].
    Unpack(Vec<KeptFile>),
    /// Something for the second look into protocol logs.
    Logs(logs::Effect),
    /// Forget kept files.
    Drop(Vec<u32>),
    /// Set language and colours of the page.
    Dress,
    /// Put text on the clipboard.
    Copy(String),
    /// Hand a file over.
    Download(Download),
    /// Put the focus on the element with this id.
    Focus(&'static str),
    /// Tell the host page that what it asked for comes to nothing.
    Refuse { id: String, code: &'static str },
    /// Tell the host page what is known of the user's own input.
    Tell { report: Rc<Report> },
    /// Answer the host page.
    Answer { id: String, report: Rc<Report> },
}

/// [`Options`] that can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WireOptions {
    /// See [`Options::os`].
    pub(crate) os: Option<Os>,
    /// See [`Options::profile`].
    pub(crate) profile: Profile,
}

impl From<WireOptions> for Options {
    fn from(options: WireOptions) -> Self {
        Self { os: options.os, profile: options.profile, ..Self::default() }
    }
}

impl Model {
    /// The page as it opens.
    pub(crate) fn new(lang: Lang, theme: Theme) -> Self {
        Self {
            lang,
            theme,
            embedded: false,
            pages_beside: false,
            compact: false,
            draft: String::new(),
            documents: Vec::new(),
            stage: Stage::Empty,
            raw: None,
            report: None,
            read: Vec::new(),
            os: None,
            profile: Profile::Minimal,
            job: 0,
            change: 0,
            next_id: 1,
            shown: 0,
            mark: None,
            line: None,
            look: 0,
            search: String::new(),
            hit: 0,
            panel: None,
            shortcuts: true,
            going: false,
            exchange: None,
            before: None,
            steps: [false; 5],
            form: Form::Reg,
            announcement: String::new(),
            announced: 0,
            notice: None,
            dragging: false,
            asked: None,
            logs: Logs::default(),
        }
    }

    /// The sentence under `id` in the language of the page.
    pub(crate) fn say(&self, id: &str) -> String {
        words::say(self.lang, id)
    }

    /// The same with arguments.
    pub(crate) fn say_with(&self, id: &str, args: &[(&str, &str)]) -> String {
        words::say_with(self.lang, id, args)
    }

    /// Whether there is anything to read.
    pub(crate) fn is_empty(&self) -> bool {
        self.documents.is_empty() && self.draft.trim().is_empty()
    }

    /// The source with this name: its place in the report and in `read`.
    pub(crate) fn source(&self, name: &str) -> Option<usize> {
        self.report.as_ref()?.sources.iter().position(|source| source.name == name)
    }

    /// The evidence in view.
    pub(crate) fn marked(&self) -> Option<&EvidenceReport> {
        let (finding, place) = self.mark?;
        self.report.as_ref()?.findings.get(finding)?.evidence.get(place)
    }

    /// All evidence in the order of the findings: finding and place.
    pub(crate) fn places(&self) -> Vec<(usize, usize)> {
        let findings = self.report.as_ref().map(|report| report.findings.as_slice()).unwrap_or_default();
        let places = |(index, finding): (usize, &mailtls_core::report::FindingReport)| {
            (0..finding.evidence.len()).map(move |place| (index, place)).collect::<Vec<_>>()
        };
        findings.iter().enumerate().flat_map(places).collect()
    }

    /// The first place of the finding that decided.
    fn first_proof(&self) -> Option<(usize, usize)> {
        let report = self.report.as_ref()?;
        let decided = |rule: &String| report.findings.iter().position(|finding| finding.rule == *rule);
        report.verdict.because.iter().find_map(decided).map(|finding| (finding, 0))
    }

    /// Takes an action in and says what the browser shall do.
    #[expect(
        clippy::too_many_lines,
        reason = "one arm for each thing that can happen, most of a line or two"
    )]
    pub(crate) fn update(&mut self, action: Action) -> Vec<Effect> {
        if !matches!(
            action,
            Action::Say(_) | Action::Progressed { .. } | Action::Drag(_) | Action::Loaded { .. }
        ) {
            self.notice = None;
        }
        match action {
            Action::Typed { text, at_once } => {
                if text.len() > BOX_LIMIT {
                    return self.update(Action::AddText(text));
                }
                self.draft = text;
                self.change += 1;
                let milliseconds = if at_once { 0 } else { PAUSE };
                vec![Effect::Wait { change: self.change, milliseconds }]
            }
            Action::Paused(change) if change == self.change => {
                if !self.draft.trim().is_empty() {
                    self.documents.retain(|document| !document.sample);
                }
                self.read_all()
            }
            Action::AddFiles(files) if files.iter().any(KeptFile::may_be_packed) => {
                vec![Effect::Unpack(files)]
            }
            Action::AddFiles(mut files) | Action::AddUnpacked(mut files) => {
                // Folders come in any order, and a session may begin in one log and end in the next.
                if files.iter().all(|file| is_log(&file.name)) {
                    mailtls_core::order::sort_by_key(&mut files, |file| in_order(&file.name));
                }
                self.documents.retain(|document| !document.sample);
                for file in files {
                    self.add(file.name, Content::File(file.handle), file.size, false);
                }
                self.read_all()
            }
            Action::AddText(text) => {
                self.documents.retain(|document| !document.sample);
                self.draft.clear();
                self.change += 1;
                let count =
                    self.documents.iter().filter(|document| document.name.starts_with("pasted-")).count();
                let size = text.len() as u64;
                self.add(
                    format!("pasted-{}.txt", count + 1),
                    Content::Held(text.into_bytes().into()),
                    size,
                    false,
                );
                self.read_all()
            }
            Action::Analyze { id, documents } => {
                // Never over what the user put in, nor into one answer with it.
                if self.before.is_some() || !self.is_hosted() {
                    return vec![Effect::Refuse { id, code: "in-use" }];
                }
                if self.asked.is_some() {
                    return vec![Effect::Refuse { id, code: "busy" }];
                }
                self.documents.clear();
                for (name, bytes) in documents {
                    let size = bytes.len() as u64;
                    self.add(name, Content::Held(bytes.into()), size, false);
                    if let Some(document) = self.documents.last_mut() {
                        document.hosted = true;
                    }
                }
                let effects = self.read_all();
                self.asked = Some(id);
                effects
            }
            Action::Sample(id) => {
                self.documents.retain(|document| !document.sample);
                if let Some(sample) = SAMPLES.iter().find(|sample| sample.id == id) {
                    let bytes: Rc<[u8]> = sample.text.as_bytes().into();
                    let size = bytes.len() as u64;
                    self.add(sample.name.to_owned(), Content::Held(bytes), size, true);
                }
                self.read_all()
            }
            Action::Rename(id, name) => {
                let name = name.trim().to_owned();
                match self.documents.iter_mut().find(|document| document.id == id) {
                    Some(document) if !name.is_empty() && document.name != name => {
                        document.name = name;
                        self.read_all()
                    }
                    Some(_) | None => Vec::new(),
                }
            }
            Action::Retype(id, told) => {
                if id == 0 {
                    // The box becomes a document, since only a document carries what the user says it is.
                    let text = std::mem::take(&mut self.draft);
                    let size = text.len() as u64;
                    self.add(DRAFT_NAME.to_owned(), Content::Held(text.into_bytes().into()), size, false);
                    self.documents.rotate_right(1);
                    if let Some(document) = self.documents.first_mut() {
                        document.told = told;
                    }
                } else if let Some(document) = self.documents.iter_mut().find(|document| document.id == id) {
                    document.told = told;
                }
                self.read_all()
            }
            Action::Remove(id) => {
                if id == 0 {
                    self.draft.clear();
                    self.change += 1;
                }
                self.documents.retain(|document| document.id != id);
                self.read_all()
            }
            Action::MoveUp(id) => match self.documents.iter().position(|document| document.id == id) {
                Some(place) if place > 0 => {
                    self.documents.swap(place - 1, place);
                    self.read_all()
                }
                Some(_) | None => Vec::new(),
            },
            Action::Forget => {
                let handles = self.handles();
                let refused = self.refuse("cancelled");
                let fresh = Self {
                    embedded: self.embedded,
                    pages_beside: self.pages_beside,
                    compact: self.compact,
                    shortcuts: self.shortcuts,
                    job: self.job + 1,
                    logs: Logs { round: self.logs.round + 1, ..Logs::default() },
                    change: self.change + 1,
                    next_id: self.next_id,
                    notice: Some(Notice::Forgotten),
                    ..Self::new(self.lang, self.theme)
                };
                *self = fresh;
                self.announcement = self.say("ui-notice-forgotten");
                [vec![Effect::Stop, Effect::Drop(handles)], refused].concat()
            }
            Action::Cancel => {
                self.job += 1;
                self.stage = Stage::Failed(Failure::Cancelled);
                self.announcement = self.say("ui-cancelled");
                [vec![Effect::Stop], self.refuse("cancelled")].concat()
            }
            Action::Retry => self.read_all(),
            Action::Progressed { job, done, milliseconds } => {
                if let (true, Stage::Reading(progress)) = (job == self.job, &mut self.stage) {
                    for (read, done) in self.read.iter_mut().zip(done) {
                        // What is packed tells its size only about.
                        read.done = done.min(read.size);
                    }
                    progress.done = self.read.iter().map(|read| read.done).sum();
                    let begin = progress.clock.map_or(milliseconds, |(begin, _)| begin);
                    progress.clock = Some((begin, milliseconds));
                    let tenths = progress.done * 10 / progress.total.max(1);
                    // Half of a large input is worth a word; every percent is not.
                    if progress.total > 64 << 20 && tenths >= self.announced + 5 && tenths < 10 {
                        self.announced = tenths;
                        let share = (tenths * 10).to_string();
                        self.announcement = self.say_with("ui-progress-spoken", &[("percent", &share)]);
                    }
                }
                Vec::new()
            }
            Action::Done { job, report } => {
                if job != self.job {
                    return Vec::new();
                }
                let first = self.stage != Stage::Ready;
                self.stage = Stage::Ready;
                self.raw = Some(Rc::new(*report));
                self.speak();
                self.mark = self.first_proof();
                self.shown = self.shown.min(self.read.len().saturating_sub(1));
                if let Some(report) = self.report.clone() {
                    self.announcement.clone_from(&report.verdict.summary);
                    let proof = self.marked().map(|evidence| evidence.source.clone());
                    if first && let Some(source) = proof.and_then(|source| self.source(&source)) {
                        self.shown = source;
                    }
                    let news = match self.asked.take() {
                        Some(id) => vec![Effect::Answer { id, report }],
                        None if self.embedded => vec![Effect::Tell { report }],
                        None => Vec::new(),
                    };
                    return [news, self.load_shown()].concat();
                }
                self.load_shown()
            }
            Action::Failed { job, failure } => {
                if job != self.job {
                    return Vec::new();
                }
                self.announcement = self.say("ui-failed-title");
                self.stage = Stage::Failed(failure);
                self.refuse("failed")
            }
            Action::Loaded { handle, bytes } => {
                let text = Text::new(bytes);
                for document in &mut self.read {
                    if document.content == Content::File(handle) {
                        document.text = Some(text.clone());
                    }
                }
                Vec::new()
            }
            Action::ChooseOs(os) => {
                self.os = os;
                self.report_again()
            }
            Action::ChooseExchange(exchange) => {
                self.exchange = exchange;
                Vec::new()
            }
            Action::ChooseProfile(profile) => {
                self.profile = profile;
                self.report_again()
            }
            Action::ChooseForm(form) => {
                self.form = form;
                Vec::new()
            }
            Action::Speak(lang) => {
                self.lang = lang;
                self.speak();
                vec![Effect::Dress]
            }
            Action::Paint(theme) => {
                self.theme = theme;
                vec![Effect::Dress]
            }
            Action::Compact(compact) => {
                self.compact = compact;
                vec![Effect::Dress]
            }
            Action::Show(source) => {
                self.shown = source;
                self.mark = None;
                self.line = None;
                self.hit = 0;
                self.load_shown()
            }
            Action::Look(finding, place) => {
                self.mark = Some((finding, place));
                self.line = None;
                self.look += 1;
                let name = self.marked().map(|evidence| evidence.source.clone());
                if let Some(source) = name.and_then(|name| self.source(&name)) {
                    self.shown = source;
                }
                self.load_shown()
            }
            Action::LookAt(source, line) => {
                let places = self.places();
                let evidence = |(finding, place): &(usize, usize)| {
                    self.report.as_ref()?.findings.get(*finding)?.evidence.get(*place)
                };
                let same = |at: &&(usize, usize)| {
                    evidence(at).is_some_and(|evidence| evidence.line == line && evidence.source == source)
                };
                match places.iter().find(same).copied() {
                    Some((finding, place)) => self.update(Action::Look(finding, place)),
                    None => match self.source(&source) {
                        Some(source) => {
                            let effects = self.update(Action::Show(source));
                            self.line = Some(line);
                            self.look += 1;
                            effects
                        }
                        None => Vec::new(),
                    },
                }
            }
            Action::Step { back } => {
                let places = self.places();
                let now = self.mark.and_then(|mark| places.iter().position(|place| *place == mark));
                let next = match (now, back) {
                    (None, false) => 0,
                    (None, true) => places.len().saturating_sub(1),
                    (Some(now), false) => (now + 1) % places.len().max(1),
                    (Some(now), true) => (now + places.len().saturating_sub(1)) % places.len().max(1),
                };
                match places.get(next) {
                    Some((finding, place)) => self.update(Action::Look(*finding, *place)),
                    None => Vec::new(),
                }
            }
            Action::Search(search) => {
                self.search = search;
                self.hit = 0;
                self.mark = None;
                self.line = None;
                self.look += 1;
                Vec::new()
            }
            Action::NextHit { back } => {
                self.hit += if back { -1 } else { 1 };
                self.mark = None;
                self.line = None;
                self.look += 1;
                Vec::new()
            }
            Action::Open(panel) => {
                self.panel = panel;
                Vec::new()
            }
            Action::Go(id) => vec![Effect::Focus(id)],
            Action::Shortcuts(on) => {
                self.shortcuts = on;
                Vec::new()
            }
            Action::Tick(step) => {
                if let Some(done) = self.steps.get_mut(step) {
                    *done = !*done;
                }
                Vec::new()
            }
            Action::Recheck => {
                let Some(report) = self.raw.clone() else { return Vec::new() };
                self.before = Some(Before {
                    report,
                    draft: std::mem::take(&mut self.draft),
                    documents: std::mem::take(&mut self.documents),
                });
                self.change += 1;
                self.announcement = self.say("ui-recheck-waiting");
                self.read_all()
            }
            Action::Restore => {
                let Some(before) = self.before.take() else { return Vec::new() };
                self.draft = before.draft;
                self.documents = before.documents;
                self.change += 1;
                self.read_all()
            }
            Action::Copy(text) => vec![Effect::Copy(text)],
            Action::Download(download) => vec![Effect::Download(download)],
            Action::Say(notice) => {
                self.notice = Some(notice);
                self.announcement = self.say(notice.id());
                Vec::new()
            }
            Action::Drag(dragging) => {
                self.dragging = dragging;
                Vec::new()
            }
            Action::Key(key) if self.shortcuts && self.panel.is_none() => match key.as_str() {
                where_to if std::mem::take(&mut self.going) => {
                    let places =
                        [("i", "box"), ("v", "verdict-title"), ("f", "fix-title"), ("l", "smtp-title")];
                    let place = places.iter().find(|(key, _)| *key == where_to);
                    place.map(|(_, id)| Effect::Focus(id)).into_iter().collect()
                }
                "g" => {
                    self.going = true;
                    Vec::new()
                }
                "?" => self.update(Action::Open(Some(Panel::Help))),
                "n" => self.update(Action::Step { back: false }),
                "p" => self.update(Action::Step { back: true }),
                "/" if self.report.is_some() => vec![Effect::Focus("search")],
                _ => Vec::new(),
            },
            Action::Logs(action) => self.logs.update(action).into_iter().map(Effect::Logs).collect(),
            Action::Paused(_) | Action::Key(_) => Vec::new(),
        }
    }

    /// The inputs that are protocol logs, or hold some.
    pub(crate) fn log_sources(&self) -> Vec<logs::Source> {
        let Some(report) = &self.report else { return Vec::new() };
        let source = |(read, source): (&ReadDocument, &mailtls_core::report::SourceReport)| {
            let kinds = || std::iter::once(source.kind).chain(source.documents.iter().map(|part| part.kind));
            let inbound = kinds().any(|kind| kind == Kind::SmtpReceiveLog);
            let outbound = kinds().any(|kind| kind == Kind::SmtpSendLog);
            (inbound || outbound).then(|| logs::Source {
                name: source.name.clone(),
                content: read.content.clone(),
                size: source.bytes,
                direction: if outbound { Direction::Outbound } else { Direction::Inbound },
            })
        };
        self.read.iter().zip(&report.sources).filter_map(source).collect()
    }

    fn add(&mut self, name: String, content: Content, size: u64, sample: bool) {
        let id = self.next_id;
        self.next_id += 1;
        self.documents.push(Document { id, name, content, size, told: None, sample, hosted: false });
    }

    /// Whether everything there is came from a host page, or is a sample of ours.
    fn is_hosted(&self) -> bool {
        self.draft.trim().is_empty()
            && self.documents.iter().all(|document| document.hosted || document.sample)
    }

    /// Tells the host page that what it asked for comes to nothing, if it asked for something.
    fn refuse(&mut self, code: &'static str) -> Vec<Effect> {
        self.asked.take().map(|id| Effect::Refuse { id, code }).into_iter().collect()
    }

    /// Starts a job over everything there is. What a host page still waits for is refused: whatever changed
    /// since is the user's.
    fn read_all(&mut self) -> Vec<Effect> {
        let mut effects = self.refuse("in-use");
        effects.extend(self.start_reading());
        effects
    }

    fn start_reading(&mut self) -> Vec<Effect> {
        self.job += 1;
        self.logs = Logs { round: self.logs.round + 1, ..Logs::default() };
        if self.is_empty() {
            self.stage = Stage::Empty;
            self.raw = None;
            self.report = None;
            self.read.clear();
            self.mark = None;
            return vec![Effect::Stop];
        }
        let mut inputs = Vec::new();
        if !self.draft.trim().is_empty() {
            let bytes: Rc<[u8]> = self.draft.as_bytes().into();
            inputs.push(ReadDocument {
                id: 0,
                size: bytes.len() as u64,
                text: None,
                content: Content::Held(bytes),
                name: DRAFT_NAME.to_owned(),
                told: None,
                done: 0,
            });
        }
        inputs.extend(self.documents.iter().map(|document| {
            ReadDocument {
                id: document.id,
                size: document.size,
                text: self
                    .read
                    .iter()
                    .find(|read| read.content == document.content)
                    .and_then(|read| read.text.clone()),
                content: document.content.clone(),
                name: document.name.clone(),
                told: document.told,
                done: 0,
            }
        }));
        let total = inputs.iter().map(|input| input.size).sum();
        self.stage = Stage::Reading(Progress { done: 0, total, clock: None });
        self.announced = 0;
        self.mark = None;
        self.read = inputs.clone();
        for document in &mut self.read {
            if let (None, Content::Held(bytes)) = (&document.text, &document.content) {
                document.text = Some(Text::new(bytes.clone()));
            }
        }
        vec![Effect::Analyze { job: self.job, inputs, options: self.options() }]
    }

    fn report_again(&mut self) -> Vec<Effect> {
        if self.raw.is_none() || self.stage != Stage::Ready {
            return Vec::new();
        }
        self.job += 1;
        vec![Effect::Report { job: self.job, options: self.options() }]
    }

    fn options(&self) -> WireOptions {
        WireOptions { os: self.os, profile: self.profile }
    }

    fn speak(&mut self) {
        self.report = self.raw.as_ref().map(|raw| {
            let mut report = Report::clone(raw);
            mailtls_text::speak(&mut report, self.lang);
            Rc::new(report)
        });
    }

    /// Asks for the text of the shown document, if it is not there and not too large.
    fn load_shown(&self) -> Vec<Effect> {
        match self.read.get(self.shown) {
            Some(ReadDocument { content: Content::File(handle), text: None, size, .. })
                if *size <= TEXT_LIMIT =>
            {
                vec![Effect::Load(*handle)]
            }
            Some(_) | None => Vec::new(),
        }
    }

    fn handles(&self) -> Vec<u32> {
        let contents = self.documents.iter().map(|document| &document.content);
        contents
            .filter_map(|content| match content {
                Content::File(handle) => Some(*handle),
                Content::Held(_) => None,
            })
            .collect()
    }
}

/// Whether a file's name is that of a log, packed or not.
fn is_log(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    name.rsplit_once('.').is_some_and(|(_, ending)| ending == "log")
}

/// What orders names as people do: `SEND-2` stands before `SEND-10`.
fn in_order(name: &str) -> String {
    let mut key = String::new();
    let mut digits = String::new();
    for letter in name.chars().chain(['\0']) {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        if !digits.is_empty() {
            let zeros = 20_usize.saturating_sub(digits.len());
            key.extend(std::iter::repeat_n('0', zeros));
            key.push_str(&digits);
            digits.clear();
        }
        key.push(letter.to_ascii_lowercase());
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use mailtls_core::session::diagnose;

    fn model() -> Model {
        Model::new(Lang::En, Theme::Auto)
    }

    /// Carries analysis out as the worker would.
    fn settle(model: &mut Model, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Wait { change, .. } => {
                    let effects = model.update(Action::Paused(change));
                    settle(model, effects);
                }
                Effect::Analyze { job, inputs, options } => {
                    let held: Vec<(String, Rc<[u8]>)> = inputs
                        .into_iter()
                        .map(|input| match input.content {
                            Content::Held(bytes) => (input.name, bytes),
                            Content::File(_) => (input.name, Rc::from(&b""[..])),
                        })
                        .collect();
                    let inputs = held.iter().map(|(name, bytes)| (name.as_str(), &bytes[..]));
                    let report = Box::new(diagnose(inputs, &options.into()));
                    let effects = model.update(Action::Done { job, report });
                    settle(model, effects);
                }
                Effect::Report { .. }
                | Effect::Stop
                | Effect::Load(_)
                | Effect::Logs(_)
                | Effect::Unpack(_)
                | Effect::Drop(_)
                | Effect::Dress
                | Effect::Copy(_)
                | Effect::Download(_)
                | Effect::Focus(_)
                | Effect::Refuse { .. }
                | Effect::Tell { .. }
                | Effect::Answer { .. } => {}
            }
        }
    }

    fn act(model: &mut Model, action: Action) {
        let effects = model.update(action);
        settle(model, effects);
    }

    #[test]
    fn names_are_ordered_as_people_order_them() {
        let mut names = ["a/SEND20261103-10.LOG", "a/send20261103-2.log", "a/SEND20261102-11.LOG"];
        names.sort_by_key(|name| in_order(name));
        assert_eq!(names, ["a/SEND20261102-11.LOG", "a/send20261103-2.log", "a/SEND20261103-10.LOG"]);
        assert!(is_log("x/a.LOG") && is_log("a.log.gz") && !is_log("bounce.eml"));
    }

    #[test]
    fn a_paste_is_read_and_what_was_typed_survives_a_failure() {
        let mut model = model();
        act(&mut model, Action::Typed { text: "421 4.4.2 Connection dropped".to_owned(), at_once: true });
        assert_eq!(model.stage, Stage::Ready);
        assert_eq!(model.read.len(), 1);
        let job = model.job;
        let failure = Failure::EngineLost { doing: String::new(), message: String::new() };
        act(&mut model, Action::Failed { job, failure });
        assert_eq!(model.draft, "421 4.4.2 Connection dropped");
    }

    fn framed() -> Model {
        let mut model = model();
        model.embedded = true;
        model
    }

    fn sent(id: &str) -> Action {
        let documents = vec![("host.txt".to_owned(), b"550 5.7.1 refused".to_vec())];
        Action::Analyze { id: id.to_owned(), documents }
    }

    #[test]
    fn a_host_is_answered_about_its_own_documents() {
        let mut model = framed();
        let effects = model.update(sent("one"));
        let [Effect::Analyze { job, .. }] = effects[..] else { panic!("{effects:?}") };
        assert_eq!(model.update(sent("two")), [Effect::Refuse { id: "two".to_owned(), code: "busy" }]);
        let report = Box::new(diagnose([("host.txt", &b"550 5.7.1 refused"[..])], &Options::default()));
        let effects = model.update(Action::Done { job, report });
        assert!(matches!(&effects[..], [Effect::Answer { id, .. }] if id == "one"), "{effects:?}");
    }

    #[test]
    fn a_host_gets_no_answer_that_holds_what_the_user_put_in() {
        let mut model = framed();
        act(&mut model, Action::Typed { text: "mine".to_owned(), at_once: true });
        assert_eq!(model.update(sent("one")), [Effect::Refuse { id: "one".to_owned(), code: "in-use" }]);
        assert_eq!(model.draft, "mine");

        let mut model = framed();
        model.update(sent("slow"));
        model.update(Action::Typed { text: "mine".to_owned(), at_once: true });
        let effects = model.update(Action::Paused(model.change));
        let [Effect::Refuse { id, code: "in-use" }, Effect::Analyze { job, .. }] = &effects[..] else {
            panic!("{effects:?}")
        };
        assert_eq!(id, "slow");
        let report = Box::new(diagnose([("pasted.txt", &b"mine"[..])], &Options::default()));
        let effects = model.update(Action::Done { job: *job, report });
        assert!(matches!(effects[..], [Effect::Tell { .. }]), "{effects:?}");
    }

    #[test]
    fn late_answers_are_dropped() {
        let mut model = model();
        let report = Box::new(diagnose([("a", &b"x"[..])], &Options::default()));
        act(&mut model, Action::Sample("bounce"));
        let before = model.report.clone();
        let job = model.job - 1;
        act(&mut model, Action::Done { job, report });
        assert_eq!(model.report, before);
    }

    #[test]
    fn a_long_paste_becomes_a_document() {
        let mut model = model();
        act(&mut model, Action::Typed { text: "x".repeat(BOX_LIMIT + 1), at_once: true });
        assert!(model.draft.is_empty());
        assert_eq!(model.documents.len(), 1);
        assert_eq!(model.stage, Stage::Ready);
    }

    #[test]
    fn samples_make_room_for_the_users_own() {
        let mut model = model();
        act(&mut model, Action::Sample("bounce"));
        act(&mut model, Action::Sample("nine-digits"));
        assert_eq!(model.documents.len(), 1);
        act(&mut model, Action::Typed { text: "mine".to_owned(), at_once: true });
        assert!(model.documents.is_empty());
        assert_eq!(model.read.len(), 1);
    }

    #[test]
    fn another_language_reads_nothing_again() {
        let mut model = model();
        act(&mut model, Action::Sample("bounce"));
        let job = model.job;
        assert_eq!(model.update(Action::Speak(Lang::Es)), [Effect::Dress]);
        assert_eq!(model.job, job);
    }

    #[test]
    fn another_profile_reports_again_without_reading() {
        let mut model = model();
        act(&mut model, Action::Sample("nine-digits"));
        let effects = model.update(Action::ChooseProfile(Profile::Strict));
        assert!(matches!(effects[..], [Effect::Report { .. }]));
    }

    #[test]
    fn keys_do_nothing_once_switched_off() {
        let mut model = model();
        act(&mut model, Action::Key("?".to_owned()));
        assert_eq!(model.panel, Some(Panel::Help));
        act(&mut model, Action::Open(None));
        act(&mut model, Action::Shortcuts(false));
        act(&mut model, Action::Key("?".to_owned()));
        assert_eq!(model.panel, None);
    }

    #[test]
    fn two_keys_go_to_a_part_of_the_page() {
        let mut model = model();
        assert_eq!(model.update(Action::Key("g".to_owned())), []);
        assert_eq!(model.update(Action::Key("v".to_owned())), [Effect::Focus("verdict-title")]);
        assert_eq!(model.update(Action::Key("v".to_owned())), []);
    }

    #[test]
    fn a_line_without_evidence_is_shown_too() {
        let mut model = model();
        act(&mut model, Action::Sample("default-server"));
        act(&mut model, Action::LookAt("ex01-schannel.reg".to_owned(), 4));
        assert_eq!((model.mark, model.line), (None, Some(4)));
        act(&mut model, Action::Search("SSL".to_owned()));
        assert_eq!(model.line, None);
    }

    #[test]
    fn forgetting_leaves_nothing() {
        let mut model = model();
        act(&mut model, Action::Typed { text: "secret".to_owned(), at_once: true });
        act(&mut model, Action::Forget);
        assert!(model.is_empty() && model.read.is_empty() && model.report.is_none());
        assert_eq!(model.stage, Stage::Empty);
    }

    #[test]
    fn checking_again_keeps_what_it_was_before() {
        let mut model = model();
        act(&mut model, Action::Typed { text: "before".to_owned(), at_once: true });
        act(&mut model, Action::Recheck);
        assert_eq!(model.stage, Stage::Empty);
        assert!(model.before.is_some());
        act(&mut model, Action::Restore);
        assert_eq!(model.draft, "before");
        assert_eq!(model.stage, Stage::Ready);
    }
}
