package vn.vam.payloads.field;

import static vn.vam.core.reading.Quantity.BATTERY;
import static vn.vam.core.reading.Quantity.CLASS_BICYCLE;
import static vn.vam.core.reading.Quantity.CLASS_BUS;
import static vn.vam.core.reading.Quantity.CLASS_CAR;
import static vn.vam.core.reading.Quantity.CLASS_MOTORCYCLE;
import static vn.vam.core.reading.Quantity.CLASS_TRUCK;
import static vn.vam.core.reading.Quantity.COUNT;
import static vn.vam.core.reading.Quantity.EC;
import static vn.vam.core.reading.Quantity.EC25;
import static vn.vam.core.reading.Quantity.INTERVAL;
import static vn.vam.core.reading.Quantity.LEVEL;
import static vn.vam.core.reading.Quantity.OCCUPANCY;
import static vn.vam.core.reading.Quantity.SALINITY;
import static vn.vam.core.reading.Quantity.SCORE;
import static vn.vam.core.reading.Quantity.SPEED;
import static vn.vam.core.reading.Quantity.TEMPERATURE;

import java.util.List;
import java.util.Set;
import vn.vam.core.reading.Quantity;

/**
 * Names that others give to one of our fields, in lower case. Sources: the decoders of Dragino
 * (Four_EC, BatV, temp_DS18B20), WZDx TrafficSensor (collection_interval_start_date,
 * average_speed_kph, lane_order), FIWARE TrafficFlowObserved (dateObservedFrom, intensity,
 * occupancy as a share, averageVehicleSpeed, laneId), and files of loggers in the delta.
 */
record ForeignName(Field field, List<String> names) {
  private static final List<String> STARTS_OF_INTERVALS =
      List.of("dateobservedfrom", "collection_interval_start_date");

  static final List<ForeignName> STANDARD =
      List.of(
          of(SALINITY, "salinity", "sal", "sal_gl", "sal_ppt", "salinity_ppt", "salinity_psu"),
          of(SALINITY, Scale.THOUSANDTH, "sal_mgl", "salinity_mgl", "salinity_mg_l"),
          of(EC25, "ec", "ec25", "ec_25", "ec_uscm", "ec25_uscm", "four_ec", "ec_k1", "ec_k10"),
          of(EC25, "conductivity", "conductivity_us_cm", "conductivity_uscm"),
          of(EC25, Scale.THOUSANDFOLD, "ec_mscm", "ec25_mscm", "ec25_ms_cm", "conductivity_ms_cm"),
          of(EC, "ec_raw", "ec_raw_us_cm", "ec_uncompensated"),
          of(EC, Scale.THOUSANDFOLD, "ec_ms_cm", "ec_raw_ms_cm"),
          of(TEMPERATURE, "temperature", "temp", "temp_c", "tempc", "temperaturec"),
          of(TEMPERATURE, "water_temp", "water_temp_c", "water_temperature", "watertemp"),
          of(TEMPERATURE, "temp_ds18b20", "tempc_ds18b20", "four_ec_temp"),
          of(LEVEL, "level", "water_level", "water_level_m", "waterlevel"),
          of(LEVEL, Scale.HUNDREDTH, "level_cm", "water_level_cm"),
          of(LEVEL, Scale.THOUSANDTH, "level_mm", "water_level_mm"),
          of(BATTERY, "batv", "bat_v", "batt_v", "vbat", "vbatt", "battery_voltage"),
          of(BATTERY, Scale.THOUSANDTH, "bat_mv", "batt_mv", "battery_mv"),
          of(INTERVAL, "interval", "period_s"),
          of(COUNT, "vehicles", "vehicle_count", "intensity"),
          of(OCCUPANCY, "occupancy_percent"),
          of(OCCUPANCY, Scale.SHARE_OR_PERCENT, "occupancy"),
          of(SPEED, "speed", "speed_kph", "average_speed_kph", "averagevehiclespeed"),
          of(SPEED, "avg_speed_kmh", "mean_speed_kmh"),
          of(CLASS_MOTORCYCLE, "motorcycle", "motorcycles", "motorbike", "motorbikes"),
          of(CLASS_CAR, "car", "cars"),
          of(CLASS_TRUCK, "truck", "trucks"),
          of(CLASS_BUS, "bus", "buses"),
          of(CLASS_BICYCLE, "bicycle", "bicycles"),
          of(SCORE, "confidence"),
          new ForeignName(Label.TIME, List.of("ts", "timestamp", "datetime", "date_time")),
          new ForeignName(Label.TIME, STARTS_OF_INTERVALS),
          new ForeignName(Label.LANE, List.of("laneid", "lane_id", "lane_order")),
          new ForeignName(Label.EVENT_ID, List.of("eventid")));

  /** Names of FIWARE's TrafficFlowObserved alone, whose occupancy is a share. */
  static final Set<String> OF_SHARES = Set.of("intensity", "averagevehiclespeed");

  private static ForeignName of(Quantity quantity, String... names) {
    return of(quantity, Scale.AS_IS, names);
  }

  private static ForeignName of(Quantity quantity, Scale scale, String... names) {
    return new ForeignName(new Field.Gauge(quantity, scale), List.of(names));
  }
}
