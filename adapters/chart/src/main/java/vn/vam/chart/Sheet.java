package vn.vam.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** White paper, and a pen that writes as well. */
final class Sheet implements AutoCloseable {
  private final Graphics2D pen;
  private final Lettering lettering;

  /** Where a text has its place. */
  enum Anchor {
    LEFT,
    MIDDLE,
    RIGHT
  }

  Sheet(BufferedImage image, Lettering lettering) {
    this.lettering = lettering;
    pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    fill(new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight()), Color.WHITE);
  }

  void fill(Shape shape, Color colour) {
    pen.setColor(colour);
    pen.fill(shape);
  }

  void trace(Shape shape, double width, Color colour) {
    pen.setColor(colour);
    pen.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(shape);
  }

  void dashes(double x1, double y1, double x2, double y2, Color colour) {
    pen.setColor(colour);
    pen.setStroke(
        new BasicStroke(
            3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {12, 8}, 0));
    pen.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  /** On a white edge, so that it is legible across lines. */
  void write(String text, double size, double x, double y, Anchor anchor, Color colour) {
    double width = lettering.width(text, size);
    double left =
        switch (anchor) {
          case LEFT -> x;
          case MIDDLE -> x - width / 2;
          case RIGHT -> x - width;
        };
    Shape outline = lettering.outline(text, size, left, y);
    trace(outline, 5, Color.WHITE);
    fill(outline, colour);
  }

  double width(String text, double size) {
    return lettering.width(text, size);
  }

  @Override
  public void close() {
    pen.dispose();
  }
}
