package vn.vam.mqtt.artemis;

import org.apache.activemq.artemis.core.server.files.FileStoreMonitor;
import org.apache.activemq.artemis.core.server.files.FileStoreMonitor.FileStoreMonitorType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells once when the disk is too full for the broker and once when it is not any more. Devices
 * learn nothing but that their connection is closed.
 */
final class DiskWatch implements FileStoreMonitor.Callback {
  private static final Logger log = LoggerFactory.getLogger(DiskWatch.class);

  private final EmbeddedBrokerConfig config;
  private boolean full;

  DiskWatch(EmbeddedBrokerConfig config) {
    this.config = config;
  }

  @Override
  public synchronized void tick(
      long usable, long total, boolean withinLimit, FileStoreMonitorType type) {
    if (withinLimit == full) {
      full = !withinLimit;
      tell(FileStoreMonitor.calculateUsage(usable, total));
    }
  }

  private void tell(double usage) {
    if (full) {
      log.error(
          "the embedded broker takes no messages and closes the connection of whoever publishes: make room on the disk or move state.directory, directory={} used={}% limit={}%",
          config.directory(), Math.round(usage * 100), config.maxDiskUsagePercent());
    } else {
      log.warn(
          "the embedded broker takes messages again, directory={} used={}%",
          config.directory(), Math.round(usage * 100));
    }
  }
}
