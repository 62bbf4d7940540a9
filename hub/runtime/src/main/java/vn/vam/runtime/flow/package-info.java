/**
 * Receive, decode, log, store, alert: each reader of the log is a plain loop on a platform thread
 * of its own, since files and clients block, and a verticle that starts and stops it.
 */
@NullMarked
package vn.vam.runtime.flow;

import org.jspecify.annotations.NullMarked;
