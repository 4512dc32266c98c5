import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Makes the program's icons of its drawing: PNG in several sizes, ICO for Windows, ICNS for macOS.
 *
 * <p>Run as a source file: {@code Icons DRAWING.svg FOLDER}. Understands of SVG what the drawing
 * uses, and refuses the rest: {@code rect}, {@code circle}, {@code path} with absolute commands M L
 * C Q Z, plain fills and vertical gradients.
 */
final class Icons {
  private static final int[] SIZES = {16, 32, 48, 64, 128, 256, 512, 1024};
  private static final int[] IN_ICO = {16, 32, 48, 64, 128, 256};

  /** Types of the ICNS format that hold a PNG, and its size. */
  private static final Map<String, Integer> IN_ICNS =
      new java.util.TreeMap<>(
          Map.of("ic11", 32, "ic12", 64, "ic07", 128, "ic08", 256, "ic09", 512, "ic10", 1024));

  private final List<Filled> shapes = new ArrayList<>();
  private final Map<String, Paint> gradients = new HashMap<>();
  private final double width;

  private record Filled(Shape shape, String fill) {}

  private Icons(Element drawing) throws IOException {
    width = number(drawing, "width");
    read(drawing);
  }

  public static void main(String[] arguments)
      throws IOException, ParserConfigurationException, SAXException {
    if (arguments.length != 2) {
      System.err.println("usage: Icons DRAWING.svg FOLDER");
      System.exit(2);
    }
    System.setProperty("java.awt.headless", "true");
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of(arguments[0]).toFile());
    Icons icons = new Icons(document.getDocumentElement());
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    Map<Integer, byte[]> pictures = new HashMap<>();
    for (int size : SIZES) {
      pictures.put(size, icons.png(size));
      Files.write(folder.resolve("myna-" + size + ".png"), pictures.get(size));
    }
    Files.write(folder.resolve("myna.ico"), ico(pictures));
    Files.write(folder.resolve("myna.icns"), icns(pictures));
  }

  private void read(Element parent) throws IOException {
    NodeList children = parent.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i).getNodeType() != Node.ELEMENT_NODE) {
        continue;
      }
      Element element = (Element) children.item(i);
      switch (element.getTagName()) {
        case "defs" -> read(element);
        case "linearGradient" ->
            gradients.put("url(#" + element.getAttribute("id") + ")", gradient(element));
        case "rect" -> add(element, rectangle(element));
        case "circle" -> add(element, circle(element));
        case "path" -> add(element, path(element.getAttribute("d")));
        default -> throw new IOException("cannot draw " + element.getTagName());
      }
    }
  }

  private void add(Element element, Shape shape) {
    shapes.add(new Filled(shape, element.getAttribute("fill")));
  }

  private Paint gradient(Element element) {
    NodeList stops = element.getElementsByTagName("stop");
    Color top = Color.decode(((Element) stops.item(0)).getAttribute("stop-color"));
    Color bottom = Color.decode(((Element) stops.item(1)).getAttribute("stop-color"));
    return new GradientPaint(0, 0, top, 0, (float) width, bottom);
  }

  private static Shape rectangle(Element element) {
    double diameter = 2 * number(element, "rx");
    Rectangle2D frame =
        new Rectangle2D.Double(
            number(element, "x"),
            number(element, "y"),
            number(element, "width"),
            number(element, "height"));
    return new RoundRectangle2D.Double(
        frame.getX(), frame.getY(), frame.getWidth(), frame.getHeight(), diameter, diameter);
  }

  private static Shape circle(Element element) {
    double radius = number(element, "r");
    return new Ellipse2D.Double(
        number(element, "cx") - radius, number(element, "cy") - radius, 2 * radius, 2 * radius);
  }

  private static double number(Element element, String name) {
    String value = element.getAttribute(name);
    return value.isEmpty() ? 0 : Double.parseDouble(value);
  }

  private static Shape path(String data) throws IOException {
    Path2D path = new Path2D.Double();
    try (Scanner scanner = new Scanner(data).useLocale(java.util.Locale.ROOT)) {
      while (scanner.hasNext()) {
        String command = scanner.next();
        double[] p = new double[6];
        for (int i = 0; i < p.length && scanner.hasNextDouble(); i++) {
          p[i] = scanner.nextDouble();
        }
        switch (command) {
          case "M" -> path.moveTo(p[0], p[1]);
          case "L" -> path.lineTo(p[0], p[1]);
          case "Q" -> path.quadTo(p[0], p[1], p[2], p[3]);
          case "C" -> path.curveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
          case "Z" -> path.closePath();
          default -> throw new IOException("cannot draw the path command " + command);
        }
      }
    }
    return path;
  }

  private byte[] png(int size) throws IOException {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.scale(size / width, size / width);
    for (Filled filled : shapes) {
      Paint gradient = gradients.get(filled.fill());
      pen.setPaint(gradient == null ? Color.decode(filled.fill()) : gradient);
      pen.fill(filled.shape());
    }
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  /** Header of 6 bytes, 16 bytes for each picture, then the pictures as PNG. */
  private static byte[] ico(Map<Integer, byte[]> pictures) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(6 + 16 * IN_ICO.length).order(ByteOrder.LITTLE_ENDIAN);
    head.putShort((short) 0).putShort((short) 1).putShort((short) IN_ICO.length);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size : IN_ICO) {
      byte[] png = pictures.get(size);
      byte side = (byte) (size == 256 ? 0 : size);
      head.put(side).put(side).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
      head.putInt(png.length).putInt(head.capacity() + body.size());
      body.write(png);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(head.array());
    body.writeTo(all);
    return all.toByteArray();
  }

  /** "icns", the whole length, then type, length with these 8 bytes, and PNG of each picture. */
  private static byte[] icns(Map<Integer, byte[]> pictures) throws IOException {
    int length = 8 + IN_ICNS.values().stream().mapToInt(s -> 8 + pictures.get(s).length).sum();
    ByteBuffer all = ByteBuffer.allocate(length);
    all.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(length);
    IN_ICNS.forEach(
        (type, size) -> {
          byte[] png = pictures.get(size);
          all.put(type.getBytes(StandardCharsets.US_ASCII)).putInt(8 + png.length).put(png);
        });
    return all.array();
  }
}
