/// Hears and answers on each network, behind one small interface.
///
/// Start at [org.wordborne.channels.Channel]. A channel keeps nothing: settings, cursor and clock
/// are handed in, posts and the next cursor come out, so that the caller can save both in one
/// transaction and may ask again with the same cursor after a crash.
@NullMarked
package org.wordborne.channels;

import org.jspecify.annotations.NullMarked;
