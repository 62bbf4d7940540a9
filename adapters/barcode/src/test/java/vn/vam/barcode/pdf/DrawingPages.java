package vn.vam.barcode.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.barcode.pdf.Documents.emptyPage;
import static vn.vam.barcode.pdf.Documents.locked;
import static vn.vam.barcode.pdf.Documents.page;
import static vn.vam.barcode.pdf.Documents.with;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawingPages {
  private static final String CODE = "H58.20-260312-0015";

  /** Has much to say of broken files; held here, since nobody else would keep it quiet. */
  private static final Logger LIBRARY = Logger.getLogger("org.apache.pdfbox");

  @BeforeAll
  static void quietly() {
    LIBRARY.setLevel(Level.OFF);
  }

  /** What the process would say of it, without starting one. */
  private static PdfPages of(byte[] file) throws IOException {
    var said = new ByteArrayOutputStream();
    PageArtist.answer(file, new DataOutputStream(said));
    return PdfDrawing.pages(new DataInputStream(new ByteArrayInputStream(said.toByteArray())));
  }

  private static PdfPages.Refused refused(String reason) {
    return new PdfPages.Refused(reason);
  }

  @Test
  void makes_a_picture_of_each_page() throws IOException {
    assertThat(of(with(page(CODE), emptyPage(), emptyPage())))
        .isInstanceOfSatisfying(
            PdfPages.Drawn.class, drawn -> assertThat(drawn.pictures()).hasSize(3));
  }

  @ParameterizedTest
  @CsvSource({"420, 595, 1167, 1653", "14400, 14400, 5000, 5000", "14400, 3, 40000, 8"})
  void draws_no_page_larger_than_25_million_pixels(
      float width, float height, int mostWidth, int mostHeight) throws IOException {
    PdfPages pages =
        of(with(document -> document.addPage(new PDPage(new PDRectangle(width, height)))));

    assertThat(pages)
        .isInstanceOfSatisfying(
            PdfPages.Drawn.class,
            drawn -> {
              BufferedImage picture = picture(drawn.pictures().getFirst());
              assertThat(picture.getWidth()).isBetween(mostWidth * 9 / 10, mostWidth);
              assertThat(picture.getHeight()).isBetween(mostHeight * 9 / 10, mostHeight);
            });
  }

  private static BufferedImage picture(byte[] png) {
    try {
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  @Test
  void takes_one_to_three_pages() throws IOException {
    assertThat(of(with(emptyPage(), emptyPage(), emptyPage(), page(CODE))))
        .isEqualTo(refused("expected a PDF of 1 to 3 pages, found 4"));
    assertThat(of(with())).isEqualTo(refused("expected a PDF of 1 to 3 pages, found 0"));
  }

  @Test
  void takes_none_that_is_locked_for_readers() throws IOException {
    assertThat(of(with(page(CODE), locked("secret"))))
        .isEqualTo(refused("expected a PDF without a password, found one that is locked"));
    assertThat(of(with(page(CODE), locked("")))).isInstanceOf(PdfPages.Drawn.class);
  }

  @Test
  void survives_files_that_are_cut_or_changed() throws IOException {
    byte[] whole = with(page(CODE));
    SplittableRandom random = new SplittableRandom(58);
    for (int time = 0; time < 40; time++) {
      byte[] changed = Arrays.copyOf(whole, random.nextInt(1, whole.length));
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      assertThat(of(changed)).isNotNull();
    }
    assertThat(of("%PDF-1.7\nno more".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(refused("expected a whole PDF, found a broken one"));
  }

  @Test
  void opens_none_above_five_megabytes() {
    byte[] large = Arrays.copyOf(with(page(CODE)), PdfDrawing.MOST_BYTES + 1);

    assertThat(new PdfDrawing().pages(large))
        .isEqualTo(refused("expected a PDF of at most 5242880 bytes, found 5242881"));
  }

  @Test
  void one_that_unfolds_into_gigabytes_takes_its_own_process_down_alone() {
    PdfDrawing drawing = new PdfDrawing(Duration.ofSeconds(60), "-Xmx32m");

    assertThat(drawing.pages(with(DrawingPages::hugePicture)))
        .isEqualTo(
            refused("expected a PDF that can be drawn, found one that needs too much memory"));
  }

  /** A few bytes that promise a picture of 400 million pixels. */
  private static void hugePicture(PDDocument document) throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    PDStream pixels = new PDStream(document);
    try (var out = pixels.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(new byte[1 << 20]);
    }
    var picture = pixels.getCOSObject();
    picture.setItem(COSName.TYPE, COSName.XOBJECT);
    picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
    picture.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
    picture.setInt(COSName.BITS_PER_COMPONENT, 8);
    picture.setInt(COSName.WIDTH, 20_000);
    picture.setInt(COSName.HEIGHT, 20_000);
    PDResources resources = new PDResources();
    resources.getCOSObject().setItem(COSName.XOBJECT, dictionary("P", picture));
    page.setResources(resources);
    page.setContents(content(document, "500 0 0 500 0 0 cm /P Do"));
  }

  @Test
  void one_that_never_ends_is_ended() {
    PdfDrawing drawing = new PdfDrawing(Duration.ofSeconds(3), "-Xmx128m");

    assertThat(drawing.pages(with(DrawingPages::tenToTheFifteenth)))
        .isEqualTo(refused("expected a PDF that is drawn in 3000 ms"));
  }

  /** Each form draws the one before ten times. */
  private static void tenToTheFifteenth(PDDocument document) throws IOException {
    PDFormXObject form = form(document, "0 0 m 9 9 l 9 0 l f", new PDResources());
    for (int level = 0; level < 15; level++) {
      PDResources inner = new PDResources();
      inner.getCOSObject().setItem(COSName.XOBJECT, dictionary("F", form.getCOSObject()));
      form = form(document, "/F Do ".repeat(10), inner);
    }
    PDPage page = new PDPage(PDRectangle.A5);
    document.addPage(page);
    PDResources resources = new PDResources();
    resources.getCOSObject().setItem(COSName.XOBJECT, dictionary("F", form.getCOSObject()));
    page.setResources(resources);
    page.setContents(content(document, "/F Do"));
  }

  private static PDFormXObject form(PDDocument document, String content, PDResources resources)
      throws IOException {
    PDFormXObject form = new PDFormXObject(content(document, content));
    form.setBBox(PDRectangle.A5);
    form.setResources(resources);
    return form;
  }

  private static PDStream content(PDDocument document, String content) throws IOException {
    PDStream stream = new PDStream(document);
    try (var out = stream.createOutputStream()) {
      out.write(content.getBytes(StandardCharsets.US_ASCII));
    }
    return stream;
  }

  private static COSDictionary dictionary(String name, COSBase value) {
    var dictionary = new COSDictionary();
    dictionary.setItem(COSName.getPDFName(name), value);
    return dictionary;
  }
}
