package org.wordborne.server.workspace.personal;

import java.util.List;

/// What a module says of its tables: what in them is personal. Each module has one bean of it
/// beside its tables.
public interface DataMapped {

  /// What its place is called, in lower case; never changes.
  String name();

  /// What is personal in its tables, and every column with letters or bytes that is not.
  List<DataMapRow> map();
}
