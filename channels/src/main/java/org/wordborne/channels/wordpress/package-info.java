/// Posts and comments of a WordPress site, heard and answered.
@NullMarked
package org.wordborne.channels.wordpress;

import org.jspecify.annotations.NullMarked;
