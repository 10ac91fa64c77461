package io.reprise.playlist;

import io.reprise.account.ZoneHistory;
import io.reprise.history.History;
import io.reprise.history.HistoryBuilder;
import io.reprise.history.Unfinished;
import io.reprise.history.UnfinishedBuilder;
import io.reprise.media.MediaKind;
import io.reprise.rating.Opinion;
import io.reprise.rating.Rated;
import io.reprise.rating.RatingEvent;
import io.reprise.rating.Score;
import io.reprise.scrobble.Precision;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Small histories, opinions and definitions in which everything happens. */
final class RandomLists {
    private static final List<String> ZONES =
            List.of("UTC", "Asia/Kolkata", "Europe/Madrid", "America/New_York", "Pacific/Auckland");
    private static final LocalDateTime BEGIN = LocalDateTime.of(2023, 12, 20, 0, 0);
    private static final int SPAN_DAYS = 90;
    private static final List<String> FIELDS = List.of(
            "title",
            "artist",
            "album",
            "container",
            "series",
            "albumartist",
            "kind",
            "genre",
            "tag",
            "source",
            "year",
            "playcount",
            "completedcount",
            "skipcount",
            "partialcount",
            "listenedms",
            "rating",
            "score",
            "loved",
            "firstplayed",
            "lastplayed",
            "played",
            "daterated",
            "dateloved",
            "album.playcount",
            "artistplaycount",
            "album.lastplayed",
            "artist.firstplayed",
            "container.listenedms",
            "albumrating",
            "album.loved",
            "artist.score",
            "artistloved",
            "artist.dateloved",
            "container.daterated",
            "series.tag",
            "artist.tag",
            "bpm",
            "mood",
            "compilation");
    private static final List<String> SORTS = List.of(
            "title",
            "-title",
            "artist",
            "-playcount",
            "lastplayed",
            "-lastplayed",
            "-rating,title",
            "album,-title",
            "-score,lastplayed",
            "firstplayed",
            "listenedms",
            "year,-artist",
            "-albumrating,artist.tag",
            "artist.score,-album.dateloved");

    private final Random random;

    RandomLists(long seed) {
        this.random = new Random(seed);
    }

    History history() {
        HistoryBuilder builder = new HistoryBuilder(ZoneHistory.of(ZoneId.of(one(ZONES))));
        int plays = random.nextInt(6) == 0 ? random.nextInt(2) : random.nextInt(100);
        for (int i = 0; i < plays; i++) {
            play(builder.from(1 + random.nextInt(2)));
        }
        if (plays > 0 && random.nextBoolean()) {
            builder.undated(MediaKind.SONG, "Alpha", "x")
                    .undated(MediaKind.SONG, "beta two", "x")
                    .merge(MediaKind.SONG, "Alpha", "x", "beta two");
        }
        return builder.build();
    }

    private void play(HistoryBuilder builder) {
        MediaKind kind = one(List.of(MediaKind.SONG, MediaKind.SONG, MediaKind.BOOK, MediaKind.EPISODE));
        String title = one(List.of("Alpha", "alp", "beta two", "Gamma", "Ünder", "S1 E2"));
        String creator = one(List.of("x", "y", "x & y", "Zed", ""));
        LocalDate date = BEGIN.toLocalDate().plusDays(random.nextInt(SPAN_DAYS));
        switch (random.nextInt(9)) {
            case 0 -> builder.undated(kind, title, creator);
            case 1 -> builder.dated(Precision.DAY, kind, title, creator, date);
            default ->
                builder.play(kind, title, creator, one(List.of("", "One", "two")), somewhen(), random.nextInt(3) * 100);
        }
    }

    long somewhen() {
        return BEGIN.toEpochSecond(ZoneOffset.UTC) + random.nextInt(SPAN_DAYS * 86_400);
    }

    List<RatingEvent> opinions(History history) {
        List<RatingEvent> events = new ArrayList<>();
        int last = history.names().lastItem();
        for (int i = 1; last > 0 && i <= random.nextInt(30); i++) {
            Rated.Sort sort = one(List.of(Rated.Sort.values()));
            Rated about = new Rated(sort, 1 + random.nextInt(last), MediaKind.SONG, "t", "", null, 0, null);
            Opinion opinion = switch (random.nextInt(5)) {
                case 0 -> new Opinion.Rate(Score.of(random.nextBoolean() ? 1 : -1, -1, 1));
                case 1 -> new Opinion.Tag(one(List.of("road", "sleep")));
                case 2 -> new Opinion.Undo(1 + random.nextInt(i));
                default -> new Opinion.Rate(Score.of(random.nextInt(11), 0, 10));
            };
            events.add(new RatingEvent(i, somewhen(), about, opinion, false));
        }
        return events;
    }

    Unfinished unfinished(History history) {
        int size = history.names().lastItem() == 0 ? 0 : random.nextInt(20);
        UnfinishedBuilder plays = new UnfinishedBuilder();
        for (int i = 0; i < size; i++) {
            plays.add(somewhen(), 1 + random.nextInt(history.names().lastItem()), random.nextBoolean());
        }
        return plays.build();
    }

