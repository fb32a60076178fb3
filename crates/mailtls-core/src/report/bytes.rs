//! A report as bytes, on its way between ends of the same build, and its texts one by one.
//!
//! Not JSON: a reader of JSON takes fields in any order and under any name, which costs the page 40 KB for a worker
//! and a page that are the same module. Here the fields follow each other in the order of the lists below. A list
//! that lacks a field of its type does not compile, so nothing is lost on the way and no text is passed over.

use super::{
    ArgReport, CipherReport, ConflictReport, Considered, DocumentReport, DotnetReport, DotnetView,
    EditReport, EvidenceReport, FindingReport, FixReport, PeerReport, ProblemReport, ProtocolReport,
    RegistryReport, Remark, Report, RoleReport, RoleState, RuledOut, ServerReport, SmtpReport, SourceReport,
    StrayReport, StretchReport, TranscriptLine, TranscriptReport, ValueReport, Verdict, WinhttpReport,
};
use crate::vocabulary::{Cause, Certainty, Direction, Kind, Os, Platform, Profile, Severity};
use crate::wire::{Wire, wire_enum, wire_struct};
use std::collections::BTreeMap;

impl Report {
    /// The report as bytes, for [`Self::from_bytes`] of the same build.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.put(&mut bytes);
        bytes
    }

    /// The report that [`Self::to_bytes`] wrote; `None` where the bytes are not one.
    #[must_use]
    pub fn from_bytes(mut bytes: &[u8]) -> Option<Self> {
        let report = Self::take(&mut bytes)?;
        bytes.is_empty().then_some(report)
    }

    /// Puts every text of the report through `change`, with the name of the field, or of the entry of a map, it
    /// stands in. Words of the vocabulary and the names of entries are none.
    pub fn change_texts(&mut self, change: &mut dyn FnMut(&str, &mut String)) {
        self.texts("", change);
    }
}

impl TranscriptReport {
    /// Sessions as bytes, for [`Self::list_from_bytes`] of the same build.
    #[must_use]
    pub fn list_to_bytes(list: &[Self]) -> Vec<u8> {
        let mut bytes = Vec::new();
        (list.len() as u64).put(&mut bytes);
        for session in list {
            session.put(&mut bytes);
        }
        bytes
    }

    /// What [`Self::list_to_bytes`] wrote; `None` where the bytes are not that.
    #[must_use]
    pub fn list_from_bytes(mut bytes: &[u8]) -> Option<Vec<Self>> {
        Vec::take(&mut bytes).filter(|_| bytes.is_empty())
    }
}

/// What may hold texts.
trait Texts {
    /// `name` is that of the field the value stands in.
    fn texts(&mut self, name: &str, change: &mut dyn FnMut(&str, &mut String));
}

impl Texts for String {
    fn texts(&mut self, name: &str, change: &mut dyn FnMut(&str, &mut String)) {
        change(name, self);
    }
}

impl<T: Texts> Texts for Option<T> {
    fn texts(&mut self, name: &str, change: &mut dyn FnMut(&str, &mut String)) {
        if let Some(value) = self {
            value.texts(name, change);
        }
    }
}

impl<T: Texts> Texts for Vec<T> {
    fn texts(&mut self, name: &str, change: &mut dyn FnMut(&str, &mut String)) {
        for item in self {
            item.texts(name, change);
        }
    }
}

impl<T: Texts> Texts for BTreeMap<String, T> {
    fn texts(&mut self, _name: &str, change: &mut dyn FnMut(&str, &mut String)) {
        for (name, value) in self {
            value.texts(name, change);
        }
    }
}

impl Texts for ArgReport {
    fn texts(&mut self, name: &str, change: &mut dyn FnMut(&str, &mut String)) {
        match self {
            Self::Number(_) => {}
            Self::Text(text) => text.texts(name, change),
        }
    }
}

impl Wire for ArgReport {
    fn put(&self, out: &mut Vec<u8>) {
        matches!(self, Self::Text(_)).put(out);
        match self {
            Self::Number(number) => number.put(out),
            Self::Text(text) => text.put(out),
        }
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Some(if bool::take(from)? { Self::Text(String::take(from)?) } else { Self::Number(u64::take(from)?) })
    }
}

wire_enum!(RoleState: Enabled, Disabled, OsDefault, Misconfigured, Unknown);

macro_rules! no_texts {
    ($($name:ident),+) => {
        $(impl Texts for $name {
            fn texts(&mut self, _name: &str, _change: &mut dyn FnMut(&str, &mut String)) {}
        })+
    };
}

no_texts!(u64, u32, bool, RoleState, Cause, Certainty, Direction, Kind, Os, Platform, Profile, Severity);

