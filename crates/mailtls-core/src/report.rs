//! The report: plain, versioned, the only thing that leaves `core`.
//!
//! Fields said to be words are left empty here and filled by `mailtls-text` from the rule id, the code and
//! the arguments beside them, so that a language can be changed without diagnosing again. Every type derives its
//! schema too: the TypeScript declarations come from there.

mod bytes;

use crate::vocabulary::{Cause, Certainty, Direction, Kind, Os, Platform, Profile, Severity};
use std::collections::BTreeMap;

/// The version of this form. A field removed or renamed makes a new one.
pub const SCHEMA: u32 = 1;

/// Everything found in all inputs of one session.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Report {
    /// [`SCHEMA`].
    pub schema: u32,
    /// The answer.
    pub verdict: Verdict,
    /// Causes first, then what they explain, then notes.
    pub findings: Vec<FindingReport>,
    /// The inputs, in the order they were opened.
    pub sources: Vec<SourceReport>,
    /// What the registry exports say. Of several servers the one with the most severe findings; all of them are in `servers`.
    pub registry: RegistryReport,
    /// Every server the inputs told apart, where there are several.
    pub servers: Vec<ServerReport>,
    /// What the protocol logs say.
    pub smtp: SmtpReport,
    /// The corrective change, where one would help: of the server `registry` is of.
    pub fix: Option<FixReport>,
    /// Why there is no `fix`.
    pub no_fix: Option<Remark>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Verdict {
    /// The root cause.
    pub cause: Cause,
    /// How sure.
    pub certainty: Certainty,
    /// Which way the mail goes.
    pub direction: Direction,
    /// Whose TLS stack.
    pub platform: Platform,
    /// Words: one sentence.
    pub summary: String,
    /// The rules whose findings decided, strongest first.
    pub because: Vec<String>,
    /// The causes the evidence speaks against.
    pub ruled_out: Vec<RuledOut>,
    /// The causes that remain, with what speaks for and against each.
    pub considered: Vec<Considered>,
    /// The kinds of input that would settle it, the most useful first.
    pub needs: Vec<Kind>,
    /// The Windows release the defaults were taken from.
    pub os: Os,
    /// Whether `os` is an assumption, since neither the caller nor the input told it.
    pub os_assumed: bool,
}

/// A cause the evidence speaks against.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct RuledOut {
    /// The cause.
    pub cause: Cause,
    /// The rule whose finding speaks against it.
    pub rule: String,
    /// Words.
    pub because: String,
}

/// One line of the differential diagnosis.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Considered {
    /// The cause.
    pub cause: Cause,
    /// How much speaks for it.
    pub certainty: Certainty,
    /// The rules that speak for it.
    pub speaks_for: Vec<String>,
    /// The rules that speak against it.
    pub speaks_against: Vec<String>,
    /// What would settle it.
    pub needs: Vec<Kind>,
}

/// One firing of a rule.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct FindingReport {
    /// The rule's id.
    pub rule: String,
    /// What it does to mail flow.
    pub severity: Severity,
    /// How sure.
    pub certainty: Certainty,
    /// The root cause it names, if it names one.
    pub cause: Option<Cause>,
    /// The direction it speaks about.
    pub direction: Direction,
    /// The server it speaks about, where several were told apart.
    pub server: Option<String>,
    /// Words: a headline.
    pub title: String,
    /// Words: what was found.
    pub what: String,
    /// Words: what it does to mail.
    pub why: String,
    /// Words: what to do.
    pub remedy: String,
    /// Never empty.
    pub evidence: Vec<EvidenceReport>,
    /// The id of the rule that explains this one, if another finding does.
    pub explained_by: Option<String>,
    /// What the words were made of.
    pub args: BTreeMap<String, ArgReport>,
}

/// A value the words were made of.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(untagged))]
pub enum ArgReport {
    /// A number.
    Number(u64),
    /// Text from the evidence.
    Text(String),
}

/// A place in an input and what it says.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct EvidenceReport {
    /// The name of the source.
    pub source: String,
    /// Its line, from 1.
    pub line: u64,
    /// The first byte, in the original bytes of the source.
    pub start: u64,
    /// One past the last byte.
    pub end: u64,
    /// What it says, decoded.
    pub quote: String,
}

/// One input.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct SourceReport {
    /// Its name, unique in the report.
    pub name: String,
    /// What it is; of several, the one that weighs most.
    pub kind: Kind,
    /// How its bytes spell characters.
    pub encoding: String,
    /// Its length.
    pub bytes: u64,
    /// Its lines.
    pub lines: u64,
    /// What it is made of, where a paste holds several things.
    pub documents: Vec<DocumentReport>,
    /// What could not be read, the first of each sort.
    pub problems: Vec<ProblemReport>,
}

/// A part of an input.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct DocumentReport {
    /// What it is.
    pub kind: Kind,
    /// The finer form: `eml`, `exchange-online-ndr`, `reg-query`, …
    pub form: String,
    /// Its first line.
    pub first_line: u64,
    /// Its last line.
    pub last_line: u64,
}

