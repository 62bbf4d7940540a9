/**
 * What the hub remembers about rules, alerts and citizens: one file, one writer, every step a
 * transaction.
 */
@NullMarked
package vn.vam.sqlite.state;

import org.jspecify.annotations.NullMarked;
