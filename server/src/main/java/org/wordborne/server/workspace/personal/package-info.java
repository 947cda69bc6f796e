/// Where personal data lies and how it goes: each module says it of its own tables and forgets
/// there itself; who is not taken in again, and who is not to be written to.
///
/// Start at `Custodian`, which each module that keeps anything of people implements; one that keeps
/// nothing says so as `DataMapped`. What goes through all of them is the module `privacy`.
@NamedInterface("personal")
@NullMarked
package org.wordborne.server.workspace.personal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
