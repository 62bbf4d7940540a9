package vn.vam.feeds;

import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.filter.Filters;
import org.jdom2.input.SAXBuilder;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * The XML of a stranger. A document type, and with it every entity of its own, is refused, and so
 * is what is deeper or has more elements than any news: each takes a hundred times its letters.
 */
final class NewsXml {
  static final int MOST_ELEMENTS = 20_000;
  private static final int DEEPEST = 100;
  private static final Set<String> DATES =
      Set.of("pubDate", "date", "published", "updated", "issued", "modified", "created");
  private static final String XERCES = "http://apache.org/xml/features/";
  private static final String SAX = "http://xml.org/sax/features/";

  private NewsXml() {}

  /** Lines before the declaration are passed over, and dates are written as RFC 3339. */
  static Document read(byte[] body) throws IOException, JDOMException {
    SAXBuilder builder = new SAXBuilder();
    builder.setFeature(XERCES + "disallow-doctype-decl", true);
    builder.setFeature(XERCES + "nonvalidating/load-external-dtd", false);
    builder.setFeature(SAX + "external-general-entities", false);
    builder.setFeature(SAX + "external-parameter-entities", false);
    builder.setXMLFilter(new Bounded());
    int start = 0;
    while (start < body.length && Character.isWhitespace(body[start])) {
      start++;
    }
    try (XmlReader text =
        new XmlReader(new ByteArrayInputStream(body, start, body.length - start))) {
      Document document = builder.build(text);
      List<Element> dates = new ArrayList<>();
      document.getDescendants(Filters.element()).forEach(element -> add(element, dates));
      dates.forEach(NewsXml::write);
      return document;
    }
  }

  private static void add(Element element, List<Element> dates) {
    if (DATES.contains(element.getName())) {
      dates.add(element);
    }
  }

  private static void write(Element date) {
    NewsTime.read(date.getText()).ifPresent(time -> date.setText(time.toString()));
  }

  private static final class Bounded extends XMLFilterImpl {
    private int elements;
    private int depth;

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes)
        throws SAXException {
      if (++elements > MOST_ELEMENTS || ++depth > DEEPEST) {
        throw new SAXException("more than " + MOST_ELEMENTS + " elements, or too deep");
      }
      super.startElement(uri, name, qualified, attributes);
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
      depth--;
      super.endElement(uri, name, qualified);
    }
  }
}
