package org.wordborne.cli.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Sets the stage once per JVM, and gives each story a window of its own. A story that failed
/// leaves a picture in `target/stories`; one that passed must have left no complaint.
final class StoryTeller implements ParameterResolver, AfterEachCallback {
  private static final Namespace OURS = Namespace.create(StoryTeller.class);
  private static final String BROKEN = "broken";

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Visit.class || type == Stage.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Stage stage = stage(context.getRoot().getStore(OURS));
    if (parameter.getParameter().getType() == Stage.class) {
      return stage;
    }
    return window(context).computeIfAbsent(Visit.class, any -> stage.visitor(Look.DESK));
  }

  /* A stage that could not be set once is not tried again for every story. */
  private static Stage stage(Store store) {
    if (store.get(BROKEN) != null) {
      throw new AssertionError("the stage could not be set: see the first story that failed");
    }
    try {
      return store.computeIfAbsent(Stage.class);
    } catch (RuntimeException | AssertionError failed) {
      store.put(BROKEN, true);
      throw failed;
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Visit visit = window(context).get(Visit.class, Visit.class);
    if (visit == null) {
      return;
    }
    if (context.getExecutionException().isPresent()) {
      visit.photograph(Path.of("target/stories", context.getDisplayName() + ".png"));
    } else {
      assertThat(visit.complaints()).as("complaints of the browser").isEmpty();
      assertThat(visit.foreign()).as("addresses outside the server").isEmpty();
    }
  }

  /* What is kept for one story is closed with it. */
  private static Store window(ExtensionContext context) {
    return context.getStore(OURS);
  }
}
