package org.wordborne.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wordborne.planted.Planted;
import org.wordborne.wire.GuardedHttp;
import org.wordborne.wire.GuardedSockets;

/// The arrows between the rooms, and the rooms in which sockets, files, clocks, chance and other
/// programs may be touched.
class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.wordborne");

  private static final String BROKEN =
      "(?i)MD[245]|SHA-?1|SHA1PRNG|DES(/.*|ede.*)?|RC[24]|ARCFOUR|Blowfish|.*/ECB/.*|.*/CBC/.*"
          + "|SSL(v\\d)?|TLSv1(\\.1)?|.*RSA/.*PKCS1.*";

  private static final String[] ENGINES = {
    "org.wordborne.text..",
    "org.wordborne.query..",
    "org.wordborne.hearing..",
    "org.wordborne.effect..",
    "org.wordborne.network..",
    "org.wordborne.spread.."
  };

  @Test
  void arrows_betweenRooms_runDownOnly() {
    leans("org.wordborne.text..");
    leans("org.wordborne.query..");
    leans("org.wordborne.hearing..", "org.wordborne.text..", "org.wordborne.query..");
    leans("org.wordborne.effect..");
    leans("org.wordborne.network..");
    leans("org.wordborne.spread..");
    leans("org.wordborne.wire..");
    leans("org.wordborne.channels..", "org.wordborne.wire..");
    leans(
        "org.wordborne.server..",
        "org.wordborne.text..",
        "org.wordborne.query..",
        "org.wordborne.hearing..",
        "org.wordborne.effect..",
        "org.wordborne.network..",
        "org.wordborne.spread..",
        "org.wordborne.wire..",
        "org.wordborne.channels..");
    leans("org.wordborne.town..", "org.wordborne.wire..");
  }

  @Test
  void engines_allOfThem_knowNoFrameworkAndNoLog() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(ENGINES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.springframework..", "org.slf4j..", "java.util.logging..", "java.sql.."));
  }

  @ParameterizedTest
  @EnumSource(Kept.class)
  void kept_outsideItsRooms_isNotTouched(Kept kept) {
    kept.check(OURS);
  }

  @ParameterizedTest
  @EnumSource(Kept.class)
  void kept_plantedElsewhere_isFound(Kept kept) {
    JavaClasses planted = new ClassFileImporter().importClasses(kept.planted());

    assertThatThrownBy(() -> kept.check(planted))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(kept.name());
  }

  /* Who speaks to addresses of others: each is walked by a canary. A new one is walked too. */
  @Test
  void guardedClient_allWhoUseIt_areWalkedByCanaries() {
    var users =
        OURS.that(resideInAnyPackage("org.wordborne.server..", "org.wordborne.channels..")).stream()
            .filter(one -> accesses(one, GuardedHttp.class) || accesses(one, GuardedSockets.class))
            .map(one -> one.getSimpleName())
            .collect(Collectors.toSet());

    assertThat(users)
        .containsExactlyInAnyOrder(
            "BeaconRelays", // BeaconRelaysTest
            "Company", // CompanyCanaryTest
            "Discovery", // this and all below but two: CanaryTest
            "FeedChannel",
            "GroundConfiguration", // makes it
            "HookCarrier",
            "LinkedPages", // LinkedPagesTest
            "OtlpTraces", // to the one address that the operator named at the start
            "Postman",
            "WebhookChannel",
            "WordPressRest");
  }

  @Test
  void statements_allOfThem_areTextsOfTheProgram() throws IOException {
    JavaClasses server = OURS.that(resideInAPackage("org.wordborne.server.."));

    assertThat(Statements.putTogether(server)).isEqualTo(new TreeSet<>(Statements.REVIEWED));
  }

  @Test
  void words_ofBrokenCiphersAndHashes_standNowhere() throws IOException {
    // RFC 3797 asks for it, and what it picks is public: nothing is kept secret by it.
    assertThat(Statements.words(OURS, BROKEN)).containsExactly("Rfc3797 MD5");
    assertThat(
            Statements.words(new ClassFileImporter().importClasses(Planted.Ciphers.class), BROKEN))
        .containsExactly("Planted$Ciphers DES");
  }

  @Test
  void statements_plantedValueInTheText_isFound() throws IOException {
    JavaClasses planted = new ClassFileImporter().importClasses(Planted.Statements.class);

    assertThat(Statements.putTogether(planted)).containsExactly("Planted$Statements.find");
  }

  @Test
  void controllers_allOfThem_leaveTheDatabaseToOthers() {
    controllersLeaveTheDatabase().check(OURS);
  }

  @Test
  void controllers_plantedWithTheDatabase_areFound() {
    JavaClasses planted = new ClassFileImporter().importClasses(Planted.DeskController.class);

    assertThatThrownBy(() -> controllersLeaveTheDatabase().check(planted))
        .isInstanceOf(AssertionError.class);
  }

  private static boolean accesses(JavaClass one, Class<?> client) {
    return one.getAccessesFromSelf().stream()
        .anyMatch(access -> access.getTargetOwner().isEquivalentTo(client));
  }

  private static ArchRule controllersLeaveTheDatabase() {
    return noClasses()
        .that()
        .haveSimpleNameEndingWith("Controller")
        .or()
        .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
        .or()
        .resideInAPackage("org.wordborne.server.web..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.jdbc..", "java.sql..");
  }

  private static void leans(String room, String... on) {
    var ours = resideInAnyPackage("org.wordborne..");
    var allowed = resideInAnyPackage(room).or(resideInAnyPackage(on));
    check(
        noClasses()
            .that()
            .resideInAPackage(room)
            .should()
            .dependOnClassesThat(
                ours.and(DescribedPredicate.not(allowed)).as("other rooms than it may")));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(OURS);
  }
}
