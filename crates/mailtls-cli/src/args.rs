//! The command line: what may be asked, and how.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand};
use mailtls_core::vocabulary::{Kind, Os, Profile};
use mailtls_text::{Format, Lang};
use regex::bytes::{Regex, RegexBuilder};
use std::path::PathBuf;

/// Tells whether the end of TLS 1.0 and 1.1 is why mail to or from Microsoft 365 stopped.
///
/// Reads bounces, queue errors, SMTP protocol logs and exported .reg files, here on this machine.
#[derive(Debug, Parser)]
#[command(name = "mailtls", version, arg_required_else_help = true, disable_help_subcommand = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Say what is wrong, how sure that is, and which lines prove it
    ///
    /// All inputs make one report. Exits with 0 where nothing wrong was found, 1 where something was, 2 where
    /// an input cannot be read.
    Diagnose(Diagnose),
    /// Make one report of what several runs of `diagnose --partial` read
    ///
    /// The report is that of reading all their inputs in one, in the order of their names.
    Merge(Merge),
    /// Find sessions in SMTP protocol logs
    ///
    /// A line for each, or with `--full` every row of it. What is asked with several options must all hold.
    Log(Log),
    /// Write the smallest corrective .reg file, and the one that takes it back
    ///
    /// Nothing to fix: says so and writes nothing. No input is ever overwritten.
    Fix(Fix),
    /// Look into .reg files
    #[command(subcommand)]
    Reg(Reg),
    /// List what mailtls can find
    Rules(Rules),
    /// Explain one rule: what it finds, why that matters, what to do
    Explain(Explain),
    /// Print the completion script of a shell
    #[command(hide = true)]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page, or write those of all commands into a folder
    #[command(hide = true)]
    Man {
        /// The folder
        #[arg(value_name = "FOLDER")]
        folder: Option<PathBuf>,
    },
}

#[derive(Debug, clap::Args)]
pub(crate) struct Diagnose {
    /// How the report is written
    ///
    /// text: for a terminal; json: for programs, the same bytes as from the page and the JavaScript package;
    /// markdown: for a ticket; html: for a browser or a printer; csv: the findings, a row each
    #[arg(long, default_value = "text", value_parser = format(), ignore_case = true)]
    pub(crate) format: Format,
    /// The language of its words
    #[arg(long, default_value = "en", value_parser = lang(), ignore_case = true)]
    pub(crate) lang: Lang,
    #[command(flatten)]
    pub(crate) servers: Servers,
    #[command(flatten)]
    pub(crate) windows: Windows,
    /// What the inputs are, where they are taken for something else
    #[arg(long, value_name = "KIND", value_parser = kind(), ignore_case = true)]
    pub(crate) kind: Option<Kind>,
    /// Write what was read instead of a report: for `mailtls merge`, here or elsewhere
    ///
    /// Protocol logs are counted, whatever their size; other inputs are carried as they are. To standard output.
    #[arg(long, conflicts_with_all = ["format", "lang", "os"])]
    pub(crate) partial: bool,
    /// Files, folders with all they hold, archives (.zip, .gz), `-` for standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Merge {
    /// How the report is written
    #[arg(long, default_value = "text", value_parser = format(), ignore_case = true)]
    pub(crate) format: Format,
    /// The language of its words
    #[arg(long, default_value = "en", value_parser = lang(), ignore_case = true)]
    pub(crate) lang: Lang,
    /// Write one partial result instead of a report
    #[arg(long, conflicts_with_all = ["format", "lang", "os"])]
    pub(crate) partial: bool,
    #[command(flatten)]
    pub(crate) windows: Windows,
    /// What `mailtls diagnose --partial` wrote, `-` for standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Log {
    /// Some row of the session fits this regular expression
    ///
    /// In the syntax of Rust's `regex`, in any case: `--match 'NoCredentials|UnknownCredentials'`
    #[arg(short = 'm', long = "match", value_name = "REGEX", value_parser = pattern)]
    pub(crate) pattern: Option<Regex>,
    /// In the far end's name or address
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub(crate) peer: String,
    /// In the connector's name
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub(crate) connector: String,
    /// In the session's id
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub(crate) session: String,
    /// How it came out
    ///
    /// failed: the handshake failed; clear: mail went in clear text; old: a version before TLS 1.2 was negotiated;
    /// or the version negotiated
    #[arg(long, value_parser = ["failed", "clear", "old", "TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3"],
        ignore_case = true)]
    pub(crate) outcome: Option<String>,
    /// How the time of a row begins, as the log writes it (UTC): `2026-11-03T08`
    #[arg(long, value_name = "BEGINNING", default_value = "", hide_default_value = true)]
    pub(crate) time: String,
    /// Show every row of the sessions
    #[arg(long)]
    pub(crate) full: bool,
    /// Show no more than the first so many sessions; all are counted
    #[arg(long, value_name = "NUMBER")]
    pub(crate) limit: Option<usize>,
    /// Print them as JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// Files, folders with all they hold, archives (.zip, .gz); what is no protocol log is passed over
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

