//! Where the words go: standard output, standard error, files.

use crate::error::CommandError;
use mailtls_text::Style;
use std::io::{self, IsTerminal as _, Write};
use std::path::Path;

/// Sentences longer than this are hard to read, however wide the terminal is.
const WIDEST: usize = 100;

/// How text fits standard output. Colours are always asked for: [`print_styled`] takes them away again where
/// they are not wanted.
pub(crate) fn style() -> Style {
    let size = io::stdout().is_terminal().then(terminal_size::terminal_size).flatten();
    let width = size.map_or(Style::default().width, |(columns, _)| usize::from(columns.0).min(WIDEST));
    Style { width, colour: true }
}

/// Writes to standard output.
pub(crate) fn print(bytes: &[u8]) -> Result<(), CommandError> {
    written(io::stdout().lock().write_all(bytes).and_then(|()| io::stdout().flush()))
}

/// Writes text with colours to standard output: without them where it is no terminal, or `NO_COLOR` is set.
pub(crate) fn print_styled(text: &str) -> Result<(), CommandError> {
    let mut stdout = anstream::stdout().lock();
    written(stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()))
}

/// A reader that has seen enough, like `head`, is no error.
fn written(outcome: io::Result<()>) -> Result<(), CommandError> {
    match outcome {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(CommandError::WriteStdout(error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Says on standard error what went wrong.
pub(crate) fn complain(error: &CommandError) {
    // Where even this cannot be written, the exit code still says it.
    drop(writeln!(io::stderr(), "mailtls: {error}"));
}

/// Writes a file.
pub(crate) fn save(path: &Path, bytes: &[u8]) -> Result<(), CommandError> {
    std::fs::write(path, bytes).map_err(|error| CommandError::Write(path.to_path_buf(), error))
}
