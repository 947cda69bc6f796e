package org.wordborne.server.mailroom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A mail host that does what a test says: takes letters, refuses, breaks off, dawdles.
public final class ScriptedSmtp implements AutoCloseable {
  /// What it does.
  public enum Manner {
    TAKES,
    LATER,
    NEVER,
    DROPS,
    DAWDLES
  }

  private final ServerSocket door;
  private final List<String> letters = new CopyOnWriteArrayList<>();
  private volatile Manner manner = Manner.TAKES;
  private volatile int calls;

  /// Listens on a port of 127.0.0.1; 0 for any.
  public ScriptedSmtp(int port) {
    try {
      door = new ServerSocket(port, 50, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    Thread.ofVirtual().start(this::listen);
  }

  /// Its port.
  public int port() {
    return door.getLocalPort();
  }

  /// Every letter it took, head and all.
  public List<String> letters() {
    return letters;
  }

  /// How often somebody came.
  public int calls() {
    return calls;
  }

  /// Does otherwise from now on.
  public void behave(Manner other) {
    manner = other;
  }

  /// Forgets what was, and takes letters again.
  public void forget() {
    letters.clear();
    calls = 0;
    manner = Manner.TAKES;
  }

  private void listen() {
    while (!door.isClosed()) {
      try {
        Socket guest = door.accept();
        calls++;
        Thread.ofVirtual().start(() -> talk(guest));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket guest) {
    try (guest) {
      if (manner == Manner.DAWDLES) {
        dawdle(guest);
        return;
      }
      var in =
          new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
      say(guest, "220 scripted");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String verb = line.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
        switch (verb) {
          case "EHLO", "HELO", "MAIL", "RSET", "NOOP" -> say(guest, "250 yes");
          case "RCPT" -> say(guest, toRecipient());
          case "DATA" -> {
            say(guest, "354 go on");
            String letter = letter(in);
            if (manner == Manner.DROPS) {
              return;
            }
            letters.add(letter);
            say(guest, "250 taken");
          }
          case "QUIT" -> {
            say(guest, "221 bye");
            return;
          }
          default -> say(guest, "500 what");
        }
      }
    } catch (IOException gone) {
      // The caller hung up.
    }
  }

  private String toRecipient() {
    return switch (manner) {
      case LATER -> "451 come again";
      case NEVER -> "550 nobody of that name";
      default -> "250 yes";
    };
  }

  private static String letter(BufferedReader in) throws IOException {
    var letter = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      letter.append(line).append('\n');
    }
    return letter.toString();
  }

  /* A byte now and then: no wait for a single read would ever end. */
  private static void dawdle(Socket guest) throws IOException {
    try {
      for (int i = 0; i < 600; i++) {
        guest.getOutputStream().write("2".getBytes(StandardCharsets.US_ASCII));
        guest.getOutputStream().flush();
        Thread.sleep(100);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(Socket guest, String line) throws IOException {
    guest.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    guest.getOutputStream().flush();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
