package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.media.MediaKind;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The series in a history whose episodes an authority told, with what was seen of them. Read-only once made. */
public final class SeriesBook {
    private final @Nullable Series[] byContainer;

    private SeriesBook(@Nullable Series[] byContainer) {
        this.byContainer = byContainer;
    }

    /** Of all plays. */
    public static SeriesBook of(History history) {
        return of(history, Filter.NONE, history.size());
    }

    /** Of the plays before this index. */
    public static SeriesBook until(History history, int end) {
        return of(history, Filter.NONE, end);
    }

    /** One series alone, by its canonical container; empty where it was not played or its episodes were not told. */
    public static Optional<Series> series(History history, int container) {
        return history.names().facts().episodes().of(container).isEmpty()
                ? Optional.empty()
                : of(history, Filter.NONE.withContainer(container)).of(container);
    }

    /** The series that have plays which fit, with all that was ever seen of them in such plays. */
    static SeriesBook of(History history, Filter filter) {
        return of(history, filter, history.size());
    }

    private static SeriesBook of(History history, Filter filter, int end) {
        Names names = history.names();
        if (names.facts().episodes().isEmpty()) {
            return new SeriesBook(new Series[0]);
        }
        Selection selection = new Selection(history, Range.ALL, filter);
        @Nullable Series[] found = new Series[names.lastContainer() + 1];
        int[] places = new int[names.lastItem() + 1];
        int[] within = new int[names.lastItem() + 1];
        for (int i = 0; i < end; i++) {
            int item = history.originalItem(i);
            if (names.kindCode(item) != MediaKind.EPISODE.code() || !selection.has(i)) {
                continue;
            }
            int container = history.container(i);
            Series series = container == 0 ? null : found[container];
            if (series == null && container != 0) {
                series = Series.of(history, container).orElse(null);
                found[container] = series;
            }
            if (series != null) {
                if (within[item] != container) {
                    within[item] = container;
                    places[item] = series.find(item).orElse(EpisodeMatch.NONE);
                }
                if (places[item] != EpisodeMatch.NONE) {
                    series.saw(places[item], history.day(i));
                }
            }
        }
        return new SeriesBook(found);
    }

    /** Those that were played, in the order of their containers. */
    public List<Series> all() {
        return Arrays.stream(byContainer).filter(Objects::nonNull).toList();
    }

    /** The series of this canonical container, where it was played and its episodes were told. */
    public Optional<Series> of(int container) {
        return container < byContainer.length ? Optional.ofNullable(byContainer[container]) : Optional.empty();
    }
}
