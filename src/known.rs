//! What is known of domains: top-level domains, public suffixes, mail providers, special-use names. Data, and the
//! questions that it answers.

mod distance;
#[cfg(feature = "suggest")]
mod ending;
mod ends;
mod label_word;
mod labels;
mod look_index;
mod name_list;
#[cfg_attr(not(feature = "suggest"), allow(dead_code, reason = "slips are not looked for"))]
mod provider;
mod provider_index;
mod script;
mod special_use;
#[rustfmt::skip]
#[cfg_attr(not(feature = "suggest"), allow(dead_code, reason = "slips are not looked for"))]
mod tables;

pub(crate) use distance::is_one_edit;
#[cfg(feature = "suggest")]
pub(crate) use distance::{distance, is_within_one_edit};
#[cfg(feature = "suggest")]
pub(crate) use ending::{has_common_ending, is_public_suffix, is_top_level_domain, list_date};
pub(crate) use ends::Ends;
pub(crate) use label_word::is_label_word;
pub(crate) use labels::Labels;
pub(crate) use look_index::providers_by_look;
pub(crate) use provider::{
    Rules, TagBase, distinctive_names, endings_of, has_own_characters, is_common_domain, named_rules_of,
    provider_in, provider_of, rules_of, rules_version,
};
#[cfg(feature = "suggest")]
pub(crate) use provider::{
    is_distinctive, is_near_distinctive, may_be_near_distinctive, slip_of_distinctive, sole_domain,
};
#[cfg(feature = "suggest")]
pub(crate) use provider_index::may_name_a_provider;
pub(crate) use provider_index::provider_place;
pub(crate) use script::writes_in;
#[cfg(feature = "suggest")]
pub(crate) use special_use::may_be_example;
pub(crate) use special_use::{SpecialUse, special_use};
