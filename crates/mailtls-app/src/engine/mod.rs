//! The bridge to the engine, which runs in a worker wherever there can be one.

pub(crate) mod client;
pub(crate) mod finder;
mod hand;
pub(crate) mod host;
mod line;
pub(crate) mod protocol;
mod seek;
mod share;
