/**
 * What the bytes of single devices mean, by maker: one class each, marked
 * {@code @AutoService(Codec.class)}, with a folder of cases.
 */
@NullMarked
package vn.vam.payloads.codec;

import org.jspecify.annotations.NullMarked;
