package vn.vam.barcode;

import java.util.random.RandomGenerator;
import vn.vam.barcode.Exposure.Fold;

/** What goes wrong when people photograph a receipt, a kind at a time, from mild to hard. */
enum Damage {
  NONE("nothing: a steady hand in daylight", 0.97) {
    @Override
    byte[] photo(Paper paper, RandomGenerator random) {
      return jpeg(shot(paper, random, 4, 8), 0.75);
    }
  },
  FOCUS("out of focus, 0.25 to 0.55 modules", 0.85) {
    @Override
    byte[] photo(Paper paper, RandomGenerator random) {
      double module = random.nextDouble(4, 9);
      return jpeg(
          shot(paper, random, module)
              .unfocused(module * random.nextDouble(0.25, 0.55))
              .noisy(3, random),
          0.7);
    }
  },
  SHAKE("a moving hand, 1 to 2 modules", 0.75) {
    @Override
    byte[] photo(Paper paper, RandomGenerator random) {
      double module = random.nextDouble(4, 9);
      double way = random.nextDouble(Math.PI);
      return jpeg(
          shot(paper, random, module)
              .smeared(module * random.nextDouble(1.0, 2.0), Math.cos(way), Math.sin(way))
              .noisy(3, random),
          0.7);
    }
  },
  GLARE("a lamp mirrored on the code", 0.5) {
    @Override
    byte[] photo(Paper paper, RandomGenerator random) {
      double module = random.nextDouble(4, 8);
      Exposure shot = shot(paper, random, module);
      double x = shot.middleX() + module * random.nextDouble(-13, 13);
      double y = shot.middleY() + module * random.nextDouble(-13, 13);
      double radius = module * random.nextDouble(4, 11);
      double strength = random.nextDouble(150, 400);
      return jpeg(
          shot.through(
              (px, py, light) ->
                  light + strength * Math.exp(-Math.pow(Math.hypot(px - x, py - y) / radius, 2))),
          0.7);
    }
  },
  PERSPECTIVE("from the side, 40° to 65°", 0.97) {
    @Override
    byte[] photo(Paper paper, RandomGenerator random) {
      Camera camera =
          camera(
              random,
              random.nextDouble(5, 9),
              random.nextDouble(-20, 20),
              random.nextDouble(40, 65));
      return jpeg(Exposure.of(paper, camera, Fold.NONE).noisy(3, random), 0.7);
    }
  },
  JPEG("compressed again and again, quality 3 to 15", 0.97) {
    @Override
    byte[] photo(Paper paper, RandomGenerator random) {
      return jpeg(shot(paper, random, 2.5, 5).noisy(3, random), random.nextDouble(0.03, 0.15));
    }
  },
  CREASES("folded one to three times", 0.95) {
    @Override
    byte[] photo(Paper paper, RandomGenerator random) {
      Camera camera = camera(random, random.nextDouble(4, 8), random.nextDouble(-20, 20), 15);
      return jpeg(Exposure.of(paper, camera, creases(random)).noisy(3, random), 0.7);
    }
  },
  CURLED("paper that rolls up", 0.95) {
    @Override
    byte[] photo(Paper paper, RandomGenerator random) {
      Camera camera = camera(random, random.nextDouble(4, 8), random.nextDouble(-20, 20), 15);
      double way = random.nextDouble(Math.PI);
      double depth = random.nextDouble(0.5, 1.6);
      double phase = random.nextDouble(2 * Math.PI);
      Fold curl =
          (x, y) -> {
            double along = (x * Math.cos(way) + y * Math.sin(way)) / 9 + phase;
            double moved = depth * Math.sin(along);
            return new double[] {
              x + moved * Math.cos(way), y + moved * Math.sin(way), 0.8 + 0.2 * Math.cos(along)
            };
          };
      return jpeg(Exposure.of(paper, camera, curl).noisy(3, random), 0.7);
    }
  },
  NOISE("a cheap sensor, ±30 to ±90 of 255", 0.95) {
    @Override
    byte[] photo(Paper paper, RandomGenerator random) {
      return jpeg(shot(paper, random, 3, 7).noisy(random.nextDouble(30, 90), random), 0.7);
    }
  },
  DARK("a room at night", 0.9) {
    @Override
    byte[] photo(Paper paper, RandomGenerator random) {
      double gain = random.nextDouble(0.06, 0.25);
      return jpeg(
          shot(paper, random, 3.5, 7)
              .through((x, y, light) -> 8 + gain * light * (0.4 + 0.6 * x / 1280.0))
              .noisy(random.nextDouble(2, 7), random),
          0.6);
    }
  },
  SHADOW("the hand's shadow across the code", 0.95) {
    @Override
    byte[] photo(Paper paper, RandomGenerator random) {
      double module = random.nextDouble(4, 8);
      Exposure shot = shot(paper, random, module);
      double way = random.nextDouble(2 * Math.PI);
      double left = random.nextDouble(0.1, 0.35);
      double middle = module * random.nextDouble(-8, 8);
      double soft = module * random.nextDouble(0.3, 3);
      return jpeg(
          shot.through(
                  (x, y, light) -> {
                    double side =
                        (x - shot.middleX()) * Math.cos(way)
                            + (y - shot.middleY()) * Math.sin(way)
                            - middle;
                    return light * (left + (1 - left) / (1 + Math.exp(-side / soft)));
                  })
              .noisy(3, random),
          0.7);
    }
  },
  FAR("from far away, 1.8 to 3.2 pixels a module", 0.95) {
    @Override
    byte[] photo(Paper paper, RandomGenerator random) {
      return jpeg(shot(paper, random, 1.8, 3.2), 0.85);
    }
  },
  NEAR("8 megapixels, filled by the receipt", 0.95) {
    @Override
    byte[] photo(Paper paper, RandomGenerator random) {
      var camera =
          new Camera(
              3264,
              2448,
              random.nextDouble(16, 50),
              random.nextDouble(-25, 25),
              random.nextDouble(5, 25),
              random.nextDouble(360),
              random.nextDouble(-200, 200),
              random.nextDouble(-200, 200));
      return jpeg(
          Exposure.of(paper, camera, Fold.NONE).noisy(random.nextDouble(5, 30), random), 0.7);
    }
  },
  TURNED("held any way round", 0.97) {
    @Override
    byte[] photo(Paper paper, RandomGenerator random) {
      Camera camera =
          camera(random, random.nextDouble(2.5, 7), random.nextDouble(360), random.nextDouble(30));
      return jpeg(Exposure.of(paper, camera, Fold.NONE).noisy(5, random), 0.6);
    }
  },

