//! The rules, a file each, flat: the first word of the id is the topic.

mod all_tls_off_for_role;
mod authentication_failed;
mod availability_tls_failed;
mod certificate_expired;
mod certificate_not_validated;
mod certificate_rejected;
mod certificate_subject_mismatch;
mod cipher_aes_disabled;
mod cipher_aes_partly_disabled;
mod cipher_curves_without_nist;
mod cipher_suites_all_switched_off;
mod cipher_suites_differ;
mod cipher_suites_for_newer_windows;
mod cipher_suites_none_for_exchange_online;
mod cipher_suites_not_shared;
mod clear_text_after_failed_handshake;
mod connection_cut_after_tls;
mod connection_cut_before_handshake;
mod connection_dropped;
mod connection_failed;
mod connection_failed_unexplained;
mod connection_refused;
mod connection_timed_out;
mod connector_certificate_missing;
mod device_handshake_failed;
mod digicert_root_g2_untrusted;
mod direct_send_refused;
mod dns_lookup_failed;
mod dotnet_tls_off;
mod exchange_build_below_floor;
mod exchange_build_tls10_only;
mod exchange_online_starttls_missing;
mod exchange_out_of_support;
mod fips_mode_on;
mod frontend_proxy_failed;
mod handshake_alert;
mod handshake_connection_reset;
mod handshake_error_unexplained;
mod handshake_failed_unexplained;
mod handshake_failed_with_microsoft365;
mod handshake_message_limit_small;
mod handshake_timed_out;
mod hash_algorithm_disabled;
mod hop_in_clear_text;
mod hop_used_old_tls;
mod insecure_renegotiation_allowed;
mod key_exchange_disabled;
mod local_certificate_unusable;
mod mail_sent_in_clear_text;
mod message_accepted;
mod message_refused;
mod no_common_version;
mod old_tls_enabled;
mod old_tls_in_use;
mod only_tls13_left;
mod outdated_exchange_throttled;
mod own_credentials_unusable;
mod peer_handshake_failed;
mod peer_refused_version;
mod plaintext_instead_of_tls;
mod proxy_session_failed;
mod receive_handshake_failed;
mod receive_starttls_not_offered;
mod receiver_refused_message;
mod reg_file_refused;
mod reg_text_after_key;
mod reg_value_not_imported;
mod root_not_trusted;
mod rsa_minimum_above_2048;
mod schannel_credential_refused;
mod send_handshake_failed;
mod sender_throttled;
mod server_only_old_tls;
mod session_authentication_failed;
mod session_certificate_rejected;
mod session_starttls_demanded;
mod session_starttls_not_offered;
mod session_unfinished;
mod smarthost_in_path;
mod socket_error_bounce;
mod socket_error_elsewhere;
mod starttls_demanded;
mod starttls_masked;
mod starttls_not_offered;
mod starttls_rejected;
mod starttls_required_by_sender;
mod starttls_skipped;
mod submission_tls_refused;
mod tenant_attribution_failed;
mod tls12_agreed_by_mail_server;
mod tls12_client_disabled;
mod tls12_client_disabled_by_default;
mod tls12_client_enabled;
mod tls12_client_unset_on_old_windows;
mod tls12_enabled_not_one;
mod tls12_half_set_on_old_windows;
mod tls12_in_numbered_control_set;
mod tls12_negotiated;
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
mod tls_certificate_name_missing;
mod tls_inspected;
mod tls_negotiation_mismatch;
mod tls_negotiation_quoted;
mod tls_rate_exceeded;
mod tls_start_failed;
mod tls_version_refused;
mod tls_version_refused_by_other_peer;
mod weak_cipher_in_use;
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
    &reg_value_not_imported::RULE,
    &reg_text_after_key::RULE,
    &reg_file_refused::RULE,
    &dotnet_tls_off::RULE,
    &winhttp_without_tls12::RULE,
    &old_tls_enabled::RULE,
    &cipher_suites_none_for_exchange_online::RULE,
    &cipher_suites_for_newer_windows::RULE,
    &cipher_suites_all_switched_off::RULE,
    &cipher_aes_disabled::RULE,
    &cipher_aes_partly_disabled::RULE,
    &hash_algorithm_disabled::RULE,
    &key_exchange_disabled::RULE,
    &cipher_curves_without_nist::RULE,
    &rsa_minimum_above_2048::RULE,
    &handshake_message_limit_small::RULE,
    &fips_mode_on::RULE,
    &insecure_renegotiation_allowed::RULE,
    &submission_tls_refused::RULE,
    &exchange_build_tls10_only::RULE,
    &server_only_old_tls::RULE,
    &peer_refused_version::RULE,
    &no_common_version::RULE,
    &tls_certificate_name_missing::RULE,
    &certificate_subject_mismatch::RULE,
    &certificate_expired::RULE,
    &root_not_trusted::RULE,
    &own_credentials_unusable::RULE,
    &socket_error_bounce::RULE,
    &tls_negotiation_quoted::RULE,
    &socket_error_elsewhere::RULE,
    &tls_negotiation_mismatch::RULE,
    &exchange_online_starttls_missing::RULE,
    &digicert_root_g2_untrusted::RULE,
    &starttls_required_by_sender::RULE,
    &starttls_demanded::RULE,
    &starttls_not_offered::RULE,
    &cipher_suites_not_shared::RULE,
    &handshake_alert::RULE,
    &certificate_rejected::RULE,
    &connector_certificate_missing::RULE,
    &schannel_credential_refused::RULE,
    &plaintext_instead_of_tls::RULE,
    &handshake_failed_with_microsoft365::RULE,
    &tls_start_failed::RULE,
    &handshake_failed_unexplained::RULE,
    &tenant_attribution_failed::RULE,
    &direct_send_refused::RULE,
    &outdated_exchange_throttled::RULE,
    &authentication_failed::RULE,
    &receiver_refused_message::RULE,
    &sender_throttled::RULE,
    &dns_lookup_failed::RULE,
    &connection_refused::RULE,
    &connection_timed_out::RULE,
    &connection_dropped::RULE,
    &frontend_proxy_failed::RULE,
    &connection_failed_unexplained::RULE,
    &availability_tls_failed::RULE,
    &mail_sent_in_clear_text::RULE,
    &exchange_build_below_floor::RULE,
    &exchange_out_of_support::RULE,
    &hop_used_old_tls::RULE,
    &hop_in_clear_text::RULE,
    &tls12_agreed_by_mail_server::RULE,
    &message_accepted::RULE,
    &tls_version_refused::RULE,
    &send_handshake_failed::RULE,
    &receive_handshake_failed::RULE,
    &tls_version_refused_by_other_peer::RULE,
    &local_certificate_unusable::RULE,
    &session_certificate_rejected::RULE,
    &certificate_not_validated::RULE,
    &cipher_suites_differ::RULE,
    &handshake_timed_out::RULE,
    &handshake_connection_reset::RULE,
    &device_handshake_failed::RULE,
    &peer_handshake_failed::RULE,
    &handshake_error_unexplained::RULE,
    &starttls_masked::RULE,
    &session_starttls_not_offered::RULE,
    &receive_starttls_not_offered::RULE,
    &starttls_skipped::RULE,
    &session_starttls_demanded::RULE,
    &starttls_rejected::RULE,
    &tls_rate_exceeded::RULE,
    &connection_cut_after_tls::RULE,
    &connection_cut_before_handshake::RULE,
    &connection_failed::RULE,
    &session_authentication_failed::RULE,
    &proxy_session_failed::RULE,
    &message_refused::RULE,
    &clear_text_after_failed_handshake::RULE,
    &tls12_negotiated::RULE,
    &old_tls_in_use::RULE,
    &weak_cipher_in_use::RULE,
    &smarthost_in_path::RULE,
    &tls_inspected::RULE,
    &session_unfinished::RULE,
];
