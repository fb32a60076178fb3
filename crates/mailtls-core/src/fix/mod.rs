//! From findings to the smallest registry change, and its way back.
//!
//! A [`plan::Plan`] is data. Every form it is written in says the same: [`reg_text`] for regedit,
//! [`powershell`], [`commands`] for the command prompt, [`group_policy`] for a domain.

pub mod commands;
pub mod group_policy;
pub mod plan;
pub mod powershell;
pub mod reg_text;

use crate::fact::host::{Tls12, parse_build, release};
use crate::fact::server::ServerFacts;
use crate::judge::stray::{Dead, dead};
use crate::judge::value_paths;
use crate::known::Known;
use crate::registry::{KeyPath, RegData, RegistryEdit, ValueName, ValuePath};
use crate::report::{
    ArgReport, ConflictReport, EditReport, FindingReport, FixReport, PeerReport, Remark, Report, StrayReport,
    ValueReport, Verdict,
};
use crate::rule::Finding;
use crate::rules::RULES;
use crate::schannel::Protocol;
use crate::vocabulary::{Cause, Kind, Os, Platform, Profile, Severity};
use plan::{Conflict, DeadKey, Edit, Plan, Reason, Values, Wish, wishes};
use std::collections::BTreeMap;

/// How far a fix may be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Applicability {
    /// Words only: a person has to decide how.
    Manual,
    /// Shown, and left out of the file until chosen.
    Review,
    /// In the file.
    Safe,
}

/// What would mend one finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// How far it may be trusted.
    pub applicability: Applicability,
    /// The values it sets or deletes.
    pub edits: Vec<RegistryEdit>,
}

/// What stands at the place of a value before a change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Before {
    /// The input does not show it: it may be there or not.
    #[default]
    NotShown,
    /// Not there.
    Absent,
    /// This.
    Is(RegData),
}

impl Before {
    /// Whether it is known to be `data`, or known to be absent for `None`.
    #[must_use]
    pub fn is(&self, data: Option<&RegData>) -> bool {
        match (self, data) {
            (Self::Is(now), Some(data)) => now == data,
            (Self::Absent, None) => true,
            (Self::Is(_) | Self::Absent | Self::NotShown, _) => false,
        }
    }
}

impl From<Option<RegData>> for Before {
    fn from(data: Option<RegData>) -> Self {
        data.map_or(Self::Absent, Self::Is)
    }
}

/// Why there is no fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoFix {
    /// Everything a fix would set is as it should be.
    AlreadyRight,
    /// The cause is another one; these values would not help.
    OtherCause,
    /// The failing TLS stack does not read these values.
    OtherStack,
    /// The input shows no failure and no registry.
    NothingToMend,
    /// This build of Exchange fixes the versions of SMTP in its code: only an update changes them.
    UpdateFirst,
}

impl NoFix {
    /// Its stable word.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::AlreadyRight => "already-right",
            Self::OtherCause => "other-cause",
            Self::OtherStack => "other-stack",
            Self::NothingToMend => "nothing-to-mend",
            Self::UpdateFirst => "update-first",
        }
    }
}

impl From<NoFix> for Remark {
    fn from(reason: NoFix) -> Self {
        Self { code: reason.code().to_owned(), message: String::new(), args: BTreeMap::new() }
    }
}

/// What was given and found, as far as it decides whether a fix is offered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "independent observations, not states of one thing")]
pub struct Occasion {
    /// Registry exports are among the inputs.
    pub registry: bool,
    /// Nothing else is: they were given to be looked at, and what they lack is offered.
    pub nothing_else: bool,
    /// They show TLS 1.2 off, or unable to work, in some role.
    pub broken: bool,
    /// The far end is the one that is behind: nothing set here helps it.
    pub far_end_behind: bool,
    /// The build of Exchange fixes SMTP to older versions, whatever the registry says.
    pub hard_wired: bool,
}

/// Whether a fix is offered at all.
///
/// # Errors
///
/// The reason why none is.
pub fn offer(cause: Cause, platform: Platform, occasion: Occasion) -> Result<(), NoFix> {
    calls_for_one(cause, platform, occasion)?;
    if occasion.hard_wired { Err(NoFix::UpdateFirst) } else { Ok(()) }
}

