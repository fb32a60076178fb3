//! What a profile asks for, against what is there: at most one edit a value, differing wishes kept apart.

use crate::fix::Before;
use crate::registry::{KeyPath, RegData, ValuePath};
use crate::schannel::{
    DISABLED_BY_DEFAULT, ENABLED, Effective, Protocol, Role, Setting, judge, needs_both_values,
};
use crate::vocabulary::{Os, Profile};
use std::collections::BTreeMap;

/// The .NET Framework versions whose values Exchange reads.
pub const DOTNET_VERSIONS: [&str; 2] = ["v4.0.30319", "v2.0.50727"];

/// The .NET values, both 1 where TLS 1.2 is to be used.
pub const DOTNET_VALUES: [&str; 2] = ["SystemDefaultTlsVersions", "SchUseStrongCrypto"];

/// The mask of the protocols `WinHTTP` uses unless a program asks for others.
pub const WINHTTP_VALUE: &str = "DefaultSecureProtocols";

/// Its bit for TLS 1.2.
pub const WINHTTP_TLS12: u32 = 0x800;

/// The two views of `SOFTWARE` on 64-bit Windows: the native one and that of 32-bit programs.
pub const SOFTWARE_VIEWS: [&str; 2] =
    [r"HKEY_LOCAL_MACHINE\SOFTWARE", r"HKEY_LOCAL_MACHINE\SOFTWARE\WOW6432Node"];

/// The key of the .NET values in one view.
#[must_use]
pub fn dotnet_key(view: &str, version: &str) -> String {
    format!(r"{view}\Microsoft\.NETFramework\{version}")
}

/// The key of the `WinHTTP` mask in one view.
#[must_use]
pub fn winhttp_key(view: &str) -> String {
    format!(r"{view}\Microsoft\Windows\CurrentVersion\Internet Settings\WinHttp")
}

/// What is known of the values a fix may touch. A value that is not in it is not known.
pub type Values = BTreeMap<ValuePath, Before>;

/// Why a value is to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// `Enabled` is zero.
    SwitchedOff,
    /// `DisabledByDefault` is not zero.
    DisabledByDefault,
    /// It is not there.
    NotSet,
    /// The input does not show it.
    NotShown,
    /// It is no `REG_DWORD`.
    WrongType,
    /// It is a `REG_DWORD` of another length than four bytes.
    WrongSize,
    /// It is a number, and not the one that is needed.
    OtherNumber,
    /// An old protocol goes off: the profile asks for it.
    OldProtocol,
    /// Nothing reads it: the user asks for its end.
    Dead,
}

impl Reason {
    /// Its stable word.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::SwitchedOff => "switched-off",
            Self::DisabledByDefault => "disabled-by-default",
            Self::NotSet => "not-set",
            Self::NotShown => "not-shown",
            Self::WrongType => "wrong-type",
            Self::WrongSize => "wrong-size",
            Self::OtherNumber => "other-number",
            Self::OldProtocol => "old-protocol",
            Self::Dead => "dead",
        }
    }
}

/// One wish for one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// Which value.
    pub path: ValuePath,
    /// What it shall be; `None`: not there.
    pub after: Option<RegData>,
    /// Why.
    pub reason: Reason,
    /// The rule that asks for it.
    pub rule: &'static str,
    /// Whether SMTP needs it, or programs beside it.
    pub for_smtp: bool,
}

/// One value that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is wished.
    pub wish: Wish,
    /// What is there now.
    pub before: Before,
}

/// A key that goes: all of its values are dead, and go before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadKey {
    /// The key.
    pub key: KeyPath,
    /// The rule that says why nothing reads it.
    pub rule: &'static str,
}

/// Wishes for one value that differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The value.
    pub path: ValuePath,
    /// The wishes, in the order they came. None of them is in the plan.
    pub wishes: Vec<Wish>,
}

/// A change of the registry: at most one edit a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// What changes, in the order of the file: SMTP first, dead values last, each part by key.
    pub edits: Vec<Edit>,
    /// The keys that go after that, the deepest first.
    pub keys: Vec<DeadKey>,
    /// What cannot be decided here.
    pub conflicts: Vec<Conflict>,
}

