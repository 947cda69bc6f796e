/// What goes out to people and programs that asked to be told: mail by SMTP, signed webhooks, and
/// the log of every delivery.
///
/// Start at `Mailroom` (mail) and `Telexes` (webhooks). Both only write down what is to go out, in
/// the transaction of the deed itself; `DeliveryClock` and `HookClock` carry it, again and again
/// until it is taken or the tries are used up. What tables tell of themselves (a conversation, an
/// entry, a source) comes through `hook_happening`, written by their triggers (`HookHappenings`).
///
/// *Invariant:* a delivery has one key, which travels with it (`Message-ID`, `webhook-id`): what
/// went out twice, because a line broke after the last word, is known as one.
/// *Invariant:* what a delivery says is sealed. A letter's text is gone once it was taken or
/// refused; what a program was told stays 30 days, to be sent again, and goes with the person.
/// *Invariant:* a webhook has a lane of its own; whoever is slow there delays nobody else.
/// *Invariant:* no line break reaches a header; it is refused before the library sees it.
@ApplicationModule(displayName = "Mailroom")
@NullMarked
package org.wordborne.server.mailroom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