fn calls_for_one(cause: Cause, platform: Platform, occasion: Occasion) -> Result<(), NoFix> {
    if occasion.broken || occasion.nothing_else {
        return Ok(());
    }
    if matches!(platform, Platform::Openssl | Platform::Java) {
        return Err(NoFix::OtherStack);
    }
    match cause {
        Cause::TlsVersion if occasion.far_end_behind => Err(NoFix::OtherCause),
        Cause::TlsVersion => Ok(()),
        Cause::None | Cause::Unknown if occasion.registry => Ok(()),
        Cause::None | Cause::Unknown => Err(NoFix::NothingToMend),
        Cause::CipherMismatch
        | Cause::Certificate
        | Cause::Credentials
        | Cause::StarttlsStripped
        | Cause::StarttlsRequired
        | Cause::NetworkTimeout
        | Cause::ConnectionReset
        | Cause::Dns
        | Cause::Auth
        | Cause::Policy => Err(NoFix::OtherCause),
    }
}

/// What a fix is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// How much it changes.
    pub profile: Profile,
    /// Whether it also deletes what stands where Windows never looks: only when a user asks.
    pub strays: bool,
}

impl From<Profile> for Wanted {
    fn from(profile: Profile) -> Self {
        Self { profile, strays: false }
    }
}

/// The fix for one server. `os` is `None` where the release is not known. `peers` tell who still uses old
/// versions.
///
/// # Errors
///
/// [`NoFix::AlreadyRight`] where nothing would change.
pub fn for_server(
    server: &ServerFacts,
    wanted: Wanted,
    os: Option<Os>,
    peers: &[PeerReport],
) -> Result<FixReport, NoFix> {
    let dead = if wanted.strays { dead(server) } else { Vec::new() };
    fix_report(&values_of(server), &dead, wanted.profile, os, peers)
}

/// Whether a finding says that the registry of `server` keeps TLS 1.2 from working.
#[must_use]
pub fn breaks_tls12(finding: &Finding, server: Option<&ServerFacts>) -> bool {
    let here = finding.server.as_deref().is_none_or(|name| server.is_some_and(|server| server.name == name));
    here && names_broken_tls12(finding.rule.id.as_str(), finding.rule.severity, finding.cause())
}

fn names_broken_tls12(rule: &str, severity: Severity, cause: Option<Cause>) -> bool {
    cause == Some(Cause::TlsVersion) && severity == Severity::Error && rule.starts_with("tls12-")
}

/// Whether the build of Exchange keeps SMTP at older versions: as the listing of the server tells, else as
/// the failing delivery shows.
#[must_use]
pub fn hard_wired(findings: &[Finding], server: Option<&ServerFacts>) -> bool {
    let told = server.and_then(|server| server.exchange.as_ref());
    match told.and_then(|(build, _)| parse_build(build)).and_then(release) {
        Some(release) => release.tls12 == Tls12::Impossible,
        None => findings.iter().any(|finding| finding.rule.id.as_str() == HARD_WIRED_RULE),
    }
}

/// Whether the verdict rests on nothing but devices that cannot do what this server can.
#[must_use]
pub fn far_end_is_behind(verdict: &Verdict) -> bool {
    verdict.because == ["device-handshake-failed"]
}

/// The rule that finds such a build where mail fails.
const HARD_WIRED_RULE: &str = "exchange-build-tls10-only";

/// Whether an export shows any value a fix may touch, or that one is not there.
#[must_use]
pub fn shows_values(server: &ServerFacts) -> bool {
    values_of(server).values().any(|before| *before != Before::NotShown)
}

/// The fix for a verdict: of the registry that was given, else the one that is right whatever it is now.
///
/// # Errors
///
/// The reason why there is none.
pub fn propose(
    server: Option<&ServerFacts>,
    verdict: &Verdict,
    occasion: Occasion,
    wanted: Wanted,
    os: Option<Os>,
    peers: &[PeerReport],
) -> Result<FixReport, NoFix> {
    offer(verdict.cause, verdict.platform, occasion)?;
    match server {
        Some(server) => for_server(server, wanted, os, peers),
        None => fix_report(&Values::new(), &[], wanted.profile, os, peers),
    }
}

