/// What a text says: language, sentiment, intent, emotion, spam, entities, and why.
@NullMarked
package org.wordborne.text;

import org.jspecify.annotations.NullMarked;
