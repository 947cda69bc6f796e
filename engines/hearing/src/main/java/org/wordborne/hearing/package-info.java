/// Text and query together: what a post says and which topics it concerns.
@NullMarked
package org.wordborne.hearing;

import org.jspecify.annotations.NullMarked;
