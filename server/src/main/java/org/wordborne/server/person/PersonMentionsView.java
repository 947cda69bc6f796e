package org.wordborne.server.person;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.mention.MentionView;

/// A page of what a person said, the newest first.
public record PersonMentionsView(List<MentionView> mentions, @Nullable String next) {}
