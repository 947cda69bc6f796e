package org.wordborne.channels;

/// A picture, sound or film beside a text.
///
/// @param kind "image", "audio", "video" or "file"
/// @param url where it lives
/// @param alt what it shows, in words; "" if not said
public record Attachment(String kind, String url, String alt) {}
