/// Feeds as they really are: RSS, RDF, Atom and JSON Feed, read leniently.
@NullMarked
package org.wordborne.channels.feed;

import org.jspecify.annotations.NullMarked;
