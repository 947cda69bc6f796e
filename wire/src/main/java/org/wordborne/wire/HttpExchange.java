package org.wordborne.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Future;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/*
 * One request and its answer over one connection, which is closed afterwards. Connections are not
 * kept: a kept one would have to be judged again, and polls come minutes apart.
 */
final class HttpExchange {
  private final Target target;
  private final HttpAsk ask;
  private final HttpLimits limits;
  private final Deadline deadline;
  private final Dialer dialer;
  private final SSLSocketFactory tls;
  private boolean sent;

  HttpExchange(
      Target target,
      HttpAsk ask,
      HttpLimits limits,
      Deadline deadline,
      Dialer dialer,
      SSLSocketFactory tls) {
    this.target = target;
    this.ask = ask;
    this.limits = limits;
    this.deadline = deadline;
    this.dialer = dialer;
    this.tls = tls;
  }

  RawAnswer run() throws HttpFault {
    byte[] head = RequestHead.of(ask, target.address());
    Socket plain = connect();
    Future<?> watchdog = deadline.closeAtEnd(plain);
    try (plain) {
      Socket socket = target.isTls() ? secure(plain) : plain;
      return exchange(socket, head);
    } catch (HttpFault known) {
      throw deadline.isOver() ? Faults.timedOut(target.address(), deadline, sent) : known;
    } catch (IOException broken) {
      throw fault(broken);
    } finally {
      watchdog.cancel(false);
    }
  }

  private RawAnswer exchange(Socket socket, byte[] head) throws IOException {
    OutputStream out = socket.getOutputStream();
    sent = true;
    out.write(head);
    out.write(ask.body());
    out.flush();
    var in = new BufferedInputStream(socket.getInputStream(), 16_384);
    return new AnswerReader(in, target.address(), limits).read(ask.method());
  }

  private HttpFault fault(IOException broken) {
    if (deadline.isOver()) {
      return Faults.timedOut(target.address(), deadline, sent);
    }
    if (Thread.currentThread().isInterrupted()) {
      return Faults.stopped(target.address(), sent);
    }
    boolean handshake = broken instanceof SSLException && !sent;
    return handshake
        ? Faults.tls(target.address(), (SSLException) broken)
        : Faults.brokenOff(target.address(), broken, sent);
  }

  private Socket connect() throws HttpFault {
    IOException last = new IOException("no address");
    List<InetAddress> hosts = target.hosts().subList(0, Math.min(4, target.hosts().size()));
    for (InetAddress host : hosts) {
      long wait = Math.min(limits.connect().toMillis(), deadline.remainingMillis());
      if (wait <= 0) {
        throw Faults.timedOut(target.address(), deadline, false);
      }
      try {
        var to = new InetSocketAddress(host, target.address().effectivePort());
        return dialer.dial(to, Math.toIntExact(wait));
      } catch (IOException failed) {
        last = failed;
      }
    }
    if (deadline.isOver()) {
      throw Faults.timedOut(target.address(), deadline, false);
    }
    throw Faults.closed(target.address(), last);
  }

  /* The name that was judged is the name that is announced and verified. */
  private Socket secure(Socket plain) throws IOException {
    String host = target.address().host();
    boolean literal = host.startsWith("[") || host.matches("[0-9.]+");
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    var socket = (SSLSocket) tls.createSocket(plain, bare, target.address().effectivePort(), true);
    var parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    if (!literal) {
      byte[] name = host.replaceFirst("\\.$", "").getBytes(StandardCharsets.US_ASCII);
      parameters.setServerNames(List.of(new SNIHostName(name)));
    }
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }
}