  /** So hard that one look reads about as many as of photos that phones took. */
  EVERYDAY("a little of everything, as hands do it", 0.97) {
    @Override
    byte[] photo(Paper paper, RandomGenerator random) {
      double module = random.nextDouble(3, 8);
      double gain = random.nextDouble(0.5, 1.05);
      double way = random.nextDouble(Math.PI);
      Camera camera = camera(random, module, random.nextDouble(-30, 30), random.nextDouble(30));
      return jpeg(
          Exposure.of(paper, camera, random.nextInt(5) == 0 ? creases(random) : Fold.NONE)
              .unfocused(module * random.nextDouble(0.05, 0.28))
              .smeared(module * random.nextDouble(0.1, 0.5), Math.cos(way), Math.sin(way))
              .through((x, y, light) -> gain * light * (0.75 + 0.25 * y / 960.0))
              .noisy(random.nextDouble(3, 13), random),
          random.nextDouble(0.3, 0.8));
    }
  };

  private final String words;
  private final double least;

  Damage(String words, double least) {
    this.words = words;
    this.least = least;
  }

  /** The share of these photos that must be read, be they four or hundreds. */
  double least() {
    return least;
  }

  String words() {
    return words;
  }

  /** A file as it is sent. */
  abstract byte[] photo(Paper paper, RandomGenerator random);

  private static byte[] jpeg(Exposure exposure, double quality) {
    return Pictures.jpeg(exposure.stored(), quality);
  }

  private static Exposure shot(Paper paper, RandomGenerator random, double least, double most) {
    return shot(paper, random, random.nextDouble(least, most));
  }

  private static Exposure shot(Paper paper, RandomGenerator random, double module) {
    Camera camera = camera(random, module, random.nextDouble(-20, 20), random.nextDouble(20));
    return Exposure.of(paper, camera, Fold.NONE);
  }

  private static Camera camera(RandomGenerator random, double module, double turn, double tilt) {
    return new Camera(
        1280,
        960,
        module,
        turn,
        tilt,
        random.nextDouble(360),
        random.nextDouble(-150, 150),
        random.nextDouble(-100, 100));
  }

  /** Each fold moves what lies behind it and casts a narrow shadow, or shines. */
  private static Fold creases(RandomGenerator random) {
    Fold folded = Fold.NONE;
    int folds = random.nextInt(1, 4);
    for (int i = 0; i < folds; i++) {
      folded = creased(folded, random);
    }
    return folded;
  }

  private static Fold creased(Fold before, RandomGenerator random) {
    double way = random.nextDouble(2 * Math.PI);
    double middle = random.nextDouble(-11, 11);
    double moved = random.nextDouble(-0.6, 0.6);
    double shade = random.nextBoolean() ? random.nextDouble(0.35, 0.8) : random.nextDouble(1.1, 2);
    double wide = random.nextDouble(0.3, 0.9);
    return (x, y) -> {
      double side = (x - Paper.QR_X) * Math.cos(way) + (y - Paper.QR_Y) * Math.sin(way) - middle;
      double near = Math.exp(-Math.pow(side / wide, 2));
      double shift = side > 0 ? moved : 0;
      double[] there = before.at(x - shift * Math.sin(way), y + shift * Math.cos(way));
      there[2] *= 1 + (shade - 1) * near;
      return there;
    };
  }
}
