//! The `mailtls` command: the same report as the page's, over files and folders of any size.
//!
//! Exits with 0 where nothing wrong was found or a file was written, with 1 where a diagnosis has findings,
//! with 2 where the command line is wrong or a file cannot be read or written.

mod args;
mod decoder;
mod diagnose;
mod error;
mod fix;
mod input;
mod log;
mod merge;
mod output;
mod progress;
mod read;
mod reg;
mod rules;

use args::{Cli, Command, Reg};
use clap::{CommandFactory as _, Parser as _};
use error::CommandError;
use std::process::ExitCode;

/// What the caller is told by the exit code, where all went well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Nothing wrong was found, or what was asked for is done.
    Fine,
    /// A diagnosis has findings.
    Findings,
}

fn main() -> ExitCode {
    let cli = Cli::parse_from(wild::args_os());
    match run(cli.command) {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(error) => {
            output::complain(&error);
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> Result<Outcome, CommandError> {
    match command {
        Command::Diagnose(args) => diagnose::run(&args),
        Command::Merge(args) => merge::run(&args),
        Command::Log(args) => log::run(&args),
        Command::Fix(args) => fix::run(&args),
        Command::Reg(Reg::Show(args)) => reg::show(&args),
        Command::Rules(args) => rules::list(&args),
        Command::Explain(args) => rules::explain(&args),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "mailtls", &mut script);
            output::print(&script).map(|()| Outcome::Fine)
        }
        Command::Man { folder: Some(folder) } => clap_mangen::generate_to(Cli::command(), &folder)
            .map(|()| Outcome::Fine)
            .map_err(|error| CommandError::Write(folder, error)),
        Command::Man { folder: None } => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Cli::command()).render(&mut page).map_err(CommandError::WriteStdout)?;
            output::print(&page).map(|()| Outcome::Fine)
        }
    }
}
