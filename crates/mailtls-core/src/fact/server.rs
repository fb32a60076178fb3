//! The registry of one server, as its exports show it.

use crate::known::Known;
use crate::registry::{RegData, ValuePath};
use crate::span::{Mark, SourceId};
use crate::vocabulary::Os;
use std::collections::BTreeMap;

/// What is known of one server.
#[derive(Clone, Debug, Default)]
pub struct ServerFacts {
    /// Its name: from the input, else from the file name; empty while there is only one.
    pub name: String,
    /// Where its registry was read.
    pub sources: Vec<SourceId>,
    /// Its Windows release, if the input tells.
    pub os: Option<(Os, Mark)>,
    /// Values at places mailtls knows.
    pub values: BTreeMap<ValuePath, Known<RegData>>,
}
