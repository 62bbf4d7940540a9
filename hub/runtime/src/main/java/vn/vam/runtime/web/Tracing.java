package vn.vam.runtime.web;

import java.util.function.Supplier;
import vn.vam.core.alert.AlertTrail;
import vn.vam.core.log.Place;
import vn.vam.core.log.ReadingLog;
import vn.vam.core.notify.Fanouts;

/**
 * What a message can be followed with on its way through the hub.
 *
 * @param stored how far the store has taken the log
 * @param judged how far the rules have read it
 */
public record Tracing(
    ReadingLog log,
    AlertTrail trail,
    Fanouts fanouts,
    Supplier<Place> stored,
    Supplier<Place> judged) {}
