/** What a citizen does in the chat, and who the citizen is to us: consent, subscriptions, inbox. */
@NullMarked
package vn.vam.core.citizen;

import org.jspecify.annotations.NullMarked;
