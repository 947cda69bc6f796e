package org.wordborne.town;

import java.util.SplittableRandom;

/// What the circles of the town like to speak of, and where.
final class Tastes {
  private Tastes() {}

  /// How readily somebody speaks of a matter, from 0 to 1.
  static double interest(Theme theme, Person who) {
    double own =
        switch (who.circle()) {
          case PARENTS -> among(theme, Theme.SCHOOL, Theme.OAT, Theme.RAMP, Theme.ALLERGY);
          case STUDENTS -> among(theme, Theme.COLLEGE, Theme.DRY, Theme.SEAT, Theme.CARD);
          case HARBOUR -> among(theme, Theme.FERRY, Theme.WEATHER, Theme.HOURS, Theme.QUEUE);
          case OFFICES -> among(theme, Theme.BUS, Theme.QUEUE, Theme.PRICE, Theme.COFFEE);
          case CHOIR -> among(theme, Theme.CHOIR, Theme.GARDEN, Theme.CAKE, Theme.COLD);
          case MAKERS -> among(theme, Theme.MARKET, Theme.FERN, Theme.BEANS, Theme.SALE);
          case GERMANS -> among(theme, Theme.FESTIVAL, Theme.CAKE, Theme.RUMOUR, Theme.SCHOOL);
          case REGULARS -> among(theme, Theme.COMPARE, Theme.SOUR, Theme.COUNCIL, Theme.EVENT);
        };
    boolean foreign =
        theme == Theme.COLLEGE && who.circle() == Circle.CHOIR
            || theme == Theme.CHOIR && who.circle() == Circle.STUDENTS
            || theme == Theme.TROLL && !who.handle().equals("mallard_of_doom") && who.id() % 40 > 0;
    return foreign ? 0.02 : own;
  }

  private static double among(Theme theme, Theme... loved) {
    for (Theme one : loved) {
      if (one == theme) {
        return 1;
      }
    }
    return 0.5;
  }

  /// Where somebody speaks, if nothing else decides it.
  static Institution place(Person who, SplittableRandom by) {
    double at = by.nextDouble();
    boolean forum = who.circle().haunt.equals("forum");
    if (at < 0.13 || who.circle().haunt.equals("courier") && at < 0.3) {
      return Institution.COURIER;
    }
    return forum == by.nextDouble() < 0.75 ? Institution.FORUM : Institution.NOTICEBOARD;
  }
}
