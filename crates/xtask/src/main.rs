//! What the developer of mailtls needs and the product must not contain: `cargo xtask help` lists it.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command talks to its user")]

mod bench;
mod bench_reg;
mod bundle;
mod command;
mod counts;
mod dist;
mod fuzz;
mod generate_log;
mod licences;
mod new_rule;
mod npm;
mod pack;
mod reproduce;
mod sbom;
mod schema;
mod score;
mod serve;
mod shell;
mod site;
mod size;
mod streams;
mod test;
mod tools;
mod wasm;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N] [--release]   build the page and serve it on 127.0.0.1
  test [STEP…] [--list]          set up what the tests need and run everything, or the steps named
  dist [--command TARGET]        make the release files in dist/, or add the command for one system
  reproduce                      make them twice, in two folders, and compare the bytes
  site [--out DIR] [--release]   write the page and what belongs to it, as `serve` and `dist` do
  fuzz [--seconds N] [TARGET…]   feed the readers what nobody would write, N seconds a target
  new-rule ID                    write the files a new rule consists of
  bench [--long]                 how fast protocol logs are diagnosed, and whether all is counted
  bench --browser [--long]       the same in a browser, beside splitters of CSV and the counting of lines
  bench --reg [--native] [--megabytes N]
                                 how fast a large registry export is read, native and in WebAssembly
  generate-log [MB] [SEED]       write a protocol log of that size to standard output, and its truth as JSON beside
                                 it on the error output
  score DIR… [--all]             measure the diagnosis against a folder of labelled inputs
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match args.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", &args[..]),
    };
    let outcome = match command {
        "serve" => serve::run(rest),
        "test" => test::run(rest),
        "dist" => dist::run(rest),
        "reproduce" => reproduce::run(rest),
        "site" => site::run(rest),
        "fuzz" => fuzz::run(rest),
        "new-rule" => new_rule::run(rest),
        "bench" if shell::flag(rest, "--reg") => bench_reg::run(rest),
        "bench" => bench::run(rest),
        "generate-log" => bench::write_log(rest),
        "score" => score::run(rest),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => Err(anyhow::anyhow!("there is no command `{other}`; `cargo xtask help` lists them")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
