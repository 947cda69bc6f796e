/// Spans: how long a request took and what of it were transactions and calls out, told to a
/// collector of OpenTelemetry. Off unless asked for; start at [Traces].
///
/// A span carries names of operations, methods and status, never an address, a value or a word.
@NamedInterface("trace")
@NullMarked
package org.wordborne.server.workspace.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
