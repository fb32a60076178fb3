//! From findings to one answer: ranks them, links causes to effects, and says what is ruled out.
//!
//! The answer is about the failure the evidence *shows*. A bounce, a queue or a log shows one; a registry
//! export shows a state that would cause one. So an export proves or weakens what a bounce suggests, and
//! decides alone only where nothing shows a failure.

use crate::fact::Facts;
use crate::report::{Considered, DocumentReport, RuledOut, Verdict};
use crate::rule::{Finding, RuleId};
use crate::session::{Options, Source};
use crate::span::Mark;
use crate::vocabulary::{Cause, Certainty, Direction, Kind, Os, Platform, Severity};

/// The release whose defaults are taken where nothing tells which it is.
pub const ASSUMED_OS: Os = Os::Ws2019;

/// A finding with its weight among the others.
#[derive(Clone, Debug)]
pub struct Weighed<'a> {
    /// The finding.
    pub finding: &'a Finding,
    /// Its own certainty, less what speaks against it.
    pub certainty: Certainty,
    /// The finding whose effect it is.
    pub explained_by: Option<RuleId>,
    /// Those that speak against it.
    pub opposed_by: Vec<RuleId>,
    /// Whether it rests on a registry export alone, which shows a state and no failure.
    pub latent: bool,
}

impl Weighed<'_> {
    /// The root cause it names, if it names one that can be acted on.
    fn cause(&self) -> Option<Cause> {
        self.finding.cause().filter(|cause| !matches!(cause, Cause::None | Cause::Unknown))
    }

    /// Whether it names a cause and nothing explains it away.
    fn is_candidate(&self) -> bool {
        self.cause().is_some() && self.explained_by.is_none()
    }

    /// Whether enough speaks for it to name its cause as the answer: what was weakened by counter-evidence
    /// to a mere suspicion is not.
    fn stands(&self) -> bool {
        self.certainty > Certainty::Suspected || self.opposed_by.is_empty()
    }
}

/// The findings in the order they are shown, and the answer they give.
#[derive(Clone, Debug)]
pub struct Diagnosis<'a> {
    /// Causes first, strongest first; then what they explain; then notes.
    pub findings: Vec<Weighed<'a>>,
    /// The answer.
    pub verdict: Verdict,
}

/// Weighs the findings and decides.
#[must_use]
pub fn decide<'a>(
    facts: &Facts,
    sources: &[Source],
    findings: &'a [Finding],
    options: Options,
) -> Diagnosis<'a> {
    let placed: Vec<Placed<'a>> = findings.iter().map(|finding| Placed::new(finding, sources)).collect();
    let mut weighed: Vec<Weighed<'a>> = placed.iter().map(|one| weigh(one, &placed, sources)).collect();
    // Stable: what is equal here stays in the order of the rules.
    crate::order::sort_by_key(&mut weighed, |weighed| {
        (
            std::cmp::Reverse(u8::from(weighed.is_candidate() && weighed.stands())),
            std::cmp::Reverse(weighed.finding.rule.severity),
            weighed.explained_by.is_some(),
            std::cmp::Reverse(weighed.certainty),
            weighed.latent,
        )
    });
    let verdict = answer(facts, sources, &weighed, options);
    Diagnosis { findings: weighed, verdict }
}

/// A finding and the bounces or queue entries it stands in.
struct Placed<'a> {
    finding: &'a Finding,
    /// By source and first line. `None` where some of its evidence stands in none.
    deliveries: Option<Vec<(u32, u64)>>,
}

impl<'a> Placed<'a> {
    fn new(finding: &'a Finding, sources: &[Source]) -> Self {
        let delivery = |mark: &Mark| {
            let document = document_at(mark, sources)?;
            matches!(document.kind, Kind::Ndr | Kind::Queue)
                .then_some((mark.span.source.0, document.first_line))
        };
        Self { finding, deliveries: finding.evidence.iter().map(delivery).collect() }
    }

    /// Whether each stands in a bounce or a queue entry of its own: what a receiver said of one message says
    /// nothing about why another one failed.
    fn is_of_another_delivery_than(&self, other: &Self) -> bool {
        match (&self.deliveries, &other.deliveries) {
            (Some(one), Some(other)) => one.iter().all(|delivery| !other.contains(delivery)),
            _ => false,
        }
    }
}

