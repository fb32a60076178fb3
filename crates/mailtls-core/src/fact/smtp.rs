//! What SMTP protocol logs establish: sessions, peers, counts.

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct SmtpFacts {
    /// How many rows were read.
    pub rows: u64,
    /// How many sessions were seen.
    pub sessions: u64,
}
