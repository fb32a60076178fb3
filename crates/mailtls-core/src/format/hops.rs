//! The `Received:` headers of a returned message: which Exchange build took it, and how each step was protected.

use crate::fact::delivery::{Delivery, Hop};
use crate::fact::host::parse_build;
use crate::format::text::Text;

/// Reads every `Received:` header, newest first as they stand.
pub(crate) fn read(text: &Text, delivery: &mut Delivery) {
    const LIMIT: usize = 60;
    let flat = text.flat();
    if !text.may_hold("Received:") {
        return;
    }
    let starts: Vec<usize> = flat.match_indices("Received: ").map(|(at, _)| at).take(LIMIT).collect();
    for (index, start) in starts.iter().enumerate() {
        let next = starts.get(index + 1).copied().unwrap_or(flat.len());
        let Some(header) = flat.get(*start..next) else { continue };
        let header = header_only(header);
        if let Some(hop) = hop(text, header, *start) {
            delivery.hops.push(hop);
        }
    }
}

/// The header without what follows it: it ends after its date, or where the next header begins.
fn header_only(header: &str) -> &str {
    const MOST: usize = 700;
    let mut end = header.len().min(MOST);
    while !header.is_char_boundary(end) {
        end -= 1;
    }
    let header = header.get(..end).unwrap_or(header);
    let mut position = 0;
    for line in header.split_inclusive('\n') {
        let name = line.split(':').next().unwrap_or_default();
        let is_header = position > 0
            && line.contains(": ")
            && name.len() >= 2
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && name.bytes().next().is_some_and(|byte| byte.is_ascii_uppercase());
        if is_header {
            return header.get(..position).unwrap_or(header);
        }
        position += line.len();
    }
    header
}

fn hop(text: &Text, header: &str, start: usize) -> Option<Hop> {
    let spaced = header.replace('\n', " ");
    let after = |lead: &str| -> Option<String> {
        let at = spaced.find(lead)?;
        let rest = spaced.get(at + lead.len()..)?.trim_start();
        let end = rest.find([' ', ';', ')', '(']).unwrap_or(rest.len());
        rest.get(..end).map(|word| word.trim_matches(['[', ']', ',', '.']).to_ascii_lowercase())
    };
    let by = after(" by ").or_else(|| after("Received: by "))?;
    let from = after("Received: from ").unwrap_or_default();
    let exchange = spaced.contains("Microsoft SMTP Server");
    let mapi = spaced.contains("with mapi") || spaced.contains("with Microsoft SMTPSVC");
    let build = if exchange || mapi { after(" id ").and_then(|id| parse_build(&id)) } else { None };
    let version = ["TLS1_3", "TLS1_2", "TLS1_1", "TLS1_0", "TLSv1.3", "TLSv1.2", "TLSv1.1", "TLSv1 "]
        .into_iter()
        .find(|name| spaced.contains(name))
        .map_or("", |name| match name {
            "TLS1_3" | "TLSv1.3" => "TLS 1.3",
            "TLS1_2" | "TLSv1.2" => "TLS 1.2",
            "TLS1_1" | "TLSv1.1" => "TLS 1.1",
            _ => "TLS 1.0",
        });
    let encrypted = !version.is_empty() || spaced.contains("(TLS)") || spaced.contains("ESMTPS");
    let mark = text.marks(start..start + header.trim_end().len(), 4);
    // The line that names the build or the version proves the most.
    let telling = |line: &&crate::span::Mark| line.quote.contains(" id ") || line.quote.contains("TLS");
    let mark = mark.iter().find(telling).or(mark.first())?.clone();
    Some(Hop { from, by, build, version: version.to_owned(), encrypted, smtp: exchange, mark })
}
