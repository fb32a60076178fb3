//! Exchange builds and Windows releases, wherever they were named.

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct HostFacts {}
