package vn.vam.barcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.vam.barcode.Pictures.CODE;
import static vn.vam.barcode.pdf.Documents.emptyPage;
import static vn.vam.barcode.pdf.Documents.page;
import static vn.vam.barcode.pdf.Documents.scan;
import static vn.vam.barcode.pdf.Documents.with;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.junit.jupiter.api.Test;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.ReceiptReader.Sight;

class LookingAtADocument {
  /** Its clock stands still: how fast this machine is changes nothing. */
  private final PhotoReader reader = new PhotoReader(PhotoReader.DEADLINE, () -> 0);

  private static Sight seen() {
    return new Sight.Seen(new DossierCode(CODE));
  }

  @Test
  void reads_a_code_that_is_drawn_on_any_of_its_pages() {
    assertThat(reader.read(with(emptyPage(), page(CODE), page(CODE)))).isEqualTo(seen());
  }

  @Test
  void reads_a_scan() {
    byte[] photo = Pictures.jpeg(Pictures.onTable(Pictures.code(CODE), 2480, 3508, 1.2, 3), 0.7);

    assertThat(reader.read(with(scan(photo)))).isEqualTo(seen());
  }

  @Test
  void with_two_codes_shows_none() {
    assertThat(reader.read(with(page(CODE), page("H58.20-260312-0016"))))
        .isEqualTo(new Sight.Unread("expected one code, found several"));
  }

  @Test
  void says_what_is_wrong_with_one_that_cannot_be_drawn() {
    assertThat(reader.read("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(new Sight.Unread("expected a whole PDF, found a broken one"));
  }

  @Test
  void runs_no_script_and_follows_no_reference() throws IOException {
    try (ServerSocket lure = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String there = "http://127.0.0.1:" + lure.getLocalPort() + "/";

      byte[] armed = with(page(CODE), document -> arm(document, there));

      assertThat(reader.read(armed)).isEqualTo(seen());
      lure.setSoTimeout(1);
      assertThatThrownBy(lure::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  private static void arm(PDDocument document, String there) throws IOException {
    var script = new PDActionJavaScript("app.launchURL('" + there + "')");
    var address = new PDActionURI();
    address.setURI(there);
    script.setNext(List.of(address));
    document.getDocumentCatalog().setOpenAction(script);

    COSStream elsewhere = document.getDocument().createCOSStream();
    elsewhere.setItem(COSName.TYPE, COSName.XOBJECT);
    elsewhere.setItem(COSName.SUBTYPE, COSName.IMAGE);
    elsewhere.setInt(COSName.WIDTH, 1);
    elsewhere.setInt(COSName.HEIGHT, 1);
    COSDictionary file = new COSDictionary();
    file.setName(COSName.FS, "URL");
    file.setString(COSName.F, there);
    elsewhere.setItem(COSName.F, file);
    COSDictionary pictures = new COSDictionary();
    pictures.setItem(COSName.getPDFName("E"), elsewhere);
    var page = document.getPage(0);
    var resources = new PDResources();
    resources.getCOSObject().setItem(COSName.XOBJECT, pictures);
    page.setResources(resources);
    try (var pen =
        new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
      pen.drawImage(new PDImageXObject(new PDStream(elsewhere), resources), 0, 0);
    }
  }
}
