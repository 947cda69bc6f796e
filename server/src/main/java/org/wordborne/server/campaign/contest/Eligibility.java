package org.wordborne.server.campaign.contest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wordborne.server.campaign.contest.EntryRefused.Say;
import org.wordborne.server.mailroom.Mailroom;
import org.wordborne.server.workspace.BadInputException;

/// Who may enter, judged by what they state: the only hard stops there are, beside the close and a
/// second entry under the very same address.
final class Eligibility {
  static final int LONGEST_WORDS = 500;
  private static final int LONGEST_NAME = 100;

  private Eligibility() {}

  /// Everything that is not as it must be, by field; empty when all is well.
  static Map<String, Say> faults(Contest contest, EntryForm form) {
    var faults = new LinkedHashMap<String, Say>();
    if (form.name().isBlank()) {
      faults.put("name", Say.of("need.name"));
    } else if (form.name().length() > LONGEST_NAME) {
      faults.put("name", Say.of("long.name", LONGEST_NAME));
    }
    if (!isMail(form.mail())) {
      faults.put("mail", Say.of("need.mail"));
    }
    if (!contest.regions().isEmpty() && !contest.regions().contains(form.region())) {
      faults.put("region", Say.of(form.region().isEmpty() ? "need.region" : "outside"));
    }
    if (contest.minAge() > 0 && !form.oldEnough()) {
      faults.put("age", Say.of("young", contest.minAge()));
    }
    if (form.words().isBlank()) {
      faults.put("words", Say.of("need.words"));
    } else if (form.words().length() > LONGEST_WORDS) {
      faults.put("words", Say.of("long.words", form.words().length(), LONGEST_WORDS));
    }
    if (!form.accepted()) {
      faults.put("rules", Say.of("need.rules"));
    }
    return faults;
  }

  /* One that the mailroom takes, as the receipt goes there. */
  private static boolean isMail(String written) {
    try {
      String address = Mailroom.address("mail", written);
      int at = address.indexOf('@');
      return at <= 64 && address.indexOf('.', at) > 0;
    } catch (BadInputException notOne) {
      return false;
    }
  }
}
