package vn.vam.sim.office;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * The printed "Giấy tiếp nhận hồ sơ và hẹn trả kết quả" as a picture of A5 at {@value #DPI} dpi,
 * after the form 01 of the one-stop offices, shortened.
 */
final class ReceiptPicture {
  private static final int DPI = 200;
  private static final int WIDTH = 1_166;
  private static final int HEIGHT = 1_654;
  private static final int MARGIN = 90;
  private static final int LINE = 44;
  private static final int SMALL = 26;
  private static final int LARGE = 34;

  /** 1.27 mm: what a simple camera still resolves when the whole sheet is on the photo. */
  private static final int PIXELS_OF_A_MODULE = 10;

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm, dd/MM/yyyy");

  private final BufferedImage sheet =
      new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
  private final Graphics2D pen = sheet.createGraphics();
  private int y = MARGIN;

  private ReceiptPicture() {
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(Color.BLACK);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
  }

  /**
   * @return a PNG; empty before the office has accepted the dossier
   */
  static Optional<byte[]> of(Dossier dossier, Instant now) {
    return dossier
        .receivedAt(now)
        .flatMap(received -> dossier.dueAt(now).map(due -> of(dossier, received, due)));
  }

  private static byte[] of(Dossier dossier, Instant received, Instant due) {
    ReceiptPicture picture = new ReceiptPicture();
    try {
      picture.print(dossier, received, due);
    } finally {
      picture.pen.dispose();
    }
    return picture.png();
  }

  private void print(Dossier dossier, Instant received, Instant due) {
    BufferedImage qr = ReceiptQr.of(dossier.code(), PIXELS_OF_A_MODULE);
    pen.drawImage(qr, WIDTH - qr.getWidth() - MARGIN / 2, MARGIN / 2, null);
    write("UBND " + dossier.commune().name(), SMALL, Font.PLAIN);
    write("BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ", SMALL, Font.BOLD);
    y = Math.max(y, qr.getHeight() + MARGIN);
    write("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", LARGE, Font.BOLD);
    write("Mã hồ sơ: " + dossier.code().text(), LARGE, Font.BOLD);
    write("Mã tra cứu: " + dossier.lookupCode(), SMALL, Font.PLAIN);
    y += LINE / 2;
    write("Tiếp nhận hồ sơ của: " + dossier.applicant().name(), SMALL, Font.PLAIN);
    write("Số điện thoại: " + dossier.applicant().phone(), SMALL, Font.PLAIN);
    write("Nội dung yêu cầu giải quyết: " + dossier.procedure().name(), SMALL, Font.PLAIN);
    write("Nơi tiếp nhận: " + dossier.commune().office(), SMALL, Font.PLAIN);
    write(
        "Thời gian giải quyết: " + dossier.procedure().workingDays() + " ngày làm việc",
        SMALL,
        Font.PLAIN);
    write("Thời gian nhận hồ sơ: " + moment(received), SMALL, Font.PLAIN);
    write("Thời gian trả kết quả: " + moment(due), SMALL, Font.BOLD);
    y += LINE;
    write("Chụp mã vuông ở góc trên và gửi qua Zalo để biết hồ sơ tới đâu.", SMALL, Font.ITALIC);
    write(
        "Giấy in thử của hệ thống mô phỏng: người và hồ sơ đều không có thật.", SMALL, Font.ITALIC);
  }

  private static String moment(Instant at) {
    return MOMENT.format(at.atOffset(OfficeHours.LOCAL_TIME));
  }

  /** One paragraph, broken between words. */
  private void write(String text, int size, int style) {
    pen.setFont(new Font(Font.SANS_SERIF, style, size));
    FontMetrics letters = pen.getFontMetrics();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && letters.stringWidth(line + " " + word) > WIDTH - 2 * MARGIN) {
        end(line);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    end(line);
  }

  private void end(StringBuilder line) {
    y += LINE;
    pen.drawString(line.toString(), MARGIN, y);
    line.setLength(0);
  }

  private byte[] png() {
    try (var out = new ByteArrayOutputStream()) {
      ImageIO.write(sheet, "png", out);
      return out.toByteArray();
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
  }
}
