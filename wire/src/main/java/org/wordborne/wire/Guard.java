package org.wordborne.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/*
 * Decides where the client may go. A host is resolved once, every address of it is judged, and
 * those very addresses are dialled: a name that answers differently a moment later gains nothing.
 */
final class Guard {
  private static final Set<Integer> WEB = Set.of(80, 443);
  private final AllowedPrivate allowed;
  private final HostResolver resolver;

  Guard(AllowedPrivate allowed, HostResolver resolver) {
    this.allowed = allowed;
    this.resolver = resolver;
  }

  Target judge(String url, Deadline deadline) throws HttpFault {
    WebAddress address = WebAddress.parse(url);
    if (address == null || !address.isHttp() || address.host().isEmpty()) {
      throw Faults.badAddress(url);
    }
    return judge(address, deadline);
  }

  /* The same for a host that is spoken to in another protocol, at one of its own ports. */
  List<InetAddress> judge(String host, int port, Set<Integer> ports, Deadline deadline)
      throws HttpFault {
    String bare = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    String url = "http://" + bare + ":" + port + "/";
    WebAddress address = WebAddress.parse(url);
    if (address == null || address.host().isEmpty() || address.effectivePort() != port) {
      throw Faults.badAddress(url);
    }
    return judge(address, ports, deadline).hosts();
  }

  private Target judge(WebAddress address, Deadline deadline) throws HttpFault {
    return judge(address, WEB, deadline);
  }

  private Target judge(WebAddress address, Set<Integer> ports, Deadline deadline) throws HttpFault {
    boolean named = allowed.allows(address.host(), address.effectivePort());
    int port = address.effectivePort();
    List<InetAddress> hosts = addresses(address, deadline);
    for (InetAddress host : hosts) {
      boolean allowedHere = named || allowed.allows(AddressJudge.text(host), port);
      String refusal = allowedHere ? "" : AddressJudge.refusal(host);
      if (!refusal.isEmpty()) {
        throw Faults.refused(address, AddressJudge.text(host) + " is " + refusal);
      }
      if (!allowedHere && !ports.contains(port)) {
        throw ports.equals(WEB) ? Faults.badPort(address) : Faults.badPort(address, ports);
      }
    }
    return new Target(address, hosts);
  }

  private List<InetAddress> addresses(WebAddress address, Deadline deadline) throws HttpFault {
    String host = address.host();
    if (host.startsWith("[")) {
      return List.of(literal6(address));
    }
    if (host.matches("[0-9]+(\\.[0-9]+){3}")) {
      return List.of(InetAddress.ofLiteral(host));
    }
    return resolve(address, deadline);
  }

  private static InetAddress literal6(WebAddress address) throws HttpFault {
    String bare = address.host().substring(1, address.host().length() - 1);
    InetAddress read = InetAddress.ofLiteral(bare);
    if (read.getAddress().length == 4) {
      String what = "an IPv4 address inside an IPv6 one (::ffff:0:0/96)";
      throw Faults.refused(address, address.host() + " is " + what);
    }
    return read;
  }

  /* A resolver may hang far longer than we want to wait, so it is asked on the side. */
  private List<InetAddress> resolve(WebAddress address, Deadline deadline) throws HttpFault {
    var asked = new CompletableFuture<List<InetAddress>>();
    Thread.ofVirtual().name("wire-resolve").start(() -> resolveInto(asked, address.host()));
    try {
      List<InetAddress> found = asked.get(deadline.remainingMillis(), TimeUnit.MILLISECONDS);
      if (found.isEmpty()) {
        throw Faults.unknownName(address);
      }
      return found;
    } catch (TimeoutException late) {
      throw Faults.timedOut(address, deadline, false);
    } catch (ExecutionException failed) {
      throw Faults.unknownName(address);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Faults.stopped(address, false);
    }
  }

  private void resolveInto(CompletableFuture<List<InetAddress>> asked, String host) {
    try {
      asked.complete(List.copyOf(resolver.resolve(host)));
    } catch (UnknownHostException | RuntimeException failed) {
      asked.completeExceptionally(failed);
    }
  }
}
