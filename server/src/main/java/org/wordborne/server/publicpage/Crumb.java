package org.wordborne.server.publicpage;

/// A link in the head of a public page: what it says and the path it leads to.
public record Crumb(String text, String path) {}
