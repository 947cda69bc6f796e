/// What a text says: language, sentiment, emotion, intent, spam, entities, and why.
///
/// Start at [TextAnalyzer]:
///
/// ```java
/// var analysis = TextAnalyzer.standard().analyze("Is it true that Lantern is closing?");
/// analysis.language();                              // en
/// analysis.intents().containsKey(Intent.QUESTION);  // true
/// ```
///
/// Pure: no clock, no threads, no randomness without a seed. The same text gives the same bits.
@NullMarked
package org.wordborne.text;

import org.jspecify.annotations.NullMarked;
