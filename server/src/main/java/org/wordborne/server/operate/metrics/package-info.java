/// What Prometheus asks for: `GET /metrics`, in the text format 0.0.4. Start at
/// [MetricsController].
///
/// Names and labels are those of the program: operations, states, kinds. No word of people, no
/// workspace and no address is ever a label, so the number of lines has an end.
@NullMarked
package org.wordborne.server.operate.metrics;

import org.jspecify.annotations.NullMarked;
