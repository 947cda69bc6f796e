/// The server: one process, one module for each package below this one.
@NullMarked
package org.wordborne.server;

import org.jspecify.annotations.NullMarked;
