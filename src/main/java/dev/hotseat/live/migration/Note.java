package dev.hotseat.live.migration;

/// A decision that a rule had to take about one value, kept so that a person can disagree with it.
///
/// @param rule name in kebab case, such as `country-unknown`
record Note(String rule, String was, String became) {}