/// Bytes are matched: a log need not be valid text.
fn pattern(argument: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(argument).case_insensitive(true).build()
}

#[derive(Debug, clap::Args)]
pub(crate) struct Fix {
    /// How much it changes
    ///
    /// minimal: TLS 1.2 on, and only what differs; recommended: the .NET and WinHTTP values too;
    /// strict: TLS 1.0, TLS 1.1 and SSL off too
    #[arg(long, default_value = "minimal", value_parser = profile(), ignore_case = true)]
    pub(crate) profile: Profile,
    /// Where the fix is written [default: mailtls-fix.reg]
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Where the file that takes it back is written [default: beside the fix]
    #[arg(long, value_name = "FILE")]
    pub(crate) undo: Option<PathBuf>,
    /// Write the same change as a PowerShell script too
    #[arg(long, value_name = "FILE")]
    pub(crate) powershell: Option<PathBuf>,
    /// Write the same change as `reg add` lines for a command prompt too
    #[arg(long, value_name = "FILE")]
    pub(crate) commands: Option<PathBuf>,
    /// Write the same change as a Registry.xml of Group Policy preferences too
    #[arg(long, value_name = "FILE")]
    pub(crate) group_policy: Option<PathBuf>,
    /// Delete settings for TLS 1.2 that stand where Windows never looks, with the keys they leave empty
    #[arg(long)]
    pub(crate) remove_strays: bool,
    #[command(flatten)]
    pub(crate) servers: Servers,
    #[command(flatten)]
    pub(crate) windows: Windows,
    /// Exports of the server's registry; other evidence beside them is read as well
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Reg {
    /// Show the registry that importing a file would leave
    Show(RegShow),
}

#[derive(Debug, clap::Args)]
pub(crate) struct RegShow {
    /// As JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// The file, or `-` for standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Rules {
    /// As JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// The language of the titles
    #[arg(long, default_value = "en", value_parser = lang(), ignore_case = true)]
    pub(crate) lang: Lang,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Explain {
    /// The language of the words
    #[arg(long, default_value = "en", value_parser = lang(), ignore_case = true)]
    pub(crate) lang: Lang,
    /// The rule, as `mailtls rules` lists it
    pub(crate) rule: String,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Windows {
    /// The Windows Server release the defaults are taken from [default: what the input tells, else a modern one]
    #[arg(long, value_name = "NAME", value_parser = os(), ignore_case = true)]
    pub(crate) os: Option<Os>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Servers {
    /// Say of which server an export is [default: what it tells itself, else the name of the file]
    ///
    /// May be given for each file; files of the same server are judged together.
    #[arg(long = "server", value_name = "FILE=NAME", value_parser = server)]
    pub(crate) servers: Vec<(PathBuf, String)>,
}

/// The name stands behind the last equals sign: files may have some too.
fn server(argument: &str) -> Result<(PathBuf, String), &'static str> {
    match argument.rsplit_once('=') {
        Some((file, name)) if !file.is_empty() && !name.trim().is_empty() => {
            Ok((PathBuf::from(file), name.trim().to_owned()))
        }
        Some(_) | None => Err("not FILE=NAME"),
    }
}

fn format() -> impl TypedValueParser<Value = Format> {
    let words = PossibleValuesParser::new(Format::ALL.map(Format::word));
    words.try_map(|word| Format::from_word(&word).ok_or("not a format"))
}

fn os() -> impl TypedValueParser<Value = Os> {
    let words = PossibleValuesParser::new(Os::ALL.iter().map(|os| os.word()));
    words.try_map(|word| Os::from_word(&word).ok_or("not a release"))
}

fn kind() -> impl TypedValueParser<Value = Kind> {
    let words = PossibleValuesParser::new(Kind::ALL.iter().map(|kind| kind.word()));
    words.try_map(|word| Kind::from_word(&word).ok_or("not a kind of input"))
}

fn profile() -> impl TypedValueParser<Value = Profile> {
    let words = PossibleValuesParser::new(Profile::ALL.iter().map(|profile| profile.word()));
    words.try_map(|word| Profile::from_word(&word).ok_or("not a profile"))
}

fn lang() -> impl TypedValueParser<Value = Lang> {
    let tags = PossibleValuesParser::new([
        PossibleValue::new("en"),
        PossibleValue::new("es"),
        PossibleValue::new("pt-BR").alias("pt"),
    ]);
    tags.try_map(|tag| Lang::from_tag(&tag).ok_or("not a language"))
}
