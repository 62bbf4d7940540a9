package vn.vam.payloads.format;

import vn.vam.payloads.field.Fields;
import vn.vam.payloads.field.TakenAt;

/** What a message tells of one moment. */
record Sample(Fields fields, TakenAt taken) {}
