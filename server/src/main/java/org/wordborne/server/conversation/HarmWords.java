package org.wordborne.server.conversation;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.wordborne.server.mention.MentionView.MarkView;

/// Words that speak of harm to somebody's body or safety, in English and German.
///
/// A short list on purpose: each word here lifts a text over nearly every other, so only such words
/// belong in it that rarely mean anything else.
final class HarmWords {
  private static final int MOST = 3;
  private static final Pattern WORDS =
      Pattern.compile(
          "\\b(?:allerg(?:y|ic|ies|ie|ien|isch\\w*)|anaphyla\\w+|food poisoning|poisoned"
              + "|lebensmittelvergiftung|vergifte\\w*|salmonell\\w+|hospital|krankenhaus|ambulance"
              + "|notaufnahme|notarzt|injur(?:y|ed|ies)|verletzt\\w*|electric shock|stromschlag"
              + "|caught fire|in brand|choked|erstickt\\w*|burn(?:ed|t) (?:my|his|her|our)"
              + "|verbrannt\\w*|verbrüht\\w*|scalded|threw up|erbrochen|recall(?:ed)? for safety)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private HarmWords() {}

  /// The words of harm in a text, as they stand there, at most three.
  static List<String> in(String text) {
    return WORDS.matcher(text).results().map(MatchResult::group).distinct().limit(MOST).toList();
  }

  /// Where they stand in it, in code points, end exclusive, at most three.
  static List<MarkView> places(String text) {
    return WORDS
        .matcher(text)
        .results()
        .limit(MOST)
        .map(
            found ->
                new MarkView(
                    text.codePointCount(0, found.start()), text.codePointCount(0, found.end())))
        .toList();
  }
}
