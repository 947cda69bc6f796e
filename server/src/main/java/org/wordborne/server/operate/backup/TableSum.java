package org.wordborne.server.operate.backup;

/// How many rows a table has, and a digest of them that does not depend on their order.
///
/// @param digest see [RowDigest]
public record TableSum(String name, long rows, String digest) {}