macro_rules! fields {
    ($($name:ident { $($field:ident),+ $(,)? })+) => { $(
        wire_struct!($name { $($field),+ });

        impl Texts for $name {
            fn texts(&mut self, _name: &str, change: &mut dyn FnMut(&str, &mut String)) {
                $(self.$field.texts(stringify!($field), change);)+
            }
        }
    )+ };
}

fields! {
    Report { schema, verdict, findings, sources, registry, servers, smtp, fix, no_fix }
    Verdict {
        cause, certainty, direction, platform, summary, because, ruled_out, considered, needs, os, os_assumed,
    }
    RuledOut { cause, rule, because }
    Considered { cause, certainty, speaks_for, speaks_against, needs }
    FindingReport {
        rule, severity, certainty, cause, direction, server, title, what, why, remedy, evidence, explained_by, args,
    }
    EvidenceReport { source, line, start, end, quote }
    SourceReport { name, kind, encoding, bytes, lines, documents, problems }
    DocumentReport { kind, form, first_line, last_line }
    ProblemReport { line, code, message, args, count }
    Remark { code, message, args }
    RegistryReport { protocols, dotnet, winhttp, values, strays }
    ProtocolReport { client, server }
    RoleReport { enabled, disabled_by_default, state, effective }
    DotnetReport { native, wow6432 }
    DotnetView { system_default_tls_versions, sch_use_strong_crypto }
    WinhttpReport { native, wow6432 }
    ValueReport { key, name, kind, hex }
    StrayReport { key, name, kind, hex, rule }
    ServerReport { name, sources, registry, fix, no_fix }
    SmtpReport {
        sessions, rows, broken, peers, other_peers, ciphers, failures, timeline, timeline_unit, transcripts,
    }
    CipherReport { version, suite, sessions, weak }
    StretchReport { begin, sessions, negotiated, clear, failed }
    TranscriptReport {
        session, direction, name, address, connector, microsoft365, negotiated, failed, clear, rows, lines,
    }
    TranscriptLine { time, event, data, context, step, gap, evidence }
    PeerReport {
        name, address, connector, direction, sessions, negotiated, clear, failed, failures, ciphers, microsoft365,
        first, last,
    }
    FixReport { profile, edits, reg, undo, powershell, commands, group_policy, conflicts, warnings }
    EditReport { key, name, kind, before, after, before_known, rule, reason, for_smtp }
    ConflictReport { key, name, rules, message }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Options, diagnose};

    const EXPORT: &str = "Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\\
        Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client]\r\n\"Enabled\"=dword:00000000\r\n\
        \"DisabledByDefault\"=dword:000000000\r\n";
    const LOG: &str = "#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,\
        data,context\r\n2026-03-02T10:00:00.000Z,Outbound,08DA,0,192.0.2.1:1,203.0.113.5:25,+,,\r\n\
        2026-03-02T10:00:01.000Z,Outbound,08DA,1,192.0.2.1:1,203.0.113.5:25,>,STARTTLS,\r\n\
        2026-03-02T10:00:02.000Z,Outbound,08DA,2,192.0.2.1:1,203.0.113.5:25,*,,TLS negotiation failed with error \
        SocketError\r\n2026-03-02T10:00:03.000Z,Outbound,08DA,3,192.0.2.1:1,203.0.113.5:25,-,,Remote\r\n";

    fn reports() -> Vec<Report> {
        let bounce = ("bounce.txt", "421 4.4.2 Connection dropped due to SocketError");
        let all = [bounce, ("SEND.LOG", LOG), ("schannel.reg", EXPORT)];
        let groups = all.iter().map(std::slice::from_ref).chain([&all[..]]);
        groups
            .map(|inputs| {
                let inputs = inputs.iter().map(|(name, text)| (*name, text.as_bytes()));
                diagnose(inputs, &Options::default())
            })
            .collect()
    }

    #[test]
    fn what_arrives_is_what_was_sent() {
        for report in reports() {
            assert_eq!(Report::from_bytes(&report.to_bytes()).as_ref(), Some(&report));
        }
    }

    #[test]
    fn sessions_travel_too() {
        let sessions: Vec<_> = reports().into_iter().flat_map(|report| report.smtp.transcripts).collect();
        assert!(!sessions.is_empty());
        let bytes = TranscriptReport::list_to_bytes(&sessions);
        assert_eq!(TranscriptReport::list_from_bytes(&bytes), Some(sessions));
        assert_eq!(TranscriptReport::list_from_bytes(bytes.get(1..).unwrap_or_default()), None);
    }

    #[test]
    fn bytes_that_are_no_report_are_none() {
        let report = reports().pop().expect("a report");
        let bytes = report.to_bytes();
        for length in (0..bytes.len()).step_by(bytes.len() / 200 + 1) {
            assert_eq!(Report::from_bytes(bytes.get(..length).unwrap_or_default()), None, "{length} bytes");
        }
        assert_eq!(Report::from_bytes(&[bytes, vec![0]].concat()), None);
    }
}
