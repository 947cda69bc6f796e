/// How requests are taken and answered: who sent them, which are refused, headers, problems, the
/// built pages.
@NamedInterface("http")
@NullMarked
package org.wordborne.server.workspace.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
