package org.wordborne.server.result.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The difference that a campaign made, a unit and time. Figures are null where they are not known;
/// effect and interval are null whenever the effect is not identifiable.
///
/// @param measure `glad`, `people`, `first` in people a day; `glad-words`, `words` in words a
/// person
///     of those to be asked; `turnover`
/// @param relative the effect by what would have been
/// @param total the effect over all treated units and times
/// @param level share of such intervals that hold the truth
/// @param p chance of such a difference where there is none
/// @param sure `identified` (the interval leaves 0 out), `weak` (it does not),
///     `not-identifiable`, `not-yet` (nothing is known of the time after)
/// @param why the reason, where it is not identifiable or not yet; else empty
/// @param method `did`, `sc`, `asc`, `sdid`, `holdout`
/// @param fit error before by the spread of the treated before; 0 is perfect
/// @param placebos what is found where there was nothing
/// @param n units that were compared with; for a hold-out, people on both sides
public record EffectView(
    String measure,
    @Nullable Double effect,
    @Nullable Double relative,
    @Nullable Double total,
    @Nullable Double low,
    @Nullable Double high,
    double level,
    @Nullable Double p,
    String sure,
    String why,
    String method,
    @Nullable Double fit,
    List<EffectPoint> path,
    List<Double> placebos,
    int n) {
  /// Takes copies.
  public EffectView {
    path = List.copyOf(path);
    placebos = List.copyOf(placebos);
  }

  /// Whether it is told in words a person, as a hold-out is, and not in people a day.
  public boolean ofPeople() {
    return measure.equals("words") || measure.equals("glad-words");
  }
}