impl Plan {
    /// Collects wishes. What is already as wished is no edit; wishes that differ are a conflict and no edit.
    #[must_use]
    pub fn new(wishes: impl IntoIterator<Item = Wish>, values: &Values) -> Self {
        let mut by_value: BTreeMap<ValuePath, Vec<Wish>> = BTreeMap::new();
        for wish in wishes {
            let same_value = by_value.entry(wish.path.clone()).or_default();
            if !same_value.iter().any(|other| other.after == wish.after) {
                same_value.push(wish);
            }
        }
        let mut plan = Self::default();
        for (path, wishes) in by_value {
            match <[Wish; 1]>::try_from(wishes) {
                Ok([wish]) => {
                    let before = values.get(&path).cloned().unwrap_or_default();
                    if !before.is(wish.after.as_ref()) {
                        plan.edits.push(Edit { wish, before });
                    }
                }
                Err(wishes) => plan.conflicts.push(Conflict { path, wishes }),
            }
        }
        // Stable: within each part the order stays that of the keys.
        crate::order::sort_by_key(&mut plan.edits, |edit| {
            (edit.wish.reason == Reason::Dead, !edit.wish.for_smtp)
        });
        plan
    }

    /// Whether nothing changes and nothing is left to decide.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty() && self.keys.is_empty() && self.conflicts.is_empty()
    }

    /// The values after the plan was carried out.
    #[must_use]
    pub fn applied(&self, values: &Values) -> Values {
        let mut after = values.clone();
        for edit in &self.edits {
            after.insert(edit.wish.path.clone(), edit.wish.after.clone().into());
        }
        after
    }
}

/// What a profile asks for. `os` is `None` where it is not known: then what is right on every release.
#[must_use]
pub fn wishes(values: &Values, profile: Profile, os: Option<Os>) -> Vec<Wish> {
    let mut wishes = tls12(values, os);
    match profile {
        Profile::Minimal => {}
        Profile::Recommended => beside_smtp(values, os, &mut wishes),
        Profile::Strict => {
            beside_smtp(values, os, &mut wishes);
            old_protocols_off(values, &mut wishes);
        }
    }
    wishes
}

/// TLS 1.2 on: both roles, both values.
fn tls12(values: &Values, os: Option<Os>) -> Vec<Wish> {
    let setting = |role: Role, name: &str| setting(values, &Protocol::Tls12.key(role), name);
    let settled = |role: Role| {
        let (enabled, by_default) = (setting(role, ENABLED), setting(role, DISABLED_BY_DEFAULT));
        os.is_some_and(|os| {
            !needs_both_values(os, Protocol::Tls12)
                && judge(os, Protocol::Tls12, role, enabled, by_default).effective == Effective::On
        })
    };
    let mut wishes = Vec::new();
    // Where the release is known and does TLS 1.2 both ways as things are, there is nothing to mend.
    if Role::ALL.into_iter().all(settled) {
        return wishes;
    }
    for role in Role::ALL {
        for (name, target) in [(ENABLED, 1), (DISABLED_BY_DEFAULT, 0)] {
            let now = setting(role, name);
            let fine = match now.number() {
                // Any number but zero switches on; only the documented one is ever written.
                Some(number) => (number == 0) == (target == 0),
                None => false,
            };
            if !fine {
                let (reason, rule) = tls12_reason(role, name, now, os);
                wishes.push(dword(&Protocol::Tls12.key(role), name, target, reason, rule, true));
            }
        }
    }
    wishes
}

fn tls12_reason(role: Role, name: &str, now: Setting, os: Option<Os>) -> (Reason, &'static str) {
    let by_role = |client, server| match role {
        Role::Client => client,
        Role::Server => server,
    };
    let unset = if os.is_some_and(|os| needs_both_values(os, Protocol::Tls12)) {
        by_role("tls12-client-unset-on-old-windows", "tls12-server-unset-on-old-windows")
    } else {
        "tls12-unset"
    };
    match now {
        Setting::Number(_) if name == ENABLED => {
            (Reason::SwitchedOff, by_role("tls12-client-disabled", "tls12-server-disabled"))
        }
        Setting::Number(_) => (
            Reason::DisabledByDefault,
            by_role("tls12-client-disabled-by-default", "tls12-server-disabled-by-default"),
        ),
        Setting::Absent => (Reason::NotSet, unset),
        Setting::Unknown => (Reason::NotShown, unset),
        Setting::WrongType => (Reason::WrongType, "tls12-wrong-type"),
        Setting::WrongSize => (Reason::WrongSize, "tls12-wrong-type"),
    }
}

