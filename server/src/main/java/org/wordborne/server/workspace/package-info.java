/// The ground the other modules stand on: who is signed in, which workspace is meant, the
/// database and its walls, clock, ids, and how errors are told.
///
/// Start at [org.wordborne.server.workspace.Transactions]: every repository method takes a
/// [org.wordborne.server.workspace.Scope] and does its work inside one of its transactions.
/// What a module may not do by itself (read the clock, make ids, open the database) it gets
/// from here.
@ApplicationModule(displayName = "Workspace")
@NullMarked
package org.wordborne.server.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
