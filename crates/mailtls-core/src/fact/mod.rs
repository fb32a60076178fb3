//! What the evidence establishes, by topic, in bounded memory.
//!
//! Formats write facts, rules read them; neither knows the other.

pub mod delivery;
pub mod host;
pub mod peer;
pub mod problem;
pub mod server;
pub mod smtp;

use crate::vocabulary::Os;
use delivery::DeliveryFacts;
use host::HostFacts;
use problem::ProblemLog;
use server::ServerFacts;
use smtp::SmtpFacts;

/// Everything all inputs of a session establish.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// What callers told: the Windows release, if any.
    pub told_os: Option<Os>,
    /// The registries seen, one a server.
    pub servers: Vec<ServerFacts>,
    /// SMTP protocol logs.
    pub smtp: SmtpFacts,
    /// Bounces, queues, traces, events, logs of other mail servers: what was said of a delivery.
    pub delivery: DeliveryFacts,
    /// Exchange builds and Windows releases named anywhere.
    pub hosts: HostFacts,
    /// What could not be read.
    pub problems: ProblemLog,
}
