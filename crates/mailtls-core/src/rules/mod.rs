//! The rules, a file each, flat: the first word of the id is the topic.

mod all_tls_off_for_role;
mod cipher_aes_disabled;
mod cipher_suites_for_newer_windows;
mod cipher_suites_none_for_exchange_online;
mod dotnet_tls_off;
mod fips_mode_on;
mod handshake_message_limit_small;
mod hash_algorithm_disabled;
mod insecure_renegotiation_allowed;
mod key_exchange_disabled;
mod old_tls_enabled;
mod only_tls13_left;
mod rsa_minimum_above_2048;
mod tls12_client_disabled;
mod tls12_client_disabled_by_default;
mod tls12_client_enabled;
mod tls12_client_unset_on_old_windows;
mod tls12_enabled_not_one;
mod tls12_half_set_on_old_windows;
mod tls12_in_numbered_control_set;
mod tls12_on_parent_key;
mod tls12_on_wrong_path;
mod tls12_protocol_key_misspelt;
mod tls12_role_key_misspelt;
mod tls12_roles_differ;
mod tls12_server_disabled;
mod tls12_server_disabled_by_default;
mod tls12_server_enabled;
mod tls12_server_unset_on_old_windows;
mod tls12_under_ciphers;
mod tls12_under_wow6432node;
mod tls12_under_wrong_root;
mod tls12_unset;
mod tls12_value_name_misspelt;
mod tls12_wrong_type;
mod tls13_on_unsupported_windows;
mod winhttp_without_tls12;
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
    &tls12_half_set_on_old_windows::RULE,
    &tls12_unset::RULE,
    &tls12_wrong_type::RULE,
    &tls12_enabled_not_one::RULE,
    &tls12_roles_differ::RULE,
    &only_tls13_left::RULE,
    &all_tls_off_for_role::RULE,
    &tls13_on_unsupported_windows::RULE,
    &tls12_on_parent_key::RULE,
    &tls12_protocol_key_misspelt::RULE,
    &tls12_role_key_misspelt::RULE,
    &tls12_value_name_misspelt::RULE,
    &tls12_in_numbered_control_set::RULE,
    &tls12_under_wrong_root::RULE,
    &tls12_under_wow6432node::RULE,
    &tls12_on_wrong_path::RULE,
    &tls12_under_ciphers::RULE,
    &dotnet_tls_off::RULE,
    &winhttp_without_tls12::RULE,
    &old_tls_enabled::RULE,
    &cipher_suites_none_for_exchange_online::RULE,
    &cipher_suites_for_newer_windows::RULE,
    &cipher_aes_disabled::RULE,
    &hash_algorithm_disabled::RULE,
    &key_exchange_disabled::RULE,
    &rsa_minimum_above_2048::RULE,
    &handshake_message_limit_small::RULE,
    &fips_mode_on::RULE,
    &insecure_renegotiation_allowed::RULE,
];
