package org.wordborne.text;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a writer wants: turns of phrase, question marks, mood and what the models say, added up.
///
/// The weights of the sum are ours, set on sentences of our own; `docs/formulas.md` lists them.
final class Speech {
  private static final double START = -2.2;
  private static final double START_OF_WISHES = -1.7;
  private static final double MARK = 2.8;
  private static final double SECOND = 0.5;
  private static final double MOOD = 1.6;
  private static final double SIGNAL = 3.0;
  private static final double WANTED = 2.4;
  private static final double LEAST_PLEASED = 0.34;

  private List<Cues.Met> met = List.of();
  private int questionMark;

  /// What the English models say, 0 or less where they say nothing.
  record Signals(double asks, double wants, double complains, double praises, double desires) {
    static final Signals NONE = new Signals(0, 0, 0, 0, 0);
  }

  /// Takes what a reader met.
  void meet(TextReader source) {
    met = source.met;
    questionMark = -1;
    for (int t = 0; t < source.scan.count; t++) {
      if (source.scan.kind[t] == Token.MARKS && asks(source.scan, t)) {
        questionMark = t;
      }
    }
  }

  private static boolean asks(Scan scan, int t) {
    for (int i = scan.start[t]; i < scan.end[t]; i++) {
      char c = scan.text.charAt(i);
      if (c == '?' || c == '\u061F' || c == '\uFF1F' || c == '\u037E' && i > 0) {
        return true;
      }
    }
    return false;
  }

  Map<Intent, Double> intents(Sentiment sentiment, Signals signals) {
    var shown = new EnumMap<Intent, Double>(Intent.class);
    double mood = sentiment.modelled() ? sentiment.negative() - sentiment.positive() : 0;
    double mark = questionMark >= 0 ? MARK : 0;
    put(shown, Intent.QUESTION, mark + 1.5 * signals.asks);
    put(shown, Intent.REQUEST, WANTED * signals.wants);
    put(shown, Intent.COMPLAINT, MOOD * mood + 0.8 * Math.clamp(signals.complains, -1.5, 2.5));
    put(shown, Intent.PRAISE, SIGNAL * signals.praises - MOOD * mood);
    put(shown, Intent.DESIRE, SIGNAL * signals.desires);
    put(shown, Intent.PURCHASE, 0);
    put(shown, Intent.LEAVING, Math.max(0, mood));
    boolean pleased = sentiment.positive() >= LEAST_PLEASED && mood < 0;
    if (!pleased) {
      shown.remove(Intent.PRAISE);
    }
    return Collections.unmodifiableMap(shown);
  }

  private void put(Map<Intent, Double> shown, Intent intent, double others) {
    double start = wishes(intent) ? START_OF_WISHES : START;
    double odds = start + strength(intent.word()) + others;
    if (odds >= 0) {
      shown.put(intent, Chances.sigmoid(odds));
    }
  }

  private static boolean wishes(Intent intent) {
    return intent == Intent.REQUEST || intent == Intent.DESIRE;
  }

  /// Returns the strongest cue of an intent and half of the next.
  double strength(String intent) {
    double first = 0;
    double second = 0;
    for (var cue : met) {
      if (cue.intent().equals(intent)) {
        second = Math.max(second, Math.min(first, cue.weight()));
        first = Math.max(first, cue.weight());
      }
    }
    return first + SECOND * second;
  }

  void reasons(Reasons reasons, Map<Intent, Double> intents, boolean english) {
    for (var intent : intents.keySet()) {
      String judgement = "intent:" + intent.word();
      boolean any = cues(reasons, intent.word(), judgement);
      if (intent == Intent.QUESTION && questionMark >= 0) {
        reasons.add(judgement, questionMark, questionMark + 1, MARK);
      } else if (!any && english) {
        reasons.add(judgement, column(intent), -1);
      }
    }
  }

  boolean cues(Reasons reasons, String intent, String judgement) {
    boolean any = false;
    for (var cue : met) {
      if (cue.intent().equals(intent)) {
        reasons.add(judgement, cue.from(), cue.to(), cue.weight());
        any = true;
      }
    }
    return any;
  }

  private static int column(Intent intent) {
    return switch (intent) {
      case QUESTION -> Columns.act("QUE");
      case REQUEST -> Columns.act("REQ");
      case COMPLAINT -> Columns.COMPLAINT;
      case PRAISE -> Columns.feeling("admiration");
      case DESIRE, PURCHASE, LEAVING -> Columns.feeling("desire");
    };
  }
}
