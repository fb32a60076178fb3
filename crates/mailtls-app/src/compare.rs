//! Whether a change did what it should: the report before it against the report after it.

use mailtls_core::report::{ArgReport, EditReport, RegistryReport, Report};
use mailtls_core::vocabulary::Cause;

/// What came of the change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The cause is gone.
    Fixed,
    /// Some of it is.
    Partly,
    /// All of it is still there.
    NotFixed,
    /// The registry is right and mail still fails: the server was not restarted, or something else is wrong.
    SetAndFailing,
    /// What was loaded does not speak about it.
    NoEvidence,
}

impl Outcome {
    /// The word in text ids and in the markup.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Fixed => "fixed",
            Self::Partly => "partly",
            Self::NotFixed => "not-fixed",
            Self::SetAndFailing => "set-and-failing",
            Self::NoEvidence => "no-evidence",
        }
    }
}

/// One value of the fix, and what the new export says of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Checked {
    /// Of which server; empty where there is one.
    pub(crate) server: String,
    /// The edit that was asked for.
    pub(crate) edit: EditReport,
    /// Whether it is there now; nothing where the new input does not cover it.
    pub(crate) done: Option<bool>,
}

/// The values of the fix, checked one by one; of several servers, each with its own.
pub(crate) fn checked(before: &Report, after: &Report) -> Vec<Checked> {
    let fixes: Vec<_> = before
        .servers
        .iter()
        .filter_map(|server| Some((server.name.as_str(), server.fix.as_ref()?)))
        .collect();
    let check = |server: &str, edit: &EditReport, registry: Option<&RegistryReport>| Checked {
        server: server.to_owned(),
        edit: edit.clone(),
        done: registry.and_then(|registry| done(edit, registry)),
    };
    if fixes.is_empty() {
        let edits = before.fix.as_ref().map(|fix| fix.edits.as_slice()).unwrap_or_default();
        return edits.iter().map(|edit| check("", edit, Some(&after.registry))).collect();
    }
    let registry = |server: &str| {
        let same = after.servers.iter().find(|other| other.name.eq_ignore_ascii_case(server));
        // One export after the change, and one server that was to be changed: they are the same.
        let only = fixes.len() == 1 && after.servers.len() < 2;
        same.map(|other| &other.registry).or_else(|| only.then_some(&after.registry))
    };
    let all = fixes.iter().flat_map(|(server, fix)| fix.edits.iter().map(move |edit| (*server, edit)));
    all.map(|(server, edit)| check(server, edit, registry(server))).collect()
}

fn done(edit: &EditReport, registry: &RegistryReport) -> Option<bool> {
    let same = |value: &&mailtls_core::report::ValueReport| {
        value.key.eq_ignore_ascii_case(&edit.key) && value.name.eq_ignore_ascii_case(&edit.name)
    };
    let value = registry.values.iter().find(same)?;
    Some(match &edit.after {
        None => value.kind.is_none(),
        Some(ArgReport::Text(hex)) => value.hex.eq_ignore_ascii_case(hex),
        Some(ArgReport::Number(number)) => {
            let bytes = u32::try_from(*number).unwrap_or(u32::MAX).to_le_bytes();
            let hex = u32::from_str_radix(&value.hex, 16).map(u32::to_be_bytes);
            value.kind.as_deref() == Some("REG_DWORD") && value.hex.len() == 8 && hex == Ok(bytes)
        }
    })
}

/// What came of the change.
pub(crate) fn outcome(before: &Report, after: &Report) -> Outcome {
    let values = checked(before, after);
    let count = |done: Option<bool>| values.iter().filter(|value| value.done == done).count();
    // What SMTP does not need may be missing from the new export; what it needs may not.
    let hidden = values.iter().any(|value| value.done.is_none() && value.edit.for_smtp);
    let registry = match (count(Some(true)), count(Some(false))) {
        (0, 0) => None,
        (_, 0) if !hidden => Some(Outcome::Fixed),
        (0, _) => Some(Outcome::NotFixed),
        _ => Some(Outcome::Partly),
    };
    let (cause, mailed) = (after.verdict.cause, mail(after));
    let failing = if cause == Cause::None {
        traffic(before, after).then_some(false)
    } else {
        (cause == before.verdict.cause && mailed).then_some(true)
    };
    match (registry, failing) {
        (Some(Outcome::Fixed), Some(true)) => Outcome::SetAndFailing,
        (Some(outcome), _) => outcome,
        (None, Some(true)) => Outcome::NotFixed,
        (None, Some(false)) => Outcome::Fixed,
        (None, None) => Outcome::NoEvidence,
    }
}

/// Whether anything but a registry was read: a failure seen in mail, not a state that would cause one.
pub(crate) fn mail(report: &Report) -> bool {
    use mailtls_core::vocabulary::Kind;
    report.sources.iter().flat_map(|source| &source.documents).any(|document| {
        matches!(
            document.kind,
            Kind::Ndr
                | Kind::Queue
                | Kind::SmtpSendLog
                | Kind::SmtpReceiveLog
                | Kind::EventLog
                | Kind::MtaLog
        )
    })
}

