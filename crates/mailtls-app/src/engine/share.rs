//! What of the inputs is read apart, by several workers at once: logs, and parts of large ones. The report is what
//! reading them one after the other would give; see [`mailtls_core::partial`].

use crate::browser::files;
use crate::state::ReadDocument;
use js_sys::Uint8Array;
use mailtls_core::session::Session;
use std::collections::VecDeque;
use std::ops::Range;

/// Below this, in bytes, starting workers costs more than they save.
const WORTH: u64 = 16 << 20;
/// The least a part of a file is worth.
const PART: u64 = 16 << 20;
/// The most workers. Each holds the program once more, and one page hands over to them all: for which one processor
/// is left (on two, two workers took a tenth longer than one).
const MOST: u64 = 4;

/// An input, or a part of one.
pub(crate) struct Share {
    /// Which.
    pub(crate) position: usize,
    /// From where to where, and how the file begins; `None`: all of it.
    pub(crate) part: Option<(Range<u64>, Uint8Array)>,
}

/// What is left to be read.
#[derive(Default)]
pub(crate) struct Shares {
    /// Apart, by whoever is free.
    pub(crate) apart: VecDeque<Share>,
    /// In one, in the order of their places.
    pub(crate) rest: Vec<usize>,
    /// How many workers shall read.
    pub(crate) workers: usize,
}

impl Shares {
    /// Everything in one.
    pub(crate) fn whole(inputs: &[ReadDocument]) -> Self {
        Self { rest: (0..inputs.len()).collect(), ..Self::default() }
    }

    /// For as many workers as the machine has processors.
    pub(crate) async fn of(inputs: &[ReadDocument]) -> Self {
        let workers = crate::browser::processors().saturating_sub(1).min(MOST);
        let total: u64 = inputs.iter().map(|input| input.size).sum();
        if total < WORTH || workers < 2 {
            return Self::whole(inputs);
        }
        let mut shares = Self::default();
        let mut small = VecDeque::new();
        for (position, input) in inputs.iter().enumerate() {
            if input.size < 2 * PART {
                // Looked at when its turn comes: there may be thousands.
                small.push_back(Share { position, part: None });
                continue;
            }
            let Some(head) = log_head(input).await else {
                shares.rest.push(position);
                continue;
            };
            let begins = borders(input, &head, (input.size / PART).min(workers)).await;
            let ends = begins.iter().skip(1).copied().chain([input.size]);
            if begins.len() < 2 {
                shares.apart.push_back(Share { position, part: None });
                continue;
            }
            let head = Uint8Array::from(head.as_slice());
            let part = |(from, to)| Share { position, part: Some((from..to, head.clone())) };
            shares.apart.extend(begins.iter().copied().zip(ends).map(part));
        }
        // What takes longest begins first.
        shares.apart.append(&mut small);
        shares.workers = usize::try_from(workers).unwrap_or(1).min(shares.apart.len());
        if shares.workers < 2 { Self::whole(inputs) } else { shares }
    }

    /// What is read next, apart.
    pub(crate) fn next(&mut self) -> Option<Share> {
        self.apart.pop_front()
    }

    /// What is read in one, in the order of their places.
    pub(crate) fn take_rest(&mut self) -> Vec<usize> {
        mailtls_core::order::sort_by_key(&mut self.rest, |position| *position);
        std::mem::take(&mut self.rest)
    }
}

/// How an input begins, where it is a log and nothing else.
pub(crate) async fn log_head(input: &ReadDocument) -> Option<Vec<u8>> {
    let head = files::slice(&input.content, 0, Session::HEAD as u64).await?;
    let head = Uint8Array::new(&head).to_vec();
    Session::is_log(&input.name, input.told, &head).then_some(head)
}

/// Where the parts of a file begin: behind the line feeds that follow equal lengths. Only one where it cannot be split.
async fn borders(input: &ReadDocument, head: &[u8], count: u64) -> Vec<u64> {
    let mut begins = vec![0];
    if files::open_part(&input.content, 0, 0).is_none()
        || !Session::can_be_split(&input.name, input.told, head)
    {
        return begins;
    }
    for at in 1..count {
        let from = input.size / count * at;
        let Some(bytes) = files::slice(&input.content, from, from + Session::HEAD as u64).await else {
            continue;
        };
        let length = Uint8Array::new(&bytes).index_of(b'\n', 0);
        // Nothing but a very long line.
        let Ok(length) = u64::try_from(length) else { continue };
        if begins.last().is_none_or(|last| from + length + 1 > *last) {
            begins.push(from + length + 1);
        }
    }
    begins
}
