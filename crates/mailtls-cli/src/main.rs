//! The `mailtls-cli` program.
fn main() {}
