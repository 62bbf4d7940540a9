package vn.vam.zalo;

import java.util.OptionalLong;

/**
 * What a sent message was charged to; a message without one was billed.
 *
 * @param type {@code reply}, {@code welcome_msg}, {@code sub_quota}, {@code purchase_quota} or
 *     {@code reward_quota}
 * @param remain messages left, when the platform says so
 * @param total messages there were, when the platform says so
 */
public record Quota(String type, OptionalLong remain, OptionalLong total) {}
