//! Turns the bytes of any number of inputs into one [`Report`](report::Report), the same one everywhere,
//! every time.
//!
//! The crate does no I/O and knows no clock, no browser and no sentence for users: reading never fails,
//! rules see facts and never bytes, and a finding cannot exist without the evidence it rests on.
//!
//! ```
//! use mailtls_core::session::{Options, diagnose};
//!
//! let report = diagnose([("bounce.txt", &b"421 4.4.2 Connection dropped due to SocketError"[..])], &Options::default());
//! assert_eq!(report.sources.len(), 1);
//! ```

pub mod arg;
pub mod assemble;
mod bytes;
pub mod decode;
pub mod diagnosis;
pub mod fact;
pub mod fix;
pub mod format;
mod handshake;
pub mod judge;
pub mod known;
pub mod order;
pub mod partial;
pub mod registry;
pub mod report;
pub mod rule;
pub mod rules;
mod said;
pub mod schannel;
pub mod session;
pub mod span;
pub mod vocabulary;
mod wire;
