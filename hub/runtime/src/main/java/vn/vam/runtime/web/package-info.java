/**
 * The hub's HTTP door: the promised API, the messenger's webhook, live events and the operator's
 * console. One class per topic; nothing here blocks the event loop, and whatever comes from outside
 * meets a limit and a plain answer.
 */
@NullMarked
package vn.vam.runtime.web;

import org.jspecify.annotations.NullMarked;
