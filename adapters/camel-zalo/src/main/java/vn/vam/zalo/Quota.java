package vn.vam.zalo;

import java.util.OptionalLong;

/**
 * What a sent message was charged to; a message without one was billed.
 *
 * @param type {@code reply} or {@code welcome_msg}, both of one citizen; {@code sub_quota}, {@code
 *     purchase_quota}, {@code reward_quota}, or by telephone number {@code daily}, all of the
 *     account
 * @param remain messages left, when the platform says so
 * @param total messages there were, when the platform says so
 */
public record Quota(String type, OptionalLong remain, OptionalLong total) {}
