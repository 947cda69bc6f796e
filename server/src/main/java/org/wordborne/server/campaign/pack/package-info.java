/// What the law asks of a promotion, as data: packs of rules for a place, each rule with its
/// source, the day it was read and how far it is to be trusted. Pure: no database, no clock.
///
/// Facts go in, findings come out, in three values: what is not known becomes a question, never a
/// pass. None of it is legal advice; a person signs.
///
/// Start at `Packs`.
@NullMarked
package org.wordborne.server.campaign.pack;

import org.jspecify.annotations.NullMarked;
