package org.wordborne.server.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;

class TopicMatchersTest {

  @Test
  void of_topicsSavedAtOnce_knowsAllOfThem() throws Exception {
    var scope = ServerFixture.freshScope();
    var topics = ServerFixture.bean(Topics.class);
    var matchers = ServerFixture.bean(TopicMatchers.class);
    matchers.of(scope.workspace());

    try (var threads = Executors.newFixedThreadPool(16)) {
      var saves =
          IntStream.range(0, 48)
              .mapToObj(
                  i ->
                      (Callable<Topic>)
                          () ->
                              topics.create(
                                  scope, new TopicDraft("t" + i, "w" + i, List.of(), List.of())))
              .toList();
      threads.invokeAll(saves).forEach(done -> assertThat(done.resultNow()).isNotNull());
    }

    assertThat(matchers.of(scope.workspace()).topics()).hasSize(48);
  }
}
