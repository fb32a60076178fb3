//! Exchange builds and what they can do.

use crate::span::Mark;

/// Builds of Exchange servers, wherever they were named.
#[derive(Clone, Debug, Default)]
pub struct HostFacts {
    /// Server, build, place; at most [`HostFacts::LIMIT`].
    pub builds: Vec<NamedBuild>,
}

impl HostFacts {
    /// The most builds kept.
    pub const LIMIT: usize = 500;

    /// Keeps a build.
    pub fn add(&mut self, build: NamedBuild) {
        let known =
            self.builds.iter().any(|other| other.server == build.server && other.build == build.build);
        if !known && self.builds.len() < Self::LIMIT {
            self.builds.push(build);
        }
    }
}

/// The build of one server.
#[derive(Clone, Debug)]
pub struct NamedBuild {
    /// Its name, in lower case; empty where not told.
    pub server: String,
    /// Major, minor, build, revision.
    pub build: [u16; 4],
    /// Whether it is the server whose delivery failed, and not one that handled the message before.
    pub at_fault: bool,
    /// Where.
    pub mark: Mark,
}

/// A release of Exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Release {
    /// `Exchange Server 2013`.
    pub product: &'static str,
    /// `CU7`, `SP3 RU8 or older`, …; empty where not known.
    pub update: &'static str,
    /// What its SMTP service can do.
    pub tls12: Tls12,
    /// Whether Microsoft still mends it.
    pub supported: bool,
}

/// What the SMTP service of an Exchange release can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tls12 {
    /// Never: the versions are fixed in its code.
    Impossible,
    /// With the right registry values, though the vendor supports it only from a later update on.
    Unsupported,
    /// Yes.
    Supported,
}

/// The release of a build; `None` for Exchange Online and for numbers that are no Exchange server.
///
/// The tables are those of the vendor's "Exchange Server build numbers and release dates".
#[must_use]
pub fn release(build: [u16; 4]) -> Option<Release> {
    let [major, minor, number, _] = build;
    let (product, update, tls12, supported) = match (major, minor) {
        (6, 0 | 5) => ("Exchange Server 2003", "", Tls12::Impossible, false),
        (8, _) => ("Exchange Server 2007", "", Tls12::Impossible, false),
        // SP3 Update Rollup 9 (14.3.235) is the first that does not fix SMTP to TLS 1.0.
        (14, 0..=2) => ("Exchange Server 2010", "before SP3", Tls12::Impossible, false),
        (14, 3) if number < 235 => ("Exchange Server 2010", "SP3 before RU9", Tls12::Impossible, false),
        (14, 3) if number < 382 => ("Exchange Server 2010", "SP3 RU9 to RU18", Tls12::Unsupported, false),
        (14, 3) => ("Exchange Server 2010", "SP3 RU19 or later", Tls12::Supported, false),
        (15, 0) => {
            // Cumulative Update 8 (15.0.1076) is the first that does not fix SMTP to TLS 1.0.
            let tls12 = match number {
                ..1076 => Tls12::Impossible,
                1076..1365 => Tls12::Unsupported,
                _ => Tls12::Supported,
            };
            ("Exchange Server 2013", update_of(number, &EXCHANGE_2013), tls12, false)
        }
        (15, 1) => {
            let tls12 = if number < 1415 { Tls12::Unsupported } else { Tls12::Supported };
            ("Exchange Server 2016", update_of(number, &EXCHANGE_2016), tls12, false)
        }
        (15, 2) if number < 2562 => {
            ("Exchange Server 2019", update_of(number, &EXCHANGE_2019), Tls12::Supported, false)
        }
        (15, 2) => ("Exchange Server SE", "", Tls12::Supported, true),
        _ => return None,
    };
    Some(Release { product, update, tls12, supported })
}

