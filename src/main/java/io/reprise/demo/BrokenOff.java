package io.reprise.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is begun and not ended: a song that is skipped for the next one, a film that bores. */
final class BrokenOff {
    private static final int SONGS_PER_SKIP = 11;
    private static final int FILMS_PER_BORE = 19;
    private static final int SKIPPED_SECONDS = 6;
    private static final int BORED_SECONDS = 1_500;

    private BrokenOff() {}

    /** What was broken off after the entry at this place; it lies before the next one. */
    static Optional<Entry> after(List<Entry> entries, int place) {
        Entry now = entries.get(place);
        Entry later = entries.get((place + SONGS_PER_SKIP) % entries.size());
        return switch (now.thing().kind()) {
            case "song" ->
                place % SONGS_PER_SKIP == 0 && later.thing().kind().equals("song")
                        ? left(entries, place, later.thing(), new Cut(SKIPPED_SECONDS, later.length()))
                        : Optional.empty();
            case "film" ->
                now.at() % FILMS_PER_BORE == 0
                        ? left(entries, place, sequel(now.thing()), new Cut(BORED_SECONDS, now.length()))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** After so many seconds of a length. */
    private record Cut(int seconds, int length) {}

    private static Optional<Entry> left(List<Entry> entries, int place, Thing thing, Cut cut) {
        Entry now = entries.get(place);
        boolean hasRoom = place + 1 < entries.size() && entries.get(place + 1).at() >= now.end() + cut.seconds();
        return hasRoom
                ? Optional.of(new Entry(now.end(), cut.seconds(), cut.length(), thing, now.client()))
                : Optional.empty();
    }

    private static Thing sequel(Thing film) {
        Map<String, Object> members = new LinkedHashMap<>(film.members());
        members.put("title", film.members().get("title") + " Returns");
        return new Thing(film.kind(), members);
    }
}
