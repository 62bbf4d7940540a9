package vn.vam.app.config;

import java.time.Duration;

/**
 * The hub as a host application of Sparkplug.
 *
 * @param id by which edge nodes know it; no two hosts of a broker share it
 * @param reorderTimeout how long a message that is missing may still come
 */
public record HostConfig(String id, Duration reorderTimeout) {}
