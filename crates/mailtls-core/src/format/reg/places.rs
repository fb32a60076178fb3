//! Which places of the registry matter to mail, and which look as if they were meant to be one of them.

use crate::fact::server::ServerFacts;
use crate::known::Known;
use crate::registry::{KeyPath, ValuePath};
use crate::span::Mark;
use crate::vocabulary::Os;

/// What is kept of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Interest {
    /// All of its values.
    All,
    /// That it was shown, and the values of these names, or of names much like them.
    Named(&'static [&'static str]),
    /// Nothing, but for values that belong elsewhere.
    Elsewhere,
}

/// The values that belong into `SCHANNEL`, .NET and WinHTTP keys: kept wherever they stand.
pub(crate) const TELLTALE: &[&str] =
    &["DisabledByDefault", "SchUseStrongCrypto", "SystemDefaultTlsVersions", "DefaultSecureProtocols"];

const DOTNET: &[&str] = &["SchUseStrongCrypto", "SystemDefaultTlsVersions"];
const SECURE_PROTOCOLS: &[&str] = &["DefaultSecureProtocols", "SecureProtocols"];
const NONE: &[&str] = &[];

/// Keys of which a few values are kept. Paths are squeezed as names are before they are compared, and stand
/// for both views of `SOFTWARE`; `*` is any name.
const NAMED: &[(&[&str], &[&str])] = &[
    (&["system", "select"], &["Current", "Default", "LastKnownGood"]),
    (&["system", "*", "control", "lsa"], &["FIPSAlgorithmPolicy", "LmCompatibilityLevel"]),
    (&["system", "*", "control", "lsa", "fipsalgorithmpolicy"], &["Enabled", "MDMEnabled"]),
    (&["system", "*", "control", "computername", "computername"], &["ComputerName"]),
    (&["system", "*", "control", "computername", "activecomputername"], &["ComputerName"]),
    (&["system", "*", "services", "tcpip", "parameters"], &["Hostname", "NV Hostname", "Domain"]),
    (&["software", "microsoft", "netframework"], DOTNET),
    (&["software", "microsoft", "windows", "currentversion", "internetsettings"], SECURE_PROTOCOLS),
    (
        &["software", "microsoft", "windows", "currentversion", "internetsettings", "winhttp"],
        SECURE_PROTOCOLS,
    ),
    (
        &["software", "policies", "microsoft", "windows", "currentversion", "internetsettings"],
        SECURE_PROTOCOLS,
    ),
    (
        &["software", "microsoft", "windowsnt", "currentversion"],
        &[
            "ProductName",
            "CurrentBuild",
            "CurrentBuildNumber",
            "CurrentVersion",
            "ReleaseId",
            "DisplayVersion",
        ],
    ),
    (
        &["software", "microsoft", "exchangeserver", "*", "setup"],
        &["MsiProductMajor", "MsiProductMinor", "MsiBuildMajor", "MsiBuildMinor", "OwaVersion"],
    ),
];

/// Keys that are kept with everything below them.
const WHOLE: &[&[&str]] = &[
    &["system", "*", "control", "securityproviders", "schannel"],
    &["system", "*", "control", "cryptography", "configuration", "local", "ssl", "00010002"],
    &["software", "policies", "microsoft", "cryptography", "configuration", "ssl", "00010002"],
    &["software", "microsoft", "netframework", "v4030319"],
    &["software", "microsoft", "netframework", "v2050727"],
];

/// What is kept of `key`.
pub(crate) fn interest(key: &KeyPath) -> Interest {
    let names: Vec<String> = key.components().map(squeeze).collect();
    let (root, below) = names.split_first().map_or(("", &[][..]), |(root, below)| (root.as_str(), below));
    // Both views of SOFTWARE, and a Wow6432Node put where there is none.
    let below: Vec<&str> = below.iter().map(String::as_str).filter(|name| *name != "wow6432node").collect();
    if root == "hkeylocalmachine" || root == "hkeycurrentuser" {
        for whole in WHOLE {
            match fits(&below, whole) {
                Fit::Above => return Interest::Named(named(&below).unwrap_or(NONE)),
                // Below a version of .NET there is nothing to know.
                Fit::Below if whole.contains(&"netframework") => {}
                Fit::At | Fit::Below => return Interest::All,
                Fit::No => {}
            }
        }
        if let Some(named) = named(&below) {
            return Interest::Named(named);
        }
    }
    if below.iter().any(|name| is_like_schannel(name) || is_like_protocol(name) || *name == "00010002") {
        return Interest::All;
    }
    let last = below.last().copied().unwrap_or_default();
    if below.iter().any(|name| name.contains("netframework")) && is_like_framework(last) {
        return Interest::All;
    }
    if last.contains("winhttp") || last == "internetsettings" {
        return Interest::Named(SECURE_PROTOCOLS);
    }
    Interest::Elsewhere
}

fn named(below: &[&str]) -> Option<&'static [&'static str]> {
    let mut above = None;
    for (place, names) in NAMED {
        match fits(below, place) {
            Fit::At => return Some(names),
            Fit::Above => above = Some(NONE),
            Fit::Below | Fit::No => {}
        }
    }
    above
}