/// The .NET values and the `WinHTTP` mask: for web services, the Hybrid Configuration Wizard and updates.
fn beside_smtp(values: &Values, os: Option<Os>, wishes: &mut Vec<Wish>) {
    for view in SOFTWARE_VIEWS {
        for version in DOTNET_VERSIONS {
            let key = dotnet_key(view, version);
            for name in DOTNET_VALUES {
                let now = setting(values, &key, name);
                if now != Setting::Number(1) {
                    wishes.push(dword(&key, name, 1, other_reason(now), "dotnet-tls-off", false));
                }
            }
        }
        let key = winhttp_key(view);
        let now = setting(values, &key, WINHTTP_VALUE);
        let target = match now {
            Setting::Number(mask) if mask & WINHTTP_TLS12 != 0 => None,
            Setting::Number(mask) => Some(mask | WINHTTP_TLS12),
            Setting::WrongType | Setting::WrongSize => Some(0xA80),
            // Only these two lack TLS 1.2 in WinHTTP without the value; on later ones it would take TLS 1.3 away.
            Setting::Absent | Setting::Unknown => {
                matches!(os, Some(Os::Ws2008R2 | Os::Ws2012)).then_some(0xA80)
            }
        };
        if let Some(mask) = target {
            wishes.push(dword(&key, WINHTTP_VALUE, mask, other_reason(now), "winhttp-without-tls12", false));
        }
    }
}

fn old_protocols_off(values: &Values, wishes: &mut Vec<Wish>) {
    for protocol in [Protocol::Ssl20, Protocol::Ssl30, Protocol::Tls10, Protocol::Tls11] {
        for role in Role::ALL {
            let key = protocol.key(role);
            for (name, target) in [(ENABLED, 0), (DISABLED_BY_DEFAULT, 1)] {
                let now = setting(values, &key, name);
                let fine = now.number().is_some_and(|number| (number == 0) == (target == 0));
                if !fine {
                    wishes.push(dword(&key, name, target, Reason::OldProtocol, "old-tls-enabled", true));
                }
            }
        }
    }
}

fn other_reason(now: Setting) -> Reason {
    match now {
        Setting::Number(_) => Reason::OtherNumber,
        Setting::Absent => Reason::NotSet,
        Setting::Unknown => Reason::NotShown,
        Setting::WrongType => Reason::WrongType,
        Setting::WrongSize => Reason::WrongSize,
    }
}

fn dword(key: &str, name: &str, number: u32, reason: Reason, rule: &'static str, for_smtp: bool) -> Wish {
    Wish { path: ValuePath::new(key, name), after: Some(RegData::dword(number)), reason, rule, for_smtp }
}

/// What is known of the value `name` of `key`.
#[must_use]
pub fn setting(values: &Values, key: &str, name: &str) -> Setting {
    match values.get(&ValuePath::new(key, name)) {
        None | Some(Before::NotShown) => Setting::Unknown,
        Some(Before::Absent) => Setting::Absent,
        Some(Before::Is(data)) => data.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(number: u32, rule: &'static str) -> Wish {
        dword(&Protocol::Tls12.key(Role::Client), ENABLED, number, Reason::SwitchedOff, rule, true)
    }

    #[test]
    fn wishes_that_differ_are_a_conflict_and_no_edit() {
        let plan = Plan::new([wish(1, "one"), wish(0, "two")], &Values::new());
        assert!(plan.edits.is_empty());
        assert_eq!(plan.conflicts.len(), 1);
        assert_eq!(plan.conflicts[0].wishes.len(), 2);
    }

    #[test]
    fn the_same_wish_twice_is_one_edit() {
        let plan = Plan::new([wish(1, "one"), wish(1, "two")], &Values::new());
        assert_eq!(plan.edits.len(), 1);
        assert!(plan.conflicts.is_empty());
    }

    #[test]
    fn nothing_known_asks_for_all_four_values() {
        assert_eq!(wishes(&Values::new(), Profile::Minimal, None).len(), 4);
    }

    #[test]
    fn no_profile_touches_tls_13_or_the_parent_key() {
        for os in Os::ALL.iter().copied().map(Some).chain([None]) {
            for wish in wishes(&Values::new(), Profile::Strict, os) {
                let key = wish.path.key.as_str();
                assert!(!key.contains("TLS 1.3"), "{key}");
                assert!(
                    !key.contains("SCHANNEL") || key.ends_with(r"\Client") || key.ends_with(r"\Server"),
                    "{key}"
                );
            }
        }
    }
}
