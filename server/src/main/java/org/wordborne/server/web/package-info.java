/// What single pages put together out of several modules: Now, and the line in the folio that says
/// whether we listen.
@ApplicationModule(displayName = "Pages")
@NullMarked
package org.wordborne.server.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
