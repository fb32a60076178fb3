//! What the page knows of its second look into protocol logs: the search, a window of what was found, one session
//! in full. No web types, so all of it is tested natively.

use crate::state::Content;
use mailtls_core::format::smtp_log::search::Query;
use mailtls_core::report::{PeerReport, StretchReport, TranscriptReport};
use mailtls_core::vocabulary::Direction;
use mailtls_text::csv_cell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// How many sessions or rows a window shows.
pub(crate) const WINDOW: u64 = 100;
/// A silence worth a word, in milliseconds.
pub(crate) const GAP: u64 = 5000;
/// The most bars of the timeline: more could not be told apart, nor drawn at once.
const BARS: usize = 180;

/// See the module.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Logs {
    /// What stands in the form.
    pub(crate) query: Query,
    /// The number of the last search; answers to others are stale.
    pub(crate) round: u64,
    /// How far it is; `None` where there was none.
    pub(crate) found: Option<Found>,
    /// What the window shows.
    pub(crate) hits: Rc<Vec<TranscriptReport>>,
    /// The number of its first, from 0.
    pub(crate) first: u64,
    /// The session in view.
    pub(crate) open: Option<Rc<TranscriptReport>>,
    /// Whether the first session found is to be opened.
    pub(crate) opening: bool,
}

/// How far a search is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// How many fit.
    pub(crate) count: u64,
    /// How many of them can be shown.
    pub(crate) shown: u64,
    /// Bytes read, and bytes in all.
    pub(crate) done: u64,
    /// See `done`.
    pub(crate) total: u64,
    /// Whether all was read.
    pub(crate) over: bool,
    /// Whether something could not be read.
    pub(crate) lost: bool,
}

/// A log to search.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Source {
    /// Its name in the report.
    pub(crate) name: String,
    /// Where its bytes are.
    pub(crate) content: Content,
    /// How many.
    pub(crate) size: u64,
    /// Whose log it is, until it says itself.
    pub(crate) direction: Direction,
}

/// Something happened.
#[derive(Clone, Debug)]
pub(crate) enum Action {
    /// The form changed.
    Edit(Field, String),
    /// Search for what stands in the form.
    Ask,
    /// Search for this.
    Want(Query),
    /// Show the session with this id, on this connector.
    Session(String, String),
    /// Stop searching.
    Stop,
    /// A search is so far.
    Progressed(u64, Found),
    /// Show the window that begins here.
    Window(u64),
    /// What it holds.
    Hits(u64, u64, Vec<TranscriptReport>),
    /// Show what was found as number so many of the window.
    Open(usize),
    /// Show a session that is at hand.
    Show(Rc<TranscriptReport>),
    /// Here it is.
    Opened(u64, Box<TranscriptReport>),
    /// Close it.
    Close,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    /// `rows`, or anything else for sessions.
    Unit,
    /// See [`Query::peer`].
    Peer,
    /// See [`Query::connector`].
    Connector,
    /// See [`Query::session`].
    Session,
    /// See [`Query::outcome`].
    Outcome,
    /// See [`Query::word`].
    Word,
    /// See [`Query::time`].
    Time,
}

/// What the browser shall do.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Effect {
    /// Search; stops the search before.
    Search(u64, Query),
    /// Read a window of what was found.
    Window(u64, u64),
    /// Read a session in full, which lies where its lines say.
    Transcript(u64, Rc<TranscriptReport>),
    /// Stop.
    Stop,
    /// Bring the session into view.
    Focus,
}

