package org.wordborne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What of others Wordborne is made of: listed in `docs/security/bom.cdx.json` (CycloneDX) with the
/// checksum of each part, and held to that.
///
/// `-Dparts.update=true` writes the list, after a person looked at what changed.
class SupplyTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path LIST = ROOT.resolve("docs/security/bom.cdx.json");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /* …/repository/org/example/thing/1.2/thing-1.2[-linux].jar */
  private static final Pattern JAR =
      Pattern.compile(".*/repository/(.+)/([^/]+)/([^/]+)/\\2-\\3([^/]*)\\.jar");

  /* Maven adds its runner of tests to the path; it ships with nothing. */
  private static final String OURS_OR_OF_THE_RUNNER =
      "org/(wordborne|junit|opentest4j|apiguardian|apache/maven)\\b.*";

  private record Part(String group, String name, String version, String kind, String sum) {
    String purl() {
      String place = group.isEmpty() ? name : group + "/" + name;
      return "pkg:" + kind + "/" + place.replace("@", "%40") + "@" + version;
    }

    Map<String, Object> line() {
      var line = new LinkedHashMap<String, Object>();
      line.put("type", "library");
      line.put("bom-ref", purl());
      line.put("group", group);
      line.put("name", name);
      line.put("version", version);
      String way = kind.equals("npm") ? "SHA-512" : "SHA-256";
      line.put("hashes", List.of(new TreeMap<>(Map.of("alg", way, "content", sum))));
      line.put("purl", purl());
      return line;
    }
  }

  @Test
  void list_ofParts_isWhatIsThereToTheByte() throws Exception {
    String now = JSON.writeValueAsString(bom()) + "\n";
    if (Boolean.getBoolean("parts.update")) {
      Files.writeString(LIST, now);
    }

    assertThat(now)
        .as("docs/security/bom.cdx.json is another; look at the change, then -Dparts.update=true")
        .isEqualTo(Files.readString(LIST));
  }

  @Test
  void jars_ofOneName_haveOneVersion() throws Exception {
    var versions =
        jars().stream()
            .collect(
                Collectors.groupingBy(
                    part -> part.group() + ":" + part.name(),
                    TreeMap::new,
                    Collectors.mapping(Part::version, Collectors.toSet())));

    assertThat(versions).allSatisfy((_, each) -> assertThat(each).hasSize(1));
  }

  /* Below these lie faults that are known by name. */
  @ParameterizedTest
  @CsvSource({
    "org.springframework, spring-core, 7.0.8",
    "org.springframework, spring-webmvc, 7.0.8",
    "org.springframework.security, spring-security-web, 7.0.5",
    "org.apache.tomcat.embed, tomcat-embed-core, 11.0.3",
    "org.eclipse.angus, angus-mail, 2.0.4",
    "org.postgresql, postgresql, 42.7.7",
    "org.apache.commons, commons-compress, 1.26.0",
    "org.apache.commons, commons-lang3, 3.18.0",
    "commons-io, commons-io, 2.14.0",
    "org.yaml, snakeyaml, 2.0",
    "ch.qos.logback, logback-core, 1.5.19",
    "org.bouncycastle, bcprov-jdk18on, 1.78",
    "org.jsoup, jsoup, 1.15.3"
  })
  void jar_withKnownFaults_isNewerThanThose(String group, String name, String floor)
      throws Exception {
    var part =
        jars().stream()
            .filter(one -> one.group().equals(group) && one.name().equals(name))
            .findFirst()
            .orElseThrow();

    assertThat(Version.parse(part.version())).isGreaterThanOrEqualTo(Version.parse(floor));
  }

  @Test
  void versions_inEveryPom_arePinned() throws IOException {
    try (var files = Files.walk(ROOT, 3)) {
      for (Path pom : files.filter(file -> file.endsWith("pom.xml")).toList()) {
        assertThat(Files.readString(pom))
            .as(pom.toString())
            .doesNotContainPattern(
                "<version>[^<]*(SNAPSHOT|LATEST|RELEASE|,)[^<]*</version>"
                    + "(?!\\s*</(configuration|require(Maven|Java)Version)>)")
            .doesNotContain("<repository>", "<pluginRepository>", "systemPath");
      }
    }
  }

  @Test
  void packages_ofThePages_areLockedWithASum() throws IOException {
    assertThat(packages())
        .hasSizeGreaterThan(20)
        .allSatisfy(part -> assertThat(part.sum()).hasSize(128));
    JsonNode wanted = JSON.readTree(Files.readString(ROOT.resolve("ui/package.json")));
    for (String kind : List.of("dependencies", "devDependencies")) {
      wanted
          .path(kind)
          .forEach(
              version -> assertThat(version.asString()).matches("(npm:.+@)?\\d+\\.\\d+\\.\\d+"));
    }
  }

  private static Map<String, Object> bom() throws Exception {
    var all = new TreeMap<String, Object>();
    jars().forEach(part -> all.put(part.purl(), part.line()));
    packages().forEach(part -> all.put(part.purl(), part.line()));
    var bom = new LinkedHashMap<String, Object>();
    bom.put("bomFormat", "CycloneDX");
    bom.put("specVersion", "1.6");
    bom.put("version", 1);
    var wordborne = new TreeMap<>(Map.of("type", "application", "name", "wordborne"));
    bom.put("metadata", Map.of("component", wordborne));
    bom.put("components", List.copyOf(all.values()));
    return bom;
  }

  /* Jars of the class path, as Maven keeps them; what tests alone need is there too. */
  private static List<Part> jars() throws Exception {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var parts = new TreeMap<String, Part>();
    for (String entry : Arrays.asList(path.split(Pattern.quote(File.pathSeparator)))) {
      Matcher jar = JAR.matcher(entry.replace(File.separatorChar, '/'));
      if (jar.matches() && !jar.group(1).matches(OURS_OR_OF_THE_RUNNER)) {
        String group = jar.group(1).replace('/', '.');
        String sum = HexFormat.of().formatHex(sha256(Path.of(entry)));
        parts.put(entry, new Part(group, jar.group(2), jar.group(3), "maven", sum));
      }
    }
    return List.copyOf(parts.values());
  }

  private static byte[] sha256(Path file) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
  }

  private static List<Part> packages() throws IOException {
    JsonNode lock = JSON.readTree(Files.readString(ROOT.resolve("ui/package-lock.json")));
    return lock.path("packages").properties().stream()
        .filter(entry -> !entry.getKey().isEmpty())
        .map(entry -> npm(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Part npm(String place, JsonNode told) {
    String name = place.substring(place.lastIndexOf("node_modules/") + "node_modules/".length());
    String sum = told.path("integrity").asString("").replaceFirst("^sha512-", "");
    String hex = HexFormat.of().formatHex(Base64.getDecoder().decode(sum));
    return new Part("", name, told.path("version").asString(), "npm", hex);
  }
}
