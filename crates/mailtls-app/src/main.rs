//! The `mailtls-app` program.
fn main() {}
