/// What is published, when and where: posts of our own with a text for each source, approved one
/// by one by a member or by a client's link, sent once each.
///
/// Start at `Publications`. `PublicationSender` sends what is approved and due; it asks
/// `CrisisRooms.paused` in the transaction that marks a post as being sent.
///
/// *Invariant:* a text is sent only as it was approved. *Invariant:* what is late by more than two
/// minutes is never sent without a person saying so. *Invariant:* nothing leaves while a crisis
/// room is open.
@NamedInterface("publish")
@NullMarked
package org.wordborne.server.campaign.publish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
