/// Alderwick, the simulated town: people, channels and talk with known answers.
///
/// Start at [org.wordborne.town.Town]. Two thousand people of a small harbour town talk, in English
/// and German, about three cafés and everything else. They do it on channels of their own (a forum,
/// a noticeboard, a paper, blogs) which the town serves on loopback over plain HTTP, so that
/// whoever listens hears them as it would hear a real town. The town keeps books: of each word it
/// knows the true sentiment and intent, and who told whom.
///
/// ```java
/// try (var town = Town.open(TownOptions.in(folder))) {
///   List<TownPlace> places = town.start();
///   town.historyLines().forEach(importer::line);
///   town.connect("Alderwick Forum", webhookUrl, secret);
/// }
/// ```
///
/// This package knows no class of the server, the channels or the engines: it is an outsider.
@NullMarked
package org.wordborne.town;

import org.jspecify.annotations.NullMarked;
