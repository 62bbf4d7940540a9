package vn.vam.sim.office;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The list of dossiers for people at {@code /}; read only. */
final class OfficePage {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

  private static final String FRAME =
      """
      <!doctype html>
      <html lang="vi">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Một cửa · Hồ sơ</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="/office.css">
      <script src="/office.js" defer></script>
      </head>
      <body>
      <header>
      <p class="over">Tỉnh Đồng Tháp · Bộ phận Một cửa</p>
      <h1>Hồ sơ tại các trung tâm phục vụ hành chính công</h1>
      <p class="note">Hệ thống mô phỏng: mọi người và mọi hồ sơ ở đây đều không có thật.</p>
      </header>
      <main id="main">
      <ul class="sums">%s</ul>
      <table>
      <caption class="unseen">Hồ sơ</caption>
      <thead><tr><th scope="col">Mã hồ sơ</th><th scope="col">Thủ tục</th><th scope="col">Người nộp</th>\
      <th scope="col">Trạng thái</th><th scope="col">Tiếp nhận</th><th scope="col">Hẹn trả</th></tr></thead>
      <tbody>
      %s
      </tbody>
      </table>
      </main>
      </body>
      </html>
      """;

  private static final String ROW =
      """
      <tr>
      <td><b class="code">%s</b><small>Mã tra cứu <b class="code">%s</b>%s</small></td>
      <td>%s<small>%s</small></td>
      <td>%s<small>%s</small></td>
      <td><span class="state s%d">%s</span></td>
      <td data-label="Tiếp nhận">%s</td>
      <td data-label="Hẹn trả"%s>%s</td>
      </tr>
      """;

  private OfficePage() {}

  static String of(List<Dossier> dossiers, Instant now) {
    String rows = dossiers.stream().map(each -> row(each, now)).collect(Collectors.joining());
    return FRAME.formatted(sums(dossiers, now), rows);
  }

  private static String sums(List<Dossier> dossiers, Instant now) {
    List<DossierState> states = dossiers.stream().map(each -> each.stateAt(now)).toList();
    return sum("Chờ tiếp nhận", states, state -> state == DossierState.REGISTERED)
        + sum(
            "Đang giải quyết",
            states,
            state -> state == DossierState.ACCEPTED || state == DossierState.IN_PROCESS)
        + sum(
            "Chờ người dân",
            states,
            state ->
                state == DossierState.SUPPLEMENT_NEEDED || state == DossierState.PAYMENT_NEEDED)
        + sum("Đã có kết quả", states, state -> state.number() >= DossierState.FINISHED.number())
        + sum("Từ chối, rút, dừng", states, OfficePage::endedWithoutResult);
  }

  private static boolean endedWithoutResult(DossierState state) {
    return state.last() && state != DossierState.HANDED_OVER;
  }

  private static String sum(
      String title, List<DossierState> states, Predicate<DossierState> counted) {
    long count = states.stream().filter(counted).count();
    return "<li><b>%d</b> %s</li>".formatted(count, title);
  }

  private static String row(Dossier dossier, Instant now) {
    DossierState state = dossier.stateAt(now);
    return ROW.formatted(
        dossier.code().text(),
        dossier.lookupCode(),
        receipt(dossier, now),
        escaped(dossier.procedure().name()),
        escaped(dossier.commune().office()),
        escaped(dossier.applicant().name()),
        escaped(dossier.applicant().phone()),
        state.number(),
        state.words(),
        moment(dossier.receivedAt(now)),
        dossier.lateAt(now) ? " class=\"late\"" : "",
        moment(dossier.dueAt(now)));
  }

  private static String receipt(Dossier dossier, Instant now) {
    return dossier.receivedAt(now).isPresent()
        ? " · <a href=\"%1$s%2$s\">Giấy hẹn</a> · <a href=\"%1$s%2$s%3$s\">PDF</a>"
            .formatted(ReceiptRoutes.PATH, dossier.code().text(), ReceiptRoutes.PDF)
        : "";
  }

  private static String moment(Optional<Instant> at) {
    return at.map(each -> MOMENT.format(each.atOffset(OfficeHours.LOCAL_TIME))).orElse("–");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
