/// Hear and answer on each network: one package each behind one small interface.
@NullMarked
package org.wordborne.channels;

import org.jspecify.annotations.NullMarked;
