package vn.vam.mqtt.artemis;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.core.postoffice.Binding;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.AddressInfo;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerAddressPlugin;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerBindingPlugin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an acknowledgement from coming before its message is on disk. Artemis writes topics and
 * queues to another file than messages, and acknowledges once as many writes are done as were begun
 * before, in whichever file: the topic that the next message opens would count for a message that
 * is still in memory. So topics are not written, as the first message opens them anew after a
 * restart, and what was begun is written before a queue is.
 */
final class OneFileAtATime implements ActiveMQServerAddressPlugin, ActiveMQServerBindingPlugin {
  private static final Logger log = LoggerFactory.getLogger(OneFileAtATime.class);

  /** By then the disk is the worse trouble; to wait for ever could use up all threads. */
  private static final long LONGEST_WAIT_MS = 1_000;

  private volatile @Nullable ActiveMQServer broker;

  @Override
  public void registered(ActiveMQServer server) {
    broker = server;
  }

  @Override
  public void beforeAddAddress(AddressInfo address, boolean reload) {
    if (!reload && isTopic(address.getName().toString())) {
      address.setTemporary(true);
    }
  }

  /** No filter, and none of the broker's own. */
  private static boolean isTopic(String address) {
    return !address.startsWith("$") && !address.contains("*") && !address.contains("#");
  }

  @Override
  public void beforeAddBinding(Binding binding) throws ActiveMQException {
    ActiveMQServer running = broker;
    try {
      if (running != null && !running.getStorageManager().waitOnOperations(LONGEST_WAIT_MS)) {
        log.warn("the disk is slow: a queue is written beside messages");
      }
    } catch (ActiveMQException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IllegalStateException("what was begun cannot be written", failure);
    }
  }
}
