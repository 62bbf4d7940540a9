/**
 * What a province does with {@code deploy/}: the image is built, compose brings the containers up,
 * devices publish with their own credentials, things break and come back. Nothing is read from a
 * developer's checkout but that folder and the packaged jars.
 */
@NullMarked
package vn.vam.app.deployment;

import org.jspecify.annotations.NullMarked;
