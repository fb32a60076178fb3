//! What is known of one thing: not covered is not absent.

use crate::span::Mark;

/// What is known of one thing the evidence may or may not speak about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Known<T> {
    /// The evidence does not cover it.
    #[default]
    Unknown,
    /// The evidence covers the place, named by the mark, and it is not there.
    Absent(Mark),
    /// It is there.
    Is(T, Mark),
}

impl<T> Known<T> {
    /// The value, where there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Is(value, _) => Some(value),
            Self::Unknown | Self::Absent(_) => None,
        }
    }

    /// The place that tells, where there is one.
    pub fn mark(&self) -> Option<&Mark> {
        match self {
            Self::Is(_, mark) | Self::Absent(mark) => Some(mark),
            Self::Unknown => None,
        }
    }
}