/// Something in an input that could not be read, or that Windows would not read.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ProblemReport {
    /// The line, from 1; 0 for the whole input.
    pub line: u64,
    /// A stable word.
    pub code: String,
    /// Words: what, why, and what to do.
    pub message: String,
    /// What the words were made of.
    pub args: BTreeMap<String, ArgReport>,
    /// How many there were of this sort, this one included.
    pub count: u64,
}

/// A stable word with its sentence.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Remark {
    /// A stable word.
    pub code: String,
    /// Words.
    pub message: String,
    /// What the words were made of.
    #[cfg_attr(feature = "serde", serde(default))]
    pub args: BTreeMap<String, ArgReport>,
}

/// What the registry of one server says.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct RegistryReport {
    /// By protocol: `SSL 2.0` to `TLS 1.3`, `DTLS 1.0`, `DTLS 1.2`. All of them, `unknown` where not covered.
    pub protocols: BTreeMap<String, ProtocolReport>,
    /// By framework version: `v2.0.50727`, `v4.0.30319`.
    pub dotnet: BTreeMap<String, DotnetReport>,
    /// `DefaultSecureProtocols`.
    pub winhttp: WinhttpReport,
    /// Every value that was read at a place mailtls knows, for computing another fix from this report.
    pub values: Vec<ValueReport>,
    /// Settings for TLS 1.2 where Windows never looks, and the keys that hold nothing else, the deepest first. A fix
    /// deletes them only when asked to.
    pub strays: Vec<StrayReport>,
}

/// A value, or a key, that nothing reads.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct StrayReport {
    /// The key.
    pub key: String,
    /// The name of the value; `null`: the key itself.
    pub name: Option<String>,
    /// Its type; empty for a key.
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub kind: String,
    /// Its bytes, in hexadecimal.
    pub hex: String,
    /// The rule that says why it is dead.
    pub rule: String,
}

/// Both roles of one protocol.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ProtocolReport {
    /// The role that connects out.
    pub client: RoleReport,
    /// The role that accepts.
    pub server: RoleReport,
}

/// One role of one protocol.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct RoleReport {
    /// `Enabled` (`REG_DWORD`), as set.
    pub enabled: Option<u32>,
    /// `DisabledByDefault` (`REG_DWORD`), as set.
    pub disabled_by_default: Option<u32>,
    /// What the values come to.
    pub state: RoleState,
    /// Whether SMTP can use it on `verdict.os`; `None` where unknown.
    pub effective: Option<bool>,
}

/// What the two values come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum RoleState {
    /// On.
    Enabled,
    /// Off.
    Disabled,
    /// The registry leaves it to Windows.
    OsDefault,
    /// The values contradict each other, or have a wrong type or size.
    Misconfigured,
    /// The export does not cover it.
    #[default]
    Unknown,
}

/// The .NET values of one framework version, `null` where absent or not covered.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct DotnetReport {
    /// Under `SOFTWARE\Microsoft`.
    pub native: DotnetView,
    /// Under `SOFTWARE\WOW6432Node\Microsoft`.
    pub wow6432: DotnetView,
}

/// The two values in one view.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct DotnetView {
    /// `SystemDefaultTlsVersions`.
    pub system_default_tls_versions: Option<u32>,
    /// `SchUseStrongCrypto`.
    pub sch_use_strong_crypto: Option<u32>,
}

/// `DefaultSecureProtocols` in both views, `null` where absent or not covered.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct WinhttpReport {
    /// Under `SOFTWARE\Microsoft`.
    pub native: Option<u32>,
    /// Under `SOFTWARE\WOW6432Node\Microsoft`.
    pub wow6432: Option<u32>,
}

/// A value as read, or known to be absent.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ValueReport {
    /// The key.
    pub key: String,
    /// The name.
    pub name: String,
    /// `REG_DWORD`, …; `null` where the export covers the place and it is absent.
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub kind: Option<String>,
    /// The raw bytes, lower-case hex.
    pub hex: String,
}

/// One of several servers.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ServerReport {
    /// Its name: from the input, else from the file name.
    pub name: String,
    /// The sources it was read from.
    pub sources: Vec<String>,
    /// Its registry.
    pub registry: RegistryReport,
    /// Its fix.
    pub fix: Option<FixReport>,
    /// Why there is no `fix`.
    pub no_fix: Option<Remark>,
}

/// What the protocol logs say.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct SmtpReport {
    /// How many sessions.
    pub sessions: u64,
    /// How many rows.
    pub rows: u64,
    /// Lines that could not be read as a row.
    pub broken: u64,
    /// The far ends, worst first.
    pub peers: Vec<PeerReport>,
    /// Peers beyond those listed, summed up; `null` where all are listed.
    pub other_peers: Option<PeerReport>,
    /// Handshakes by version and algorithms, oldest version first.
    pub ciphers: Vec<CipherReport>,
    /// Sessions whose handshake failed, by the word of the log; empty where it ended without one.
    pub failures: BTreeMap<String, u64>,
    /// Sessions over time.
    pub timeline: Vec<StretchReport>,
    /// What a stretch of `timeline` is: `hour`, `day`, `month` or `all`.
    pub timeline_unit: String,
    /// A few sessions in full, first those that failed.
    pub transcripts: Vec<TranscriptReport>,
}

