package org.wordborne.server.mailroom;

/// A plain mail to one address.
///
/// @param key the same for the same news, so that it goes out once; becomes its `Message-ID`
/// @param to one address, without a name
public record Letter(String key, String to, String subject, String text) {}
