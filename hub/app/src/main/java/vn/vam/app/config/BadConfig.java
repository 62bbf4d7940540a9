package vn.vam.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; holds every mistake that was found. */
public final class BadConfig extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Complaint> complaints;

  public BadConfig(Path file, List<Complaint> complaints) {
    super(
        complaints.stream()
            .map(Complaint::toString)
            .collect(Collectors.joining("\n", file + ": " + count(complaints.size()) + "\n", "")));
    this.complaints = List.copyOf(complaints);
  }

  private static String count(int complaints) {
    return complaints == 1 ? "1 mistake" : complaints + " mistakes";
  }

  public List<Complaint> complaints() {
    return complaints;
  }
}
