package vn.vam.payloads.note;

import java.util.List;

/** Is told what a decoder leaves out, replaces or converts; nobody listens in a running hub. */
public interface Notes {
  Notes NOBODY = note -> {};

  void take(Note note);

  default void takeAll(List<Note> notes) {
    notes.forEach(this::take);
  }
}