/// Another fix, from a report alone: of a profile, or as [`Wanted`].
///
/// # Errors
///
/// The reason why there is none.
pub fn for_report(report: &Report, wanted: impl Into<Wanted>) -> Result<FixReport, NoFix> {
    let Wanted { profile, strays } = wanted.into();
    let mut kinds = report.sources.iter().flat_map(|source| &source.documents).map(|document| document.kind);
    // The registry of the report is that of one of the servers.
    let mut servers = report.servers.iter();
    let shown = servers.find(|server| server.registry.values == report.registry.values);
    let server = shown.map(|server| server.name.as_str());
    let breaks = |finding: &FindingReport| {
        let here = finding.server.as_deref().is_none_or(|name| server.is_none_or(|server| server == name));
        here && names_broken_tls12(&finding.rule, finding.severity, finding.cause)
    };
    let occasion = Occasion {
        registry: !report.registry.values.is_empty(),
        nothing_else: !report.sources.is_empty() && kinds.all(|kind| kind == Kind::Reg),
        broken: report.findings.iter().any(breaks),
        far_end_behind: far_end_is_behind(&report.verdict),
        hard_wired: report.no_fix.as_ref().is_some_and(|reason| reason.code == NoFix::UpdateFirst.code()),
    };
    offer(report.verdict.cause, report.verdict.platform, occasion)?;
    let os = (!report.verdict.os_assumed).then_some(report.verdict.os);
    let strays = if strays { &*report.registry.strays } else { &[] };
    let dead: Vec<Dead> = strays.iter().filter_map(dead_of_report).collect();
    fix_report(&values_of_report(&report.registry.values), &dead, profile, os, &report.smtp.peers)
}

fn fix_report(
    values: &Values,
    dead: &[Dead],
    profile: Profile,
    os: Option<Os>,
    peers: &[PeerReport],
) -> Result<FixReport, NoFix> {
    let plan = plan_of(values, dead, profile, os);
    if plan.is_empty() {
        return Err(NoFix::AlreadyRight);
    }
    Ok(FixReport {
        profile,
        edits: plan.edits.iter().map(edit_report).chain(plan.keys.iter().map(key_report)).collect(),
        reg: reg_text::to_reg(&plan, profile),
        undo: reg_text::to_undo(&plan, profile),
        powershell: powershell::to_powershell(&plan),
        commands: commands::to_commands(&plan),
        group_policy: group_policy::to_xml(&plan),
        conflicts: plan.conflicts.iter().map(conflict_report).collect(),
        warnings: warnings(profile, peers),
    })
}

/// What the profile asks for, and the end of what is dead.
fn plan_of(values: &Values, dead: &[Dead], profile: Profile, os: Option<Os>) -> Plan {
    let mut values = values.clone();
    let mut wishes = wishes(&values, profile, os);
    let mut keys = Vec::new();
    for dead in dead {
        let Some((name, data)) = &dead.value else {
            keys.push(DeadKey { key: dead.key.clone(), rule: dead.rule });
            continue;
        };
        let path = ValuePath { key: dead.key.clone(), name: name.clone() };
        values.insert(path.clone(), Before::Is(data.clone()));
        wishes.push(Wish { path, after: None, reason: Reason::Dead, rule: dead.rule, for_smtp: false });
    }
    Plan { keys, ..Plan::new(wishes, &values) }
}

/// The most far ends a warning names.
const NAMED_PEERS: usize = 8;

/// What the far end calls itself, else its address.
fn peer_name(peer: &PeerReport) -> &str {
    if peer.name.is_empty() { &peer.address } else { &peer.name }
}

/// Strict takes TLS 1.0 and 1.1 away from those who still use them.
fn warnings(profile: Profile, peers: &[PeerReport]) -> Vec<Remark> {
    let old = [Protocol::Ssl20, Protocol::Ssl30, Protocol::Tls10, Protocol::Tls11].map(Protocol::name);
    let uses_old =
        |peer: &PeerReport| old.iter().any(|name| peer.negotiated.get(*name).is_some_and(|count| *count > 0));
    let code = match profile {
        Profile::Minimal | Profile::Recommended => return Vec::new(),
        Profile::Strict if peers.iter().any(uses_old) => "peers-use-old-tls",
        Profile::Strict => "old-peers-not-shown",
    };
    let named: Vec<&str> = peers.iter().filter(|peer| uses_old(peer)).map(peer_name).collect();
    let mut args = BTreeMap::new();
    if !named.is_empty() {
        let count = u64::try_from(named.len()).unwrap_or(u64::MAX);
        let shown: Vec<&str> = named.into_iter().take(NAMED_PEERS).collect();
        let more = count > NAMED_PEERS as u64;
        let peers = format!("{}{}", shown.join(", "), if more { ", …" } else { "" });
        args.insert("peers".to_owned(), ArgReport::Text(peers));
        args.insert("count".to_owned(), ArgReport::Number(count));
    }
    vec![Remark { code: code.to_owned(), message: String::new(), args }]
}

