package vn.vam.app.config;

import java.time.Duration;
import vn.vam.core.secret.Secret;

/**
 * How what may hold personal data and cannot be read is kept for a replay.
 *
 * @param key encrypts the days' keys
 * @param openFor how long a copy can be opened
 */
public record SealingConfig(Secret key, Duration openFor) {}
