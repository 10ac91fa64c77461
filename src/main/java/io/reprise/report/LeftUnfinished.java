package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.history.Unfinished;
import io.reprise.media.MediaKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** What was begun and not ended, and the series one is in the middle of. */
final class LeftUnfinished implements Report {
    private static final Option.Amount ROWS = Option.Amount.rows(50);

    @Override
    public About about() {
        return new About(
                Theme.LIVES,
                "unfinished",
                "Unfinished",
                "Books, films and episodes you began and did not end, and the series you are in.",
                "An item is unfinished where its last report is of a play that was broken off and no counted play came"
                        + " after it; songs and pictures are left out unless you choose the kind. Skipped plays are no"
                        + " beginning. A series stands where its last counted episode is. The next one is that after"
                        + " the furthest you have seen, across seasons, where an authority told the list of episodes"
                        + " (specials are left out; what has ended and was seen to its end is not shown), else it is"
                        + " counted on from season and number.",
                List.of(ROWS));
    }

    /** An item with how often it was begun, and the first and last second of that. */
    private record Begun(int item, int times, long first, long last) {}

    @Override
    public Answer answer(Asking asking) {
        History history = asking.history();
        List<Begun> begun = begun(asking);
        Sheet.Maker items = Sheet.of(
                "items",
                "Begun and not ended",
                "item",
                "item",
                "kind",
                "kind",
                "times",
                "times begun",
                "first",
                "first begun",
                "last",
                "last begun",
                "days",
                "days ago");
        int today = Range.dayOf(asking.today());
        begun.stream().limit(asking.amount(ROWS)).forEach(each -> {
            int last = day(history, each.last());
            items.row(
                    Cell.thing(history.names(), Subject.ITEM, each.item()),
                    Cell.text(history.names().kind(each.item()).word()),
                    Cell.count(each.times()),
                    Cell.day(day(history, each.first())),
                    Cell.day(last),
                    last == History.NO_DAY ? Cell.NOTHING : Cell.count(Math.max(0, today - last)));
        });
        SeriesBook book = SeriesBook.of(history);
        int[] latest = latest(asking, book);
        Sheet series = series(asking, book, latest);
        String sentence = begun.isEmpty()
                ? "Nothing was left unfinished."
                : "You left " + Say.count(begun.size(), "thing", "things") + " unfinished; the last was "
                        + Say.thing(
                                history.names(), Subject.ITEM, begun.getFirst().item()) + ".";
        return new Answer(
                sentence,
                List.of(
                        new Answer.Figure("unfinished", "unfinished", Cell.count(begun.size())),
                        new Answer.Figure("series", "series", Cell.count(latest.length))),
                List.of(items.end(), series));
    }

    private static int day(History history, long at) {
        return at == History.UNDATED ? History.NO_DAY : history.zones().dayAt(at);
    }

    /** The last begun first. */
    private static List<Begun> begun(Asking asking) {
        History history = asking.history();
        Names names = history.names();
        Unfinished told = history.unfinished();
        long[] counted = new long[names.lastItem() + 1];
        Arrays.fill(counted, Long.MIN_VALUE);
        for (int i = 0; i < history.size() && told.size() > 0; i++) {
            int item = history.item(i);
            counted[item] = Math.max(counted[item], history.at(i));
        }
        Begun[] begun = new Begun[names.lastItem() + 1];
        for (int i : Broken.of(asking, asking.selection())) {
            int item = names.canonicalItem(told.item(i));
            MediaKind kind = names.kind(item);
            boolean isAsked = !asking.filter().kinds().isEmpty() || kind != MediaKind.SONG && kind != MediaKind.PICTURE;
            if (isAsked && !told.skipped(i) && told.at(i) > counted[item]) {
                Begun before = begun[item];
                begun[item] = before == null
                        ? new Begun(item, 1, told.at(i), told.at(i))
                        : new Begun(item, before.times() + 1, before.first(), told.at(i));
            }
        }
        List<Begun> all = new ArrayList<>();
        for (Begun each : begun) {
            if (each != null) {
                all.add(each);
            }
        }
        all.sort(Comparator.comparingLong((Begun each) -> -each.last()).thenComparingInt(Begun::item));
        return all;
    }

    /** The index of the last counted dated play of an episode of each container that is not over, the latest first. */
    private static int[] latest(Asking asking, SeriesBook book) {
        Selection selection = asking.selection();
        History history = asking.history();
        Names names = history.names();
        int[] last = new int[names.lastContainer() + 1];
        Arrays.fill(last, -1);
        for (int i = selection.first; i < selection.end; i++) {
            int container = history.container(i);
            boolean isEpisode = names.kindCode(history.originalItem(i)) == MediaKind.EPISODE.code();
            if (isEpisode && container != 0 && history.at(i) != History.UNDATED && selection.has(i)) {
                last[container] = i;
            }
        }
        return Arrays.stream(last)
                .filter(index -> index >= 0)
                .filter(index ->
                        !book.of(history.container(index)).map(Series::isDone).orElse(false))
                .map(index -> -index)
                .sorted()
                .map(index -> -index)
                .toArray();
    }

    private static Sheet series(Asking asking, SeriesBook book, int[] latest) {
        History history = asking.history();
        Names names = history.names();
        Sheet.Maker rows = Sheet.of(
                "series",
                "Series you are in",
                "container",
                "series",
                "item",
                "last episode",
                "last",
                "on",
                "next",
                "next",
                "title",
                "title",
                "day",
                "comes out",
                "by",
                "known by");
        Arrays.stream(latest).limit(asking.amount(ROWS)).forEach(index -> {
            Next next = book.of(history.container(index))
                    .map(Next::of)
                    .orElseGet(() -> Next.counted(names, history.originalItem(index)));
            rows.row(
                    Cell.thing(names, Subject.CONTAINER, history.container(index)),
                    Cell.thing(names, Subject.ITEM, history.item(index)),
                    Cell.day(history.day(index)),
                    next.place(),
                    next.title(),
                    next.day(),
                    next.by());
        });
        return rows.end();
    }

    /** What comes next in a series, and how that is known. */
    private record Next(Cell place, Cell title, Cell day, Cell by) {
        static Next of(Series series) {
            Cell by = Cell.text("list of episodes");
            OptionalInt next = series.next();
            if (next.isEmpty()) {
                return new Next(Cell.NOTHING, Cell.NOTHING, Cell.NOTHING, by);
            }
            int at = next.getAsInt();
            String title = series.episode(at).title();
            LocalDate day = series.day(at);
            return new Next(
                    Cell.text(series.episode(at).place().toString()),
                    title.isEmpty() ? Cell.NOTHING : Cell.text(title),
                    day == null ? Cell.NOTHING : new Cell.Day(day),
                    by);
        }

        static Next counted(Names names, int item) {
            int number = names.episode(item);
            int season = names.season(item);
            return number == Names.UNTOLD || season == Names.UNTOLD
                    ? new Next(Cell.NOTHING, Cell.NOTHING, Cell.NOTHING, Cell.NOTHING)
                    : new Next(
                            Cell.text("S" + season + " E" + (number + 1)),
                            Cell.NOTHING,
                            Cell.NOTHING,
                            Cell.text("counting on"));
        }
    }
}
