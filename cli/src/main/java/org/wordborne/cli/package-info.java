/// Every command.
@NullMarked
package org.wordborne.cli;

import org.jspecify.annotations.NullMarked;
