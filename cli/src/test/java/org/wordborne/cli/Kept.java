package org.wordborne.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.wordborne.planted.Planted;

/// What only some rooms may touch, each with a planted class that touches it elsewhere.
enum Kept {
  SOCKETS(
      Planted.Sockets.class,
      access ->
          isIn(access, "java.net.Socket", "java.net.ServerSocket", "java.net.http.HttpClient")
              || isIn(access, "java.nio.channels.SocketChannel", "javax.net.ssl.SSLSocketFactory")
              || isIn(access, "java.nio.channels.ServerSocketChannel", "java.net.DatagramSocket")
              || isIn(access, "java.nio.channels.AsynchronousSocketChannel")
              || isIn(access, "java.net.URLConnection", "javax.net.ssl.SSLContext"),
      "org.wordborne.wire",
      "org.wordborne.town",
      "org.wordborne.cli", // to its own server on this machine, and free ports for the town
      "org.wordborne.server.workspace.database"), // a free port for the embedded database
  /* An address that opens itself: `new URL(…).openStream()` and what reads from one. */
  ADDRESSES_THAT_OPEN(
      Planted.AddressesThatOpen.class,
      access ->
          isIn(access, "java.net.URL") && access.getName().matches("open.*|getContent")
              || isCall(access, "javax.imageio.ImageIO", "read")
              || isInside(access, "org.springframework.web.client", "java.rmi", "javax.naming")
              || isInside(access, "org.springframework.web.reactive.function.client")
              || isIn(access, "org.springframework.core.io.UrlResource")),
  /* Keys of a company's sign-in come by the wire; the library could fetch them by itself. */
  KEYS_THAT_FETCH(
      Planted.KeysThatFetch.class,
      access ->
          isCall(access, "com.nimbusds.jose.jwk.JWKSet", "load")
              || isIn(access, "com.nimbusds.jose.util.DefaultResourceRetriever")
              || isIn(access, "com.nimbusds.jose.jwk.source.JWKSourceBuilder")
              || isIn(access, "com.nimbusds.jose.jwk.source.RemoteJWKSet")),
  NAMES_OF_HOSTS(
      Planted.NamesOfHosts.class,
      access ->
          isIn(access, "java.net.InetAddress") && access.getName().matches("get(All)?ByName")
              || isConstructor(access, "java.net.InetSocketAddress"),
      "org.wordborne.wire",
      "org.wordborne.town",
      "org.wordborne.cli",
      "org.wordborne.server.workspace.database"),
  MAIL(
      Planted.Mail.class,
      access -> isInside(access, "jakarta.mail"),
      "org.wordborne.server.mailroom"),
  FILES(
      Planted.Disk.class,
      access ->
          isIn(access, "java.nio.file.Files", "java.io.File", "java.io.FileInputStream")
              || isIn(access, "java.io.FileOutputStream", "java.io.RandomAccessFile")
              || isIn(access, "java.nio.channels.FileChannel"),
      "org.wordborne.cli",
      "org.wordborne.town",
      "org.wordborne.server", // this package alone: the folder's lock and server.json
      "org.wordborne.server.workspace.database",
      "org.wordborne.server.mention.index",
      "org.wordborne.server.operate.backup", // the backups
      "org.wordborne.server.operate.metrics", // how much room there is
      "org.wordborne.server.operate.doctor", // who may read them, how much room there is
      "org.wordborne.server.workspace.condition", // how full the disk is
      "org.wordborne.server.workspace.personal", // the log of who was forgotten
      "org.wordborne.server.workspace"), // the key of the secrets
  CLOCK(
      Planted.Clock.class,
      access ->
          isCall(access, "java.lang.System", "currentTimeMillis")
              || access.getName().equals("now")
                  && access.getTargetOwner().getPackageName().equals("java.time")
                  && access.getTarget().getFullName().endsWith("now()")
              || isIn(access, "java.time.Clock")
              || isCall(access, "java.time.InstantSource", "system"),
      "org.wordborne.cli",
      "org.wordborne.town",
      "org.wordborne.server"), // ServerOptions, from where the bean comes
  CHANCE(
      Planted.Chance.class,
      access ->
          isIn(access, "java.util.concurrent.ThreadLocalRandom")
              || isCall(access, "java.lang.Math", "random")
              || isCall(access, "java.util.UUID", "randomUUID")
              || isUnseeded(access),
      "org.wordborne.wire",
      "org.wordborne.cli",
      "org.wordborne.server.operate.backup", // salts
      "org.wordborne.server.source",
      "org.wordborne.server.workspace",
      "org.wordborne.server.workspace.database"),
  PROGRAMS(
      Planted.Programs.class,
      access ->
          isIn(access, "java.lang.ProcessBuilder") || isCall(access, "java.lang.Runtime", "exec"),
      "org.wordborne.cli",
      "org.wordborne.server.workspace.database"),
  /* Feeds have a reader of their own that knows neither DTD nor entities of others. */
  XML(
      Planted.Xml.class,
      access ->
          isInside(access, "javax.xml.parsers", "javax.xml.stream", "javax.xml.transform")
              || isInside(access, "javax.xml.xpath", "javax.xml.validation", "org.xml.sax")
              || isInside(access, "org.w3c.dom", "jakarta.xml.bind")),
  OBJECTS_FROM_BYTES(
      Planted.ObjectsFromBytes.class,
      access ->
          isIn(access, "java.io.ObjectInputStream", "java.beans.XMLDecoder")
              || isInside(access, "org.yaml.snakeyaml")
              || access.getName().matches("(activate|enable)DefaultTyping\\w*")
              || isIn(access, "com.fasterxml.jackson.annotation.JsonTypeInfo")),
  /* Words of people are never a program, a template or the name of a class. */
  WORDS_THAT_RUN(
      Planted.WordsThatRun.class,
      access ->
          isInside(access, "javax.script", "org.springframework.expression", "javax.tools")
              || isCall(access, "java.lang.Class", "forName")
              || isCall(access, "java.lang.ClassLoader", "loadClass")
              || isCall(access, "java.lang.ClassLoader", "defineClass"),
      "org.wordborne.town"),
  /* Certificates are checked by the JDK, against its own list. */
  TRUST(
      Planted.Trust.class,
      access ->
          isIn(access, "javax.net.ssl.TrustManagerFactory", "javax.net.ssl.HttpsURLConnection")
              || access.getName().equals("setHostnameVerifier")
              || access.getTargetOwner().isAssignableTo(javax.net.ssl.TrustManager.class)
              || access.getTargetOwner().isAssignableTo(javax.net.ssl.HostnameVerifier.class)),
  /* Whoever has a client of the database outside a transaction has it without walls. */
  DATABASE_WITHOUT_WALLS(
      Planted.DatabaseWithoutWalls.class,
      access ->
          isCall(access, "org.springframework.jdbc.core.simple.JdbcClient", "create")
              || isCall(access, "javax.sql.DataSource", "getConnection")
              || isCall(access, "java.sql.DriverManager", "getConnection")
              || isConstructor(access, "org.springframework.jdbc.core.JdbcTemplate"),
      "org.wordborne.server.workspace.database",
      "org.wordborne.server.operate.backup", // the owner's, one workspace after the other
      "org.wordborne.server.workspace.condition", // whether the database answers at all
      "org.wordborne.server.mention"), // the line on which the database calls out
  CIPHERS(
      Planted.Ciphers.class,
      access -> isIn(access, "javax.crypto.Cipher", "javax.crypto.KeyGenerator"),
      "org.wordborne.server.operate.backup", // chunks of a backup: AES-256-GCM
      "org.wordborne.server.workspace"); // SecretBox: AES-256-GCM

