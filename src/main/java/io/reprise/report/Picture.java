package io.reprise.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a table is drawn, by the words of its columns: what stands along the bottom, what is measured, and, where several
 * lines share the picture, the column that tells them apart.
 */
public record Picture(Shape shape, String along, List<String> measured, Optional<String> by) {
    /** What kind of drawing it is. */
    public enum Shape {
        /** Upright bars over steps or hours. */
        BARS,
        /** Bars that lie, with names beside them. */
        LYING,
        /** Bars whose parts stand on one another. */
        STACKED,
        /** Lines over steps. */
        LINES,
        /** Lines of places, the first at the top. */
        RANKS,
        /** Coloured squares: along, by, and one measure. */
        GRID,
        /** Dots of two measures. */
        DOTS,
        /** Arrows from along to by, as wide as the measure. */
        FLOW,
        /** Lines between along and by, which have no direction, as wide as the measure. */
        LINKS,
        /** Coloured countries: along holds their ISO 3166-1 codes of two letters, by their names. */
        MAP
    }

    public Picture {
        measured = List.copyOf(measured);
        if (measured.isEmpty()) {
            throw new IllegalArgumentException("a picture shows something");
        }
    }

    static Picture of(Shape shape, String along, String... measured) {
        return new Picture(shape, along, List.of(measured), Optional.empty());
    }

    static Picture by(Shape shape, String along, String by, String measured) {
        return new Picture(shape, along, List.of(measured), Optional.of(by));
    }

    List<String> words() {
        return Stream.concat(Stream.concat(Stream.of(along), measured.stream()), by.stream())
                .toList();
    }
}