impl Logs {
    /// Takes an action in.
    pub(crate) fn update(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Edit(field, text) => {
                match field {
                    Field::Unit => self.query.rows = text == "rows",
                    Field::Peer => self.query.peer = text,
                    Field::Connector => self.query.connector = text,
                    Field::Session => self.query.session = text,
                    Field::Outcome => self.query.outcome = text,
                    Field::Word => self.query.word = text,
                    Field::Time => self.query.time = text,
                }
                Vec::new()
            }
            Action::Ask => self.search(),
            Action::Want(query) => {
                self.query = query;
                self.search()
            }
            Action::Session(session, connector) => {
                self.query = Query { session, connector, ..Query::default() };
                let effects = self.search();
                self.opening = true;
                effects
            }
            Action::Stop => {
                self.round += 1;
                if let Some(found) = &mut self.found {
                    found.over = true;
                }
                vec![Effect::Stop]
            }
            Action::Progressed(round, found) if round == self.round => {
                let before = self.found.replace(found).unwrap_or_default();
                // The first window fills while the search goes on.
                let room = before.shown < self.first + WINDOW;
                let news = found.shown > before.shown || (found.over && !before.over);
                if news && room { vec![Effect::Window(round, self.first)] } else { Vec::new() }
            }
            Action::Window(first) => {
                let last = self.found.map_or(0, |found| found.shown.saturating_sub(1));
                self.first = first.min(last);
                vec![Effect::Window(self.round, self.first)]
            }
            Action::Hits(round, first, hits) if round == self.round && first == self.first => {
                self.hits = Rc::new(hits);
                if self.opening && !self.hits.is_empty() && self.found.is_some_and(|found| found.over) {
                    self.opening = false;
                    return self.update(Action::Open(0));
                }
                Vec::new()
            }
            Action::Open(nth) => {
                let Some(hit) = self.hits.get(nth).cloned() else { return Vec::new() };
                if self.query.rows {
                    return self.update(Action::Session(hit.session, hit.connector));
                }
                vec![Effect::Transcript(self.round, Rc::new(hit))]
            }
            Action::Show(session) => {
                // What the report holds of a long session is not all of it.
                if session.rows > session.lines.len() as u64 {
                    return self.update(Action::Session(session.session.clone(), session.connector.clone()));
                }
                self.open = Some(session);
                vec![Effect::Focus]
            }
            Action::Opened(round, session) if round == self.round => {
                self.open = Some(Rc::new(*session));
                vec![Effect::Focus]
            }
            Action::Close => {
                self.open = None;
                Vec::new()
            }
            Action::Progressed(..) | Action::Hits(..) | Action::Opened(..) => Vec::new(),
        }
    }

    fn search(&mut self) -> Vec<Effect> {
        self.round += 1;
        self.found = Some(Found::default());
        self.hits = Rc::new(Vec::new());
        self.first = 0;
        self.opening = false;
        vec![Effect::Search(self.round, self.query.clone())]
    }
}

/// Handshakes at versions that Microsoft 365 refuses.
pub(crate) fn old(negotiated: &BTreeMap<String, u64>) -> u64 {
    negotiated.iter().filter(|(version, _)| !is_new(version)).map(|(_, count)| count).sum()
}

/// Whether a version is one that stays.
pub(crate) fn is_new(version: &str) -> bool {
    matches!(version, "TLS 1.2" | "TLS 1.3")
}

/// Whether mail with this peer would stop if the old versions went off: it was never seen with a newer one.
pub(crate) fn would_break(peer: &PeerReport) -> bool {
    old(&peer.negotiated) > 0 && !peer.negotiated.keys().any(|version| is_new(version))
}

/// Whether the end of the old versions may be why handshakes with this peer fail: they are cut without a word of a
/// certificate or of credentials, and none with this peer came to TLS 1.2. The log says no more than that.
pub(crate) fn fails_already(peer: &PeerReport) -> bool {
    let names_another = |word: &String| {
        let word = word.to_ascii_lowercase();
        ["credential", "cert", "root", "name", "trust", "dns", "timedout"]
            .iter()
            .any(|part| word.contains(part))
    };
    peer.failures.keys().any(|word| !names_another(word))
        && !peer.negotiated.keys().any(|version| is_new(version))
}

