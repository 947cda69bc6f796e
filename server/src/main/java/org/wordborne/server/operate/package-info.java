/// Operating the server: backups, doctor, health and metrics.
///
/// What works on a backup file, whether a server lives or not, is in `operate.backup`.
@ApplicationModule(displayName = "Operating")
@NullMarked
package org.wordborne.server.operate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
