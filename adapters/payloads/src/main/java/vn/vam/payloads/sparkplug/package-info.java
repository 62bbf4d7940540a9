/**
 * Sparkplug B 3.0: its topics, its payloads within limits, and what a host application remembers of
 * the nodes it hears. Field numbers and rules are those of the specification and its {@code
 * sparkplug_b.proto}.
 */
@NullMarked
package vn.vam.payloads.sparkplug;

import org.jspecify.annotations.NullMarked;
