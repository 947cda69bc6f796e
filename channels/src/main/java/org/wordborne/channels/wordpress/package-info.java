/// Posts and comments of a WordPress site, heard and answered.
///
/// Start at [org.wordborne.channels.wordpress.WordPressChannel]. Where the site's REST interface is
/// closed, its feeds are read instead, and then it cannot be answered.
@NullMarked
package org.wordborne.channels.wordpress;

import org.jspecify.annotations.NullMarked;
