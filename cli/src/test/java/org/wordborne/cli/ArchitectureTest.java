package org.wordborne.cli;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// The arrows between the rooms, and the rooms in which sockets, files, clocks, chance and other
/// programs may be touched.
class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.wordborne");

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

  @Test
  void sockets_outsideTheWire_areNotOpened() {
    keptTo(
        "sockets",
        access ->
            isIn(access, "java.net.Socket", "java.net.ServerSocket", "java.net.http.HttpClient")
                || isIn(access, "java.nio.channels.SocketChannel", "javax.net.ssl.SSLSocketFactory")
                || isIn(access, "java.net.URLConnection")
                || isCall(access, "java.net.URL", "openConnection"),
        "org.wordborne.wire",
        "org.wordborne.town",
        "org.wordborne.cli", // to its own server on this machine, and free ports for the town
        "org.wordborne.server.workspace.database"); // a free port for the embedded database
  }

  @Test
  void files_outsideTheRoomsThatKeepThem_areNotTouched() {
    keptTo(
        "files",
        access ->
            isIn(access, "java.nio.file.Files", "java.io.File", "java.io.FileInputStream")
                || isIn(access, "java.io.FileOutputStream", "java.io.RandomAccessFile")
                || isIn(access, "java.nio.channels.FileChannel"),
        "org.wordborne.cli",
        "org.wordborne.town",
        "org.wordborne.server", // this package alone: the folder's lock and server.json
        "org.wordborne.server.workspace.database",
        "org.wordborne.server.mention.index",
        "org.wordborne.server.workspace"); // the key of the secrets
  }

  @Test
  void clocks_outsideTheRoomsThatBegin_areNotRead() {
    keptTo(
        "the clock",
        access ->
            isCall(access, "java.lang.System", "currentTimeMillis")
                || access.getName().equals("now")
                    && access.getTargetOwner().getPackageName().equals("java.time")
                    && access.getTarget().getFullName().endsWith("now()")
                || isIn(access, "java.time.Clock")
                || isCall(access, "java.time.InstantSource", "system"),
        "org.wordborne.cli",
        "org.wordborne.town",
        "org.wordborne.server"); // ServerOptions, from where the bean comes
  }

  @Test
  void chance_withoutSeed_isOnlyForSecrets() {
    keptTo(
        "chance",
        access ->
            isIn(access, "java.util.concurrent.ThreadLocalRandom")
                || isCall(access, "java.lang.Math", "random")
                || isCall(access, "java.util.UUID", "randomUUID")
                || isUnseeded(access),
        "org.wordborne.wire",
        "org.wordborne.cli",
        "org.wordborne.server.source",
        "org.wordborne.server.workspace",
        "org.wordborne.server.workspace.database");
  }

  @Test
  void programs_ofOthers_areStartedForTheDatabaseAndByCommands() {
    keptTo(
        "other programs",
        access ->
            isIn(access, "java.lang.ProcessBuilder") || isCall(access, "java.lang.Runtime", "exec"),
        "org.wordborne.cli",
        "org.wordborne.server.workspace.database");
  }

  @Test
  void objects_fromOutside_areNeverDeserialised() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.xml.parsers..", "javax.xml.stream..", "org.xml.sax.."));
  }

  @Test
  void controllers_allOfThem_leaveTheDatabaseToOthers() {
    check(
        noClasses()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "java.sql.."));
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

  private interface Touch {
    boolean is(JavaAccess<?> access);
  }

  private static void keptTo(String what, Touch touch, String... rooms) {
    var own = Set.of(rooms);
    check(
        classes()
            .that(alwaysTrue())
            .should(
                new ArchCondition<JavaClass>("leave " + what + " to " + own) {
                  @Override
                  public void check(JavaClass ours, ConditionEvents events) {
                    if (own.contains(ours.getPackageName())) {
                      return;
                    }
                    ours.getAccessesFromSelf().stream()
                        .filter(touch::is)
                        .map(JavaAccess::getDescription)
                        .map(told -> SimpleConditionEvent.violated(ours, told))
                        .forEach(events::add);
                  }
                }));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(OURS);
  }

  private static boolean isIn(JavaAccess<?> access, String... owners) {
    return Set.of(owners).contains(access.getTargetOwner().getName());
  }

  private static boolean isCall(JavaAccess<?> access, String owner, String name) {
    return access.getTargetOwner().getName().equals(owner) && access.getName().equals(name);
  }

  private static boolean isUnseeded(JavaAccess<?> access) {
    return access instanceof JavaConstructorCall call
        && call.getTargetOwner().isAssignableTo(RandomGenerator.class)
        && call.getTarget().getRawParameterTypes().isEmpty();
  }
}
