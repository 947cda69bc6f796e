package org.wordborne.server.privacy;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wordborne.server.mailroom.MailName;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.personal.ForgottenLog;
import org.wordborne.server.workspace.personal.ForgottenLog.Kind;
import org.wordborne.server.workspace.personal.ForgottenLog.Line;
import org.wordborne.server.workspace.personal.PersonMarks;
import org.wordborne.server.workspace.personal.Subject;

/// The marks of somebody: of each of their handles and mailboxes.
@Component
class SubjectMarks {
  private final PersonMarks marks;
  private final InstantSource clock;

  SubjectMarks(PersonMarks marks, InstantSource clock) {
    this.marks = marks;
    this.clock = clock;
  }

  List<String> all(Scope scope, Subject subject) {
    return lines(scope, subject).stream().map(Line::mark).toList();
  }

  List<Line> lines(Scope scope, Subject subject) {
    var now = clock.instant();
    var workspace = scope.workspace();
    return Stream.concat(
            subject.handles().stream()
                .map(Subject.Handle::id)
                .distinct()
                .map(
                    handle ->
                        ForgottenLog.Line.forgotten(
                            workspace, Kind.HANDLE, marks.handle(workspace, handle), now)),
            subject.mails().stream()
                .map(
                    mail ->
                        ForgottenLog.Line.forgotten(workspace, Kind.MAIL, mail(scope, mail), now)))
        .toList();
  }

  String mail(Scope scope, String mail) {
    return marks.mail(scope.workspace(), mailbox(mail));
  }

  /// An address without what its provider ignores.
  static String mailbox(String mail) {
    return mail.contains("@") ? MailName.of(mail).box() : mail;
  }
}
