//! The rules, a file each, flat: the first word of the id is the topic.

mod tls12_client_disabled;
mod tls12_client_disabled_by_default;
mod tls12_client_enabled;
mod tls12_client_unset_on_old_windows;
mod tls12_server_disabled;
mod tls12_server_disabled_by_default;
mod tls12_server_enabled;
mod tls12_server_unset_on_old_windows;
use crate::rule::Rule;

/// Every rule. The order is the order of findings that are otherwise equal.
pub const RULES: &[&Rule] = &[
    &tls12_client_disabled::RULE,
    &tls12_server_disabled::RULE,
    &tls12_client_disabled_by_default::RULE,
    &tls12_server_disabled_by_default::RULE,
    &tls12_client_unset_on_old_windows::RULE,
    &tls12_server_unset_on_old_windows::RULE,
    &tls12_client_enabled::RULE,
    &tls12_server_enabled::RULE,
];
