package vn.vam.sim.bench;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;

/**
 * The office's side of a look-up, and nothing else: knows every code, and takes its time. Photos of
 * receipts lie here too, as they do at the messenger.
 */
final class ChatOffice implements AutoCloseable {
  /** Of every receipt. */
  static final String LOOK_UP_CODE = "K7QM";

  /** Likewise. */
  static final String PROCEDURE = "Đăng ký thành lập hộ kinh doanh";

  private static final String DOSSIERS = "/api/hoso/";
  private static final String PHOTOS = "/photos/";
  private static final int PIXELS = 600;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Duration delay;
  private final AtomicInteger codes = new AtomicInteger();

  /**
   * @param delay before each answer about a dossier
   */
  ChatOffice(Duration delay) throws IOException {
    this.delay = delay;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    server.setExecutor(threads);
    server.createContext(DOSSIERS, this::dossier);
    server.createContext(PHOTOS, ChatOffice::photo);
    server.start();
  }

  String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  String url() {
    return "http://" + host();
  }

  String photo(String code) {
    return url() + PHOTOS + code + ".png";
  }

  /** One that was not given before. */
  String code() {
    return "H58.12-261120-%05d".formatted(codes.incrementAndGet());
  }

  private void dossier(HttpExchange call) throws IOException {
    LockSupport.parkNanos(delay.toNanos());
    String json =
        """
        {"MaHoSo":"%s","TenTTHC":"%s","MaTrangThai":4,"TenTrangThai":"Đang xử lý",\
        "DonViXuLy":"Trung tâm Phục vụ hành chính công","TenChuHoSo":"Người Thử Nghiệm","SoDienThoai":"0900000000",\
        "MaTraCuu":"%s","NgayTiepNhan":"2026-11-20T09:12:00+07:00","HanGiaiQuyet":"2026-12-25T09:12:00+07:00",\
        "NgayTraKetQua":null}"""
            .formatted(
                call.getRequestURI().getPath().substring(DOSSIERS.length()),
                PROCEDURE,
                LOOK_UP_CODE);
    answer(call, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  private static void photo(HttpExchange call) throws IOException {
    String name = call.getRequestURI().getPath().substring(PHOTOS.length());
    answer(call, "image/png", png(name.substring(0, name.length() - ".png".length())));
  }

  private static byte[] png(String code) throws IOException {
    BitMatrix qr;
    try {
      qr = new QRCodeWriter().encode(code, BarcodeFormat.QR_CODE, PIXELS, PIXELS);
    } catch (WriterException tooLong) {
      throw new IOException("no QR holds " + code.length() + " characters", tooLong);
    }
    var image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < PIXELS; y++) {
      for (int x = 0; x < PIXELS; x++) {
        image.setRGB(x, y, qr.get(x, y) ? 0 : 0xffffff);
      }
    }
    var png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  private static void answer(HttpExchange call, String type, byte[] bytes) throws IOException {
    try (call) {
      call.getResponseHeaders().set("Content-Type", type);
      call.sendResponseHeaders(200, bytes.length);
      call.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
