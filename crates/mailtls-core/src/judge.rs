//! The registry of a server held against what Windows does: for the report, and for the rules.

pub(crate) mod stray;
pub(crate) mod suites;

use crate::fact::Facts;
use crate::fact::server::ServerFacts;
use crate::fix::plan::{
    DOTNET_VALUES, DOTNET_VERSIONS, SOFTWARE_VIEWS, WINHTTP_VALUE, dotnet_key, winhttp_key,
};
use crate::known::Known;
use crate::registry::{RegData, ValuePath};
use crate::report::{
    DotnetReport, DotnetView, ProtocolReport, RegistryReport, RoleReport, StrayReport, ValueReport,
    WinhttpReport,
};
use crate::rule::{Findings, Firing};
use crate::schannel::{DISABLED_BY_DEFAULT, ENABLED, Effective, Protocol, Role, Setting, judge, os_default};
use crate::schannel::{Judgement, OsDefault};
use crate::span::Mark;
use crate::vocabulary::{Certainty, Os, Platform};

/// What the registry of a server says, and what it comes to on a release.
#[must_use]
pub fn registry_report(server: &ServerFacts, os: Os) -> RegistryReport {
    let protocol_report = |protocol: Protocol| {
        let role_report = |role: Role| {
            let facts = RoleFacts::of(server, protocol, role);
            let Judgement { state, effective } = facts.judge(os);
            RoleReport {
                enabled: facts.enabled().number(),
                disabled_by_default: facts.disabled_by_default().number(),
                state,
                effective: effective.known(),
            }
        };
        ProtocolReport { client: role_report(Role::Client), server: role_report(Role::Server) }
    };
    let number = |key: &str, name: &str| match server.dword(key, name) {
        Known::Is(number, _) => Some(number),
        Known::Absent(_) | Known::Unknown => None,
    };
    let dotnet_view = |view: &str, version: &str| {
        let key = dotnet_key(view, version);
        let [system_default, strong_crypto] = DOTNET_VALUES.map(|name| number(&key, name));
        DotnetView { system_default_tls_versions: system_default, sch_use_strong_crypto: strong_crypto }
    };
    let [native, wow6432] = SOFTWARE_VIEWS;
    RegistryReport {
        protocols: Protocol::ALL
            .into_iter()
            .map(|protocol| (protocol.name().to_owned(), protocol_report(protocol)))
            .collect(),
        dotnet: DOTNET_VERSIONS
            .into_iter()
            .map(|version| {
                let views = DotnetReport {
                    native: dotnet_view(native, version),
                    wow6432: dotnet_view(wow6432, version),
                };
                (version.to_owned(), views)
            })
            .collect(),
        winhttp: WinhttpReport {
            native: number(&winhttp_key(native), WINHTTP_VALUE),
            wow6432: number(&winhttp_key(wow6432), WINHTTP_VALUE),
        },
        values: value_paths().filter_map(|path| value_report(server, &path)).collect(),
        strays: stray::dead(server).into_iter().map(stray_report).collect(),
    }
}

fn stray_report(dead: stray::Dead) -> StrayReport {
    let (name, kind, hex) = match dead.value {
        Some((name, data)) => (Some(name.0), data.type_name(), data.hex()),
        None => (None, String::new(), String::new()),
    };
    StrayReport { key: dead.key.0, name, kind, hex, rule: dead.rule.to_owned() }
}

/// Every value a fix may touch.
pub fn value_paths() -> impl Iterator<Item = ValuePath> {
    let protocols = Protocol::ALL.into_iter().flat_map(|protocol| {
        Role::ALL.into_iter().flat_map(move |role| {
            [ENABLED, DISABLED_BY_DEFAULT].map(|name| ValuePath::new(&protocol.key(role), name))
        })
    });
    let beside = SOFTWARE_VIEWS.into_iter().flat_map(|view| {
        let dotnet = DOTNET_VERSIONS.into_iter().flat_map(move |version| {
            DOTNET_VALUES.map(|name| ValuePath::new(&dotnet_key(view, version), name))
        });
        dotnet.chain([ValuePath::new(&winhttp_key(view), WINHTTP_VALUE)])
    });
    protocols.chain(beside)
}

