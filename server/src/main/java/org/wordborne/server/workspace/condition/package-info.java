/// What is the matter around the server: room on the disk, the database, a restore
/// after which nothing is sent yet.
@NamedInterface("condition")
@NullMarked
package org.wordborne.server.workspace.condition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
