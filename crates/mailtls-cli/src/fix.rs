//! `mailtls fix`: writes the corrective `.reg` file and its undo.

use crate::Outcome;
use crate::args::Fix;
use crate::error::CommandError;
use crate::{output, read};
use mailtls_core::fix::reg_text::to_bytes;
use mailtls_core::report::{FixReport, Remark, Report};
use mailtls_core::session::Options;
use mailtls_text::{Lang, speak};
use std::path::{Path, PathBuf};

/// The file written where none is named.
const USUAL_NAME: &str = "mailtls-fix.reg";

/// Writes what would mend the registry the inputs show.
pub(crate) fn run(args: &Fix) -> Result<Outcome, CommandError> {
    let options = Options { os: args.windows.os, profile: args.profile, strays: args.remove_strays };
    let mut report = read::read(&args.files, &args.servers.servers, None, options)?.finish();
    speak(&mut report, Lang::En);
    let mut outputs = Vec::new();
    let mut said = Vec::new();
    for plan in plans(&report) {
        for conflict in plan.fix.iter().flat_map(|fix| &fix.conflicts) {
            said.push(conflict.message.clone());
        }
        for warning in plan.fix.iter().flat_map(|fix| &fix.warnings) {
            said.push(warning.message.clone());
        }
        match plan.fix {
            Some(fix) if !fix.edits.is_empty() => outputs.extend(files(args, fix, plan.server)),
            Some(_) | None => said.push(nothing(&plan)),
        }
    }
    refuse_loss(args, &outputs)?;
    for (path, bytes) in &outputs {
        output::save(path, bytes)?;
        said.push(format!("wrote {}", path.display()));
    }
    if !outputs.is_empty() {
        said.push(
            "Import the fix on the server, then restart it: Windows reads these values at start.".to_owned(),
        );
    }
    output::print((said.join("\n") + "\n").as_bytes())?;
    Ok(Outcome::Fine)
}

/// What is to be done for one server.
struct Plan<'a> {
    /// `None`: the inputs show only one.
    server: Option<&'a str>,
    fix: Option<&'a FixReport>,
    no_fix: Option<&'a Remark>,
}

/// One plan a server, where several were told apart: a file made for one does another no good.
fn plans(report: &Report) -> Vec<Plan<'_>> {
    if report.servers.len() < 2 {
        return vec![Plan { server: None, fix: report.fix.as_ref(), no_fix: report.no_fix.as_ref() }];
    }
    let servers = report.servers.iter();
    servers
        .map(|server| Plan {
            server: Some(&server.name),
            fix: server.fix.as_ref(),
            no_fix: server.no_fix.as_ref(),
        })
        .collect()
}

/// Why a server gets no file.
fn nothing(plan: &Plan<'_>) -> String {
    let reason = plan.no_fix.map_or("", |remark| remark.message.as_str());
    let said = match plan.server {
        Some(server) => format!("{server}: nothing to fix. {reason}"),
        None => format!("Nothing to fix, so nothing was written. {reason}"),
    };
    said.trim_end().to_owned()
}

/// The files of one fix, with their bytes.
fn files(args: &Fix, fix: &FixReport, server: Option<&str>) -> Vec<(PathBuf, Vec<u8>)> {
    let named = |path: &Path| server.map_or_else(|| path.to_path_buf(), |server| marked(path, &safe(server)));
    let fix_path = args.output.clone().unwrap_or_else(|| PathBuf::from(USUAL_NAME));
    let undo_path = args.undo.clone().unwrap_or_else(|| undo_beside(&fix_path));
    let mut files = vec![(named(&fix_path), to_bytes(&fix.reg)), (named(&undo_path), to_bytes(&fix.undo))];
    if let Some(path) = &args.powershell {
        // Windows PowerShell 5 takes a script without a mark for ANSI.
        files.push((named(path), [b"\xef\xbb\xbf", fix.powershell.as_bytes()].concat()));
    }
    if let Some(path) = &args.commands {
        files.push((named(path), fix.commands.clone().into_bytes()));
    }
    if let Some(path) = &args.group_policy {
        files.push((named(path), fix.group_policy.clone().into_bytes()));
    }
    files
}

/// `a-fix.reg` is taken back by `a-undo.reg`, `a.reg` by `a-undo.reg`.
fn undo_beside(fix: &Path) -> PathBuf {
    let stem = fix.file_stem().unwrap_or_default().to_string_lossy();
    let stem = stem.strip_suffix("fix").map_or_else(|| format!("{stem}-undo"), |rest| format!("{rest}undo"));
    fix.with_file_name(format!("{stem}.reg"))
}

/// The path with `mark` before its extension.
fn marked(path: &Path, mark: &str) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{stem}-{mark}.{extension}"))
}

/// A server's name as a part of a file's name: it comes from the input, so it must not lead elsewhere.
fn safe(server: &str) -> String {
    server
        .chars()
        .map(|letter| if letter.is_alphanumeric() || letter == '-' { letter } else { '_' })
        .collect()
}

/// Fails before anything is written that would cost somebody something: an input, one of two outputs, or a
/// file whose place was not named.
fn refuse_loss(args: &Fix, outputs: &[(PathBuf, Vec<u8>)]) -> Result<(), CommandError> {
    for (index, (path, bytes)) in outputs.iter().enumerate() {
        if args.files.iter().any(|input| is_within(path, input)) {
            return Err(CommandError::OverInput(path.clone()));
        }
        if outputs.iter().skip(index + 1).any(|(other, _)| is_same(path, other)) {
            return Err(CommandError::SameOutput(path.clone()));
        }
        let named = [&args.output, &args.undo, &args.powershell, &args.commands, &args.group_policy];
        let told = named.into_iter().flatten().any(|told| told == path);
        if !told && std::fs::read(path).is_ok_and(|there| there != *bytes) {
            return Err(CommandError::InTheWay(path.clone()));
        }
    }
    Ok(())
}

/// Whether writing `path` would change `input`: the same file, or one that a folder among the inputs holds.
fn is_within(path: &Path, input: &Path) -> bool {
    let Ok(path) = path.canonicalize() else { return false };
    input.canonicalize().is_ok_and(|input| path.starts_with(input))
}

/// Whether two paths name one file, though it may not exist yet.
fn is_same(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| {
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            Some(_) | None => Path::new("."),
        };
        Some(folder.canonicalize().ok()?.join(path.file_name()?))
    };
    one == other || (whole(one).is_some() && whole(one) == whole(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_undo_stands_beside_the_fix() {
        assert_eq!(undo_beside(Path::new("out/mailtls-fix.reg")), Path::new("out/mailtls-undo.reg"));
        assert_eq!(undo_beside(Path::new("ex01.reg")), Path::new("ex01-undo.reg"));
    }

    #[test]
    fn a_server_name_stays_inside_the_file_name() {
        assert_eq!(
            marked(Path::new("out/fix.reg"), &safe("../ex01.contoso")),
            Path::new("out/fix-___ex01_contoso.reg")
        );
    }
}
