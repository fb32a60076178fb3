//! The worker's side of the search through protocol logs: words and texts to a [`Search`] and back. No web types.

use mailtls_core::format::smtp_log::search::{From as Start, Query, Search};
use mailtls_core::report::TranscriptReport;
use mailtls_core::vocabulary::Direction;

/// The search under way, or the last one.
#[derive(Default)]
pub(crate) struct Seeker {
    search: Option<Search>,
    /// An input that is open and has not been fed yet.
    opened: Option<(String, Direction)>,
    parts: Vec<(Start, Vec<u8>)>,
}

impl Seeker {
    /// Carries a word out. The answer is sessions as bytes, and texts; without any of both there is none.
    pub(crate) fn answer(&mut self, word: &str, fields: &[&str], bytes: Vec<u8>) -> (Vec<u8>, Vec<String>) {
        let text = |at: usize| fields.get(at).copied().unwrap_or_default();
        let number = |at: usize| text(at).parse::<u64>().unwrap_or(0);
        let place = |skip: u64| Start {
            source: u32::try_from(number(0)).unwrap_or(u32::MAX),
            line: number(1),
            offset: number(2),
            skip,
        };
        if word == "begin" {
            self.search = Some(Search::new(&Query {
                rows: text(0) == "rows",
                peer: text(1).to_owned(),
                connector: text(2).to_owned(),
                session: text(3).to_owned(),
                outcome: text(4).to_owned(),
                word: text(5).to_owned(),
                time: text(6).to_owned(),
            }));
            self.opened = None;
            self.parts.clear();
        }
        let Some(search) = self.search.as_mut() else { return Default::default() };
        match word {
            "open" => {
                let direction = if text(1) == "inbound" { Direction::Inbound } else { Direction::Outbound };
                // One without a byte has its number too.
                if let Some((name, direction)) = self.opened.replace((text(0).to_owned(), direction)) {
                    search.open(&name, direction, &[]);
                }
            }
            "chunk" => {
                if let Some((name, direction)) = self.opened.take() {
                    search.open(&name, direction, bytes.get(..64 << 10).unwrap_or(&bytes));
                }
                search.feed(&bytes);
            }
            "end" => search.finish(),
            "sessions" => {
                let index = |at: usize| usize::try_from(number(at)).unwrap_or(usize::MAX);
                let found = search.sessions(index(0), index(1));
                return (TranscriptReport::list_to_bytes(&found), Vec::new());
            }
            "place" => return (Vec::new(), search.place_of(number(0)).map(texts).unwrap_or_default()),
            "rows" => {
                let count = usize::try_from(number(5)).unwrap_or(0);
                let (rows, more) = search.rows(place(number(3)), &bytes, text(4) == "whole", count);
                return (TranscriptReport::list_to_bytes(&rows), more.map(texts).unwrap_or_default());
            }
            "part" => self.parts.push((place(0), bytes)),
            "transcript" => {
                let parts = std::mem::take(&mut self.parts);
                let whole = search.transcript(text(0), text(1), &parts);
                let whole = whole.map(|whole| TranscriptReport::list_to_bytes(&[whole]));
                return (whole.unwrap_or_default(), Vec::new());
            }
            _ => {}
        }
        (Vec::new(), vec![search.count().to_string(), search.shown().to_string()])
    }
}

fn texts(from: Start) -> Vec<String> {
    [u64::from(from.source), from.line, from.offset, from.skip].iter().map(u64::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_in_words_is_found() {
        let log = "2026-11-03T08:15:02.000Z,Out,08DE1A0C5B7F2A41,0,10.0.0.1:3,203.0.113.25:25,+,,\r\n\
                   2026-11-03T08:15:03.000Z,Out,08DE1A0C5B7F2A41,1,10.0.0.1:3,203.0.113.25:25,-,,Local\r\n";
        let mut seeker = Seeker::default();
        assert!(seeker.answer("end", &[], Vec::new()).1.is_empty());
        seeker.answer("begin", &["rows", "", "", "", "", "", ""], Vec::new());
        seeker.answer("open", &["a.log", "outbound"], Vec::new());
        seeker.answer("chunk", &[], log.as_bytes().to_vec());
        assert_eq!(seeker.answer("end", &[], Vec::new()).1, ["2", "2"]);
        let place = seeker.answer("place", &["1"], Vec::new()).1;
        assert_eq!(place, ["0", "2", "80", "0"]);
        let fields = ["0", "2", "80", "0", "whole", "5"];
        let rows = seeker.answer("rows", &fields, log.as_bytes()[80..].to_vec()).0;
        let rows = TranscriptReport::list_from_bytes(&rows).unwrap();
        assert_eq!(rows[0].lines[0].time, "2026-11-03T08:15:03.000Z");
        seeker.answer("part", &["0", "1", "0"], log.as_bytes().to_vec());
        let session = seeker.answer("transcript", &["08DE1A0C5B7F2A41", "Out"], Vec::new()).0;
        assert_eq!(TranscriptReport::list_from_bytes(&session).unwrap()[0].rows, 2);
    }
}
