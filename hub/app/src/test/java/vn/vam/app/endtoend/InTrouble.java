package vn.vam.app.endtoend;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test that leaves its hub in trouble on purpose. Its books are asked all the same: every message
 * is in one account, only that something may still be on its way there.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Inherited
@interface InTrouble {
  /** Why nothing can come to its end. */
  String value();
}
