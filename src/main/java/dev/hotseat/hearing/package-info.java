/// Which concepts an answer contains, by rules a person can follow: which words, for or against,
/// with a reason or as one of a list.
///
/// Floor 4. Stands on `phrase`, `scenario` and `event`; knows nothing of questions asked before, of
/// scores or of the live system. The same text gives the same result. Start reading at
/// [dev.hotseat.hearing.Ear]; the rules are one class each: Negation, Reasons, Lists, Sense, Echo.
@NullMarked
package dev.hotseat.hearing;

import org.jspecify.annotations.NullMarked;
