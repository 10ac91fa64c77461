package io.reprise.report;

import io.reprise.history.History;
import io.reprise.media.MediaKind;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What was played of one kind while something of another kind was. */
final class SideBySide implements Report {
    private static final Option.Amount WINDOW = new Option.Amount("window_minutes", "Within minutes", 1, 180, 60);
    private static final Option.Amount ROWS = Option.Amount.rows(50);
    private static final int LENGTH_SECONDS_MAX = 6 * 3600;
    /** What is looked at stands first, what may sound beside it last. */
    private static final List<MediaKind> KINDS = List.of(
            MediaKind.BOOK,
            MediaKind.ARTICLE,
            MediaKind.FILM,
            MediaKind.EPISODE,
            MediaKind.VIDEO,
            MediaKind.PICTURE,
            MediaKind.PODCAST,
            MediaKind.SONG);

    @Override
    public About about() {
        return new About(
                Theme.KINDS,
                "side-by-side",
                "Side by side",
                "What you heard while you read, and what else of two kinds came together.",
                "Two plays of different kinds stand side by side where the later begins before the earlier ends, as far"
                        + " as its length is known (at most 6 hours), or within the chosen minutes of its start. Each"
                        + " such pair of plays counts once. A song stands for the creator credited first, an episode,"
                        + " podcast, video or picture for what it belongs to, the rest for themselves; of each kind"
                        + " the 100 most played are looked at. Only plays with a time of day take part.",
                List.of(WINDOW, ROWS));
    }

    @Override
    public Answer answer(Asking asking) {
        History history = asking.history();
        Timed timed = new Timed(asking.selection());
        Standins standins = new Standins(timed);
        Pairs pairs = new Pairs(timed, standins, asking.amount(WINDOW) * 60L);
        Sheet.Maker kinds = Sheet.of("kinds", "Kinds side by side", "kind", "kind", "with", "with", "times", "times");
        long all = 0;
        List<int[]> kindPairs = pairs(pairs.kinds);
        for (int[] pair : kindPairs) {
            kinds.row(
                    Cell.text(KINDS.get(pair[0]).word()),
                    Cell.text(KINDS.get(pair[1]).word()),
                    Cell.count(pair[2]));
            all += pair[2];
        }
        Sheet.Maker rows = Sheet.of("pairs", "Most often", "thing", "while", "with", "with", "times", "times");
        List<int[]> found = pairs(pairs.things);
        found.stream()
                .limit(asking.amount(ROWS))
                .forEach(pair -> rows.row(
                        standins.cell(history, pair[0]), standins.cell(history, pair[1]), Cell.count(pair[2])));
        String sentence = kindPairs.isEmpty()
                ? "Nothing of two kinds came together."
                : "Most often " + KINDS.get(kindPairs.getFirst()[0]).plural() + " and "
                        + KINDS.get(kindPairs.getFirst()[1]).plural() + " came together: "
                        + Say.count(kindPairs.getFirst()[2], "time", "times") + ".";
        return new Answer(
                sentence,
                List.of(
                        new Answer.Figure("times", "pairs of plays", Cell.count(all)),
                        new Answer.Figure("pairs", "different pairs", Cell.count(found.size()))),
                List.of(rows.end(Picture.by(Picture.Shape.FLOW, "thing", "with", "times")), kinds.end()));
    }

    /** Row, column and count of what is not 0, the highest first. */
    private static List<int[]> pairs(int[][] counts) {
        return IntStream.range(0, counts.length)
                .boxed()
                .flatMap(one -> IntStream.range(0, counts.length)
                        .filter(other -> counts[one][other] > 0)
                        .mapToObj(other -> new int[] {one, other, counts[one][other]}))
                .sorted(Comparator.comparingInt(pair -> -pair[2]))
                .toList();
    }

    /** The plays with a time, as columns. */
    private static final class Timed {
        final History history;
        final int[] plays;
        final long[] begins;
        final byte[] kinds;
        int size;

