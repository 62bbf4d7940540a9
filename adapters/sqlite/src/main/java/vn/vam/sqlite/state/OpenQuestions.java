package vn.vam.sqlite.state;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.vam.core.citizen.OpenQuestion;

/** What citizens were asked and have not answered, for some minutes. */
final class OpenQuestions {
  private OpenQuestions() {}

  static Optional<OpenQuestion> of(Handle transaction, String citizen, Instant now) {
    forgetOld(transaction, now);
    return transaction
        .createQuery("SELECT words FROM open_question WHERE citizen = ?")
        .bind(0, citizen)
        .mapTo(String.class)
        .findOne()
        .flatMap(OpenQuestion::read);
  }

  private static void forgetOld(Handle transaction, Instant now) {
    transaction.execute(
        "DELETE FROM open_question WHERE at < ?", now.minus(OpenQuestion.LASTS).toEpochMilli());
  }

  static void ask(Handle transaction, String citizen, OpenQuestion question, Instant now) {
    transaction.execute(
        "INSERT OR REPLACE INTO open_question VALUES (?, ?, ?)",
        citizen,
        question.written(),
        now.toEpochMilli());
  }

  static void forget(Handle transaction, String citizen) {
    transaction.execute("DELETE FROM open_question WHERE citizen = ?", citizen);
  }
}
