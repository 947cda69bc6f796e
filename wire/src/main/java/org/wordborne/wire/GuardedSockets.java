package org.wordborne.wire;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import javax.net.SocketFactory;

/// Connections to a host that others named, for a library that speaks a protocol of its own: the
/// mail host.
///
/// The rule is that of [GuardedHttp]: the host is resolved once, each address of it is judged, and
/// a judged address is dialled, by no proxy. One instance serves one exchange; at the end of its
/// time every connection it made is closed, whatever the library waits for.
///
/// ```java
/// try (var sockets = new GuardedSockets(allowed, Set.of(25, 587), Duration.ofSeconds(20))) {
///   Socket socket = sockets.createSocket("mail.example", 587);
/// }
/// ```
public final class GuardedSockets extends SocketFactory implements Closeable {
  private final Guard guard;
  private final Set<Integer> ports;
  private final Deadline deadline;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final ScheduledFuture<?> end;

  /// Public hosts are reached at `ports` only; what `allowed` names, at any.
  public GuardedSockets(AllowedPrivate allowed, Set<Integer> ports, Duration whole) {
    this(allowed, HostResolver.system(), ports, whole);
  }

  GuardedSockets(
      AllowedPrivate allowed, HostResolver resolver, Set<Integer> ports, Duration whole) {
    this.guard = new Guard(allowed, resolver);
    this.ports = Set.copyOf(ports);
    this.deadline = new Deadline(whole);
    this.end = deadline.closeAtEnd(this::closeAll);
  }

  /// Whether the time is over, and with it every connection.
  public boolean isOver() {
    return deadline.isOver();
  }

  /// A socket that judges where it is led to.
  @Override
  public Socket createSocket() {
    var socket = new Judged();
    open.add(socket);
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    Socket socket = createSocket();
    socket.connect(InetSocketAddress.createUnresolved(host, port));
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return createSocket(host.getHostAddress(), port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public void close() {
    end.cancel(false);
    closeAll();
  }

  private void closeAll() {
    for (Socket socket : open) {
      try {
        socket.close();
      } catch (IOException alreadyGone) {
        // Nothing is left to close.
      }
    }
  }

  /* The library hands over a name that it resolved by itself; the name alone is believed. */
  private final class Judged extends Socket {
    Judged() {
      super(Proxy.NO_PROXY);
    }

    @Override
    public void connect(SocketAddress to) throws IOException {
      connect(to, 0);
    }

    @Override
    public void connect(SocketAddress to, int timeoutMillis) throws IOException {
      if (!(to instanceof InetSocketAddress address)) {
        throw new IOException("not an address of the net: " + to);
      }
      List<InetAddress> hosts =
          guard.judge(address.getHostString(), address.getPort(), ports, deadline);
      int left = (int) Math.max(1, deadline.remainingMillis());
      int patience = timeoutMillis == 0 ? left : Math.min(timeoutMillis, left);
      super.connect(new InetSocketAddress(hosts.getFirst(), address.getPort()), patience);
    }
  }
}
