/// The only room that opens connections: guarded client, addresses, signatures, sanitising.
@NullMarked
package org.wordborne.wire;

import org.jspecify.annotations.NullMarked;