fn weigh<'a>(placed: &Placed<'a>, all: &[Placed<'a>], sources: &[Source]) -> Weighed<'a> {
    let finding = placed.finding;
    let explained_by = all
        .iter()
        .find(|other| explains(other.finding, finding) && !other.is_of_another_delivery_than(placed))
        .map(|other| other.finding.rule.id);
    let mut certainty = finding.certainty;
    let mut opposed_by = Vec::new();
    for other in all.iter().filter(|other| opposes(other.finding, finding)) {
        if !opposed_by.contains(&other.finding.rule.id) && !other.is_of_another_delivery_than(placed) {
            opposed_by.push(other.finding.rule.id);
        }
    }
    if !opposed_by.is_empty() {
        certainty = match certainty {
            Certainty::Certain => Certainty::Likely,
            Certainty::Likely | Certainty::Suspected => Certainty::Suspected,
        };
    }
    let latent = finding.evidence.iter().all(|mark| kind_at(mark, sources) == Kind::Reg);
    Weighed { finding, certainty, explained_by, opposed_by, latent }
}

/// Whether `finding` is an effect of `other`.
fn explains(other: &Finding, finding: &Finding) -> bool {
    other.rule.explains.contains(&finding.rule.id.as_str())
        && other.rule.id != finding.rule.id
        && same_server(other, finding)
        && meets(other.direction, finding.direction)
}

/// Whether `other` speaks against the cause that `finding` names, for the same way of the mail.
fn opposes(other: &Finding, finding: &Finding) -> bool {
    finding.cause().is_some_and(|cause| other.rule.rules_out.contains(&cause))
        && same_server(other, finding)
        && other.direction.covers(finding.direction)
}

fn same_server(one: &Finding, other: &Finding) -> bool {
    one.server.is_none() || other.server.is_none() || one.server == other.server
}

/// Whether two findings can be about the same way of the mail.
fn meets(one: Direction, other: Direction) -> bool {
    one == Direction::Unknown || other == Direction::Unknown || one.covers(other) || other.covers(one)
}

/// The kind of the document a mark stands in.
fn kind_at(mark: &Mark, sources: &[Source]) -> Kind {
    document_at(mark, sources).map_or(Kind::Text, |document| document.kind)
}

/// The document a mark stands in; the first where it stands in none.
fn document_at<'a>(mark: &Mark, sources: &'a [Source]) -> Option<&'a DocumentReport> {
    let source = sources.get(mark.span.source.0 as usize)?;
    // Documents stand in the order of their lines.
    let after = source.documents.partition_point(|document| document.first_line <= mark.span.line);
    let found = after.checked_sub(1).and_then(|index| source.documents.get(index));
    found.filter(|document| mark.span.line <= document.last_line).or(source.documents.first())
}