/// What is known of the values of a server that a fix may touch.
#[must_use]
pub fn values_of(server: &ServerFacts) -> Values {
    let before = |path: &ValuePath| match server.value(path) {
        Known::Unknown => Before::NotShown,
        Known::Absent(_) => Before::Absent,
        Known::Is(data, _) => Before::Is(data.clone()),
    };
    value_paths().map(|path| (path.clone(), before(&path))).collect()
}

fn values_of_report(values: &[ValueReport]) -> Values {
    let before = |value: &ValueReport| match &value.kind {
        None => Before::Absent,
        Some(name) => match (type_number(name), bytes_of_hex(&value.hex)) {
            (Some(kind), Some(bytes)) => Before::Is(RegData { kind, bytes }),
            (None, _) | (_, None) => Before::NotShown,
        },
    };
    values.iter().map(|value| (ValuePath::new(&value.key, &value.name), before(value))).collect()
}

/// `None` for what no report of ours says.
fn dead_of_report(stray: &StrayReport) -> Option<Dead> {
    let value = match &stray.name {
        None => None,
        Some(name) => {
            let data = RegData { kind: type_number(&stray.kind)?, bytes: bytes_of_hex(&stray.hex)? };
            Some((ValueName::from(name.as_str()), data))
        }
    };
    let rule = RULES.iter().find(|rule| rule.id.as_str() == stray.rule)?.id.as_str();
    Some(Dead { key: KeyPath::from(stray.key.as_str()), value, rule })
}

fn type_number(name: &str) -> Option<u32> {
    let named = (0..=11).find(|kind| RegData { kind: *kind, bytes: Vec::new() }.type_name() == name);
    let numbered = || u32::from_str_radix(name.strip_prefix("hex(")?.strip_suffix(')')?, 16).ok();
    named.or_else(numbered)
}

fn bytes_of_hex(hex: &str) -> Option<Vec<u8>> {
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    hex.as_bytes().chunks(2).map(|digits| (digits.len() == 2).then(|| pair(digits)).flatten()).collect()
}

fn edit_report(edit: &Edit) -> EditReport {
    let shown = |data: &RegData| match data.as_dword() {
        Some(number) => ArgReport::Number(u64::from(number)),
        None => ArgReport::Text(data.hex()),
    };
    let before = match &edit.before {
        Before::NotShown | Before::Absent => None,
        Before::Is(data) => Some(data),
    };
    EditReport {
        key: edit.wish.path.key.as_str().to_owned(),
        name: edit.wish.path.name.as_str().to_owned(),
        kind: edit.wish.after.as_ref().or(before).map_or_else(String::new, RegData::type_name),
        before: before.map(shown),
        after: edit.wish.after.as_ref().map(shown),
        before_known: edit.before != Before::NotShown,
        rule: edit.wish.rule.to_owned(),
        reason: edit.wish.reason.code().to_owned(),
        for_smtp: edit.wish.for_smtp,
    }
}

fn key_report(dead: &DeadKey) -> EditReport {
    EditReport {
        key: dead.key.as_str().to_owned(),
        name: String::new(),
        kind: "key".to_owned(),
        before: None,
        after: None,
        before_known: true,
        rule: dead.rule.to_owned(),
        reason: Reason::Dead.code().to_owned(),
        for_smtp: false,
    }
}

fn conflict_report(conflict: &Conflict) -> ConflictReport {
    ConflictReport {
        key: conflict.path.key.as_str().to_owned(),
        name: conflict.path.name.as_str().to_owned(),
        rules: conflict.wishes.iter().map(|wish| wish.rule.to_owned()).collect(),
        message: String::new(),
    }
}
