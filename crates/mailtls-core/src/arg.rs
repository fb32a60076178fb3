//! A value in a sentence: readers and rules give it, texts show it.

/// A value a text may show.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arg {
    /// Words taken from the evidence.
    Text(String),
    /// A number.
    Number(u64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<u64> for Arg {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}
