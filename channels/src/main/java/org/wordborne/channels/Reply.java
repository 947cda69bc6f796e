package org.wordborne.channels;

/// An answer that a person decided to send.
///
/// @param key made by us before the first attempt; the same for every attempt
/// @param inReplyTo native id of the post that is answered
/// @param threadRoot native id of the post that began the thread; may be ""
/// @param text plain text as the person wrote it
/// @param as the name it is signed with; "" for the account's own
public record Reply(String key, String inReplyTo, String threadRoot, String text, String as) {}
