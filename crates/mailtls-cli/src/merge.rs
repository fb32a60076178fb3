//! `mailtls merge`: one report, or one partial result, of what was read apart.

use crate::Outcome;
use crate::args::Merge;
use crate::decoder::WhatwgDecoder;
use crate::diagnose::{outcome, show};
use crate::error::CommandError;
use crate::output;
use mailtls_core::partial::Partial;
use mailtls_core::session::Options;
use std::io::Read as _;

/// Reads the partial results and merges them.
pub(crate) fn run(args: &Merge) -> Result<Outcome, CommandError> {
    let mut all = Partial::default();
    for path in &args.files {
        let bytes = if path.as_os_str() == "-" {
            let mut bytes = Vec::new();
            std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes).map_err(CommandError::ReadStdin)?
        } else {
            std::fs::read(path).map_err(|error| CommandError::Read(path.clone(), error))?
        };
        let partial =
            Partial::from_bytes(&bytes).map_err(|error| CommandError::NotPartial(path.clone(), error))?;
        all = Partial::merge(all, partial);
    }
    if args.partial {
        output::print(&all.to_bytes())?;
        return Ok(Outcome::Fine);
    }
    let options = Options { os: args.windows.os, ..Options::default() };
    let report = all.report(options, Box::new(WhatwgDecoder));
    show(&report, args.format, args.lang)?;
    Ok(outcome(&report))
}
