/// The difference that a campaign made, from hold-outs or from units it did not touch, and what a
/// campaign could show before it begins.
///
/// Start at `EffectDesk`. The figures are made by `engines/effect`.
@NullMarked
package org.wordborne.server.result.effect;

import org.jspecify.annotations.NullMarked;
