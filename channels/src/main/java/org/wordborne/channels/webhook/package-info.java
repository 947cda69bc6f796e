/// Posts that are pushed to us, and answers that we push back, signed both ways.
@NullMarked
package org.wordborne.channels.webhook;

import org.jspecify.annotations.NullMarked;
