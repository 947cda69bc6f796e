package org.wordborne.server.campaign.pack;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is to be done.
///
/// @param title by language
/// @param due the day, once the day it hangs on is known
/// @param anchor the day it hangs on: advertised, start, end, draw, award or yearEnd
/// @param days after that day; before it below zero
/// @param evidence file, number, date or signature
public record PackTask(
    Map<String, String> title,
    @Nullable LocalDate due,
    String anchor,
    int days,
    String calendar,
    String evidence) {

  /// Whether it is to be done before it all begins.
  public boolean isBeforeStart() {
    return (anchor.equals("advertised") || anchor.equals("start")) && days <= 0;
  }
}
