/// The small languages people write in: an author's patterns of words, and quantities in prose.
///
/// Floor 1. Stands on nothing; knows nothing of scenarios, of Lucene or of who is speaking. It says
/// what a text means as syntax, and where it is wrong; matching is the business of `hearing`. Start
/// reading at [dev.hotseat.phrase.ConceptPattern], then [dev.hotseat.phrase.Quantities].
@NullMarked
package dev.hotseat.phrase;

import org.jspecify.annotations.NullMarked;
