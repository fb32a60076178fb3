//! One binary for every promise that spans crates.

#![expect(
    clippy::expect_used,
    clippy::format_push_string,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a helper of a test fails by panicking"
)]

mod cases;
mod corpus;
mod files;
mod hostile;
mod laws;
mod laws_fix;
mod logs;
mod pastes;
mod real_mta;
mod reg_hostile;
mod registry;
mod schannel;
mod tidy;
mod wine;
