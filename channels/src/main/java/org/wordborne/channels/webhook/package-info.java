/// Posts that are pushed to us, and answers that we push back, signed both ways.
///
/// Start at [org.wordborne.channels.webhook.WebhookChannel].
@NullMarked
package org.wordborne.channels.webhook;

import org.jspecify.annotations.NullMarked;
