//! Four synthetic inputs for a first look: documentation names and addresses only.

/// A sample.
pub(crate) struct Sample {
    /// The word in the address of the page and in the text ids.
    pub(crate) id: &'static str,
    /// The name it is opened under.
    pub(crate) name: &'static str,
    /// What it says.
    pub(crate) text: &'static str,
}

/// In the order of the buttons.
pub(crate) const SAMPLES: [Sample; 4] = [
    Sample { id: "bounce", name: "sample-bounce.txt", text: include_str!("samples/bounce.txt") },
    Sample { id: "send-log", name: "SEND20261118-1.LOG", text: include_str!("samples/send-log.txt") },
    Sample {
        id: "default-server",
        name: "ex01-schannel.reg",
        text: include_str!("samples/default-server.reg"),
    },
    Sample {
        id: "nine-digits",
        name: "published-snippet.reg",
        text: include_str!("samples/nine-digits.reg"),
    },
];

#[cfg(test)]
mod tests {
    use super::SAMPLES;

    #[test]
    fn samples_name_nobody() {
        for sample in SAMPLES {
            for word in
                sample.text.split(|letter: char| !(letter.is_ascii_alphanumeric() || ".-".contains(letter)))
            {
                let host = word.trim_matches('.').to_ascii_lowercase();
                let address =
                    host.split('.').count() == 4 && host.split('.').all(|part| part.parse::<u8>().is_ok());
                // The version every protocol log names has the form of an address.
                if address && host != "15.0.0.0" {
                    let documentation = ["192.0.2.", "198.51.100.", "203.0.113."];
                    assert!(documentation.iter().any(|net| host.starts_with(net)), "{}: {host}", sample.id);
                }
                if [".com", ".org", ".net"].iter().any(|end| host.ends_with(end)) {
                    let known =
                        ["contoso.com", "fabrikam.com", "example.com", "outlook.com", "microsoft.com"];
                    assert!(known.iter().any(|end| host.ends_with(end)), "{}: {host}", sample.id);
                }
            }
        }
    }
}
