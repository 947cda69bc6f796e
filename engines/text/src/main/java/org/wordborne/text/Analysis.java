package org.wordborne.text;

import java.util.List;
import java.util.Map;

/// All that was judged of one text.
///
/// @param language ISO 639-1 code, or `und` where the text does not tell
/// @param languageConfidence chance that the language is right, in `[0, 1]`
/// @param sentiment the mood
/// @param emotions chance of each emotion, by name; empty for a language without model
/// @param intents those above their line, with their chance
/// @param spam chance of spam
/// @param offensive chance of offence
/// @param irony chance of irony
/// @param entities what is named
/// @param why stretches that moved what is shown, the strongest first for each judgement
public record Analysis(
    String language,
    double languageConfidence,
    Sentiment sentiment,
    Map<String, Double> emotions,
    Map<Intent, Double> intents,
    double spam,
    double offensive,
    double irony,
    Entities entities,
    List<Reason> why) {}