/// The update that begins at or before a build number.
fn update_of(number: u16, table: &[(u16, &'static str)]) -> &'static str {
    table.iter().rev().find(|(first, _)| *first <= number).map_or("", |(_, update)| update)
}

const EXCHANGE_2013: [(u16, &str); 24] = [
    (516, "RTM"),
    (620, "CU1"),
    (712, "CU2"),
    (775, "CU3"),
    (847, "CU4 (SP1)"),
    (913, "CU5"),
    (995, "CU6"),
    (1044, "CU7"),
    (1076, "CU8"),
    (1104, "CU9"),
    (1130, "CU10"),
    (1156, "CU11"),
    (1178, "CU12"),
    (1210, "CU13"),
    (1236, "CU14"),
    (1263, "CU15"),
    (1293, "CU16"),
    (1320, "CU17"),
    (1347, "CU18"),
    (1365, "CU19"),
    (1367, "CU20"),
    (1395, "CU21"),
    (1473, "CU22"),
    (1497, "CU23"),
];

const EXCHANGE_2016: [(u16, &str); 24] = [
    (225, "RTM"),
    (396, "CU1"),
    (466, "CU2"),
    (544, "CU3"),
    (669, "CU4"),
    (845, "CU5"),
    (1034, "CU6"),
    (1261, "CU7"),
    (1415, "CU8"),
    (1466, "CU9"),
    (1531, "CU10"),
    (1591, "CU11"),
    (1713, "CU12"),
    (1779, "CU13"),
    (1847, "CU14"),
    (1913, "CU15"),
    (1979, "CU16"),
    (2044, "CU17"),
    (2106, "CU18"),
    (2176, "CU19"),
    (2242, "CU20"),
    (2308, "CU21"),
    (2375, "CU22"),
    (2507, "CU23"),
];

const EXCHANGE_2019: [(u16, &str); 16] = [
    (221, "RTM"),
    (330, "CU1"),
    (397, "CU2"),
    (464, "CU3"),
    (529, "CU4"),
    (595, "CU5"),
    (659, "CU6"),
    (721, "CU7"),
    (792, "CU8"),
    (858, "CU9"),
    (922, "CU10"),
    (986, "CU11"),
    (1118, "CU12"),
    (1258, "CU13"),
    (1544, "CU14"),
    (1748, "CU15"),
];

/// Reads `15.0.847.32`, `15.00.0847.030` and shorter forms.
#[must_use]
pub fn parse_build(text: &str) -> Option<[u16; 4]> {
    let mut build = [0; 4];
    let mut parts = text.split('.');
    for (index, slot) in build.iter_mut().enumerate() {
        match parts.next().map(str::parse) {
            Some(Ok(number)) => *slot = number,
            None if index >= 3 => {}
            Some(Err(_)) | None => return None,
        }
    }
    parts.next().is_none().then_some(build)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_builds_that_can_are_the_documented_ones() {
        let tls12 = |text: &str| release(parse_build(text).unwrap()).map(|release| release.tls12);
        assert_eq!(tls12("14.3.224.1"), Some(Tls12::Impossible));
        assert_eq!(tls12("14.03.0235.001"), Some(Tls12::Unsupported));
        assert_eq!(tls12("15.0.1044.25"), Some(Tls12::Impossible));
        assert_eq!(tls12("15.00.1076.009"), Some(Tls12::Unsupported));
        assert_eq!(tls12("15.0.1365.1"), Some(Tls12::Supported));
        assert_eq!(tls12("15.1.1261.35"), Some(Tls12::Unsupported));
        assert_eq!(tls12("15.2.2562.17"), Some(Tls12::Supported));
        assert_eq!(tls12("15.20.4200.1"), None);
    }

    #[test]
    fn an_update_begins_at_its_build() {
        let update = |text: &str| release(parse_build(text).unwrap()).unwrap().update;
        assert_eq!(update("15.0.847.32"), "CU4 (SP1)");
        assert_eq!(update("15.1.2507.6"), "CU23");
        assert_eq!(update("15.2.1118.7"), "CU12");
    }
}
