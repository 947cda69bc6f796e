package org.wordborne.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/* A server that answers each path with whatever bytes a test wrote for it, however wrong. */
final class FaultServer implements AutoCloseable {
  @FunctionalInterface
  interface Answer {
    void write(OutputStream out) throws IOException, InterruptedException;
  }

  final List<String> asked = new CopyOnWriteArrayList<>();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final ServerSocket listener;
  private final Thread accepting;

  FaultServer() throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
  }

  FaultServer(ServerSocket listener) {
    this.listener = listener;
    this.accepting = Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  String pair() {
    return "127.0.0.1:" + port();
  }

  String url(String path) {
    return "http://" + pair() + path;
  }

  FaultServer on(String path, Answer answer) {
    answers.put(path, answer);
    return this;
  }

  FaultServer on(String path, String head, String body) {
    return on(path, out -> out.write((head + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8)));
  }

  FaultServer redirect(String path, int status, String to) {
    return on(path, "HTTP/1.1 " + status + " Go\r\nLocation: " + to, "");
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      String request = head(socket.getInputStream());
      asked.add(request);
      String path = request.split(" ", 3)[1];
      answers
          .getOrDefault(path, out -> out.write("HTTP/1.1 404 No\r\n\r\n".getBytes()))
          .write(socket.getOutputStream());
      socket.getOutputStream().flush();
    } catch (IOException | InterruptedException | RuntimeException gone) {
      // The client has gone, as it should.
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int b = in.read();
      if (b < 0) {
        break;
      }
      head.append((char) b);
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    try {
      accepting.join(); // only then is the port surely closed
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
