/// The database: the embedded one's start and stop, roles, migrations, grants.
///
/// Start at [org.wordborne.server.workspace.database.Databases]. Processes, ports and files of the
/// database are touched here and nowhere else.
@NamedInterface("database")
@NullMarked
package org.wordborne.server.workspace.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
