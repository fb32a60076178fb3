//! What Schannel makes of the two values of a protocol, and what each Windows release does without them.
//!
//! Both values are `REG_DWORD`s below `HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\
//! SCHANNEL\Protocols\<protocol>\<role>`, the only place where they are read: one pair a role. A caller that
//! asks for the system's protocols, as Exchange does for SMTP, gets those that are enabled and not disabled
//! by default. Described in "Transport Layer Security (TLS) registry settings",
//! <https://learn.microsoft.com/windows-server/security/tls/tls-registry-settings>.

use crate::known::Known;
use crate::registry::RegData;
use crate::report::RoleState;
use crate::vocabulary::{Direction, Os};

/// Below which the protocols stand.
pub const PROTOCOLS_KEY: &str =
    r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols";

/// The name of the value that allows a protocol at all.
pub const ENABLED: &str = "Enabled";

/// The name of the value that takes a protocol away from callers who do not ask for it by name.
pub const DISABLED_BY_DEFAULT: &str = "DisabledByDefault";

/// A protocol with switches of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Protocol {
    /// SSL 2.0.
    Ssl20,
    /// SSL 3.0.
    Ssl30,
    /// TLS 1.0.
    Tls10,
    /// TLS 1.1.
    Tls11,
    /// TLS 1.2.
    Tls12,
    /// TLS 1.3.
    Tls13,
    /// DTLS 1.0.
    Dtls10,
    /// DTLS 1.2.
    Dtls12,
}

impl Protocol {
    /// Every protocol.
    pub const ALL: [Self; 8] = [
        Self::Ssl20,
        Self::Ssl30,
        Self::Tls10,
        Self::Tls11,
        Self::Tls12,
        Self::Tls13,
        Self::Dtls10,
        Self::Dtls12,
    ];

    /// The name of its key, which is also how people call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ssl20 => "SSL 2.0",
            Self::Ssl30 => "SSL 3.0",
            Self::Tls10 => "TLS 1.0",
            Self::Tls11 => "TLS 1.1",
            Self::Tls12 => "TLS 1.2",
            Self::Tls13 => "TLS 1.3",
            Self::Dtls10 => "DTLS 1.0",
            Self::Dtls12 => "DTLS 1.2",
        }
    }

    /// Whether SMTP in Exchange can use it: DTLS is for datagrams, and Exchange has TLS 1.3 for HTTP alone
    /// ("Exchange Server TLS configuration best practices",
    /// <https://learn.microsoft.com/exchange/exchange-tls-configuration>).
    #[must_use]
    pub const fn serves_smtp(self) -> bool {
        match self {
            Self::Ssl20 | Self::Ssl30 | Self::Tls10 | Self::Tls11 | Self::Tls12 => true,
            Self::Tls13 | Self::Dtls10 | Self::Dtls12 => false,
        }
    }

    /// The key of one role.
    #[must_use]
    pub fn key(self, role: Role) -> String {
        format!(r"{PROTOCOLS_KEY}\{}\{}", self.name(), role.name())
    }
}

/// A side of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Opens the connection: mail going out.
    Client,
    /// Accepts the connection: mail coming in.
    Server,
}

impl Role {
    /// Both roles.
    pub const ALL: [Self; 2] = [Self::Client, Self::Server];

    /// The name of its key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Client => "Client",
            Self::Server => "Server",
        }
    }

    /// The mail it decides about, seen from this server.
    #[must_use]
    pub const fn direction(self) -> Direction {
        match self {
            Self::Client => Direction::Outbound,
            Self::Server => Direction::Inbound,
        }
    }
}

/// What Windows does with a protocol nobody set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OsDefault {
    /// Offered and accepted.
    On,
    /// There, and not used until switched on.
    Off,
    /// Not there, or removed.
    Unsupported,
}

