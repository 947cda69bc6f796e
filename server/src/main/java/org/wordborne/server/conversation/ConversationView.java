package org.wordborne.server.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.Member;

/// A conversation opened: its time line, the person beside it, and how to answer.
///
/// @param person null where the word came without an author
/// @param members those to whom it can be assigned
public record ConversationView(
    ConversationRow row,
    List<ThreadEntryView> thread,
    @Nullable PersonView person,
    AnswerView answer,
    List<Member> members) {}
