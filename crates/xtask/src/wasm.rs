//! From a crate to a WebAssembly module with its JavaScript glue.

use crate::{bundle, shell};
use anyhow::{Context as _, Result, bail};
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";

/// How much a module is optimized.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Built quickly.
    Dev,
    /// Small: what is released.
    Release,
}

impl Profile {
    /// Its name in `Cargo.toml`.
    const fn name(self) -> &'static str {
        match self {
            Self::Dev => "wasm-dev",
            Self::Release => "wasm",
        }
    }

    /// `--release` among the arguments asks for the released one.
    pub(crate) fn asked(args: &[String]) -> Self {
        if shell::flag(args, "--release") { Self::Release } else { Self::Dev }
    }
}

/// Who loads the glue.
#[derive(Clone, Copy)]
pub(crate) enum Glue {
    /// A classic script that defines `wasm_bindgen`: the only form that a page opened from disk and its blob
    /// worker may both run.
    Classic,
    /// An ES module.
    Module,
}

/// A module and its glue.
pub(crate) struct Module {
    /// The WebAssembly.
    pub(crate) wasm: Vec<u8>,
    /// The JavaScript.
    pub(crate) glue: String,
}

/// Builds `package` and joins it with its glue.
pub(crate) fn build(package: &str, profile: Profile, glue: Glue) -> Result<Module> {
    join(package, &compile(package, None, profile)?, profile, glue)
}

/// The same for an example of `package`.
pub(crate) fn build_example(package: &str, example: &str, profile: Profile, glue: Glue) -> Result<Module> {
    join(example, &compile(package, Some(example), profile)?, profile, glue)
}

fn join(name: &str, path: &Path, profile: Profile, glue: Glue) -> Result<Module> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes(name, bytes).typescript(false).remove_producers_section(true);
    match glue {
        Glue::Classic => bindgen.no_modules(true)?,
        Glue::Module => bindgen.web(true)?,
    };
    bindgen.omit_default_module_path(true);
    if profile == Profile::Release {
        bindgen.remove_name_section(true);
    }
    let mut output = bindgen.generate_output().context("wasm-bindgen")?;
    let module = Module { glue: output.js().to_owned(), wasm: output.wasm_mut().emit_wasm() };
    Ok(match profile {
        Profile::Dev => module,
        Profile::Release => Module { wasm: optimize(&module.wasm)?, ..module },
    })
}

/// Compiles `package` for the browser and gives the path of the module, as rustc wrote it.
fn compile(package: &str, example: Option<&str>, profile: Profile) -> Result<PathBuf> {
    ensure_target()?;
    let mut cargo = shell::cargo();
    cargo.args(["build", "--package", package, "--target", TARGET, "--profile", profile.name()]);
    if let Some(example) = example {
        cargo.args(["--example", example]);
    }
    // Paths end up in panic messages: without this, two machines would build two different files.
    cargo.env("CARGO_ENCODED_RUSTFLAGS", remapped_paths()?.join("\u{1f}"));
    shell::run(&mut cargo)?;
    let folder = shell::target_dir().join(TARGET).join(profile.name());
    if let Some(example) = example {
        return Ok(folder.join("examples").join(format!("{example}.wasm")));
    }
    let binary = folder.join(format!("{package}.wasm"));
    let library = folder.join(format!("{}.wasm", package.replace('-', "_")));
    Ok(if binary.exists() { binary } else { library })
}

fn remapped_paths() -> Result<Vec<String>> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        let user = std::env::var_os(if cfg!(windows) { "USERPROFILE" } else { "HOME" })?;
        Some(Path::new(&user).join(".cargo"))
    });
    let mut flags = vec![format!("--remap-path-prefix={}=mailtls", shell::root().display())];
    if let Some(home) = home {
        flags.push(format!("--remap-path-prefix={}=cargo", home.display()));
    }
    // With the component rust-src the standard library's own paths are those of this machine, without it they are
    // these.
    let version = shell::output(shell::program("rustc").arg("-vV"))?;
    if let Some(commit) = version.lines().find_map(|line| line.strip_prefix("commit-hash: ")) {
        let library = Path::new(sysroot()?.trim()).join("lib/rustlib/src/rust");
        flags.push(format!("--remap-path-prefix={}=/rustc/{commit}", library.display()));
    }
    Ok(flags)
}

fn sysroot() -> Result<String> {
    shell::output(shell::program("rustc").args(["--print", "sysroot"]))
}

/// Adds the target where rustup can; a toolchain from elsewhere must bring it.
fn ensure_target() -> Result<()> {
    if Path::new(sysroot()?.trim()).join("lib/rustlib").join(TARGET).join("lib").exists() {
        return Ok(());
    }
    eprintln!("adding the target {TARGET}");
    if shell::run(shell::program("rustup").args(["target", "add", TARGET])).is_err() {
        bail!("the target {TARGET} is missing and `rustup target add {TARGET}` did not work");
    }
    Ok(())
}

/// Small, and with no more than the features every supported browser has. Named one by one, since
/// `--all-features` lets `wasm-opt` write what no browser takes yet.
const ARGUMENTS: [&str; 10] = [
    "-Oz",
    "--strip-producers",
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-multivalue",
    "--enable-reference-types",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
];

/// `wasm-opt -Oz`, where npm can bring it; the module as it is where not.
fn optimize(wasm: &[u8]) -> Result<Vec<u8>> {
    const VERSION: &str = "132.0.0";
    let tools = shell::target_dir().join("tools/binaryen");
    let script = tools.join("node_modules/binaryen/bin/wasm-opt");
    if !script.exists() {
        std::fs::create_dir_all(&tools)?;
        let package = format!("binaryen@{VERSION}");
        let mut npm = shell::npm();
        npm.args(["install", "--silent", "--no-audit", "--no-fund", "--prefix"]).arg(&tools).arg(package);
        if shell::run(&mut npm).is_err() || !script.exists() {
            eprintln!(
                "warning: no wasm-opt (npm could not bring binaryen {VERSION}); the module stays as it is"
            );
            return Ok(wasm.to_vec());
        }
    }
    // A minute of work that comes to the same result each time: what was optimized once is kept under the checksum
    // of what went in.
    let sum = bundle::sha256_hex(&[wasm, ARGUMENTS.concat().as_bytes(), VERSION.as_bytes()].concat());
    let (before, after) = (tools.join("before.wasm"), tools.join(format!("{sum}.wasm")));
    if let Ok(kept) = std::fs::read(&after) {
        return Ok(kept);
    }
    shell::write(&before, wasm)?;
    // Under its final name only when it is whole.
    let unfinished = tools.join("after.wasm");
    let mut node = shell::program("node");
    node.arg(&script).args(ARGUMENTS).arg(&before).arg("-o").arg(&unfinished);
    shell::run(&mut node)?;
    std::fs::rename(&unfinished, &after).context("cannot keep what wasm-opt wrote")?;
    std::fs::read(&after).context("cannot read what wasm-opt wrote")
}
