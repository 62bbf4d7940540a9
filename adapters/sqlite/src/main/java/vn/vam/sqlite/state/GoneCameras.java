package vn.vam.sqlite.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.vam.core.rule.SignalState;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

/** Cameras that were said to be gone or back, as rows. */
final class GoneCameras {
  private GoneCameras() {}

  static List<SignalState.OfCamera> all(Handle transaction) {
    return transaction
        .createQuery("SELECT * FROM gone_camera")
        .map((row, context) -> state(row))
        .list();
  }

  private static SignalState.OfCamera state(ResultSet row) throws SQLException {
    return new SignalState.OfCamera(
        new SignalState.Camera(
            new StationId(row.getString("station")), new DeviceId(row.getString("device"))),
        row.getBoolean("gone"),
        Instant.ofEpochMilli(row.getLong("at")));
  }

  static void keep(Handle transaction, SignalState.OfCamera state) {
    transaction.execute(
        "INSERT OR REPLACE INTO gone_camera (device, station, gone, at) VALUES (?, ?, ?, ?)",
        state.subject().device().value(),
        state.subject().station().value(),
        state.gone(),
        state.at().toEpochMilli());
  }
}
