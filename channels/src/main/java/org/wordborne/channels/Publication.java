package org.wordborne.channels;

/// A post of ours that begins a conversation, as a person approved it.
///
/// @param key made by us before the first attempt; the same for every attempt
/// @param title of the post, where the channel has titles
/// @param text plain text as the person wrote it
/// @param as the name it is signed with; "" for the account's own
public record Publication(String key, String title, String text, String as) {}
