package vn.vam.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; holds every mistake that was found. */
public final class BadConfig extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Complaint> complaints;

  /**
   * @param complaints what several readers of one setting complain of alike counts once
   */
  public BadConfig(Path file, List<Complaint> complaints) {
    super(written(file, complaints.stream().distinct().toList()));
    this.complaints = complaints.stream().distinct().toList();
  }

  private static String written(Path file, List<Complaint> complaints) {
    return complaints.stream()
        .map(Complaint::toString)
        .collect(Collectors.joining("\n", file + ": " + count(complaints.size()) + "\n", ""));
  }

  private static String count(int complaints) {
    return complaints == 1 ? "1 mistake" : complaints + " mistakes";
  }

  public List<Complaint> complaints() {
    return complaints;
  }
}
