package vn.vam.zalo;

import java.util.List;

/** The operations this component knows. */
final class Operations {
  private static final List<Operation> ALL =
      List.of(
          new TextOperation(),
          new ImageOperation(),
          new ListOperation(),
          new FormOperation(),
          new TemplateOperation(),
          new ZnsOperation(),
          new UploadOperation(),
          new ArticleOperation(),
          new ArticleStateOperation(),
          new UserDetailOperation(),
          new ConversationOperation());

  private Operations() {}

  static Operation named(String name) {
    return ALL.stream()
        .filter(operation -> operation.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown()));
  }

  // Repeats only what it knows: whatever stood in the address could be a token put there by
  // mistake.
  private static String unknown() {
    return "no such zalo operation; known: " + names();
  }

  static List<String> names() {
    return ALL.stream().map(Operation::name).toList();
  }
}
