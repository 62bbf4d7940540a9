package vn.vam.sim.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrintingReceipts {

  private final Office office = new Office();

  @AfterEach
  void close_the_office() {
    office.close();
  }

  @Test
  void gives_a_sheet_whose_qr_says_the_bare_code() throws Exception {
    String code = office.codeInState(DossierState.IN_PROCESS);

    HttpResponse<byte[]> receipt = office.receipt(code);
    BufferedImage sheet = ImageIO.read(new ByteArrayInputStream(receipt.body()));

    assertThat(receipt.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(sheet.getHeight()).isGreaterThan(sheet.getWidth());
    assertThat(qrOn(sheet)).isEqualTo(code);
  }

  @Test
  void gives_a_page_for_a_printer_with_text_that_can_be_read_and_the_same_qr() throws Exception {
    String code = office.codeInState(DossierState.IN_PROCESS);

    HttpResponse<byte[]> receipt = office.receipt(code + ".pdf");

    assertThat(receipt.headers().firstValue("Content-Type")).contains("application/pdf");
    try (PDDocument document = Loader.loadPDF(receipt.body())) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(document))
          .contains(code, "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", "Mã tra cứu: ");
      assertThat(qrOn(new PDFRenderer(document).renderImageWithDPI(0, 200))).isEqualTo(code);
    }
    assertThat(office.get("/").body()).contains("/phieu/" + code + ".pdf\"");
  }

  private static String qrOn(BufferedImage sheet) throws Exception {
    int[] pixels =
        sheet.getRGB(0, 0, sheet.getWidth(), sheet.getHeight(), null, 0, sheet.getWidth());
    var light = new RGBLuminanceSource(sheet.getWidth(), sheet.getHeight(), pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light))).getText();
  }

  @Test
  void prints_none_before_the_dossier_is_accepted() throws Exception {
    String code = office.codeInState(DossierState.REGISTERED);

    assertThat(office.receipt(code).statusCode()).isEqualTo(404);
    assertThat(office.receipt(code + ".pdf").statusCode()).isEqualTo(404);
    assertThat(office.get("/").body()).doesNotContain("/phieu/" + code + "\"");
  }

  @Test
  void prints_none_for_a_code_nobody_knows() throws Exception {
    assertThat(office.receipt("H58.12-200101-9999").statusCode()).isEqualTo(404);
    assertThat(office.receipt("x").statusCode()).isEqualTo(404);
  }

  @Test
  void is_linked_on_the_page() throws Exception {
    assertThat(office.get("/").body())
        .contains("/phieu/" + office.codeInState(DossierState.IN_PROCESS) + "\"");
  }
}