/// What a release does with a protocol nobody set.
///
/// From "Protocols in TLS/SSL (Schannel SSP)",
/// <https://learn.microsoft.com/windows/win32/secauthn/protocols-in-tls-ssl--schannel-ssp->. TLS 1.1 and 1.2
/// reach Windows Server 2008 SP2 with KB4019276.
#[must_use]
pub const fn os_default(os: Os, protocol: Protocol, role: Role) -> OsDefault {
    use OsDefault::{Off, On, Unsupported};
    match protocol {
        Protocol::Ssl20 => match (os, role) {
            (Os::Ws2008 | Os::Ws2008R2, Role::Server) => On,
            (Os::Ws2008 | Os::Ws2008R2, Role::Client) | (Os::Ws2012 | Os::Ws2012R2, _) => Off,
            (Os::Ws2016 | Os::Ws2019 | Os::Ws2022 | Os::Ws2025, _) => Unsupported,
        },
        Protocol::Ssl30 => match os {
            Os::Ws2008 | Os::Ws2008R2 | Os::Ws2012 | Os::Ws2012R2 => On,
            Os::Ws2016 | Os::Ws2019 | Os::Ws2022 | Os::Ws2025 => Off,
        },
        Protocol::Tls10 => On,
        Protocol::Tls11 | Protocol::Tls12 => match os {
            Os::Ws2008 | Os::Ws2008R2 => Off,
            Os::Ws2012 | Os::Ws2012R2 | Os::Ws2016 | Os::Ws2019 | Os::Ws2022 | Os::Ws2025 => On,
        },
        Protocol::Tls13 => match os {
            Os::Ws2008 | Os::Ws2008R2 | Os::Ws2012 | Os::Ws2012R2 | Os::Ws2016 | Os::Ws2019 => Unsupported,
            Os::Ws2022 | Os::Ws2025 => On,
        },
        Protocol::Dtls10 => match os {
            Os::Ws2008 => Unsupported,
            Os::Ws2008R2 | Os::Ws2012 | Os::Ws2012R2 | Os::Ws2016 | Os::Ws2019 | Os::Ws2022 | Os::Ws2025 => {
                On
            }
        },
        Protocol::Dtls12 => match os {
            Os::Ws2008 | Os::Ws2008R2 | Os::Ws2012 | Os::Ws2012R2 => Unsupported,
            Os::Ws2016 | Os::Ws2019 | Os::Ws2022 | Os::Ws2025 => On,
        },
    }
}

/// One of the two values, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The evidence does not cover it: not the same as absent.
    Unknown,
    /// Covered, and not there.
    Absent,
    /// A `REG_DWORD` of four bytes.
    Number(u32),
    /// There, with another type.
    WrongType,
    /// A `REG_DWORD` of another length than four bytes.
    WrongSize,
}

impl Setting {
    /// The number, where it is one.
    #[must_use]
    pub const fn number(self) -> Option<u32> {
        match self {
            Self::Number(number) => Some(number),
            Self::Unknown | Self::Absent | Self::WrongType | Self::WrongSize => None,
        }
    }

    /// Whether something stands there that is not the number Schannel looks for.
    #[must_use]
    pub const fn is_malformed(self) -> bool {
        matches!(self, Self::WrongType | Self::WrongSize)
    }
}

impl From<&RegData> for Setting {
    fn from(data: &RegData) -> Self {
        match data.as_dword() {
            Some(number) => Self::Number(number),
            None if data.kind == RegData::DWORD => Self::WrongSize,
            None => Self::WrongType,
        }
    }
}

impl From<&Known<RegData>> for Setting {
    fn from(known: &Known<RegData>) -> Self {
        match known {
            Known::Unknown => Self::Unknown,
            Known::Absent(_) => Self::Absent,
            Known::Is(data, _) => data.into(),
        }
    }
}

/// Whether SMTP can use a protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effective {
    /// It can.
    On,
    /// It cannot.
    Off,
    /// Neither is documented, or not enough is known.
    NotProven,
}

impl Effective {
    /// For the report: `None` where not proven.
    #[must_use]
    pub const fn known(self) -> Option<bool> {
        match self {
            Self::On => Some(true),
            Self::Off => Some(false),
            Self::NotProven => None,
        }
    }
}

/// What the two values of one role of one protocol come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// What is set.
    pub state: RoleState,
    /// What that means for SMTP.
    pub effective: Effective,
}

/// What the two values come to on a release.
#[must_use]
pub fn judge(
    os: Os,
    protocol: Protocol,
    role: Role,
    enabled: Setting,
    disabled_by_default: Setting,
) -> Judgement {
    let default = os_default(os, protocol, role);
    let effective = if default == OsDefault::Unsupported || !protocol.serves_smtp() {
        Effective::Off
    } else {
        effective(os, protocol, default, enabled, disabled_by_default)
    };
    Judgement { state: state(os, protocol, default, enabled, disabled_by_default), effective }
}

