//! Who the far end is: Microsoft 365, a machine of one's own network, or somebody else.
//!
//! The one place that knows Microsoft's host names and addresses, so that bounces and logs agree.

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Where the far end belongs. Ordered by how much the diagnosis cares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Microsoft 365: Exchange Online and its protection service.
    Microsoft365,
    /// A private, link-local or loopback address: a device, or another server of the same organisation.
    Local,
    /// Any other host.
    Other,
    /// The evidence does not say.
    Unknown,
}

crate::wire::wire_enum!(Side: Microsoft365, Local, Other, Unknown);

/// Host names end in these, at a dot.
///
/// `*.mail.protection.outlook.com` and `*.mx.microsoft` are MX targets, `*.outbound.protection.outlook.com`
/// and `*.prod.outlook.com` what Exchange Online calls itself; the others are its national clouds and its
/// names of before 2014.
pub(crate) const DOMAINS: [&str; 16] = [
    "outlook.com",
    "mx.microsoft",
    "office365.com",
    "office365.us",
    "office.com",
    "apps.mil",
    "outlook.cn",
    "outlook.de",
    "exchangelabs.com",
    "onmicrosoft.com",
    "onmicrosoft.us",
    "partner.onmschina.cn",
    "messaging.microsoft.com",
    "frontbridge.com",
    "bigfish.com",
    "hotmail.com",
];

/// Exchange Online Protection's addresses: published today (the first five), and those of its logs of
/// before 2018.
///
/// <https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges>
const RANGES_V4: [(Ipv4Addr, u32); 20] = [
    (Ipv4Addr::new(40, 92, 0, 0), 15),
    (Ipv4Addr::new(40, 107, 0, 0), 16),
    (Ipv4Addr::new(52, 100, 0, 0), 14),
    (Ipv4Addr::new(52, 238, 78, 88), 32),
    (Ipv4Addr::new(104, 47, 0, 0), 17),
    (Ipv4Addr::new(23, 103, 132, 0), 22),
    (Ipv4Addr::new(23, 103, 136, 0), 21),
    (Ipv4Addr::new(23, 103, 144, 0), 20),
    (Ipv4Addr::new(65, 55, 88, 0), 24),
    (Ipv4Addr::new(65, 55, 169, 0), 24),
    (Ipv4Addr::new(94, 245, 120, 64), 26),
    (Ipv4Addr::new(134, 170, 132, 0), 24),
    (Ipv4Addr::new(134, 170, 140, 0), 24),
    (Ipv4Addr::new(157, 55, 234, 0), 24),
    (Ipv4Addr::new(157, 56, 110, 0), 23),
    (Ipv4Addr::new(157, 56, 112, 0), 24),
    (Ipv4Addr::new(207, 46, 100, 0), 24),
    (Ipv4Addr::new(207, 46, 163, 0), 24),
    (Ipv4Addr::new(213, 199, 154, 0), 24),
    (Ipv4Addr::new(216, 32, 180, 0), 23),
];

/// The same for IPv6.
const RANGES_V6: [(Ipv6Addr, u32); 2] = [
    (Ipv6Addr::new(0x2a01, 0x111, 0xf400, 0, 0, 0, 0, 0), 48),
    (Ipv6Addr::new(0x2a01, 0x111, 0xf403, 0, 0, 0, 0, 0), 48),
];

/// Where the far end belongs, by what it calls itself and by its address; either may be empty.
///
/// A Microsoft name or address is enough; an appliance in between has neither.
#[must_use]
pub fn side(name: &str, address: &str) -> Side {
    if is_microsoft365_host(name) || is_microsoft365_address(address) {
        Side::Microsoft365
    } else if is_local_address(address) {
        Side::Local
    } else if name.is_empty() && !is_address(address) {
        Side::Unknown
    } else {
        Side::Other
    }
}

/// Whether a host of this name is Microsoft 365's. A trailing dot, brackets and letter case do not matter.
#[must_use]
pub fn is_microsoft365_host(name: &str) -> bool {
    is_below(name, &DOMAINS)
}

/// Whether a name or an address is Microsoft 365's.
#[must_use]
pub fn is_microsoft365(host: &str) -> bool {
    is_microsoft365_host(host) || is_microsoft365_address(host)
}

/// Whether a host belongs to another large mail provider: what fails there has nothing to do with a server
/// on premises.
#[must_use]
pub fn is_other_provider(name: &str) -> bool {
    is_below(
        name,
        &[
            "google.com",
            "gmail.com",
            "googlemail.com",
            "yahoodns.net",
            "yahoo.com",
            "icloud.com",
            "gmx.net",
            "gmx.com",
            "web.de",
            "amazonaws.com",
        ],
    )
}