/// What handshakes agreed on.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct CipherReport {
    /// `TLS 1.2`, …
    pub version: String,
    /// Bulk cipher, MAC and key exchange, as the log names them.
    pub suite: String,
    /// How many handshakes.
    pub sessions: u64,
    /// Whether one of them is no longer to be used.
    pub weak: bool,
}

/// A stretch of time.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct StretchReport {
    /// When it begins, as the log writes the time (UTC), as far as the unit reaches: `2026-11-03T08`.
    pub begin: String,
    /// Sessions begun in it.
    pub sessions: u64,
    /// Of these, by negotiated version.
    pub negotiated: BTreeMap<String, u64>,
    /// Of these, those that carried mail in clear text.
    pub clear: u64,
    /// Of these, those whose handshake failed.
    pub failed: u64,
}

/// One session, row by row.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct TranscriptReport {
    /// Its id in the log.
    pub session: String,
    /// Which way the mail goes.
    pub direction: Direction,
    /// What the far end calls itself.
    pub name: String,
    /// Its address.
    pub address: String,
    /// Our connector.
    pub connector: String,
    /// Whether the far end is Microsoft 365.
    pub microsoft365: bool,
    /// The negotiated version; `null` where none was.
    pub negotiated: Option<String>,
    /// The word a handshake failed with; `null` where none failed.
    pub failed: Option<String>,
    /// Whether mail went in clear text.
    pub clear: bool,
    /// How many rows it has; those beyond the first ones are kept only where they matter.
    pub rows: u64,
    /// The rows that were kept.
    pub lines: Vec<TranscriptLine>,
}

/// A row of a session.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct TranscriptLine {
    /// As the log writes it (UTC).
    pub time: String,
    /// `+`, `-`, `>`, `<` or `*`.
    pub event: String,
    /// What was said.
    pub data: String,
    /// What the log adds.
    pub context: String,
    /// The step of the handshake it is, where it is one: `banner`, `ehlo`, `offered`, `starttls`, `go-ahead`,
    /// `certificate`, `negotiated`, `failed`, `refused`, `delivered`, `end`, …
    pub step: String,
    /// Milliseconds since the row before; 0 for the first.
    pub gap: u64,
    /// Where it stands.
    pub evidence: EvidenceReport,
}

/// One far end, on one connector, in one direction.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct PeerReport {
    /// What it calls itself; empty where it never said.
    pub name: String,
    /// Its address.
    pub address: String,
    /// Our connector.
    pub connector: String,
    /// Which way the mail goes.
    pub direction: Direction,
    /// How many sessions.
    pub sessions: u64,
    /// Sessions by negotiated version: `TLS 1.2`, …
    pub negotiated: BTreeMap<String, u64>,
    /// Sessions that carried mail in clear text.
    pub clear: u64,
    /// Sessions whose handshake failed.
    pub failed: u64,
    /// Those by the word of the log; empty where it ended without one.
    pub failures: BTreeMap<String, u64>,
    /// Handshakes by algorithms.
    pub ciphers: BTreeMap<String, u64>,
    /// Whether it is Microsoft 365.
    pub microsoft365: bool,
    /// The first row, as the log writes the time (UTC).
    pub first: String,
    /// The last row.
    pub last: String,
}

/// The corrective change.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct FixReport {
    /// How much it changes.
    pub profile: Profile,
    /// One entry a value.
    pub edits: Vec<EditReport>,
    /// The text of the `.reg` file, CRLF; written to disk as UTF-16LE with its mark.
    pub reg: String,
    /// The text of the `.reg` file that takes it back.
    pub undo: String,
    /// The same change as PowerShell.
    pub powershell: String,
    /// The same change as `reg add` lines.
    pub commands: String,
    /// The same change as Group Policy Preferences (`Registry.xml`).
    pub group_policy: String,
    /// Wishes for one value that differ.
    pub conflicts: Vec<ConflictReport>,
    /// What to know before importing it.
    pub warnings: Vec<Remark>,
}

/// One value that changes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct EditReport {
    /// The key.
    pub key: String,
    /// The name of the value.
    pub name: String,
    /// `REG_DWORD`, …; `key` where the key itself is deleted.
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub kind: String,
    /// Before: a number for a `REG_DWORD`, else its hex; `null` where absent or not known.
    pub before: Option<ArgReport>,
    /// After; `null` where the value is deleted.
    pub after: Option<ArgReport>,
    /// Whether `before` is known at all: an export that does not cover the place is not an absent value.
    pub before_known: bool,
    /// The rule that asks for it.
    pub rule: String,
    /// A stable word for why.
    pub reason: String,
    /// Whether SMTP needs it; the others are for web services and programs beside it.
    pub for_smtp: bool,
}

/// Two wishes for one value.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ConflictReport {
    /// The key.
    pub key: String,
    /// The name of the value.
    pub name: String,
    /// The rules that disagree.
    pub rules: Vec<String>,
    /// Words.
    pub message: String,
}