fn answer(facts: &Facts, sources: &[Source], weighed: &[Weighed<'_>], options: Options) -> Verdict {
    let observed: Vec<_> = weighed.iter().filter(|one| one.is_candidate() && !one.latent).collect();
    let latent: Vec<_> = weighed.iter().filter(|one| one.is_candidate() && one.latent).collect();
    let failure_shown = !observed.is_empty()
        || weighed.iter().any(|one| !one.latent && one.finding.cause() == Some(Cause::Unknown));
    let standing = |pool: &[&Weighed<'_>]| -> Option<Answer> {
        let best = pool.iter().filter(|one| one.stands()).map(|one| one.certainty).max()?;
        let lead = pool.iter().find(|one| one.stands() && one.certainty == best)?;
        Some(Answer::led_by(lead, pool, &latent))
    };
    let answer = match standing(&observed) {
        Some(answer) => answer,
        // The failure is shown but weakened or unexplained: an export that proves a cause for its direction
        // still answers.
        None if failure_shown => {
            let shown = weighed
                .iter()
                .filter(|one| !one.latent && one.finding.cause().is_some_and(|cause| cause != Cause::None));
            let platform =
                shown.clone().map(|one| one.finding.platform).find(|one| *one != Platform::Unknown);
            let direction = shown.fold(Direction::Unknown, |joined, one| joined.join(one.finding.direction));
            let proven: Vec<_> = latent
                .iter()
                .copied()
                .filter(|one| one.certainty == Certainty::Certain && meets(one.finding.direction, direction))
                .collect();
            standing(&proven).unwrap_or(Answer {
                cause: Cause::Unknown,
                certainty: Certainty::Suspected,
                direction,
                platform: platform.unwrap_or(Platform::Unknown),
                because: Vec::new(),
            })
        }
        None => standing(&latent).unwrap_or_else(|| Answer::healthy(weighed)),
    };
    let os_in_input = facts.servers.iter().find_map(|server| server.os.as_ref().map(|(os, _)| *os));
    let told_os = options.os.or(os_in_input);
    Verdict {
        cause: answer.cause,
        certainty: answer.certainty,
        direction: known_direction(&answer, sources),
        platform: answer.platform,
        summary: String::new(),
        ruled_out: ruled_out(weighed, answer.cause),
        considered: considered(weighed, &answer),
        needs: needs(weighed, sources, &answer),
        because: answer.because,
        os: told_os.unwrap_or(ASSUMED_OS),
        os_assumed: told_os.is_none(),
    }
}

/// The direction of the answer; where no finding tells, that of the logs, which are of one direction each.
fn known_direction(answer: &Answer, sources: &[Source]) -> Direction {
    let of_kind = |kind: Kind| match kind {
        Kind::SmtpSendLog => Direction::Outbound,
        Kind::SmtpReceiveLog => Direction::Inbound,
        Kind::Ndr | Kind::Queue | Kind::Reg | Kind::EventLog | Kind::MtaLog | Kind::Text => {
            Direction::Unknown
        }
    };
    match answer.direction {
        Direction::Unknown => sources
            .iter()
            .flat_map(|source| &source.documents)
            .fold(Direction::Unknown, |joined, document| joined.join(of_kind(document.kind))),
        known @ (Direction::Outbound | Direction::Inbound | Direction::Both) => known,
    }
}

/// The answer in the making.
#[derive(Clone, Debug)]
struct Answer {
    cause: Cause,
    certainty: Certainty,
    direction: Direction,
    platform: Platform,
    because: Vec<String>,
}

impl Answer {
    /// The cause of `lead`, strengthened by what else names it for the same way of the mail.
    fn led_by(lead: &Weighed<'_>, pool: &[&Weighed<'_>], latent: &[&Weighed<'_>]) -> Self {
        let cause = lead.cause().unwrap_or(Cause::Unknown);
        let names_it = |one: &&&Weighed<'_>| one.cause() == Some(cause) && one.stands();
        let mut supporters: Vec<&Weighed<'_>> = pool.iter().filter(names_it).copied().collect();
        if !lead.latent {
            // What an export only suspects, or says of the other direction, adds nothing to a failure seen.
            let proves = |one: &&&Weighed<'_>| {
                one.certainty == Certainty::Certain && meets(one.finding.direction, lead.finding.direction)
            };
            supporters.extend(latent.iter().filter(names_it).filter(proves));
        }
        let certainty = supporters.iter().map(|one| one.certainty).max().unwrap_or(lead.certainty);
        let direction = supporters
            .iter()
            .filter(|one| one.certainty == certainty || one.finding.direction == lead.finding.direction)
            .fold(lead.finding.direction, |joined, one| joined.join(one.finding.direction));
        let platform = supporters
            .iter()
            .map(|one| one.finding.platform)
            .find(|platform| *platform != Platform::Unknown)
            .unwrap_or(Platform::Unknown);
        crate::order::sort_by_key(&mut supporters, |one| std::cmp::Reverse(one.certainty));
        let mut because: Vec<String> = Vec::new();
        for one in supporters {
            let id = one.finding.rule.id.as_str();
            if !because.iter().any(|known| known == id) {
                because.push(id.to_owned());
            }
        }
        Self { cause, certainty, direction, platform, because }
    }

    /// Nothing shows a failure. Where something shows health, that is likely; else it is only not seen.
    fn healthy(weighed: &[Weighed<'_>]) -> Self {
        let signs = || weighed.iter().filter(|one| !one.finding.rule.rules_out.is_empty());
        Self {
            cause: Cause::None,
            certainty: if signs().next().is_some() { Certainty::Likely } else { Certainty::Suspected },
            direction: signs().fold(Direction::Unknown, |joined, one| joined.join(one.finding.direction)),
            platform: Platform::Unknown,
            because: signs().map(|one| one.finding.rule.id.as_str().to_owned()).collect(),
        }
    }
}

fn ruled_out(weighed: &[Weighed<'_>], cause: Cause) -> Vec<RuledOut> {
    let mut ruled_out: Vec<RuledOut> = Vec::new();
    for one in weighed {
        for other in one.finding.rule.rules_out.iter().filter(|other| **other != cause) {
            // What a failure that was seen still speaks for is weakened, not ruled out: an export shows what
            // is set, not whether the server was restarted since, nor whether it is the server that failed.
            let stands = weighed.iter().any(|one| {
                one.cause() == Some(*other) && one.is_candidate() && (one.stands() || !one.latent)
            });
            if !stands && !ruled_out.iter().any(|known| known.cause == *other) {
                ruled_out.push(RuledOut {
                    cause: *other,
                    rule: one.finding.rule.id.as_str().to_owned(),
                    because: String::new(),
                });
            }
        }
    }
    ruled_out
}

/// The differential: every cause something speaks for, and what else would look the same.
fn considered(weighed: &[Weighed<'_>], answer: &Answer) -> Vec<Considered> {
    let mut considered: Vec<Considered> = Vec::new();
    for cause in Cause::ALL.iter().copied() {
        let naming = || weighed.iter().filter(move |one| one.cause() == Some(cause));
        let certainty = naming().filter(|one| one.explained_by.is_none()).map(|one| one.certainty).max();
        let look_alike = answer.certainty < Certainty::Certain && look_alikes(answer.cause).contains(&cause);
        let opposed = |one: &&Weighed<'_>| one.finding.rule.rules_out.contains(&cause);
        let speaks_against = ids(weighed.iter().filter(opposed));
        if certainty.is_none() && (!look_alike || !speaks_against.is_empty()) {
            continue;
        }
        considered.push(Considered {
            cause,
            certainty: certainty.unwrap_or(Certainty::Suspected),
            speaks_for: ids(naming()),
            speaks_against,
            needs: settles(cause, answer.direction, answer.platform),
        });
    }
    crate::order::sort_by_key(&mut considered, |one| {
        (one.cause != answer.cause, std::cmp::Reverse(one.certainty))
    });
    considered
}

fn ids<'a>(weighed: impl Iterator<Item = &'a Weighed<'a>>) -> Vec<String> {
    let mut ids: Vec<&str> = weighed.map(|one| one.finding.rule.id.as_str()).collect();
    crate::order::sort_and_dedup(&mut ids);
    ids.into_iter().map(str::to_owned).collect()
}

/// Other causes that show the same symptoms.
fn look_alikes(cause: Cause) -> &'static [Cause] {
    match cause {
        Cause::TlsVersion => &[
            Cause::Certificate,
            Cause::StarttlsStripped,
            Cause::CipherMismatch,
            Cause::Credentials,
            Cause::ConnectionReset,
        ],
        Cause::StarttlsRequired => &[Cause::TlsVersion, Cause::StarttlsStripped, Cause::Certificate],
        Cause::StarttlsStripped => &[Cause::Certificate, Cause::TlsVersion],
        Cause::CipherMismatch => &[Cause::TlsVersion, Cause::Certificate],
        Cause::ConnectionReset => &[Cause::TlsVersion, Cause::NetworkTimeout],
        Cause::Unknown => &[Cause::TlsVersion, Cause::Certificate, Cause::StarttlsStripped],
        Cause::Certificate
        | Cause::Credentials
        | Cause::NetworkTimeout
        | Cause::Dns
        | Cause::Auth
        | Cause::Policy
        | Cause::None => &[],
    }
}

/// The kinds of input that settle whether `cause` it is.
fn settles(cause: Cause, direction: Direction, platform: Platform) -> Vec<Kind> {
    // Other programs read no Windows registry and write a log of their own.
    if matches!(platform, Platform::Openssl | Platform::Java) {
        let none = matches!(cause, Cause::Dns | Cause::Policy | Cause::None);
        return if none { Vec::new() } else { vec![Kind::MtaLog] };
    }
    let log = match direction {
        Direction::Outbound => &[Kind::SmtpSendLog][..],
        Direction::Inbound => &[Kind::SmtpReceiveLog],
        Direction::Both | Direction::Unknown => &[Kind::SmtpSendLog, Kind::SmtpReceiveLog],
    };
    match cause {
        Cause::TlsVersion | Cause::CipherMismatch => [&[Kind::Reg], log].concat(),
        Cause::Certificate | Cause::Credentials => [log, &[Kind::EventLog]].concat(),
        Cause::StarttlsStripped
        | Cause::StarttlsRequired
        | Cause::NetworkTimeout
        | Cause::ConnectionReset
        | Cause::Auth
        | Cause::Unknown => log.to_vec(),
        Cause::Dns | Cause::Policy | Cause::None => Vec::new(),
    }
}

/// What to ask for: what the deciding rules ask, then what settles the cause; nothing that is already here,
/// and nothing where the answer is certain or nothing failed.
fn needs(weighed: &[Weighed<'_>], sources: &[Source], answer: &Answer) -> Vec<Kind> {
    if answer.certainty == Certainty::Certain || (answer.cause == Cause::None && !weighed.is_empty()) {
        return Vec::new();
    }
    let deciding =
        weighed.iter().filter(|one| answer.because.iter().any(|id| id == one.finding.rule.id.as_str()));
    let asked = deciding.flat_map(|one| one.finding.rule.needs.iter().copied());
    let unexplained = weighed
        .iter()
        .filter(|one| answer.cause == Cause::Unknown && one.finding.rule.severity > Severity::Note)
        .flat_map(|one| one.finding.rule.needs.iter().copied());
    let mut needs: Vec<Kind> = Vec::new();
    let foreign = matches!(answer.platform, Platform::Openssl | Platform::Java);
    let asked = asked.chain(unexplained).filter(|kind| !foreign || *kind == Kind::MtaLog);
    for kind in asked.chain(settles(answer.cause, answer.direction, answer.platform)) {
        let here = sources.iter().flat_map(|source| &source.documents).any(|document| document.kind == kind);
        if !here && !needs.contains(&kind) {
            needs.push(kind);
        }
    }
    needs
}

#[cfg(test)]
mod tests;
