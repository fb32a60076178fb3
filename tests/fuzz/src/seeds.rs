//! What fuzzing starts from: every fixture of the project.

use std::path::{Path, PathBuf};

/// The inputs in the tree: the fences of the rules' cases, the files of the corpus, the samples of the page.
#[must_use]
pub fn all() -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut seeds = Vec::new();
    for path in files(&root.join("tests/rules")) {
        seeds.extend(fences(&std::fs::read_to_string(path).unwrap_or_default()));
    }
    for folder in ["tests/corpus", "crates/mailtls-app/src/samples"] {
        for path in files(&root.join(folder)) {
            seeds.extend(std::fs::read(path).ok());
        }
    }
    // Larger ones are for the benchmark: a mutation in a megabyte is seldom where it matters.
    seeds.retain(|seed| (1..=256 << 10).contains(&seed.len()));
    seeds.sort();
    seeds.dedup();
    seeds
}

/// What stands in the fences of a case file, but for what the case expects.
fn fences(text: &str) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("\n```") {
        let Some((name, after)) = after.split_once('\n') else { break };
        let Some((body, after)) = after.split_once("\n```") else { break };
        let expectation = ["findings", "verdict", "fix", "problems", "report"];
        if !expectation.iter().any(|word| name.starts_with(word)) {
            found.push(body.as_bytes().to_vec());
        }
        rest = after;
    }
    found
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}
