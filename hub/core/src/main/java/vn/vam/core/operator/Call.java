package vn.vam.core.operator;

import java.util.List;

/**
 * People who are to be told of an alert that nobody has taken on.
 *
 * @param steps how many steps of the list are told with it
 * @param roles they are called by, such as "duty"
 */
public record Call(Waiting waiting, int steps, String roles, List<Operator> people) {
  public Call {
    people = List.copyOf(people);
  }
}