fn value_report(server: &ServerFacts, path: &ValuePath) -> Option<ValueReport> {
    let (kind, hex) = match server.value(path) {
        Known::Unknown => return None,
        Known::Absent(_) => (None, String::new()),
        Known::Is(data, _) => (Some(data.type_name()), data.hex()),
    };
    Some(ValueReport { key: path.key.as_str().to_owned(), name: path.name.as_str().to_owned(), kind, hex })
}

/// The two values of one role of one protocol on a server.
#[derive(Clone, Debug)]
pub(crate) struct RoleFacts<'a> {
    protocol: Protocol,
    role: Role,
    enabled: Known<&'a RegData>,
    disabled_by_default: Known<&'a RegData>,
}

impl<'a> RoleFacts<'a> {
    pub(crate) fn of(server: &'a ServerFacts, protocol: Protocol, role: Role) -> Self {
        let key = protocol.key(role);
        Self {
            protocol,
            role,
            enabled: server.value(&ValuePath::new(&key, ENABLED)),
            disabled_by_default: server.value(&ValuePath::new(&key, DISABLED_BY_DEFAULT)),
        }
    }

    pub(crate) fn enabled(&self) -> Setting {
        setting(&self.enabled)
    }

    pub(crate) fn disabled_by_default(&self) -> Setting {
        setting(&self.disabled_by_default)
    }

    pub(crate) fn judge(&self, os: Os) -> Judgement {
        judge(os, self.protocol, self.role, self.enabled(), self.disabled_by_default())
    }

    /// What it comes to on the release, or on every release that knows the protocol where none is told:
    /// [`Effective::NotProven`] where they differ.
    pub(crate) fn effective(&self, os: Option<Os>) -> Effective {
        if let Some(os) = os {
            return self.judge(os).effective;
        }
        let knows = |os: &&Os| os_default(**os, self.protocol, self.role) != OsDefault::Unsupported;
        let mut all = Os::ALL.iter().filter(knows).map(|os| self.judge(*os).effective);
        let first = all.next().unwrap_or(Effective::Off);
        if all.all(|other| other == first) { first } else { Effective::NotProven }
    }

    /// Whether both values are written as documented for "on".
    pub(crate) fn is_explicitly_on(&self) -> bool {
        matches!((self.enabled(), self.disabled_by_default()), (Setting::Number(1..), Setting::Number(0)))
    }

    pub(crate) fn enabled_mark(&self) -> Option<&Mark> {
        self.enabled.mark()
    }

    pub(crate) fn disabled_by_default_mark(&self) -> Option<&Mark> {
        self.disabled_by_default.mark()
    }

    /// The places that tell, without repetition.
    pub(crate) fn marks(&self) -> Vec<&Mark> {
        let mut marks: Vec<&Mark> =
            [self.enabled_mark(), self.disabled_by_default_mark()].into_iter().flatten().collect();
        crate::order::sort_and_dedup(&mut marks);
        marks
    }
}

fn setting(known: &Known<&RegData>) -> Setting {
    match known {
        Known::Unknown => Setting::Unknown,
        Known::Absent(_) => Setting::Absent,
        Known::Is(data, _) => (*data).into(),
    }
}

/// Every server with its release, as far as it is told: by the caller, else by the input.
pub(crate) fn servers(facts: &Facts) -> impl Iterator<Item = (&ServerFacts, Option<Os>)> {
    facts.servers.iter().map(|server| (server, os_of(facts, server)))
}

/// The release of a server, as far as it is told.
#[must_use]
pub fn os_of(facts: &Facts, server: &ServerFacts) -> Option<Os> {
    facts.told_os.or(server.os.as_ref().map(|(os, _)| *os))
}

/// The release as people write it after "Windows Server".
pub(crate) const fn release(os: Os) -> &'static str {
    match os {
        Os::Ws2008R2 => "2008 R2",
        Os::Ws2012R2 => "2012 R2",
        Os::Ws2008 | Os::Ws2012 | Os::Ws2016 | Os::Ws2019 | Os::Ws2022 | Os::Ws2025 => os.word(),
    }
}

/// The key of everything Schannel reads.
pub(crate) const SCHANNEL_KEY: &str =
    r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL";

