package org.wordborne.server.mention;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.StillSignedIn;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// The stream of what happens now, for as long as whoever asked for it is signed in.
///
/// It begins with an event `listening` that carries an id. Whoever comes back with the last id they
/// saw is told what they missed, at least once; where not all of it is known any more (the server
/// was started anew, or they were away for long) they get `reset` and read anew what they show.
/// Of more than twenty streams of one person the oldest ends.
@RestController
@Needs(Permission.READ)
class EventsController {
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(3);
  private static final Duration BREATH = Duration.ofMillis(250);
  private static final int STREAMS_EACH = 20;
  private static final Map<String, Object> NOTHING = Map.of();

  private final LiveEvents events;
  private final Map<String, Deque<Thread>> streams = new ConcurrentHashMap<>();

  EventsController(LiveEvents events) {
    this.events = events;
  }

  /// @param lastSeen what a browser sends by itself when it comes back
  /// @param after the same, for whoever cannot set headers
  @GetMapping(path = "/api/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(
      SignedIn who,
      StillSignedIn still,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastSeen,
      @RequestParam(required = false) @Nullable String after) {
    String whose = who.person() == null ? who.name() : who.person().toString();
    var emitter = new SseEmitter(0L);
    LiveLog log = events.log(who.workspace());
    String seen = lastSeen == null ? after : lastSeen;
    long from = seen == null ? log.last() : events.number(seen);
    var teller =
        Thread.ofVirtual().name("live-page").unstarted(() -> tell(emitter, log, from, still));
    Runnable gone =
        () -> {
          teller.interrupt();
          end(whose, teller);
        };
    emitter.onCompletion(gone);
    emitter.onTimeout(gone);
    emitter.onError(_ -> gone.run());
    begin(whose, teller);
    teller.start();
    return emitter;
  }

  /* A line that was cut is found out only when something is told on it. So the newest is taken and
  the oldest ended: a page that still listens on that one comes back and loses nothing. */
  private void begin(String whose, Thread teller) {
    streams.compute(
        whose,
        (_, open) -> {
          Deque<Thread> all = open == null ? new ArrayDeque<>() : open;
          if (all.size() >= STREAMS_EACH) {
            all.removeFirst().interrupt();
          }
          all.addLast(teller);
          return all;
        });
  }

  private void end(String whose, Thread teller) {
    streams.computeIfPresent(
        whose,
        (_, all) -> {
          all.remove(teller);
          return all.isEmpty() ? null : all;
        });
  }

  private void tell(SseEmitter emitter, LiveLog log, long from, StillSignedIn still) {
    try {
      long seen = from;
      emitter.send(SseEmitter.event().comment("listening").reconnectTime(1_000));
      if (seen >= 0) {
        send(emitter, "listening", NOTHING, seen);
      }
      long judged = System.nanoTime();
      while (!Thread.interrupted()) {
        Optional<LiveLog.Told> told = log.after(seen, KEEP_ALIVE);
        if (System.nanoTime() - judged >= KEEP_ALIVE.toNanos()) {
          if (!still.holds()) {
            break;
          }
          judged = System.nanoTime();
        }
        seen = send(emitter, log, told);
        Thread.sleep(BREATH);
      }
      end(emitter);
    } catch (IOException | RuntimeException closed) {
      end(emitter); // also where nobody can say whether they are: the page comes back by itself
    } catch (InterruptedException e) {
      end(emitter);
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

  /* Only the last of what is told at once carries the new id: a line that breaks in between is
  told all of it again. */
  private long send(SseEmitter emitter, LiveLog log, Optional<LiveLog.Told> told)
      throws IOException {
    if (told.isEmpty()) {
      long now = log.last();
      send(emitter, "reset", NOTHING, now);
      return now;
    }
    Map<String, Object> waiting = told.get().events();
    if (waiting.isEmpty()) {
      emitter.send(SseEmitter.event().comment("still here"));
    }
    int left = waiting.size();
    for (var entry : waiting.entrySet()) {
      left--;
      send(emitter, entry.getKey(), entry.getValue(), left == 0 ? told.get().upTo() : -1);
    }
    return told.get().upTo();
  }

  private void send(SseEmitter emitter, String name, Object data, long number) throws IOException {
    var event = SseEmitter.event().name(name).data(data, MediaType.APPLICATION_JSON);
    emitter.send(number < 0 ? event : event.id(events.id(number)));
  }
}
