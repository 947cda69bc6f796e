/// What is the matter around the server: room on the disk, the database.
@NullMarked
package org.wordborne.server.workspace.condition;

import org.jspecify.annotations.NullMarked;
