package org.wordborne.cli;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.Set;
import java.util.TreeSet;

/// Which methods hand the database a statement that is not one constant text.
///
/// Values are bound, never written into a statement. Where a statement is put together all the
/// same, each piece must be a text of the program: an order out of a table of ours, a column out
/// of a `switch`, a condition that is there or not. Such a method is read by a second person and
/// named here.
final class Statements {
  /// Methods that put statements together out of texts of ours alone.
  static final Set<String> REVIEWED =
      Set.of(
          "OldWords.asked", // constants, and how many as a number
          "MentionCustodian.rename", // one of three columns
          "PersonCustodian.lines", // statements out of a list
          "ConversationCustodian.rows", // constants
          "ConversationCustodian.erase", // constants
          "CampaignBook.one", // "" or " for update"
          "CampaignGround.one", // "" or " for update"
          "ContestBook.mark", // one of two columns
          "EntryBook.secret", // a column out of a switch
          "ActBook.need",
          "ActTables.apply", // names of tables out of the catalogue, quoted by format()
          "ConversationBook.join", // tables out of a list
          "ConversationBook.refresh", // statements out of a list
          "QueueReader.order", // conditions and orders of the class
          "ReplyBook.moved", // states of the class
          "DeliveryBook.list", // a condition that is there or not
          "MentionPartitions.make", // a month in digits: DDL takes no values
          "Mentions.spokenSince", // a constant
          "PersonRows.list", // an order out of a table
          "Thanks.lines", // conditions of the class
          "CostBook.write", // statements of the class
          "CostBook.remove", // statements of the class
          "CountedWords.retract", // constants
          "CountedWords.clear", // constants
          "CountedWords.count", // constants
          "DayBook.series", // one of two columns
          "DayBook.seriesOfEach", // one of two columns
          "ResultWords.found", // statements of the class
          "ResultWords.ofRows", // statements of the class
          "SeedPlanBook.plans", // conditions of the class
          "Tales.write", // statements of the class
          "WishBook.posted", // conditions of the class
          "Topics.write", // one of two statements
          "AlarmBook.newest", // a condition that is there or not
          "AlarmCustodian.notes", // one of two texts beside it
          "CrisisBook.lock", // one of two functions
          "CrisisBook.refs", // a condition that is there or not
          "Catalogue.execute", // names of the catalogue, quoted; bounds of a checked shape
          "Catalogue.list", // texts of the package, names of sequences quoted
          "DatabaseGrants.apply", // made by format('%s', oid::regclass) in the database
          "DatabaseRoles.exists", // statements of the class
          "DatabaseRoles.execute", // names that the program gives
          "ExternalPostgres.leaveToOthers"); // a constant

  private Statements() {}

  /// The methods of `all` that put a statement together, as `Class.method`.
  static Set<String> putTogether(JavaClasses all) throws IOException {
    var found = new TreeSet<String>();
    for (JavaClass one : all) {
      for (MethodModel method : read(one).methods()) {
        if (putsTogether(method)) {
          String name = method.methodName().stringValue().replaceAll("^lambda\\$|\\$\\d+$", "");
          found.add(one.getName().replaceAll("^.*[.]", "") + "." + name);
        }
      }
    }
    return found;
  }

  /// Texts of `all` that are wholly of a shape, as `Class text`.
  static Set<String> words(JavaClasses all, String shape) throws IOException {
    var found = new TreeSet<String>();
    for (JavaClass one : all) {
      for (var entry : read(one).constantPool()) {
        if (entry instanceof StringEntry text && text.stringValue().matches(shape)) {
          found.add(one.getName().replaceAll("^.*[.]", "") + " " + text.stringValue());
        }
      }
    }
    return found;
  }

  private static java.lang.classfile.ClassModel read(JavaClass one) throws IOException {
    try (InputStream file = one.getSource().orElseThrow().getUri().toURL().openStream()) {
      return ClassFile.of().parse(file.readAllBytes());
    }
  }

  private static boolean putsTogether(MethodModel method) {
    Instruction before = null;
    for (var element : method.code().map(code -> code.elementList()).orElse(java.util.List.of())) {
      if (element instanceof Instruction now) {
        if (now instanceof InvokeInstruction call
            && takesStatement(call)
            && !(before instanceof ConstantInstruction)) {
          return true;
        }
        before = now;
      }
    }
    return false;
  }

  private static boolean takesStatement(InvokeInstruction call) {
    String owner = call.owner().asInternalName();
    String name = call.name().stringValue();
    boolean client = owner.endsWith("/JdbcClient") && name.equals("sql");
    boolean plain =
        owner.startsWith("java/sql/") && name.matches("(prepare|execute|add).+|execute");
    boolean template = owner.endsWith("/JdbcTemplate") || owner.endsWith("/JdbcOperations");
    return (client || plain || template)
        && call.type().stringValue().startsWith("(Ljava/lang/String;");
  }
}
