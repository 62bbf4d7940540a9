package vn.vam.barcode;

import java.util.List;

/** One way to look at a photo. */
interface Look {
  /** The texts of all codes that were read; none when nothing was. Never throws. */
  List<String> texts(Grey photo);
}
