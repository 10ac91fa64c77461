package io.reprise.adapters.playlistfile;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** XSPF, version 1. Documents that declare entities are refused. */
final class XspfFile {
    private static final String NAMESPACE = "http://xspf.org/ns/0/";
    private static final Set<String> TEXTS =
            Set.of("title", "creator", "annotation", "album", "location", "identifier", "duration");
    private static final int MILLISECONDS = 1_000;

    private XspfFile() {}

    static String write(Sheet sheet) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("playlist");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("version", "1");
            element(xml, "title", sheet.title());
            element(xml, "creator", sheet.creator());
            element(xml, "annotation", sheet.annotation());
            xml.writeStartElement("trackList");
            for (Sheet.Line line : sheet.lines()) {
                track(xml, line);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory can be written", e);
        }
        return text.append('\n').toString();
    }

    private static void track(XMLStreamWriter xml, Sheet.Line line) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("track");
        element(xml, "location", line.location().isEmpty() ? "" : Locations.address(line.location()));
        element(xml, "identifier", Recordings.address(line.ids()).orElse(""));
        element(xml, "title", line.title());
        element(xml, "creator", line.credit());
        element(xml, "album", line.album());
        element(xml, "duration", line.seconds() == 0 ? "" : Long.toString((long) line.seconds() * MILLISECONDS));
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            xml.writeStartElement(name);
            xml.writeCharacters(writable(text));
            xml.writeEndElement();
        }
    }

    /** XML has no form for most control characters. */
    private static String writable(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", " ");
    }

    static Sheet read(String text) {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return read(factory.createXMLStreamReader(new StringReader(text)));
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("this is no XSPF: " + e.getMessage(), e);
        }
    }

    private static Sheet read(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> playlist = new HashMap<>();
        Map<String, String> told = playlist;
        List<Sheet.Line> lines = new ArrayList<>();
        boolean isPlaylist = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                isPlaylist |= name.equals("playlist");
                if (name.equals("track")) {
                    told = new HashMap<>();
                } else if (TEXTS.contains(name)) {
                    told.putIfAbsent(name, xml.getElementText().strip());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("track")) {
                lines.add(line(told));
                told = playlist;
            }
        }
        if (!isPlaylist) {
            throw new IllegalArgumentException("an XSPF file has an element playlist, and this XML has none");
        }
        return new Sheet(
                playlist.getOrDefault("title", ""),
                playlist.getOrDefault("annotation", ""),
                playlist.getOrDefault("creator", ""),
                lines);
    }

    private static Sheet.Line line(Map<String, String> told) {
        String duration = told.getOrDefault("duration", "");
        return new Sheet.Line(
                told.getOrDefault("title", ""),
                told.getOrDefault("creator", ""),
                told.getOrDefault("album", ""),
                duration.matches("\\d{1,12}") ? (int) Math.min(Integer.MAX_VALUE, Long.parseLong(duration) / 1000) : 0,
                Recordings.ids(told.getOrDefault("identifier", "")),
                told.getOrDefault("location", ""));
    }
}