        Timed(Selection selection) {
            history = selection.history;
            int most = selection.end - selection.first;
            plays = new int[most];
            begins = new long[most];
            kinds = new byte[most];
            byte[] placeOf = new byte[Byte.MAX_VALUE + 1];
            for (int place = 0; place < KINDS.size(); place++) {
                placeOf[KINDS.get(place).code()] = (byte) place;
            }
            for (int i = selection.first; i < selection.end; i++) {
                if (history.hasTime(i) && selection.has(i)) {
                    plays[size] = i;
                    begins[size] = history.at(i);
                    kinds[size++] = placeOf[history.names().kindCode(history.item(i))];
                }
            }
        }
    }

    /**
     * What plays stand for: creators, containers and items in one row of numbers, of which the first of each kind have
     * a slot.
     */
    private static final class Standins {
        static final int OF_A_KIND_MAX = 100;
        private final int containers;
        private final int items;
        /** By number, 1 more than the slot; 0 where there is none. */
        private final int[] slots;

        private final Things leads;
        private final int[] numbers = new int[OF_A_KIND_MAX * KINDS.size()];
        private int size;

        Standins(Timed timed) {
            History history = timed.history;
            leads = Things.creators(history);
            containers = history.names().lastCreator() + 1;
            items = containers + history.names().lastContainer() + 1;
            slots = new int[items + history.names().lastItem() + 1];
            int[] counts = new int[slots.length];
            byte[] kinds = new byte[slots.length];
            for (int at = 0; at < timed.size; at++) {
                int number = number(timed, at);
                counts[number]++;
                kinds[number] = timed.kinds[at];
            }
            for (int kind = 0; kind < KINDS.size(); kind++) {
                int wanted = kind;
                Ranking.of(counts.length, number -> kinds[number] == wanted ? counts[number] : 0)
                        .places(number -> subject(number).name(history.names(), own(number)), 0, OF_A_KIND_MAX)
                        .forEach(place -> {
                            numbers[size++] = place.number();
                            slots[place.number()] = size;
                        });
            }
        }

        private int number(Timed timed, int at) {
            int play = timed.plays[at];
            return switch (KINDS.get(timed.kinds[at])) {
                case SONG -> {
                    int creator = leads.lead(play);
                    yield creator == 0 ? items + timed.history.item(play) : creator;
                }
                case EPISODE, PODCAST, VIDEO, PICTURE -> {
                    int container = timed.history.container(play);
                    yield container == 0 ? items + timed.history.item(play) : containers + container;
                }
                case FILM, ARTICLE, BOOK -> items + timed.history.item(play);
            };
        }

        /** The slot of a play, or -1. */
        int slot(Timed timed, int at) {
            return slots[number(timed, at)] - 1;
        }

        private Subject subject(int number) {
            return number < containers ? Subject.CREATOR : number < items ? Subject.CONTAINER : Subject.ITEM;
        }

        private int own(int number) {
            return number < containers ? number : number < items ? number - containers : number - items;
        }

        Cell cell(History history, int slot) {
            return Cell.thing(history.names(), subject(numbers[slot]), own(numbers[slot]));
        }
    }

    /** How often two kinds, and two things, stand side by side. */
    private static final class Pairs {
        final int[][] kinds = new int[KINDS.size()][KINDS.size()];
        final int[][] things;

        Pairs(Timed timed, Standins standins, long window) {
            things = new int[standins.size][standins.size];
            int[] slots = new int[timed.size];
            for (int at = 0; at < timed.size; at++) {
                slots[at] = standins.slot(timed, at);
            }
            History history = timed.history;
            for (int at = 0; at < timed.size; at++) {
                int seconds = history.seconds(timed.plays[at]);
                long reach = timed.begins[at] + Math.max(window, Math.min(LENGTH_SECONDS_MAX, seconds));
                for (int next = at + 1; next < timed.size && timed.begins[next] <= reach; next++) {
                    int kind = timed.kinds[at];
                    int other = timed.kinds[next];
                    if (kind != other) {
                        kinds[Math.min(kind, other)][Math.max(kind, other)]++;
                        int first = slots[kind < other ? at : next];
                        int second = slots[kind < other ? next : at];
                        if (first >= 0 && second >= 0) {
                            things[first][second]++;
                        }
                    }
                }
            }
        }
    }
}
