/// Alderwick, the simulated town: people, channels and talk with known answers.
@NullMarked
package org.wordborne.town;

import org.jspecify.annotations.NullMarked;
