//! One binary for every promise that spans crates.
