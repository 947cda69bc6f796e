package org.wordborne.server.mention;

/// A query proposed for a brand, with what it would have heard.
public record TopicProposalView(String query, TopicPreviewView preview) {}
