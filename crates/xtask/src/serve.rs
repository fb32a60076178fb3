//! `cargo xtask serve`: builds the page and serves it to this machine.

use crate::wasm::Profile;
use crate::{shell, site};
use anyhow::{Context as _, Result};
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};

/// Tried first where no port is asked for, so that the address stays the same from day to day.
const USUAL_PORT: u16 = 8137;

/// Builds, then serves until it is stopped.
pub(crate) fn run(args: &[String]) -> Result<()> {
    let listener = match shell::option(args, "--port")? {
        Some(port) => {
            let port = port.parse().with_context(|| format!("`{port}` is not a port"))?;
            TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| format!("port {port} is taken"))?
        }
        None => TcpListener::bind((Ipv4Addr::LOCALHOST, USUAL_PORT))
            .or_else(|_| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))?,
    };
    let folder = site::default_folder();
    site::write(&folder, Profile::asked(args))?;
    println!("mailtls is at http://{}/ (stop with Ctrl+C)", listener.local_addr()?);
    std::thread::scope(|scope| {
        for stream in listener.incoming().flatten() {
            let folder = &folder;
            // A visitor who hangs up early is no reason to stop serving the others.
            scope.spawn(move || drop(answer(&stream, folder)));
        }
    });
    Ok(())
}

/// Answers one request with a file of `folder`.
fn answer(stream: &TcpStream, folder: &Path) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // All of the request is read: closing with unread bytes would reset the connection under the answer.
    for line in lines.by_ref() {
        if line?.is_empty() {
            break;
        }
    }
    let address = request.split(' ').nth(1).unwrap_or_default();
    let found = file(folder, address).and_then(|path| Some((content_type(&path), std::fs::read(path).ok()?)));
    let (status, kind, body) = match found {
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain; charset=utf-8", b"not here\n".to_vec()),
    };
    let mut stream = stream;
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if !request.starts_with("HEAD ") {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// The file an address names; never one outside `folder`.
fn file(folder: &Path, address: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = Path::new(path);
    if !path.components().all(|component| matches!(component, Component::Normal(_))) {
        return None;
    }
    let path = folder.join(path);
    Some(if path.is_dir() { path.join("index.html") } else { path })
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("wasm") => "application/wasm",
        Some("txt" | "md" | "reg" | "ts") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_leads_out_of_the_folder() {
        let folder = Path::new("/srv/site");
        assert_eq!(file(folder, "/embed.html?lang=es"), Some(folder.join("embed.html")));
        for address in ["/../secret", "//etc/passwd", "/a/../../b", "no-slash"] {
            assert_eq!(file(folder, address), None, "{address}");
        }
    }
}