/// The stretches in the coarsest unit that is asked for, and coarser where there are more than can be drawn: with
/// the length of what names one.
pub(crate) fn folded(stretches: &[StretchReport], length: usize) -> (usize, Vec<StretchReport>) {
    let length = stretches.first().map_or(length, |stretch| length.min(stretch.begin.len()));
    for length in [13, 10, 7, 4].into_iter().filter(|unit| *unit <= length) {
        let mut by_name: BTreeMap<&str, StretchReport> = BTreeMap::new();
        for stretch in stretches {
            let name = stretch.begin.get(..length).unwrap_or(&stretch.begin);
            let sum = by_name.entry(name).or_insert_with(|| StretchReport {
                begin: name.to_owned(),
                sessions: 0,
                negotiated: BTreeMap::new(),
                clear: 0,
                failed: 0,
            });
            sum.sessions += stretch.sessions;
            sum.clear += stretch.clear;
            sum.failed += stretch.failed;
            for (version, count) in &stretch.negotiated {
                *sum.negotiated.entry(version.clone()).or_default() += count;
            }
        }
        if by_name.len() <= BARS || length == 4 {
            return (length, by_name.into_values().collect());
        }
    }
    (length, stretches.to_vec())
}

/// A stage of a session, in the order they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stage {
    /// The connection.
    Connect,
    /// The greeting.
    Banner,
    /// `EHLO` and the answer.
    Ehlo,
    /// `STARTTLS` and the answer.
    Starttls,
    /// The handshake.
    Handshake,
    /// `MAIL FROM`.
    Mail,
    /// The message is taken.
    Delivered,
}

impl Stage {
    /// All of them.
    pub(crate) const ALL: [Self; 7] = [
        Self::Connect,
        Self::Banner,
        Self::Ehlo,
        Self::Starttls,
        Self::Handshake,
        Self::Mail,
        Self::Delivered,
    ];

    /// The word in text ids.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Connect => "connect",
            Self::Banner => "banner",
            Self::Ehlo => "ehlo",
            Self::Starttls => "starttls",
            Self::Handshake => "handshake",
            Self::Mail => "mail",
            Self::Delivered => "delivered",
        }
    }

    /// The stage a step belongs to, and whether the step is a failure of it.
    fn of(step: &str) -> Option<(Self, bool)> {
        Some(match step {
            "connected" => (Self::Connect, false),
            "connect-failed" => (Self::Connect, true),
            "banner" => (Self::Banner, false),
            "banner-masked" => (Self::Banner, true),
            "ehlo" | "ehlo-answer" | "offered" | "anonymous-offered" | "ehlo-end" => (Self::Ehlo, false),
            "masked" => (Self::Ehlo, true),
            "starttls" | "anonymous-tls" | "go-ahead" => (Self::Starttls, false),
            "starttls-refused" | "required-here" => (Self::Starttls, true),
            "negotiated" => (Self::Handshake, false),
            "failed" | "chain-status" => (Self::Handshake, true),
            "mail" | "mail-taken" | "data" => (Self::Mail, false),
            "demanded" | "auth-failed" | "refused" => (Self::Mail, true),
            "delivered" => (Self::Delivered, false),
            _ => return None,
        })
    }
}

/// The row at which a session failed: the one that says so, else the last, where a handshake was cut without a word.
pub(crate) fn stopped_at(session: &TranscriptReport) -> Option<usize> {
    let steps = || session.lines.iter().map(|line| Stage::of(&line.step));
    if steps().any(|step| step == Some((Stage::Delivered, false))) {
        return None;
    }
    let failed = |step: Option<(Stage, bool)>| step.is_some_and(|(_, failed)| failed);
    let cut = session.failed.is_some().then(|| session.lines.len().saturating_sub(1));
    steps().position(failed).or(cut)
}

/// How a session came through a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Passed {
    /// It did.
    Yes,
    /// It stopped there.
    Stopped,
    /// It went on without it.
    Skipped,
    /// It never came to it.
    No,
}

impl Passed {
    /// The word in text ids and classes.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Stopped => "stopped",
            Self::Skipped => "skipped",
            Self::No => "no",
        }
    }
}

