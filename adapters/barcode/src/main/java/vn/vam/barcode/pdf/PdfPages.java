package vn.vam.barcode.pdf;

import java.util.List;

/** What became of a PDF. */
public sealed interface PdfPages {
  /**
   * @param pictures a PNG a page, in their order
   */
  record Drawn(List<byte[]> pictures) implements PdfPages {
    public Drawn {
      pictures = List.copyOf(pictures);
    }
  }

  /**
   * @param reason what was expected and what was there instead; nothing of what the file says
   */
  record Refused(String reason) implements PdfPages {}

  /** Another PDF is being drawn and takes its time: it is not this file's fault. */
  record Busy(String reason) implements PdfPages {}
}
