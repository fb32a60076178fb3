//! Turns the bytes of any number of inputs into one [`Report`](report::Report), the same one everywhere,
//! every time.
//!
//! The crate does no I/O and knows no clock, no browser and no sentence for users: reading never fails,
//! rules see facts and never bytes, and a finding cannot exist without the evidence it rests on.
//!
//! ```
//! use mailtls_core::session::{Options, diagnose};
//! use mailtls_core::vocabulary::{Cause, Certainty};
//!
//! let bounce = &b"421 4.4.2 Connection dropped due to SocketError"[..];
//! let report = diagnose([("bounce.txt", bounce)], &Options::default());
//! assert_eq!(report.verdict.cause, Cause::TlsVersion);
//! assert_eq!(report.verdict.certainty, Certainty::Likely);
//! assert_eq!(report.findings[0].evidence[0].line, 1);
//! ```
//!
//! Files of any size go through a [`Session`](session::Session), chunk by chunk. Where the chunks are cut makes
//! no difference, and what is wrong in a registry comes with the file that corrects it:
//!
//! ```
//! use mailtls_core::decode::NoDecoder;
//! use mailtls_core::fix::reg_text;
//! use mailtls_core::session::{Options, Session};
//!
//! let export = br#"Windows Registry Editor Version 5.00
//!
//! [HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client]
//! "Enabled"=dword:00000000
//! "#;
//! let mut session = Session::new(Options::default(), Box::new(NoDecoder));
//! session.open("server.reg");
//! for chunk in export.chunks(7) {
//!     session.feed(chunk);
//! }
//! let fix = session.finish().fix.expect("this can be corrected");
//! assert!(fix.reg.contains("\"Enabled\"=dword:00000001\r\n"));
//! assert!(fix.undo.contains("\"Enabled\"=dword:00000000\r\n"));
//! // As regedit writes it: UTF-16LE with its mark.
//! assert_eq!(reg_text::to_bytes(&fix.reg)[..4], [0xFF, 0xFE, b'W', 0]);
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
