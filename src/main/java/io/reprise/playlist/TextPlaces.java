package io.reprise.playlist;

import io.reprise.media.Fold;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The places of few texts among each other, folded; the same text has the same place. */
final class TextPlaces {
    /** The place of an empty text. */
    static final int NONE = 0;

    private final int[] places;

    private TextPlaces(int[] places) {
        this.places = places;
    }

    private record Text(int number, String folded) {}

    /** Of the texts from 1 to {@code last}; 0 has none. */
    static TextPlaces of(int last, IntFunction<String> text) {
        List<Text> texts = IntStream.rangeClosed(1, last)
                .mapToObj(number -> new Text(number, Fold.fold(text.apply(number))))
                .sorted(Comparator.comparing(Text::folded))
                .toList();
        int[] places = new int[last + 1];
        int place = NONE;
        String before = "";
        for (Text each : texts) {
            place += each.folded().equals(before) ? 0 : 1;
            before = each.folded();
            places[each.number()] = place;
        }
        return new TextPlaces(places);
    }

    /** Later ones come later. */
    int of(int number) {
        return places[number];
    }
}
