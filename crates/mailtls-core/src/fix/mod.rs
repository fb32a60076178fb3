//! From findings to the smallest registry change, and its way back.

use crate::registry::RegistryEdit;

/// How far a fix may be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Applicability {
    /// Words only: a person has to decide how.
    Manual,
    /// Shown, and left out of the file until chosen.
    Review,
    /// In the file.
    Safe,
}

/// What would mend one finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// How far it may be trusted.
    pub applicability: Applicability,
    /// The values it sets or deletes.
    pub edits: Vec<RegistryEdit>,
}
