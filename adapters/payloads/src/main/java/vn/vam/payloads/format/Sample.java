package vn.vam.payloads.format;

import java.util.List;
import java.util.stream.Stream;
import vn.vam.payloads.field.Fields;
import vn.vam.payloads.field.TakenAt;
import vn.vam.payloads.note.Note;

/** What a message tells of one moment. */
record Sample(Fields fields, TakenAt taken) {
  List<Note> notes() {
    return Stream.concat(taken.note().stream(), fields.notes().stream()).toList();
  }
}