/// Every stage of a session, and how it came through it.
pub(crate) fn stages(session: &TranscriptReport) -> Vec<(Stage, Passed)> {
    let steps = || session.lines.iter().filter_map(|line| Stage::of(&line.step));
    let reached = steps().map(|(stage, _)| stage).max();
    // A handshake may be cut without a row that says so.
    let cut = (session.failed.is_some() && session.negotiated.is_none()).then_some(Stage::Handshake);
    let stopped = steps().filter(|(_, failed)| *failed).map(|(stage, _)| stage).min();
    let delivered = reached == Some(Stage::Delivered);
    let stopped = cut.or(stopped).filter(|_| !delivered);
    let passed = |stage: Stage| {
        let seen = steps().any(|(at, failed)| at == stage && !failed);
        if stopped == Some(stage) {
            Passed::Stopped
        } else if stopped.is_some_and(|stopped| stage > stopped) {
            Passed::No
        } else if seen {
            Passed::Yes
        } else if reached.is_some_and(|reached| stage < reached) {
            // The log may begin later than the connection; TLS that was never begun was left out.
            if matches!(stage, Stage::Starttls | Stage::Handshake) { Passed::Skipped } else { Passed::Yes }
        } else {
            Passed::No
        }
    };
    Stage::ALL.into_iter().map(|stage| (stage, passed(stage))).collect()
}

/// The reply code of a line, and the class of its enhanced code: `250` and `2` of `250 2.1.0 Sender OK`.
pub(crate) fn reply_code(data: &str) -> Option<(&str, Option<&str>)> {
    let code = data.get(..3)?;
    let digits = code.bytes().all(|byte| byte.is_ascii_digit());
    let class = matches!(code.as_bytes().first(), Some(b'2'..=b'5'));
    let end = matches!(data.as_bytes().get(3), None | Some(b' ' | b'-'));
    if !(digits && class && end) {
        return None;
    }
    let enhanced = data.get(4..).and_then(|rest| rest.split_whitespace().next()).filter(|word| {
        let mut parts = word.split('.');
        let number = |part: Option<&str>| part.is_some_and(|part| part.parse::<u16>().is_ok());
        number(parts.next()) && number(parts.next()) && number(parts.next()) && parts.next().is_none()
    });
    Some((code, enhanced.and_then(|word| word.split('.').nth(1))))
}