/// Whether the new log has a session with TLS to a far end that failed before, or to any if none is known.
fn traffic(before: &Report, after: &Report) -> bool {
    let failed: Vec<&str> =
        before.smtp.peers.iter().filter(|peer| peer.failed > 0).map(|peer| peer.address.as_str()).collect();
    after.smtp.peers.iter().any(|peer| {
        let works = peer.negotiated.keys().any(|version| version == "TLS 1.2" || version == "TLS 1.3");
        works && peer.failed == 0 && (failed.is_empty() || failed.contains(&peer.address.as_str()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use mailtls_core::report::{FixReport, ValueReport};
    use mailtls_core::session::{Options, diagnose};
    use mailtls_core::vocabulary::Profile;

    const KEY: &str = r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client";

    fn report() -> Report {
        diagnose([("a.txt", &b"x"[..])], &Options::default())
    }

    fn before() -> Report {
        let edit = |name: &str, after: u64| EditReport {
            key: KEY.to_owned(),
            name: name.to_owned(),
            kind: "REG_DWORD".to_owned(),
            before: None,
            after: Some(ArgReport::Number(after)),
            before_known: true,
            rule: "tls12-client-disabled".to_owned(),
            reason: "switched-off".to_owned(),
            for_smtp: true,
        };
        let fix = FixReport {
            profile: Profile::Minimal,
            edits: vec![edit("Enabled", 1), edit("DisabledByDefault", 0)],
            reg: String::new(),
            undo: String::new(),
            powershell: String::new(),
            commands: String::new(),
            group_policy: String::new(),
            warnings: Vec::new(),
            conflicts: Vec::new(),
        };
        Report { fix: Some(fix), ..report() }
    }

    fn after(values: &[(&str, &str)]) -> Report {
        let mut report = report();
        report.registry.values = values
            .iter()
            .map(|(name, hex)| ValueReport {
                key: KEY.to_lowercase(),
                name: (*name).to_owned(),
                kind: Some("REG_DWORD".to_owned()),
                hex: (*hex).to_owned(),
            })
            .collect();
        report
    }

    #[test]
    fn the_new_export_decides_value_by_value() {
        let before = before();
        let on = ("Enabled", "01000000");
        let off = ("DisabledByDefault", "01000000");
        let by_default = ("DisabledByDefault", "00000000");
        assert_eq!(outcome(&before, &after(&[on, by_default])), Outcome::Fixed);
        assert_eq!(outcome(&before, &after(&[on, off])), Outcome::Partly);
        assert_eq!(outcome(&before, &after(&[("Enabled", "00000000"), off])), Outcome::NotFixed);
    }

    #[test]
    fn a_value_the_new_export_does_not_show_is_not_mended() {
        assert_eq!(outcome(&before(), &after(&[("Enabled", "01000000")])), Outcome::Partly);
    }

    #[test]
    fn of_several_servers_each_is_checked_by_its_own_export() {
        let key = |role: &str, on: u8| {
            format!(
                "[{}]\r\n\"Enabled\"=dword:0000000{on}\r\n\"DisabledByDefault\"=dword:00000000\r\n\r\n",
                KEY.replace("Client", role)
            )
        };
        let export = |client: u8| {
            format!(
                "Windows Registry Editor Version 5.00\r\n\r\n{}{}",
                key("Client", client),
                key("Server", 1)
            )
        };
        let fleet = |states: [(&str, u8); 3]| {
            let inputs = states.map(|(name, client)| (name.to_owned(), export(client)));
            diagnose(inputs.iter().map(|(name, text)| (name.as_str(), text.as_bytes())), &Options::default())
        };
        let before = fleet([("ex01.reg", 0), ("ex02.reg", 0), ("ex03.reg", 1)]);
        let servers: std::collections::BTreeSet<String> =
            checked(&before, &before).into_iter().map(|value| value.server).collect();
        assert_eq!(servers.into_iter().collect::<Vec<_>>(), ["ex01", "ex02"]);
        assert_eq!(
            outcome(&before, &fleet([("ex01.reg", 1), ("ex02.reg", 1), ("ex03.reg", 1)])),
            Outcome::Fixed
        );
        assert_eq!(
            outcome(&before, &fleet([("ex01.reg", 1), ("ex02.reg", 0), ("ex03.reg", 1)])),
            Outcome::Partly
        );
        assert_eq!(
            outcome(&before, &fleet([("ex01.reg", 1), ("ex09.reg", 1), ("ex03.reg", 1)])),
            Outcome::Partly
        );
    }

    #[test]
    fn what_does_not_speak_about_it_is_no_evidence() {
        assert_eq!(outcome(&before(), &report()), Outcome::NoEvidence);
    }
}
