/// Who may do what: permissions, the roles that bundle them, and the check before each controller
/// method. Start at [Permission]; what a method needs says [Needs] at it.
///
/// Nothing here knows of a thing: whether *this* campaign or *this* conversation is one's own is
/// the wall's and its module's business.
@NamedInterface("access")
@NullMarked
package org.wordborne.server.workspace.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