/// How a path lies to a place.
enum Fit {
    Above,
    At,
    Below,
    No,
}

fn fits(below: &[&str], place: &[&str]) -> Fit {
    let mut rest = below.iter();
    for name in place {
        match rest.next() {
            None => return Fit::Above,
            Some(own) if *name == "*" || own == name => {}
            Some(_) => return Fit::No,
        }
    }
    if rest.next().is_none() { Fit::At } else { Fit::Below }
}

/// Whether a value of this name is kept under `interest`.
pub(crate) fn keeps(interest: Interest, name: &str) -> bool {
    let like = |known: &&str| {
        let (name, known) = (squeeze(name), squeeze(known));
        name == known || (name.len().abs_diff(known.len()) <= 2 && known.len() > 6 && near(&name, &known, 2))
    };
    match interest {
        Interest::All => true,
        Interest::Named(names) => names.iter().any(like) || TELLTALE.iter().any(like),
        Interest::Elsewhere => TELLTALE.iter().any(|known| known.eq_ignore_ascii_case(name)),
    }
}

/// A name in lower case without anything but letters and digits; letters that look Latin made so.
fn squeeze(name: &str) -> String {
    if name.is_ascii() {
        let letters = name.bytes().filter(u8::is_ascii_alphanumeric);
        return letters.map(|letter| char::from(letter.to_ascii_lowercase())).collect();
    }
    name.chars().filter_map(plain).collect()
}

fn plain(character: char) -> Option<char> {
    let character = match character {
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '０'..='９' => char::from_u32(u32::from(character) - 0xFEE0)?,
        'А' | 'а' => 'a',
        'В' | 'в' => 'b',
        'С' | 'с' | 'Ϲ' => 'c',
        'Е' | 'е' | 'Ε' => 'e',
        'Н' | 'н' | 'Η' => 'h',
        'І' | 'і' | 'Ι' | 'İ' | 'ı' => 'i',
        'К' | 'к' | 'Κ' => 'k',
        'М' | 'м' | 'Μ' => 'm',
        'Ν' => 'n',
        'О' | 'о' | 'Ο' | 'ο' => 'o',
        'Р' | 'р' | 'Ρ' => 'p',
        'Ѕ' | 'ѕ' => 's',
        'Т' | 'т' | 'Τ' => 't',
        other => other,
    };
    character.is_alphanumeric().then(|| character.to_lowercase().next().unwrap_or(character))
}

fn is_like_schannel(name: &str) -> bool {
    name.contains("schannel")
        || (name.len().abs_diff(8) <= 2 && has_most_of(name) && near(name, "schannel", 2))
}

/// Whether a name has nearly all letters of `schannel`, which is asked sooner than how near the two are.
fn has_most_of(name: &str) -> bool {
    "schanel".chars().filter(|letter| name.contains(*letter)).count() >= 5
}

/// `tls12`, `ssl3`, `dtls10`, also with a letter between: `tlsv12`.
fn is_like_protocol(name: &str) -> bool {
    let rest = ["dtls", "tls", "ssl", "pct"].iter().find_map(|word| name.strip_prefix(word));
    let Some(rest) = rest else { return false };
    let digits = rest.strip_prefix('v').or_else(|| rest.strip_prefix("version")).unwrap_or(rest);
    let count = digits.chars().take_while(char::is_ascii_digit).count();
    // Translated or misplaced words may follow the number: `tls12client`.
    (1..=2).contains(&count)
}

/// A version of the .NET Framework, or the framework itself.
fn is_like_framework(name: &str) -> bool {
    name.contains("netframework")
        || name.strip_prefix('v').unwrap_or(name).starts_with(['2', '3', '4']) && name.len() <= 12
}

/// Whether two names differ in at most `limit` letters, counted as insertions, deletions and replacements.
fn near(one: &str, two: &str, limit: usize) -> bool {
    let two: Vec<char> = two.chars().collect();
    let mut row: Vec<usize> = (0..=two.len()).collect();
    for (position, letter) in one.chars().enumerate() {
        let mut next = vec![position + 1];
        for ((other, above), corner) in two.iter().zip(row.iter().skip(1)).zip(row.iter()) {
            let left = next.last().copied().unwrap_or_default();
            next.push((corner + usize::from(*other != letter)).min(left + 1).min(above + 1));
        }
        row = next;
    }
    row.last().is_some_and(|distance| *distance <= limit)
}

/// Whether a line that was not taken may have been about one of these places.
pub(crate) fn mentions(text: &str) -> bool {
    let text = squeeze(text);
    [
        "schannel",
        "protocols",
        "tls1",
        "ssl2",
        "ssl3",
        "netframework",
        "internetsettings",
        "winhttp",
        "00010002",
    ]
    .iter()
    .any(|word| text.contains(word))
        || TELLTALE.iter().any(|word| text.contains(&word.to_ascii_lowercase()))
}

