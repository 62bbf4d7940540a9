package vn.vam.sim.office;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Invents the office's dossiers: every journey at every point of it. What has happened lies in
 * office hours of the last days; what will happen comes as fast as the office's speed says.
 */
final class Archivist {

  private static final int DOSSIERS = 40;

  /** The first dossier is being processed: the best one to show. */
  private static final int FIRST_STANDS_AT = 2;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

  private final SplittableRandom random;
  private final double speed;
  private final Instant now;
  private final Set<DossierCode> given = new HashSet<>();

  private Archivist(OfficeConfig config) {
    this.random = new SplittableRandom(config.seed());
    this.speed = config.speed();
    this.now = config.clock().instant();
  }

  static List<Dossier> dossiers(OfficeConfig config) {
    Archivist archivist = new Archivist(config);
    List<Dossier> dossiers = new ArrayList<>();
    for (int number = 0; number < DOSSIERS; number++) {
      dossiers.add(archivist.dossier(number));
    }
    return dossiers;
  }

  private Dossier dossier(int number) {
    int row = number / Journey.ALL.size();
    int column = number % Journey.ALL.size();
    Journey journey = Journey.ALL.get(column);
    int standsAt = (FIRST_STANDS_AT + row + column) % journey.states().size();
    Procedure procedure = procedure(journey);
    Commune commune = Draw.one(Commune.ALL, random);
    List<Step> life = life(journey.states(), standsAt, procedure);
    DossierCode code = code(commune, life.getFirst().at());
    return new Dossier(
        code, Draw.readable(4, random), procedure, commune, Person.drawn(random), life);
  }

  private Procedure procedure(Journey journey) {
    List<Procedure> fitting =
        Procedure.ALL.stream().filter(each -> each.paid() || !journey.paid()).toList();
    return Draw.one(fitting, random);
  }

  private List<Step> life(List<DossierState> states, int standsAt, Procedure procedure) {
    List<Step> life = new ArrayList<>();
    Instant at = now;
    for (int i = standsAt; i >= 0; i--) {
      at = inOfficeHours(at.minus(pastPause(procedure, states.size())));
      life.addFirst(new Step(states.get(i), at));
    }
    at = now;
    for (int i = standsAt + 1; i < states.size(); i++) {
      at = at.plus(nextPause());
      life.add(new Step(states.get(i), at));
    }
    return life;
  }

  /** So long that the whole journey takes about the days the law gives. */
  private Duration pastPause(Procedure procedure, int steps) {
    double hours = 24.0 * procedure.workingDays() / steps * random.nextDouble(0.4, 1.1);
    return Duration.ofMinutes(Math.max(50, Math.round(60 * hours)));
  }

  /** Two to twelve hours of the office's own time. */
  private Duration nextPause() {
    return Duration.ofMillis(Math.round(random.nextDouble(2, 12) * 3_600_000 / speed));
  }

  private Instant inOfficeHours(Instant at) {
    return OfficeHours.open(at)
        ? at
        : OfficeHours.lastEndBefore(at).minusSeconds(random.nextInt(60, 3 * 3600));
  }

  private DossierCode code(Commune commune, Instant registered) {
    String day = DAY.format(registered.atOffset(OfficeHours.LOCAL_TIME));
    DossierCode code = DossierCode.read(unit(commune) + "-" + day + "-" + number()).orElseThrow();
    return given.add(code) ? code : code(commune, registered);
  }

  /** Mostly the short form; some units still use four levels or the form of before 2018. */
  private String unit(Commune commune) {
    return switch (random.nextInt(8)) {
      case 0 -> "H58.%d.05.13".formatted(commune.unit());
      case 1 -> "000.00.%d.H58".formatted(commune.unit());
      default -> "H58.%d".formatted(commune.unit());
    };
  }

  private String number() {
    return "%04d".formatted(random.nextInt(1, 90));
  }
}