/// The place that switches an algorithm off: `Enabled` (`REG_DWORD`) = 0 under `Ciphers`, `Hashes` or
/// `KeyExchangeAlgorithms`.
pub(crate) fn algorithm_off(server: &ServerFacts, group: &str, name: &str) -> Option<Mark> {
    match server.dword(&format!(r"{SCHANNEL_KEY}\{group}\{name}"), ENABLED) {
        Known::Is(0, mark) => Some(mark),
        Known::Is(..) | Known::Absent(_) | Known::Unknown => None,
    }
}

/// A finding about the Schannel settings of `server`, proven at `mark`.
pub(crate) fn at(server: &ServerFacts, mark: &Mark) -> Firing {
    let firing = Firing::at(mark).platform(Platform::Schannel);
    if server.name.is_empty() { firing } else { firing.server(server.name.clone()) }
}

/// How sure a value below `SYSTEM` makes: less where the control set it stands in is only assumed to be the
/// current one.
pub(crate) fn proof(server: &ServerFacts) -> Certainty {
    if server.assumed_control_set().is_some() { Certainty::Likely } else { Certainty::Certain }
}

/// TLS 1.2 with `Enabled` (`REG_DWORD`) = 0 in a role: nothing brings it back.
pub(crate) fn report_disabled(facts: &Facts, role: Role, out: &mut Findings<'_>) {
    for (server, _) in servers(facts) {
        let tls12 = RoleFacts::of(server, Protocol::Tls12, role);
        if let (Setting::Number(0), Some(mark)) = (tls12.enabled(), tls12.enabled_mark()) {
            out.report(at(server, mark).certainty(proof(server)).direction(role.direction()));
        }
    }
}

/// TLS 1.2 with `DisabledByDefault` (`REG_DWORD`) other than 0 in a role, and not switched off outright.
pub(crate) fn report_disabled_by_default(facts: &Facts, role: Role, out: &mut Findings<'_>) {
    for (server, _) in servers(facts) {
        let tls12 = RoleFacts::of(server, Protocol::Tls12, role);
        let certainty = match (tls12.enabled(), tls12.disabled_by_default()) {
            (Setting::Number(1..), Setting::Number(1..)) => proof(server),
            (
                Setting::Absent | Setting::Unknown | Setting::WrongType | Setting::WrongSize,
                Setting::Number(1..),
            ) => Certainty::Likely,
            (
                Setting::Number(_)
                | Setting::Absent
                | Setting::Unknown
                | Setting::WrongType
                | Setting::WrongSize,
                _,
            ) => continue,
        };
        if let Some(mark) = tls12.disabled_by_default_mark() {
            let firing = at(server, mark).and(tls12.marks());
            out.report(firing.certainty(certainty).direction(role.direction()));
        }
    }
}

/// TLS 1.2 without both values in a role, on a release that has it off until both are written.
pub(crate) fn report_unset_on_old_windows(facts: &Facts, role: Role, out: &mut Findings<'_>) {
    for (server, os) in servers(facts) {
        let Some(os) = os.filter(|os| os_default(*os, Protocol::Tls12, role) == OsDefault::Off) else {
            continue;
        };
        let tls12 = RoleFacts::of(server, Protocol::Tls12, role);
        if (tls12.enabled(), tls12.disabled_by_default()) != (Setting::Absent, Setting::Absent) {
            continue;
        }
        if let Some(mark) = tls12.enabled_mark() {
            let firing = at(server, mark).and(tls12.marks()).and(server.os.iter().map(|(_, mark)| mark));
            out.report(firing.direction(role.direction()).arg("os", release(os)));
        }
    }
}

/// TLS 1.2 with both values as documented for "on" in a role, on a release where that is known to do.
pub(crate) fn report_enabled(facts: &Facts, role: Role, out: &mut Findings<'_>) {
    for (server, os) in servers(facts) {
        let tls12 = RoleFacts::of(server, Protocol::Tls12, role);
        let proven = os.is_none_or(|os| tls12.judge(os).effective == Effective::On);
        if !tls12.is_explicitly_on() || !proven {
            continue;
        }
        if let Some(mark) = tls12.enabled_mark() {
            let firing = at(server, mark).and(tls12.marks());
            out.report(firing.certainty(proof(server)).direction(role.direction()));
        }
    }
}
