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

/// The stream of what happens now, for as long as whoever asked for it may read.
///
/// It begins with an event `listening` that carries an id. Whoever comes back with the last id they
/// saw is told what they missed, at least once; where not all of it is known any more (the server
/// was started anew, or they were away for long) they get `reset` and read anew what they show.
/// Of more than twenty streams of one person the oldest ends with an event `displaced`: it is not
/// to come back by itself, or it would end another.
@RestController
@Needs(Permission.READ)
class EventsController {
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(3);
  private static final Duration BREATH = Duration.ofMillis(250);
  private static final int STREAMS_EACH = 20;
  private static final Map<String, Object> NOTHING = Map.of();

  private final LiveEvents events;
  private final Map<String, Deque<Teller>> streams = new ConcurrentHashMap<>();

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
    var teller = new Teller(emitter, log, from, still);
    Runnable gone =
        () -> {
          teller.end();
          end(whose, teller);
        };
    emitter.onCompletion(gone);
    emitter.onTimeout(gone);
    emitter.onError(_ -> gone.run());
    begin(whose, teller);
    Thread.ofVirtual().name("live-page").start(teller);
    return emitter;
  }

  /* A line that was cut is found out only when something is told on it. So the newest is taken and
  the oldest ended: a page that still listens on that one comes back when somebody looks at it. */
  private void begin(String whose, Teller teller) {
    streams.compute(
        whose,
        (_, open) -> {
          Deque<Teller> all = open == null ? new ArrayDeque<>() : open;
          if (all.size() >= STREAMS_EACH) {
            all.removeFirst().displace();
          }
          all.addLast(teller);
          return all;
        });
  }

  private void end(String whose, Teller teller) {
    streams.computeIfPresent(
        whose,
        (_, all) -> {
          all.remove(teller);
          return all.isEmpty() ? null : all;
        });
  }

  /* What tells one page. It is ended by a word that it reads at each turn, at least every three
  seconds: an interrupt may be lost on its way through what it waits in. */
  private final class Teller implements Runnable {
    private final SseEmitter emitter;
    private final LiveLog log;
    private final StillSignedIn still;
    private long seen;
    private volatile boolean ended;
    private volatile boolean displaced;

    Teller(SseEmitter emitter, LiveLog log, long from, StillSignedIn still) {
      this.emitter = emitter;
      this.log = log;
      this.seen = from;
      this.still = still;
    }

    void end() {
      ended = true;
    }

    void displace() {
      displaced = true;
      ended = true;
    }

    @Override
    public void run() {
      try {
        tell();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (IOException | RuntimeException closed) {
        // Also where nobody can say whether they are signed in: the page comes back by itself.
      } finally {
        complete();
      }
    }

    private void tell() throws IOException, InterruptedException {
      emitter.send(SseEmitter.event().comment("listening").reconnectTime(1_000));
      if (seen >= 0) {
        send("listening", NOTHING, seen);
      }
      long judged = System.nanoTime();
      while (!ended) {
        Optional<LiveLog.Told> told = log.after(seen, KEEP_ALIVE);
        if (System.nanoTime() - judged >= KEEP_ALIVE.toNanos()) {
          if (!mayRead()) {
            return;
          }
          judged = System.nanoTime();
        }
        send(told);
        Thread.sleep(BREATH);
      }
      if (displaced) {
        send("displaced", NOTHING, -1);
      }
    }

    private boolean mayRead() {
      return still.now().filter(who -> who.may(Permission.READ)).isPresent();
    }

    /* A page that was closed may have taken its request with it: then there is nothing to end. */
    private void complete() {
      try {
        emitter.complete();
      } catch (IllegalStateException gone) {
        // Ended by the container already.
      }
    }

    /* Only the last of what is told at once carries the new id: a line that breaks in between is
    told all of it again. */
    private void send(Optional<LiveLog.Told> told) throws IOException {
      if (told.isEmpty()) {
        seen = log.last();
        send("reset", NOTHING, seen);
        return;
      }
      Map<String, Object> waiting = told.get().events();
      if (waiting.isEmpty()) {
        emitter.send(SseEmitter.event().comment("still here"));
      }
      int left = waiting.size();
      for (var entry : waiting.entrySet()) {
        left--;
        send(entry.getKey(), entry.getValue(), left == 0 ? told.get().upTo() : -1);
      }
      seen = told.get().upTo();
    }

    private void send(String name, Object data, long number) throws IOException {
      var event = SseEmitter.event().name(name).data(data, MediaType.APPLICATION_JSON);
      emitter.send(number < 0 ? event : event.id(events.id(number)));
    }
  }
}
