package org.wordborne.town;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The town's post office: takes every letter by SMTP and keeps the newest, for anybody to read.
final class PostOffice implements AutoCloseable {
  private static final int KEPT = 200;
  private static final int LONGEST = 1 << 20;
  private final ServerSocket door;
  private final List<Posted> letters = new ArrayList<>();

  private record Posted(String to, String letter) {}

  PostOffice() {
    try {
      door = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    Thread.ofVirtual().name("post-office").start(this::listen);
  }

  int port() {
    return door.getLocalPort();
  }

  private void listen() {
    while (!door.isClosed()) {
      try {
        Socket guest = door.accept();
        Thread.ofVirtual().start(() -> serve(guest));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket guest) {
    try (guest) {
      guest.setSoTimeout(30_000);
      var in =
          new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
      say(guest, "220 Alderwick post office");
      String to = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        switch (line.split("[ :]")[0].toUpperCase(Locale.ROOT)) {
          case "EHLO", "HELO", "MAIL", "RSET", "NOOP" -> say(guest, "250 yes");
          case "RCPT" -> {
            to = line.replaceFirst("^[^<]*<", "").replaceFirst(">.*$", "");
            say(guest, "250 yes");
          }
          case "DATA" -> {
            say(guest, "354 go on");
            keep(new Posted(to, letter(in)));
            say(guest, "250 taken");
          }
          case "QUIT" -> {
            say(guest, "221 good day");
            return;
          }
          default -> say(guest, "500 not understood");
        }
      }
    } catch (IOException gone) {
      // The caller hung up.
    }
  }

  private static String letter(BufferedReader in) throws IOException {
    var letter = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      if (letter.length() < LONGEST) {
        letter.append(line.startsWith("..") ? line.substring(1) : line).append('\n');
      }
    }
    return letter.toString();
  }

  private static void say(Socket guest, String line) throws IOException {
    guest.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    guest.getOutputStream().flush();
  }

  private synchronized void keep(Posted posted) {
    letters.add(posted);
    if (letters.size() > KEPT) {
      letters.removeFirst();
    }
  }

  /// Every letter that is kept, a JSON object a line, the oldest first.
  synchronized String lines() {
    var lines = new StringBuilder();
    for (Posted one : letters) {
      var json = new StringBuilder("{");
      PostJson.field(json, "to", one.to());
      PostJson.field(json, "letter", one.letter());
      json.setCharAt(json.length() - 1, '}');
      lines.append(json).append('\n');
    }
    return lines.toString();
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