/// A certificate row in its parts, each with the word of its name: `subject`, `issuer`, `serial`, `thumbprint`,
/// `not-before`, `not-after`, `names`. Empty where the row is of another form.
pub(crate) fn certificate(data: &str, context: &str) -> Vec<(&'static str, String)> {
    if !context.contains("ertificate") || !context.contains("Thumbprint") {
        return Vec::new();
    }
    let words: Vec<&str> = data.split_whitespace().collect();
    let Some(day) = words.iter().position(|word| is_date(word)) else { return Vec::new() };
    let (Some(serial), Some(thumbprint)) =
        (day.checked_sub(2).and_then(|at| words.get(at)), day.checked_sub(1).and_then(|at| words.get(at)))
    else {
        return Vec::new();
    };
    // Two names of certificates, one behind the other: the second begins where a second `CN=` does.
    let holders = words.get(..day - 2).unwrap_or_default();
    let second =
        holders.iter().skip(1).position(|word| word.starts_with("CN=")).map_or(holders.len(), |at| at + 1);
    let (subject, issuer) = holders.split_at(second);
    let rest: Vec<&str> = words.get(day..).unwrap_or_default().to_vec();
    let names = rest.iter().filter(|word| !is_date(word)).copied().collect::<Vec<_>>().join(" ");
    let mut dates = rest.iter().filter(|word| is_date(word)).map(|word| word.replace('T', " "));
    let parts = [
        ("subject", subject.join(" ")),
        ("issuer", issuer.join(" ")),
        ("serial", (*serial).to_owned()),
        ("thumbprint", (*thumbprint).to_owned()),
        ("not-before", dates.next().unwrap_or_default()),
        ("not-after", dates.next().unwrap_or_default()),
        ("names", names.replace(';', ", ")),
    ];
    parts.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

fn is_date(word: &str) -> bool {
    word.len() >= 19 && word.as_bytes().get(10) == Some(&b'T')
}

/// A table as CSV, with the mark by which Excel tells UTF-8, as the findings have it.
pub(crate) fn csv(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut lines = format!("\u{feff}{}\r\n", head.join(","));
    for row in rows {
        lines.push_str(&row.iter().map(|cell| csv_cell(cell)).collect::<Vec<_>>().join(","));
        lines.push_str("\r\n");
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use mailtls_core::report::{EvidenceReport, TranscriptLine};

    fn line(step: &str) -> TranscriptLine {
        let evidence =
            EvidenceReport { source: String::new(), line: 1, start: 0, end: 1, quote: String::new() };
        TranscriptLine {
            time: String::new(),
            event: "*".to_owned(),
            data: String::new(),
            context: String::new(),
            step: step.to_owned(),
            gap: 0,
            evidence,
        }
    }

    fn session(steps: &[&str], failed: Option<&str>) -> TranscriptReport {
        TranscriptReport {
            session: "08DE".to_owned(),
            direction: Direction::Outbound,
            name: String::new(),
            address: String::new(),
            connector: String::new(),
            microsoft365: false,
            negotiated: None,
            failed: failed.map(str::to_owned),
            clear: false,
            rows: steps.len() as u64,
            lines: steps.iter().map(|step| line(step)).collect(),
        }
    }

    fn passed(steps: &[&str], failed: Option<&str>) -> Vec<&'static str> {
        stages(&session(steps, failed)).into_iter().map(|(_, passed)| passed.word()).collect()
    }

    #[test]
    fn the_picture_shows_where_a_session_stopped() {
        let begin = ["connected", "banner", "ehlo", "starttls", "go-ahead"];
        assert_eq!(
            passed(&[&begin[..], &["failed", "end"]].concat(), Some("SocketError")),
            ["yes", "yes", "yes", "yes", "stopped", "no", "no"]
        );
        assert_eq!(passed(&begin, Some("")), ["yes", "yes", "yes", "yes", "stopped", "no", "no"]);
        assert_eq!(passed(&["connect-failed"], None), ["stopped", "no", "no", "no", "no", "no", "no"]);
        assert_eq!(
            passed(&["connected", "banner", "ehlo", "mail", "data", "delivered"], None),
            ["yes", "yes", "yes", "skipped", "skipped", "yes", "yes"]
        );
        assert_eq!(
            passed(&["connected", "banner", "ehlo", "mail", "demanded"], None),
            ["yes", "yes", "yes", "skipped", "skipped", "stopped", "no"]
        );
    }

    #[test]
    fn reply_codes_are_told_from_other_text() {
        assert_eq!(reply_code("250 2.1.0 Sender OK"), Some(("250", Some("1"))));
        assert_eq!(reply_code("250-SIZE"), Some(("250", None)));
        assert_eq!(reply_code("421"), Some(("421", None)));
        assert_eq!(reply_code("2500 x"), None);
        assert_eq!(reply_code("EHLO x"), None);
        assert_eq!(reply_code("999 x"), None);
    }

    #[test]
    fn a_certificate_row_is_taken_apart() {
        let data = " CN=mail.contoso.example CN=Contoso Issuing CA 1A2B3C 0123456789AB 2026-01-01T00:00:00.000Z \
                    2027-01-01T00:00:00.000Z mail.contoso.example;autodiscover.contoso.example";
        let context = "Sending certificate Subject Issuer name Serial number Thumbprint Not before Not after";
        let parts: BTreeMap<_, _> = certificate(data, context).into_iter().collect();
        assert_eq!(parts["subject"], "CN=mail.contoso.example");
        assert_eq!(parts["issuer"], "CN=Contoso Issuing CA");
        assert_eq!((parts["serial"].as_str(), parts["thumbprint"].as_str()), ("1A2B3C", "0123456789AB"));
        assert_eq!(parts["not-after"], "2027-01-01 00:00:00.000Z");
        assert_eq!(parts["names"], "mail.contoso.example, autodiscover.contoso.example");
        assert!(certificate("", context).is_empty());
        assert!(certificate("2026-01-01T00:00:00.000Z", context).is_empty());
    }

    #[test]
    fn only_peers_never_seen_with_a_newer_version_would_break_or_fail_for_it() {
        let peer = |negotiated: &[&str], failures: &[&str]| PeerReport {
            name: String::new(),
            address: String::new(),
            connector: String::new(),
            direction: Direction::Outbound,
            sessions: 1,
            negotiated: negotiated.iter().map(|version| ((*version).to_owned(), 1)).collect(),
            clear: 0,
            failed: failures.len() as u64,
            failures: failures.iter().map(|word| ((*word).to_owned(), 1)).collect(),
            ciphers: BTreeMap::new(),
            microsoft365: true,
            first: String::new(),
            last: String::new(),
        };
        assert!(would_break(&peer(&["TLS 1.0"], &[])));
        assert!(!would_break(&peer(&["TLS 1.0", "TLS 1.2"], &[])));
        assert!(!would_break(&peer(&["TLS 1.2"], &[])));
        assert!(fails_already(&peer(&[], &["SocketError"])));
        assert!(!fails_already(&peer(&["TLS 1.2"], &["SocketError"])));
        assert!(!fails_already(&peer(&[], &["NoCredentials"])));
        assert!(!fails_already(&peer(&["TLS 1.0"], &[])));
    }

    #[test]
    fn hours_are_folded_into_days_where_there_are_too_many_and_nothing_is_lost() {
        let stretch = |hour: usize| StretchReport {
            begin: format!("2026-11-{:02}T{:02}", hour / 24 + 1, hour % 24),
            sessions: 2,
            negotiated: [("TLS 1.2".to_owned(), 1)].into(),
            clear: 0,
            failed: 1,
        };
        let hours: Vec<StretchReport> = (0..200).map(stretch).collect();
        let (length, days) = folded(&hours, 13);
        assert_eq!((length, days.len()), (10, 9));
        assert_eq!(days.iter().map(|day| day.failed).sum::<u64>(), 200);
        assert_eq!(days.iter().map(|day| day.negotiated["TLS 1.2"]).sum::<u64>(), 200);
        assert_eq!(folded(&hours[..20], 13).0, 13);
        assert_eq!(folded(&hours[..20], 10).1.len(), 1);
    }

    #[test]
    fn a_search_fills_its_window_while_it_goes_on_and_forgets_the_one_before() {
        let mut logs = Logs::default();
        assert!(matches!(logs.update(Action::Ask)[..], [Effect::Search(1, _)]));
        let found = Found { count: 3, shown: 3, done: 1, total: 9, ..Found::default() };
        assert_eq!(logs.update(Action::Progressed(1, found)), [Effect::Window(1, 0)]);
        assert!(logs.update(Action::Progressed(1, found)).is_empty());
        logs.update(Action::Hits(1, 0, vec![session(&[], None)]));
        assert_eq!(logs.hits.len(), 1);
        logs.update(Action::Ask);
        assert!(logs.update(Action::Progressed(1, found)).is_empty());
        logs.update(Action::Hits(1, 0, vec![session(&[], None)]));
        assert!(logs.hits.is_empty());
    }

    #[test]
    fn a_session_that_is_asked_for_by_its_id_opens_when_it_is_found() {
        let mut logs = Logs::default();
        logs.update(Action::Session("08DE".to_owned(), String::new()));
        let over = Found { count: 1, shown: 1, over: true, ..Found::default() };
        assert_eq!(logs.update(Action::Progressed(1, over)), [Effect::Window(1, 0)]);
        let effects = logs.update(Action::Hits(1, 0, vec![session(&[], None)]));
        assert!(matches!(effects[..], [Effect::Transcript(1, _)]));
        logs.update(Action::Opened(1, Box::new(session(&["end"], None))));
        assert!(logs.open.is_some());
    }

    #[test]
    fn a_cell_is_never_run_by_a_spreadsheet() {
        let table = csv(&["a"], [vec!["=1+1".to_owned()], vec!["say \"x\"".to_owned()]].into_iter());
        assert_eq!(table, "\u{feff}a\r\n\"'=1+1\"\r\n\"say \"\"x\"\"\"\r\n");
    }
}