fn is_below(name: &str, domains: &[&str]) -> bool {
    let name = name.trim_matches(|c: char| c == '.' || c == '[' || c == ']' || c.is_whitespace());
    domains.iter().any(|domain| {
        let Some(cut) = name.len().checked_sub(domain.len()) else { return false };
        let ends = name.get(cut..).is_some_and(|end| end.eq_ignore_ascii_case(domain));
        ends && (cut == 0 || name.as_bytes().get(cut - 1) == Some(&b'.'))
    })
}

/// Whether this address, with or without its port, is Exchange Online Protection's.
#[must_use]
pub fn is_microsoft365_address(address: &str) -> bool {
    match parse(address) {
        Some(IpAddr::V4(address)) => RANGES_V4.iter().any(|(network, length)| {
            let mask = u32::MAX.checked_shl(32 - length).unwrap_or(0);
            u32::from(address) & mask == u32::from(*network)
        }),
        Some(IpAddr::V6(address)) => RANGES_V6.iter().any(|(network, length)| {
            let mask = u128::MAX.checked_shl(128 - length).unwrap_or(0);
            u128::from(address) & mask == u128::from(*network)
        }),
        None => false,
    }
}

/// Whether this address, with or without its port, is one that no host on the Internet has.
#[must_use]
pub fn is_local_address(address: &str) -> bool {
    match parse(address) {
        Some(IpAddr::V4(address)) => address.is_private() || address.is_loopback() || address.is_link_local(),
        Some(IpAddr::V6(address)) => {
            let first = address.segments().first().copied().unwrap_or_default();
            address.is_loopback() || first & 0xfe00 == 0xfc00 || first & 0xffc0 == 0xfe80
        }
        None => false,
    }
}

/// Whether this is an address, with or without its port.
#[must_use]
pub fn is_address(text: &str) -> bool {
    parse(text).is_some()
}

/// An endpoint without its port: `203.0.113.25:25`, `[2001:db8::1]:25`, `host:25`.
#[must_use]
pub fn without_port(endpoint: &str) -> &str {
    let endpoint = endpoint.trim();
    if let Some(rest) = endpoint.strip_prefix('[') {
        return rest.split(']').next().unwrap_or(rest);
    }
    match endpoint.split_once(':') {
        // More colons: an IPv6 address without brackets, which cannot carry a port.
        Some((host, port)) if !port.contains(':') => host,
        Some(_) | None => endpoint,
    }
}

/// The port of an endpoint.
#[must_use]
pub fn port(endpoint: &str) -> Option<u16> {
    let (host, port) = endpoint.trim().rsplit_once(':')?;
    if host.contains(':') && !host.ends_with(']') {
        return None;
    }
    port.parse().ok()
}

fn parse(address: &str) -> Option<IpAddr> {
    let address = without_port(address);
    let address = address.split('%').next().unwrap_or(address);
    let parsed: IpAddr = address.parse().ok()?;
    Some(match parsed {
        IpAddr::V6(six) => six.to_ipv4_mapped().map_or(parsed, IpAddr::V4),
        IpAddr::V4(_) => parsed,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_ends_at_a_dot_to_be_microsofts() {
        assert!(is_microsoft365_host("contoso-com.mail.protection.outlook.com"));
        assert!(is_microsoft365_host("EUR02-AM0-obe.outbound.protection.OUTLOOK.com."));
        assert!(is_microsoft365_host("contoso-com.b-v1.mx.microsoft"));
        assert!(is_microsoft365_host("contoso-com.mail.protection.office365.us"));
        assert!(is_microsoft365_host("contoso-com.mail.protection.partner.outlook.cn"));
        assert!(!is_microsoft365_host("mail.protection.outlook.com.example"));
        assert!(!is_microsoft365_host("notoutlook.com"));
        assert!(!is_microsoft365_host("ex01.contoso.example"));
    }

    #[test]
    fn an_address_is_judged_without_its_port() {
        assert_eq!(side("", "104.47.11.36:25"), Side::Microsoft365);
        assert_eq!(side("", "104.47.128.1:25"), Side::Other);
        assert_eq!(side("", "[2a01:111:f400:7e00::10]:25"), Side::Microsoft365);
        assert_eq!(side("", "52.103.255.255"), Side::Microsoft365);
        assert_eq!(side("", "52.104.0.0"), Side::Other);
        assert_eq!(side("EX02.contoso.example", "10.0.0.7:25"), Side::Local);
        assert_eq!(side("", "x.x.x.x:25"), Side::Unknown);
        assert_eq!(side("", "::ffff:40.107.1.2"), Side::Microsoft365);
        assert_eq!(side("mx.fabrikam.example", ""), Side::Other);
    }

    #[test]
    fn an_endpoint_gives_up_its_port() {
        assert_eq!((without_port("203.0.113.25:25"), port("203.0.113.25:25")), ("203.0.113.25", Some(25)));
        assert_eq!(
            (without_port("[2001:db8::1]:587"), port("[2001:db8::1]:587")),
            ("2001:db8::1", Some(587))
        );
        assert_eq!((without_port("2001:db8::1"), port("2001:db8::1")), ("2001:db8::1", None));
    }
}
