/** The account's owner lets the hub in. */
@NullMarked
package vn.vam.app.login;

import org.jspecify.annotations.NullMarked;
