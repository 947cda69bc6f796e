/// Benchmarks, each beside a peer in the same run.
@NullMarked
package org.wordborne.benchmarks;

import org.jspecify.annotations.NullMarked;
