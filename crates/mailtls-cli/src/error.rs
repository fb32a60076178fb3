//! What stops a command: each names the file or the word at fault and what to do about it.

use mailtls_core::partial::PartialError;
use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why a command could not do what it was asked. All of them exit with 2.
#[derive(Debug)]
pub(crate) enum CommandError {
    /// An input cannot be read.
    Read(PathBuf, io::Error),
    /// Standard input cannot be read.
    ReadStdin(io::Error),
    /// An archive cannot be unpacked.
    Unpack(PathBuf, io::Error),
    /// A file is no partial result.
    NotPartial(PathBuf, PartialError),
    /// A folder holds no file.
    EmptyFolder(PathBuf),
    /// Standard input was named more than once.
    StdinTwice,
    /// Standard input where an input is read a second time.
    NotTwice,
    /// No input is a protocol log.
    NoLog,
    /// A server is told of a file that is not read.
    NotAnInput(PathBuf),
    /// An output cannot be written.
    Write(PathBuf, io::Error),
    /// Standard output cannot be written.
    WriteStdout(io::Error),
    /// An output is one of the inputs.
    OverInput(PathBuf),
    /// Two outputs are one file.
    SameOutput(PathBuf),
    /// A file with other content stands where no name was asked for.
    InTheWay(PathBuf),
    /// There is no such rule; the one most like it.
    NoRule(String, Option<&'static str>),
}

impl fmt::Display for CommandError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(path, error) => {
                write!(f, "cannot read {}: {}", path.display(), reason(error))?;
                if error.kind() == io::ErrorKind::PermissionDenied {
                    f.write_str(
                        "\n  Exchange keeps its logs open: copy the file, or run with the right to read it",
                    )?;
                }
                Ok(())
            }
            Self::ReadStdin(error) => write!(f, "cannot read standard input: {}", reason(error)),
            Self::Unpack(path, error) => {
                write!(f, "cannot unpack {}: {}", path.display(), reason(error))
            }
            Self::NotPartial(path, error) => write!(f, "cannot merge {}: {error}", path.display()),
            Self::EmptyFolder(path) => write!(f, "there is no file to read in the folder {}", path.display()),
            Self::StdinTwice => f.write_str("`-` is named twice, and standard input can be read only once"),
            Self::NotTwice => f.write_str(
                "standard input can be read only once, and sessions are looked up again\n  write it to a file first",
            ),
            Self::NoLog => f.write_str(
                "none of the files is an SMTP protocol log\n  Exchange writes them below \
                 TransportRoles\\Logs, in the folders named ProtocolLog",
            ),
            Self::NotAnInput(path) => {
                write!(
                    f,
                    "--server names {}, which is not among the files\n  write it as there",
                    path.display()
                )
            }
            Self::Write(path, error) => {
                write!(f, "cannot write {}: {}", path.display(), reason(error))
            }
            Self::WriteStdout(error) => write!(f, "cannot write to standard output: {}", reason(error)),
            Self::OverInput(path) => {
                write!(f, "{} is an input and would be overwritten\n  name another file", path.display())
            }
            Self::SameOutput(path) => {
                write!(f, "two outputs would be written to {}\n  name another file", path.display())
            }
            Self::InTheWay(path) => write!(
                f,
                "{} exists and holds something else\n  name the files with -o and --undo, or move it away",
                path.display()
            ),
            Self::NoRule(name, near) => {
                write!(f, "there is no rule `{name}`\n  ")?;
                match near {
                    Some(near) => write!(f, "did you mean `{near}`? "),
                    None => Ok(()),
                }?;
                f.write_str("`mailtls rules` lists them")
            }
        }
    }
}

impl std::error::Error for CommandError {}

/// What the system says, without its number.
fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    match text.split_once(" (os error") {
        Some((text, _)) => text.to_owned(),
        None => text,
    }
}
