package org.wordborne.server.workspace;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Few facts about the whole server, by name: which workspace is the default one, how the company
/// lets its people in.
@Component
public class ServerSettings {
  private final JdbcClient jdbc;

  ServerSettings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What is kept by that name, if anything is.
  public Optional<String> read(String name) {
    return jdbc.sql("select value from server_setting where name = ?")
        .param(name)
        .query(String.class)
        .optional();
  }

  /// Keeps `value` unless another was kept before, and returns the one that stands.
  String settle(String name, String value) {
    jdbc.sql("insert into server_setting (name, value) values (?, ?) on conflict do nothing")
        .param(name)
        .param(value)
        .update();
    return read(name).orElseThrow();
  }

  /// Keeps `value` in place of what was kept before.
  public void write(String name, String value) {
    jdbc.sql(
            """
            insert into server_setting (name, value) values (?, ?)
            on conflict (name) do update set value = excluded.value
            """)
        .params(name, value)
        .update();
  }

  /// Keeps nothing by that name any more.
  public void remove(String name) {
    jdbc.sql("delete from server_setting where name = ?").param(name).update();
  }
}
