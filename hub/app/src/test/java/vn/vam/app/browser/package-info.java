/**
 * The pages as people see them: a hub and its simulators run in the test, Chromium opens the
 * console and the phone. Skipped where Chromium is missing; pictures are left in {@code
 * target/screenshots}.
 */
@NullMarked
package vn.vam.app.browser;

import org.jspecify.annotations.NullMarked;
