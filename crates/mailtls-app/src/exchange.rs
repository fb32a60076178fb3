//! The Exchange releases a user can name, as far as they differ in what their SMTP service can do.

use mailtls_core::fact::host::{Tls12, release};

/// A release, from one update on and before another; the build is one of them.
pub(crate) struct Named {
    /// `Exchange Server 2013`.
    pub(crate) product: &'static str,
    /// The first update of this entry; empty for the first release.
    pub(crate) from: &'static str,
    /// The first update that is another entry; empty for the newest.
    pub(crate) before: &'static str,
    /// A build of it.
    build: [u16; 4],
}

const fn named(product: &'static str, from: &'static str, before: &'static str, build: [u16; 4]) -> Named {
    Named { product, from, before, build }
}

/// In the order of the list.
pub(crate) const EXCHANGE: [Named; 10] = [
    named("Exchange Server 2010", "", "SP3 RU9", [14, 3, 224, 1]),
    named("Exchange Server 2010", "SP3 RU9", "SP3 RU19", [14, 3, 361, 1]),
    named("Exchange Server 2010", "SP3 RU19", "", [14, 3, 382, 0]),
    named("Exchange Server 2013", "", "CU8", [15, 0, 1044, 25]),
    named("Exchange Server 2013", "CU8", "CU19", [15, 0, 1347, 2]),
    named("Exchange Server 2013", "CU19", "", [15, 0, 1497, 2]),
    named("Exchange Server 2016", "", "CU8", [15, 1, 1261, 35]),
    named("Exchange Server 2016", "CU8", "", [15, 1, 2507, 6]),
    named("Exchange Server 2019", "", "", [15, 2, 1748, 10]),
    named("Exchange Server SE", "", "", [15, 2, 2562, 17]),
];

impl Named {
    /// What its SMTP service can do.
    pub(crate) fn tls12(&self) -> Tls12 {
        release(self.build).map_or(Tls12::Supported, |release| release.tls12)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_entry_is_the_release_it_says() {
        for named in EXCHANGE {
            assert_eq!(release(named.build).map(|release| release.product), Some(named.product));
        }
        let can: Vec<Tls12> = EXCHANGE.iter().map(Named::tls12).collect();
        let (no, maybe, yes) = (Tls12::Impossible, Tls12::Unsupported, Tls12::Supported);
        assert_eq!(can, [no, maybe, yes, no, maybe, yes, maybe, yes, yes, yes]);
    }
}
