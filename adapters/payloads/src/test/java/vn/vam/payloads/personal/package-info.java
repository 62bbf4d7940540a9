@NullMarked
package vn.vam.payloads.personal;

import org.jspecify.annotations.NullMarked;