/// Whether a release is documented to use a protocol only where both values are written: TLS 1.1 and 1.2 on
/// Windows Server 2008 and 2008 R2.
#[must_use]
pub const fn needs_both_values(os: Os, protocol: Protocol) -> bool {
    matches!((os, protocol), (Os::Ws2008 | Os::Ws2008R2, Protocol::Tls11 | Protocol::Tls12))
}

#[expect(clippy::match_same_arms, reason = "the arms are the rows of the truth table, in its order")]
fn state(
    os: Os,
    protocol: Protocol,
    default: OsDefault,
    enabled: Setting,
    disabled_by_default: Setting,
) -> RoleState {
    use Setting::{Absent, Number, Unknown, WrongSize, WrongType};
    let needs_both = needs_both_values(os, protocol);
    match (enabled, disabled_by_default) {
        (WrongType | WrongSize, _) | (_, WrongType | WrongSize) => RoleState::Misconfigured,
        // Zero wins over everything beside it; and whatever `Enabled` may be, a protocol that is disabled
        // by default is none for SMTP.
        (Number(0), _) | (Absent | Unknown, Number(1..)) => RoleState::Disabled,
        (Number(1..), Number(0)) => RoleState::Enabled,
        (Number(1..), Number(1..)) => RoleState::Misconfigured,
        (Number(1..), Absent) | (Absent, Number(0)) if needs_both => RoleState::Misconfigured,
        (Number(1..), Absent) => RoleState::Enabled,
        (Absent, Number(0)) if default == OsDefault::On => RoleState::Enabled,
        (Absent, Number(0)) => RoleState::OsDefault,
        (Absent, Absent) if needs_both => RoleState::Disabled,
        (Absent, Absent) => RoleState::OsDefault,
        (Number(1..) | Absent | Unknown, Unknown) | (Unknown, Absent | Number(0)) => RoleState::Unknown,
    }
}

fn effective(
    os: Os,
    protocol: Protocol,
    default: OsDefault,
    enabled: Setting,
    disabled_by_default: Setting,
) -> Effective {
    use Setting::{Absent, Number, Unknown, WrongSize, WrongType};
    match (enabled, disabled_by_default) {
        (Number(0), _) | (_, Number(1..)) => Effective::Off,
        // On Windows Server 2008 the values do nothing without KB4019276, which no export shows.
        (Number(1..), Number(0)) if os == Os::Ws2008 && needs_both_values(os, protocol) => {
            Effective::NotProven
        }
        (Number(1..), Number(0)) => Effective::On,
        // One value of the two: the default for the other is documented only where the protocol is on anyway.
        (Number(1..), Absent) | (Absent, Number(0)) => match default {
            OsDefault::On => Effective::On,
            OsDefault::Off | OsDefault::Unsupported => Effective::NotProven,
        },
        (Absent, Absent) => match default {
            OsDefault::On => Effective::On,
            OsDefault::Off | OsDefault::Unsupported => Effective::Off,
        },
        (Unknown | WrongType | WrongSize, _) | (_, Unknown | WrongType | WrongSize) => Effective::NotProven,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTINGS: [Setting; 8] = [
        Setting::Unknown,
        Setting::Absent,
        Setting::Number(0),
        Setting::Number(1),
        Setting::Number(2),
        Setting::Number(u32::MAX),
        Setting::WrongType,
        Setting::WrongSize,
    ];

    #[test]
    fn nothing_brings_back_what_is_not_enabled() {
        for os in Os::ALL {
            for other in SETTINGS {
                let judgement = judge(*os, Protocol::Tls12, Role::Client, Setting::Number(0), other);
                assert_eq!(judgement.effective, Effective::Off, "{os} {other:?}");
            }
        }
    }

    #[test]
    fn what_is_not_known_is_not_judged_on() {
        for os in Os::ALL {
            for other in SETTINGS {
                for (enabled, disabled_by_default) in [(Setting::Unknown, other), (other, Setting::Unknown)] {
                    let judgement = judge(*os, Protocol::Tls12, Role::Server, enabled, disabled_by_default);
                    assert_ne!(judgement.effective, Effective::On, "{os} {other:?}");
                }
            }
        }
    }

    #[test]
    fn absent_means_off_on_2008_r2_and_on_since() {
        let absent =
            |os| judge(os, Protocol::Tls12, Role::Client, Setting::Absent, Setting::Absent).effective;
        assert_eq!(absent(Os::Ws2008R2), Effective::Off);
        assert_eq!(absent(Os::Ws2012), Effective::On);
    }
}
