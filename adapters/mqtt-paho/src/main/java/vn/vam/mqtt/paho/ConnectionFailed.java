package vn.vam.mqtt.paho;

import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;

/** No connection to the broker came about; the message is for a log line and says what to do. */
final class ConnectionFailed extends Exception {
  private static final long serialVersionUID = 1L;

  ConnectionFailed(String reason) {
    super(reason);
  }

  ConnectionFailed(MqttException failure) {
    super(reason(failure), failure);
  }

  static String reason(MqttDisconnectResponse response) {
    MqttException failure = response.getException();
    return failure == null ? reason(response.getReturnCode()) : reason(failure);
  }

  private static String reason(MqttException failure) {
    int code = failure.getReasonCode();
    return code == MqttException.REASON_CODE_CLIENT_EXCEPTION && failure.getCause() != null
        ? failure.getCause().toString()
        : reason(code);
  }

  /**
   * @param code of the protocol, or one of Paho's own above 255
   */
  static String reason(int code) {
    return switch (code) {
      case MqttReturnCode.RETURN_CODE_BAD_USERNAME_OR_PASSWORD,
          MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED ->
          "the broker refuses this user: check user, password and what the user may read";
      case MqttReturnCode.RETURN_CODE_IDENTIFIER_NOT_VALID ->
          "the broker refuses this client_id: give the source another one";
      case MqttReturnCode.RETURN_CODE_SESSION_TAKEN_OVER ->
          "another client connected with the same client_id: is a second hub running?";
      case MqttReturnCode.RETURN_CODE_UNSUPPORTED_PROTOCOL_VERSION, 1 ->
          "the broker does not speak MQTT 5";
      case MqttClientException.REASON_CODE_SERVER_CONNECT_ERROR -> "nobody listens there";
      case MqttClientException.REASON_CODE_CLIENT_TIMEOUT -> "no answer in time";
      case MqttClientException.REASON_CODE_CONNECTION_LOST -> "the other side hung up";
      default -> new MqttException(code).getMessage() + " (" + code + ")";
    };
  }
}
