/// The only room that opens connections: guarded client, addresses, signatures, sanitising.
///
/// Start at [org.wordborne.wire.GuardedHttp]. Whatever came from outside passes through here before
/// anything else believes it. It knows nothing of channels, mentions or people.
@NullMarked
package org.wordborne.wire;

import org.jspecify.annotations.NullMarked;
