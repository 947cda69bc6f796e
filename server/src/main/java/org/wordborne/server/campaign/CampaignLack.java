package org.wordborne.server.campaign;

import java.util.Map;

/// Something without which a campaign may not start.
///
/// @param code times, block, task, ask, own-task, rules, sign-off, sign-off-void or region
/// @param about what it is about: a rule as `US-NY/ny-file`, a fact, a task's id; may be ""
/// @param text the sentence, by language (`en`, `de`)
public record CampaignLack(String code, String about, Map<String, String> text) {}
