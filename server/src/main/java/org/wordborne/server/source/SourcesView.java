package org.wordborne.server.source;

import java.util.List;

/// All sources of a workspace.
public record SourcesView(List<SourceView> sources) {}