    Definition definition() {
        StringBuilder json = new StringBuilder("{");
        if (random.nextInt(3) == 0) {
            json.append("\"kind\":[\"song\"],");
        }
        json.append(random.nextBoolean() ? "\"all\":" : "\"any\":").append(group(2));
        json.append(",\"sort\":\"").append(one(SORTS)).append('"');
        if (random.nextInt(4) == 0) {
            json.append(",\"order\":\"desc\"");
        }
        switch (random.nextInt(5)) {
            case 0 -> json.append(",\"limit\":").append(1 + random.nextInt(5));
            case 1 -> json.append(",\"limitPercent\":").append(1 + random.nextInt(100));
            default -> {}
        }
        if (random.nextInt(4) == 0) {
            json.append(",\"offset\":").append(random.nextInt(4));
        }
        if (random.nextInt(4) == 0) {
            String field = one(List.of("artist", "album", "kind", "genre"));
            json.append(",\"perGroup\":{\"field\":\"").append(field).append("\",\"max\":1}");
        }
        if (random.nextInt(3) == 0) {
            json.append(",\"unknownDates\":\"include\"");
        }
        return Definition.read(json.append('}').toString());
    }

    private String group(int depth) {
        List<String> rules = new ArrayList<>();
        for (int i = random.nextInt(depth == 2 ? 3 : 2); i >= 0; i--) {
            rules.add(rule(depth));
        }
        return "[" + String.join(",", rules) + "]";
    }

    private String rule(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 5 -> "{\"any\":" + group(depth - 1) + "}";
            case 6 -> "{\"all\":" + group(depth - 1) + "}";
            case 7 -> "{\"not\":" + rule(depth - 1) + "}";
            case 4 -> count();
            case 3 -> random.nextInt(3) == 0 ? "{\"inPlaylist\":{\"id\":\"odd\"}}" : compare();
            default -> compare();
        };
    }

    private String count() {
        String within = random.nextBoolean() ? "" : ",\"within\":\"" + span() + '"';
        return "{\"count\":{\"event\":\"" + one(List.of("play", "complete", "partial", "skip")) + '"' + within + ",\""
                + one(List.of("gt", "gte", "lt", "lte", "is", "isNot")) + "\":" + random.nextInt(4) + "}}";
    }

    private String compare() {
        while (true) {
            Field field = Field.find(one(FIELDS)).orElseThrow();
            Operator operator = Operator.values()[random.nextInt(Operator.values().length)];
            if (operator.fits(field.type())) {
                return "{\"" + operator.word() + "\":{\"" + field.word() + "\":" + value(field, operator) + "}}";
            }
        }
    }

    private String value(Field field, Operator operator) {
        return switch (operator) {
            case IS_MISSING, IS_PRESENT, ON_THIS_DAY -> Boolean.toString(random.nextBoolean());
            case IN_THE_LAST, NOT_IN_THE_LAST -> '"' + span() + '"';
            case WEEKDAY -> "[\"mon\",7]";
            case HOUR -> "[\"22..4\",12]";
            case IN_THE_RANGE -> "[" + single(field) + "," + single(field) + "]";
            case IN, NOT_IN -> "[" + single(field) + "," + single(field) + "]";
            default -> single(field);
        };
    }

    private String single(Field field) {
        return switch (field.type()) {
            case WORDS ->
                '"' + one(List.of("alp", "Alpha", "a", "x", "x, y", "one", "song", "road", "ü", "rock", "zzz")) + '"';
            case NUMBER ->
                Integer.toString(
                        switch (field.measure()) {
                            case SCORE -> 10 * random.nextInt(11);
                            case LISTENED -> 100_000 * random.nextInt(5);
                            case YEAR -> 1998 + random.nextInt(5);
                            default -> random.nextInt(6);
                        });
            case FLAG -> Boolean.toString(random.nextBoolean());
            case DATE -> '"' + one(List.of("2024", "2024-01", "2024-02-29", "2023-12-31", "2024-01-15")) + '"';
        };
    }

    private String span() {
        return one(List.of("0", "1", "7", "30d", "12h", "2w", "P1M", "1y"));
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    boolean coin() {
        return random.nextBoolean();
    }

    /** Facts by the number of the item. */
    static final Known FACTS = new Known() {
        @Override
        public List<String> genres(int item) {
            return item % 3 == 0 ? List.of() : item % 3 == 1 ? List.of("rock") : List.of("Rock", "jazz");
        }

        @Override
        public String released(int item) {
            return item % 4 == 0 ? "" : item % 4 == 1 ? "1999" : item % 4 == 2 ? "2001-05" : "2002-05-01";
        }

        @Override
        public List<String> countries(int item) {
            return List.of();
        }
    };

    static Sight.Lists odd(History history) {
        return id -> {
            int last = history.names().lastItem();
            return id.equals("odd")
                    ? Optional.of(java.util.stream.IntStream.rangeClosed(1, last)
                            .filter(item -> item % 2 == 1)
                            .toArray())
                    : Optional.empty();
        };
    }
}
