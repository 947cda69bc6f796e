package org.wordborne.server.person;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Rows on their way into `jsonb_to_recordset`: a whole batch in one parameter of one statement.
public final class JsonRows {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonRows() {}

  /// The rows as a JSON array; each a record or a map whose keys are the columns.
  public static String of(List<?> rows) {
    return MAPPER.writeValueAsString(rows);
  }
}
