//! What there is to read: files, folders with all they hold, what is packed in `.zip` and `.gz`, standard input.

use crate::error::CommandError;
use crate::progress::Counted;
use flate2::read::MultiGzDecoder;
use mailtls_core::vocabulary::Kind;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicU64;
use zip::ZipArchive;

/// The name of standard input in reports.
const STDIN: &str = "stdin";

/// One thing to read.
#[derive(Debug)]
pub(crate) struct Input {
    pub(crate) from: From,
    /// Its name in the report.
    pub(crate) name: String,
    /// How many bytes of the disk it takes; 0 where nobody knows.
    pub(crate) size: u64,
    /// What it is, where the user knows better.
    pub(crate) kind: Option<Kind>,
    /// The server it is of, where the user tells.
    pub(crate) server: Option<String>,
}

/// Where an input is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum From {
    Stdin,
    File(PathBuf),
    Gzip(PathBuf),
    /// The archive, the number and the name of the file in it.
    Zip(PathBuf, usize, String),
}

impl Input {
    /// Whether it is this file, or in this archive.
    pub(crate) fn is(&self, file: &Path) -> bool {
        match &self.from {
            From::Stdin => false,
            From::File(path) | From::Gzip(path) | From::Zip(path, ..) => path == file,
        }
    }

    /// Hands the bytes of the input to `read`; what is read of the disk is counted in `done`.
    pub(crate) fn with_reader<T>(
        &self,
        done: &AtomicU64,
        read: impl FnOnce(&mut dyn Read) -> io::Result<T>,
    ) -> Result<T, CommandError> {
        let file = |path: &Path| File::open(path).map(|file| Counted::new(file, done));
        match &self.from {
            From::Stdin => read(&mut Counted::new(io::stdin().lock(), done)).map_err(CommandError::ReadStdin),
            From::File(path) => file(path)
                .and_then(|mut file| read(&mut file))
                .map_err(|error| CommandError::Read(path.clone(), error)),
            From::Gzip(path) => file(path)
                .and_then(|file| read(&mut MultiGzDecoder::new(file)))
                .map_err(|error| CommandError::Unpack(path.clone(), error)),
            From::Zip(path, index, _) => file(path)
                .and_then(|file| {
                    let mut archive = ZipArchive::new(file)?;
                    read(&mut archive.by_index(*index)?)
                })
                .map_err(|error| CommandError::Unpack(path.clone(), error)),
        }
    }

    /// The bytes of a plain file from one offset to another.
    pub(crate) fn with_part<T>(
        path: &Path,
        (offset, end): (u64, Option<u64>),
        done: &AtomicU64,
        read: impl FnOnce(&mut dyn Read) -> io::Result<T>,
    ) -> Result<T, CommandError> {
        let open = || -> io::Result<T> {
            let mut file = File::open(path)?;
            file.seek(SeekFrom::Start(offset))?;
            let file = Counted::new(file, done);
            read(&mut file.take(end.map_or(u64::MAX, |end| end - offset)))
        };
        open().map_err(|error| CommandError::Read(path.to_path_buf(), error))
    }
}

/// Everything to read, in the order named; what a folder or an archive holds in the order of its paths.
pub(crate) fn inputs(paths: &[PathBuf]) -> Result<Vec<Input>, CommandError> {
    let mut found = Vec::new();
    let mut stdin = false;
    for path in paths {
        if path.as_os_str() == "-" {
            if std::mem::replace(&mut stdin, true) {
                return Err(CommandError::StdinTwice);
            }
            found.push((From::Stdin, None, 0));
            continue;
        }
        let metadata = path.metadata().map_err(|error| CommandError::Read(path.clone(), error))?;
        if metadata.is_dir() {
            let before = found.len();
            let mut files = Vec::new();
            walk(path, &mut files)?;
            for file in files {
                unpack(file, &mut found)?;
            }
            if found.len() == before {
                return Err(CommandError::EmptyFolder(path.clone()));
            }
        } else {
            unpack(path.clone(), &mut found)?;
        }
    }
    let shown: Vec<Option<PathBuf>> = found.iter().map(|(_, shown, _)| shown.clone()).collect();
    let inputs = found.into_iter().zip(names(&shown));
    Ok(inputs.map(|((from, _, size), name)| Input { from, name, size, kind: None, server: None }).collect())
}

/// The inputs a file holds, each with the path it is shown under: itself, or what is packed in it.
fn unpack(path: PathBuf, found: &mut Vec<(From, Option<PathBuf>, u64)>) -> Result<(), CommandError> {
    let ends = |ending: &str| path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending));
    let size = path.metadata().map_or(0, |metadata| metadata.len());
    if ends("gz") && begins(&path, b"\x1f\x8b")? {
        let shown = path.with_extension("");
        found.push((From::Gzip(path), Some(shown), size));
    } else if ends("zip")
        && begins(&path, b"PK")?
        && let Some(mut archive) = File::open(&path).ok().and_then(|file| ZipArchive::new(file).ok())
    {
        let failed = |error: io::Error| CommandError::Unpack(path.clone(), error);
        let mut members = Vec::new();
        for index in 0..archive.len() {
            let member = archive.by_index_raw(index).map_err(|error| failed(error.into()))?;
            if member.is_file() {
                let name = member.name().map_err(|error| failed(error.into()))?.into_owned();
                members.push((name, index, member.compressed_size()));
            }
        }
        members.sort();
        for (name, index, size) in members {
            let shown = path.join(&name);
            found.push((From::Zip(path.clone(), index, name), Some(shown), size));
        }
    } else {
        // A damaged archive too: the report says what it looks like.
        found.push((From::File(path.clone()), Some(path), size));
    }
    Ok(())
}

fn begins(path: &Path, mark: &[u8]) -> Result<bool, CommandError> {
    let mut head = Vec::new();
    File::open(path)
        .and_then(|file| file.take(mark.len() as u64).read_to_end(&mut head))
        .map_err(|error| CommandError::Read(path.to_path_buf(), error))?;
    Ok(head == mark)
}

/// The files below a folder. Links are followed to files only, so that no loop is walked.
fn walk(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), CommandError> {
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
            found.push(path);
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
