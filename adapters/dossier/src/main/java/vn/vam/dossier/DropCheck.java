package vn.vam.dossier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tries what the office has put down before a hub relies on it. */
final class DropCheck {
  private static final String EXAMPLE = "path: /var/lib/office";

  private DropCheck() {}

  /** An empty folder is fine: the office may put its first file down tomorrow. */
  static List<OfficeConfig.Complaint> of(DropConfig config) {
    if (!Files.exists(config.path())) {
      return complaint("expected a folder or a .csv file, found neither");
    }
    try {
      Optional<Path> newest = DropFile.newest(config.path()).map(DropFile::path);
      return newest.isEmpty() ? List.of() : tried(config, newest.get());
    } catch (IOException unreadable) {
      return complaint("expected files that can be read, " + unreadable.getClass().getSimpleName());
    }
  }

  private static List<OfficeConfig.Complaint> tried(DropConfig config, Path file)
      throws IOException {
    try {
      byte[] bytes = DropFile.bytes(file);
      List<String> header = DropTable.header(bytes);
      List<OfficeConfig.Complaint> columns =
          Complaints.ofColumns(config, header::contains, header, true);
      if (columns.isEmpty()) {
        DropTable.read(config, bytes);
      }
      return columns;
    } catch (DropTable.Wrong wrong) {
      return complaint(
          "expected a good file, but " + file.getFileName() + ": " + wrong.getMessage());
    }
  }

  private static List<OfficeConfig.Complaint> complaint(String expected) {
    return List.of(new OfficeConfig.Complaint("path", expected, EXAMPLE));
  }
}
