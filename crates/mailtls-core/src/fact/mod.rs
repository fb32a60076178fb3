//! What the evidence establishes, by topic, in bounded memory.
//!
//! Formats write facts, rules read them; neither knows the other.

pub mod delivery;
pub mod host;
pub mod peer;
pub mod problem;
pub mod server;
pub mod smtp;

use crate::span::SourceId;
use crate::vocabulary::Os;
use delivery::DeliveryFacts;
use host::HostFacts;
use problem::ProblemLog;
use server::ServerFacts;
use smtp::SmtpFacts;
use std::collections::BTreeMap;

/// Everything all inputs of a session establish.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// What callers told: the Windows release, if any.
    pub told_os: Option<Os>,
    /// What callers call the server an input is of.
    pub told_servers: BTreeMap<SourceId, String>,
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

impl Facts {
    /// Adds a registry just read to those read before.
    pub fn add_registry(&mut self, mut server: ServerFacts) {
        server.told = server.sources.iter().find_map(|source| self.told_servers.get(source)).cloned();
        ServerFacts::join(&mut self.servers, server);
    }
}
