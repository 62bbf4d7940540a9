package vn.vam.sim.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the file of a troubled hub says.
 *
 * @param broker port of it
 * @param own port of the broker within the hub, for {@link Form#EMBEDDED}
 * @param store port of it
 * @param state the hub's directory
 * @param forms what it understands
 */
record HubFile(int broker, int own, int store, Path state, List<Form> forms) {
  HubFile {
    forms = List.copyOf(forms);
  }

  String with(int console) {
    return """
    sources:
    %sstations: [ { id: river, name: River, kind: salinity } ]
    store: { kind: influxdb, url: "http://127.0.0.1:%d", api: v1, database: vam, connect_timeout: 1s, answer_timeout: 2s }
    state: { directory: "%s", broker_port: %d }
    console: { port: %d }
    devices:
    %s\
    """
        .formatted(
            all(form -> form.source(form == Form.EMBEDDED ? "embedded" : url())),
            store,
            state,
            own,
            console,
            all(Form::devices));
  }

  private String url() {
    return "tcp://127.0.0.1:" + broker;
  }

  private String all(Function<Form, String> lines) {
    return forms.stream().map(lines).collect(Collectors.joining());
  }
}
