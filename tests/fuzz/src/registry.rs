//! Random exports of the places mailtls knows, and what importing one file after another comes to.

use mailtls_core::report::Report;
use std::fmt::Write as _;

const HEADER: &str = "Windows Registry Editor Version 5.00\r\n";

const PROTOCOLS: &str =
    r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols";

/// An export: each four bytes of `data` set one value.
pub(crate) fn export(data: &[u8]) -> String {
    let mut text = format!("{HEADER}\r\n[{PROTOCOLS}]\r\n");
    for &[place, name, form, number] in data.as_chunks::<4>().0.iter().take(64) {
        let (key, names) = place_of(place);
        let name = names[usize::from(name) % names.len()];
        let data = data_of(form, number);
        // Infallible: the target is a string.
        let _ = write!(text, "\r\n[{key}]\r\n\"{name}\"={data}\r\n");
    }
    text
}

fn place_of(place: u8) -> (String, &'static [&'static str]) {
    const VERSIONS: [&str; 6] = ["SSL 2.0", "SSL 3.0", "TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3"];
    const ROLE: &[&str] = &["Enabled", "DisabledByDefault"];
    const DOTNET: &[&str] = &["SystemDefaultTlsVersions", "SchUseStrongCrypto"];
    const WINHTTP: &[&str] = &["DefaultSecureProtocols"];
    let software = if place & 1 == 0 { r"SOFTWARE" } else { r"SOFTWARE\WOW6432Node" };
    match place % 16 {
        index @ 0..12 => {
            let version = VERSIONS[usize::from(index / 2)];
            let role = if index % 2 == 0 { "Client" } else { "Server" };
            (format!(r"{PROTOCOLS}\{version}\{role}"), ROLE)
        }
        12 | 13 => {
            let version = if place & 2 == 0 { "v4.0.30319" } else { "v2.0.50727" };
            (format!(r"HKEY_LOCAL_MACHINE\{software}\Microsoft\.NETFramework\{version}"), DOTNET)
        }
        _ => {
            let key = r"Microsoft\Windows\CurrentVersion\Internet Settings\WinHttp";
            (format!(r"HKEY_LOCAL_MACHINE\{software}\{key}"), WINHTTP)
        }
    }
}

fn data_of(form: u8, number: u8) -> String {
    let number = match number % 5 {
        0 => 0,
        1 => 1,
        2 => u32::MAX,
        3 => 0x0000_0A80,
        _ => u32::from(number),
    };
    match form % 10 {
        0..5 => format!("dword:{number:08x}"),
        5 => format!("\"{number}\""),
        6 => format!("hex(b):{:02x},00,00,00,00,00,00,00", number & 0xff),
        7 => format!("hex(4):{:02x},00,00,00", number & 0xff),
        8 => format!("hex:{:02x}", number & 0xff),
        _ => format!("dword:{number:09x}"),
    }
}

/// The file that leaves what importing `first` and then `second` leaves.
pub(crate) fn apply(first: &str, second: &str) -> String {
    let (_, body) = second.split_once("\r\n").unwrap_or_default();
    format!("{first}\r\n{body}")
}

/// The values that are there, by key and name. What was never written and what was deleted is the same.
pub(crate) fn values(report: &Report) -> Vec<(String, String, String, String)> {
    let present = report.registry.values.iter().filter_map(|value| {
        let kind = value.kind.clone()?;
        Some((value.key.to_uppercase(), value.name.to_uppercase(), kind, value.hex.clone()))
    });
    let mut values: Vec<_> = present.collect();
    values.sort();
    values
}
