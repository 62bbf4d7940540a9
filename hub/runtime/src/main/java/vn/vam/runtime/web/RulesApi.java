package vn.vam.runtime.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.List;
import vn.vam.core.rule.Rule;

/** The rules in force: which levels raise an alert, and which clear it. */
final class RulesApi {
  private final List<Rule> rules;

  RulesApi(List<Rule> rules) {
    this.rules = rules;
  }

  void mount(Router router) {
    router.get("/api/v1/rules").handler(context -> Answers.json(context, list()));
  }

  private JsonObject list() {
    return JsonObject.of("rules", new JsonArray(rules.stream().map(ApiJson::rule).toList()));
  }
}
