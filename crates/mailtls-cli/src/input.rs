//! Reads the inputs into a session, in chunks: no input is ever held as a whole.

use crate::decoder::WhatwgDecoder;
use crate::error::CommandError;
use crate::progress::Progress;
use mailtls_core::session::{Options, Session};
use mailtls_core::vocabulary::Kind;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// How much is read at a time.
const CHUNK: usize = 1 << 20;

/// The name of standard input in reports.
const STDIN: &str = "stdin";

/// One thing to read.
struct Input {
    /// `None`: standard input.
    path: Option<PathBuf>,
    /// Its name in the report.
    name: String,
}

/// A session that has read everything `paths` name: files, folders with all they hold, `-`; as inputs of `kind`
/// where the user knows better.
pub(crate) fn read(paths: &[PathBuf], kind: Option<Kind>, options: Options) -> Result<Session, CommandError> {
    let inputs = inputs(paths)?;
    let mut session = Session::new(options, Box::new(WhatwgDecoder));
    let total = inputs.iter().filter_map(|input| Some(input.path.as_ref()?.metadata().ok()?.len())).sum();
    let mut progress = Progress::new(total);
    let mut buffer = vec![0; CHUNK];
    for input in inputs {
        session.open_as(&input.name, kind);
        match input.path {
            Some(path) => {
                let fed = File::open(&path)
                    .and_then(|mut file| feed(&mut file, &mut session, &mut buffer, &mut progress));
                fed.map_err(|error| CommandError::Read(path, error))?;
            }
            None => feed(&mut io::stdin().lock(), &mut session, &mut buffer, &mut progress)
                .map_err(CommandError::ReadStdin)?,
        }
    }
    progress.clear();
    Ok(session)
}

fn feed(
    from: &mut impl Read,
    session: &mut Session,
    buffer: &mut [u8],
    progress: &mut Progress,
) -> io::Result<()> {
    loop {
        match from.read(buffer) {
            Ok(0) => return Ok(()),
            Ok(count) => {
                session.feed(buffer.get(..count).unwrap_or_default());
                progress.add(count as u64);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// Everything to read, in the order named; what a folder holds in the order of its paths.
fn inputs(paths: &[PathBuf]) -> Result<Vec<Input>, CommandError> {
    let mut found = Vec::new();
    let mut stdin = false;
    for path in paths {
        if path.as_os_str() == "-" {
            if std::mem::replace(&mut stdin, true) {
                return Err(CommandError::StdinTwice);
            }
            found.push(None);
            continue;
        }
        let metadata = path.metadata().map_err(|error| CommandError::Read(path.clone(), error))?;
        if metadata.is_dir() {
            let before = found.len();
            walk(path, &mut found)?;
            if found.len() == before {
                return Err(CommandError::EmptyFolder(path.clone()));
            }
        } else {
            found.push(Some(path.clone()));
        }
    }
    let names = names(&found);
    Ok(found.into_iter().zip(names).map(|(path, name)| Input { path, name }).collect())
}

/// The files below a folder. Links are followed to files only, so that no loop is walked.
fn walk(folder: &Path, found: &mut Vec<Option<PathBuf>>) -> Result<(), CommandError> {
    let failed = |error| CommandError::Read(folder.to_path_buf(), error);
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        entries.push((entry.path(), entry.file_type().map_err(failed)?));
    }
    entries.sort_by(|one, two| one.0.cmp(&two.0));
    for (path, kind) in entries {
        if kind.is_dir() {
            walk(&path, found)?;
        } else if path.is_file() {
            found.push(Some(path));
        }
    }
    Ok(())
}

/// The shortest end of each path that tells it from the others: the file name, as the page would show it,
/// where that is enough.
fn names(paths: &[Option<PathBuf>]) -> Vec<String> {
    let parts: Vec<Option<Vec<String>>> = paths.iter().map(|path| path.as_deref().map(components)).collect();
    let name = |parts: &[String], length: usize| {
        let start = parts.len().saturating_sub(length);
        parts.get(start..).unwrap_or_default().join("/")
    };
    let longest = parts.iter().flatten().map(Vec::len).max().unwrap_or(0);
    let mut lengths = vec![1; parts.len()];
    for length in 1..longest {
        let mut taken = BTreeMap::<String, u32>::new();
        for parts in parts.iter().flatten() {
            *taken.entry(name(parts, length)).or_default() += 1;
        }
        for (parts, needed) in parts.iter().zip(&mut lengths) {
            let Some(parts) = parts else { continue };
            if *needed == length && taken.get(&name(parts, length)).is_some_and(|count| *count > 1) {
                *needed = length + 1;
            }
        }
    }
    let named = |(parts, length): (&Option<Vec<String>>, &usize)| match parts {
        Some(parts) => name(parts, *length),
        None => STDIN.to_owned(),
    };
    parts.iter().zip(&lengths).map(named).collect()
}

fn components(path: &Path) -> Vec<String> {
    let normal = |part: std::path::Component<'_>| match part {
        std::path::Component::Normal(name) => Some(lossy(name)),
        std::path::Component::ParentDir => Some("..".to_owned()),
        std::path::Component::Prefix(_) | std::path::Component::RootDir | std::path::Component::CurDir => {
            None
        }
    };
    path.components().filter_map(normal).collect()
}

fn lossy(name: &OsStr) -> String {
    name.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(paths: &[&str]) -> Vec<String> {
        names(&paths.iter().map(|path| Some(PathBuf::from(path))).collect::<Vec<_>>())
    }

    #[test]
    fn a_file_is_called_by_its_name_where_that_is_enough() {
        assert_eq!(named(&["/srv/logs/a.log", "b.log"]), ["a.log", "b.log"]);
    }

    #[test]
    fn files_of_one_name_are_told_apart_by_their_folders() {
        assert_eq!(
            named(&["mail/ex01/tls.reg", "mail/ex02/tls.reg", "bounce.txt"]),
            ["ex01/tls.reg", "ex02/tls.reg", "bounce.txt"]
        );
        assert_eq!(named(&["a/x/t", "b/x/t"]), ["a/x/t", "b/x/t"]);
    }

    #[test]
    fn one_file_named_twice_keeps_its_whole_path() {
        assert_eq!(named(&["a/t", "a/t"]), ["a/t", "a/t"]);
    }
}
