//! The rules, a file each, flat: the first word of the id is the topic.

use crate::rule::Rule;

/// Every rule. The order is the order of findings that are otherwise equal.
pub const RULES: &[&Rule] = &[];
