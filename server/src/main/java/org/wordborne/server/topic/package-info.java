/// Topics: named standing queries, with what is never collected and what is hidden.
///
/// Start at `TopicMatchers`, which answers which topics a post is about.
@ApplicationModule(displayName = "Topics")
@NullMarked
package org.wordborne.server.topic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
