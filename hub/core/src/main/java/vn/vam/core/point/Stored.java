package vn.vam.core.point;

import java.util.List;

/** What a store did with a batch. */
public sealed interface Stored {
  /**
   * All points but the refused ones are kept.
   *
   * @param refused points this store will never take, each with its reason
   */
  record Written(List<Refusal> refused) implements Stored {
    public Written {
      refused = List.copyOf(refused);
    }
  }

  /**
   * Nothing is certain; the same batch must be written again later.
   *
   * @param reason for the operator: what is wrong and what to do
   */
  record Deferred(String reason) implements Stored {}

  /**
   * @param index of the point in the batch
   */
  record Refusal(int index, String reason) {}
}