  /// Whether an access touches it.
  private interface Touch {
    boolean is(JavaAccess<?> access);
  }

  private final Class<?> planted;
  private final Touch touch;
  private final Set<String> rooms;

  Kept(Class<?> planted, Touch touch, String... rooms) {
    this.planted = planted;
    this.touch = touch;
    this.rooms = Set.of(rooms);
  }

  /// The class that does what must not be done.
  Class<?> planted() {
    return planted;
  }

  /// Fails where it is touched outside its rooms, and says where.
  void check(JavaClasses all) {
    classes()
        .should(
            new ArchCondition<JavaClass>("leave " + name() + " to " + List.copyOf(rooms)) {
              @Override
              public void check(JavaClass ours, ConditionEvents events) {
                if (rooms.contains(ours.getPackageName())) {
                  return;
                }
                ours.getAccessesFromSelf().stream()
                    .filter(touch::is)
                    .map(JavaAccess::getDescription)
                    .map(told -> SimpleConditionEvent.violated(ours, told))
                    .forEach(events::add);
              }
            })
        .check(all);
  }

  private static boolean isIn(JavaAccess<?> access, String... owners) {
    return Set.of(owners).contains(access.getTargetOwner().getName());
  }

  private static boolean isInside(JavaAccess<?> access, String... packages) {
    String own = access.getTargetOwner().getPackageName();
    return Set.of(packages).stream()
        .anyMatch(room -> own.equals(room) || own.startsWith(room + "."));
  }

  private static boolean isCall(JavaAccess<?> access, String owner, String name) {
    return access.getTargetOwner().getName().equals(owner) && access.getName().equals(name);
  }

  private static boolean isConstructor(JavaAccess<?> access, String owner) {
    return access instanceof JavaConstructorCall && isIn(access, owner);
  }

  private static boolean isUnseeded(JavaAccess<?> access) {
    return access instanceof JavaConstructorCall call
        && call.getTargetOwner().isAssignableTo(RandomGenerator.class)
        && call.getTarget().getRawParameterTypes().isEmpty();
  }
}
