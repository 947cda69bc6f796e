package org.wordborne.server.mention;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.StillSignedIn;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// The stream of what happens now, for as long as whoever asked for it is signed in.
@RestController
@Needs(Permission.READ)
class EventsController {
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(3);
  private static final Duration BREATH = Duration.ofMillis(250);

  private final LiveEvents events;

  EventsController(LiveEvents events) {
    this.events = events;
  }

  @GetMapping(path = "/api/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(Scope scope, StillSignedIn still) {
    var emitter = new SseEmitter(0L);
    var listener = new LiveListener();
    events.open(scope.workspace(), listener);
    var teller =
        Thread.ofVirtual().name("live-page").unstarted(() -> tell(emitter, listener, still));
    Runnable gone =
        () -> {
          events.close(scope.workspace(), listener);
          teller.interrupt();
        };
    emitter.onCompletion(gone);
    emitter.onTimeout(gone);
    emitter.onError(_ -> gone.run());
    teller.start();
    return emitter;
  }

  private static void tell(SseEmitter emitter, LiveListener listener, StillSignedIn still) {
    try {
      emitter.send(SseEmitter.event().comment("listening").reconnectTime(1_000));
      long judged = System.nanoTime();
      while (!Thread.interrupted()) {
        var waiting = listener.take(KEEP_ALIVE);
        if (System.nanoTime() - judged >= KEEP_ALIVE.toNanos()) {
          if (!still.holds()) {
            break;
          }
          judged = System.nanoTime();
        }
        send(emitter, waiting);
        Thread.sleep(BREATH);
      }
      end(emitter);
    } catch (IOException | RuntimeException closed) {
      end(emitter); // also where nobody can say whether they are: the page comes back by itself
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /* A page that was closed may have taken its request with it: then there is nothing to end. */
  private static void end(SseEmitter emitter) {
    try {
      emitter.complete();
    } catch (IllegalStateException gone) {
      // Ended by the container already.
    }
  }

  private static void send(SseEmitter emitter, Map<String, Object> waiting) throws IOException {
    if (waiting.isEmpty()) {
      emitter.send(SseEmitter.event().comment("still here"));
    }
    for (var entry : waiting.entrySet()) {
      emitter.send(
          SseEmitter.event()
              .name(entry.getKey())
              .data(entry.getValue(), MediaType.APPLICATION_JSON));
    }
  }
}
