//! What bounces, queues, traces, events and other mail servers said of a delivery.

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct DeliveryFacts {}