/// Fills in what the values tell of the server: its name, its Windows, its Exchange.
pub(crate) fn identify(server: &mut ServerFacts) {
    let text = |key: &str, name: &str| match server.value(&ValuePath::new(key, name)) {
        Known::Is(data, mark) => {
            data.as_text().filter(|text| !text.trim().is_empty()).map(|text| (text, mark))
        }
        Known::Absent(_) | Known::Unknown => None,
    };
    let control = r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet";
    let computer = [
        (r"Control\ComputerName\ActiveComputerName", "ComputerName"),
        (r"Control\ComputerName\ComputerName", "ComputerName"),
        (r"Services\Tcpip\Parameters", "Hostname"),
        (r"Services\Tcpip\Parameters", "NV Hostname"),
    ]
    .iter()
    .find_map(|(key, name)| text(&format!(r"{control}\{key}"), name));
    let windows = r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion";
    let product = text(windows, "ProductName");
    let build = text(windows, "CurrentBuild").or_else(|| text(windows, "CurrentBuildNumber"));
    let exchange = exchange(server);
    let os = build
        .as_ref()
        .and_then(|(build, mark)| Some((os_of_build(build.trim().parse().ok()?)?, mark.clone())))
        .or_else(|| product.as_ref().and_then(|(name, mark)| Some((os_of_name(name)?, mark.clone()))));
    server.computer = server.computer.take().or(computer);
    server.windows = server.windows.take().or(product);
    server.os = server.os.take().or(os);
    server.exchange = server.exchange.take().or(exchange);
}

fn exchange(server: &ServerFacts) -> Option<(String, Mark)> {
    for version in ["v15", "v14", "v8.0"] {
        let key = format!(r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\ExchangeServer\{version}\Setup");
        let number = |name: &str| match server.dword(&key, name) {
            Known::Is(number, mark) => Some((number, mark)),
            Known::Absent(_) | Known::Unknown => None,
        };
        if let (Some((major, mark)), Some((minor, _)), Some((build, _))) =
            (number("MsiProductMajor"), number("MsiProductMinor"), number("MsiBuildMajor"))
        {
            let update = number("MsiBuildMinor").map(|(update, _)| format!(".{update}")).unwrap_or_default();
            return Some((format!("{major}.{minor}.{build}{update}"), mark));
        }
    }
    None
}

/// The Windows Server release of a build number; clients count as the server of their time.
pub(crate) fn os_of_build(build: u32) -> Option<Os> {
    Some(match build {
        6001..=6099 => Os::Ws2008,
        7600..=7999 => Os::Ws2008R2,
        9200..=9299 => Os::Ws2012,
        9600..=9699 => Os::Ws2012R2,
        10240..=16299 => Os::Ws2016,
        17134..=19999 => Os::Ws2019,
        20000..=26099 => Os::Ws2022,
        26100.. => Os::Ws2025,
        _ => return None,
    })
}

/// The Windows Server release that a product name tells.
pub(crate) fn os_of_name(name: &str) -> Option<Os> {
    let name = squeeze(name);
    let releases = [
        ("2008r2", Os::Ws2008R2),
        ("2012r2", Os::Ws2012R2),
        ("2008", Os::Ws2008),
        ("2012", Os::Ws2012),
        ("2016", Os::Ws2016),
        ("2019", Os::Ws2019),
        ("2022", Os::Ws2022),
        ("2025", Os::Ws2025),
    ];
    if !name.contains("windows") {
        return None;
    }
    releases.iter().find(|(word, _)| name.contains(word)).map(|(_, os)| *os)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_that_matter_are_kept_wherever_they_were_put() {
        for (path, kept) in [
            (
                r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2",
                true,
            ),
            (
                r"HKEY_LOCAL_MACHINE\SYSTEM\ControlSet002\Control\SecurityProviders\SCHANNEL\Ciphers\NULL",
                true,
            ),
            (
                r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\Schanel\Protocols",
                true,
            ),
            (r"HKEY_CURRENT_USER\Protocols\TLS 1,2\Klient", true),
            (r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\. NETFramework\v4.0.30319", true),
            (r"HKEY_LOCAL_MACHINE\SOFTWARE\WOW6432Node\Microsoft\.NETFramework\v2.0.50727", true),
            (r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\.NETFramework\v4.0.30319\SKUs\client", false),
            (r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\HTTP\Parameters\SslBindingInfo", false),
            (r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Dnscache", false),
        ] {
            assert_eq!(interest(&KeyPath::from(path)) == Interest::All, kept, "{path}");
        }
    }

    #[test]
    fn the_way_to_a_place_is_kept_without_its_values() {
        let way = interest(&KeyPath::from(r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control"));
        assert_eq!(way, Interest::Named(&[]));
        assert!(!keeps(way, "SystemStartOptions"));
        assert!(keeps(way, "SchUseStrongCrypto"));
    }

    #[test]
    fn windows_is_told_by_its_build_or_its_name() {
        assert_eq!(os_of_build(7601), Some(Os::Ws2008R2));
        assert_eq!(os_of_build(20348), Some(Os::Ws2022));
        assert_eq!(os_of_name("Windows Server (R) 2012 R2 Standard"), Some(Os::Ws2012R2));
        assert_eq!(os_of_name("Exchange Server 2016"), None);
    }
}
