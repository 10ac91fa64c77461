package io.reprise.report;

import io.reprise.account.Calendar;
import io.reprise.account.WeekStart;
import io.reprise.account.ZoneHistory;
import io.reprise.catalog.Fact;
import io.reprise.history.History;
import io.reprise.history.HistoryBuilder;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.scrobble.Precision;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Small histories in which everything happens: moves between zones, clock changes, leap days, ties, coarse and undated
 * plays.
 */
final class RandomHistories {
    private static final List<String> ZONES =
            List.of("UTC", "Asia/Kolkata", "Europe/Madrid", "America/New_York", "Australia/Lord_Howe");
    private static final LocalDateTime BEGIN = LocalDateTime.of(2023, 12, 20, 0, 0);
    private static final int SPAN_DAYS = 90;

    private final Random random;

    RandomHistories(long seed) {
        this.random = new Random(seed);
    }

    History next() {
        ZoneHistory zones = ZoneHistory.of(zone());
        if (random.nextBoolean()) {
            zones = zones.moved(BEGIN.plusDays(random.nextInt(SPAN_DAYS)).toEpochSecond(ZoneOffset.UTC), zone());
        }
        HistoryBuilder builder = new HistoryBuilder(new Calendar(zones, oneOf(List.of(WeekStart.values()))));
        int plays = random.nextInt(5) == 0 ? random.nextInt(2) : random.nextInt(120);
        long at = 0;
        for (int i = 0; i < plays; i++) {
            at = random.nextInt(3) == 0 && at != 0 ? at + random.nextInt(4000) : somewhen();
            add(builder.from(1 + random.nextInt(2)), at);
        }
        if (plays > 0 && random.nextBoolean()) {
            builder.undated(MediaKind.SONG, "A", "x")
                    .undated(MediaKind.SONG, "B", "x")
                    .merge(MediaKind.SONG, "A", "x", "B");
        }
        return builder.facts(number -> fact(number, plays)).build();
    }

    /** Many things have one, some lack a word of it. */
    private static @Nullable Fact fact(int number, int salt) {
        int any = (number * 7 + salt) % 12;
        List<String> genres = List.of(List.of("rock"), List.of("jazz", "rock"), List.<String>of())
                .get(any % 3);
        String released = any % 4 == 0 ? "" : Integer.toString(1935 + any * 8);
        String country = List.of("DE", "", "XW", "Prussia").get(any % 4);
        return any == 11
                ? null
                : new Fact(
                        new ExternalId("test", "" + number),
                        "test",
                        1,
                        "",
                        "",
                        null,
                        released,
                        country,
                        genres,
                        List.of());
    }

    private void add(HistoryBuilder builder, long at) {
        MediaKind kind = random.nextInt(4) == 0 ? MediaKind.BOOK : MediaKind.SONG;
        String title = String.valueOf((char) ('A' + random.nextInt(6)));
        String creator = List.of("x", "y", "x & y", "Z", "", "z z").get(random.nextInt(6));
        LocalDate date = BEGIN.toLocalDate().plusDays(random.nextInt(SPAN_DAYS));
        switch (random.nextInt(12)) {
            case 0 -> builder.undated(kind, title, creator);
            case 1 -> builder.dated(Precision.DAY, kind, title, creator, date);
            case 2 -> builder.dated(Precision.MONTH, kind, title, creator, date);
            case 3 -> builder.dated(Precision.YEAR, kind, title, creator, date);
            default -> {
                String container = List.of("", "one", "two").get(random.nextInt(3));
                builder.play(kind, title, creator, container, at, random.nextInt(3) * 100);
            }
        }
    }

    private long somewhen() {
        return BEGIN.toEpochSecond(ZoneOffset.UTC) + random.nextInt(SPAN_DAYS * 86_400);
    }

    private ZoneId zone() {
        return ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    }

    Range range() {
        LocalDate from = BEGIN.toLocalDate().plusDays(random.nextInt(SPAN_DAYS) - 5);
        return switch (random.nextInt(6)) {
            case 0 -> Range.ALL;
            case 1 -> Range.since(from);
            case 2 -> Range.until(from);
            case 3 -> Range.ofYear(2023 + random.nextInt(2));
            case 4 ->
                Period.parse("2024-0" + (1 + random.nextInt(3)), new Period.Now(from, WeekStart.MONDAY))
                        .range();
            default -> Range.of(from, from.plusDays(random.nextInt(40)));
        };
    }

    Filter filter() {
        Filter filter = random.nextBoolean() ? Filter.of(MediaKind.SONG) : Filter.NONE;
        return switch (random.nextInt(7)) {
            case 0 -> filter.withCreator(1 + random.nextInt(4));
            case 1 -> filter.withContainer(1 + random.nextInt(3));
            case 2 -> filter.withItem(1 + random.nextInt(12));
            case 3 -> filter.withOrigin(1 + random.nextInt(3));
            default -> filter;
        };
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    /** Every play of a history that a range and a filter mean, found the slow and obvious way. */
    static List<Integer> plays(History history, Range range, Filter filter) {
        List<Integer> plays = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            if (inRange(history, i, range) && fits(history, i, filter)) {
                plays.add(i);
            }
        }
        return plays;
    }

    private static boolean inRange(History history, int index, Range range) {
        if (range.isAll()) {
            return true;
        }
        if (history.day(index) == History.NO_DAY) {
            return false;
        }
        LocalDate first = LocalDate.ofEpochDay(history.day(index));
        LocalDate last = switch (history.precision(index)) {
            case INSTANT, MINUTE, DAY, UNKNOWN -> first;
            case MONTH -> first.plusMonths(1).minusDays(1);
            case YEAR -> first.plusYears(1).minusDays(1);
        };
        return range.from().map(from -> !first.isBefore(from)).orElse(true)
                && range.to().map(to -> !last.isAfter(to)).orElse(true);
    }

    private static boolean fits(History history, int index, Filter filter) {
        int item = history.item(index);
        return (filter.kinds().isEmpty()
                        || filter.kinds().contains(history.names().kind(item)))
                && (filter.creator() == 0 || creators(history, index).contains(filter.creator()))
                && (filter.container() == 0 || history.container(index) == filter.container())
                && (filter.item() == 0
                        || filter.item() <= history.names().lastItem()
                                && item == history.names().canonicalItem(filter.item()))
                && (filter.origin() == 0 || history.origin(index) == filter.origin());
    }

    static List<Integer> creators(History history, int index) {
        List<Integer> creators = new ArrayList<>();
        for (int i = 0; i < history.names().creditCount(history.item(index)); i++) {
            int creator = history.names().creator(history.item(index), i);
            if (!creators.contains(creator)) {
                creators.add(creator);
            }
        }
        return creators;
    }

    static List<Integer> numbers(History history, int index, Subject subject) {
        return switch (subject) {
            case ITEM -> List.of(history.item(index));
            case CREATOR -> creators(history, index);
            case CONTAINER -> history.container(index) == 0 ? List.of() : List.of(history.container(index));
        };
    }
}
