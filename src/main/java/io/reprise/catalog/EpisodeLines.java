package io.reprise.catalog;

import io.reprise.media.ExternalId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Episodes as text in a row of the store, one a line: place, id, day, second, length, other places, title, parted by
 * tabs; what was not told is empty.
 */
final class EpisodeLines {
    private static final int FIELDS = 7;

    private EpisodeLines() {}

    static String write(List<ToldEpisode> episodes) {
        return episodes.stream().map(EpisodeLines::line).collect(Collectors.joining("\n"));
    }

    private static String line(ToldEpisode episode) {
        return String.join(
                "\t",
                episode.place().toString(),
                episode.id().toString(),
                text(episode.airing().day()),
                text(episode.airing().at()),
                text(episode.seconds()),
                episode.elsewhere().stream().map(ToldEpisode.Place::toString).collect(Collectors.joining(",")),
                episode.title());
    }

    private static String text(@Nullable Object told) {
        return told == null ? "" : told.toString();
    }

    static List<ToldEpisode> read(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split("\n")).map(EpisodeLines::episode).toList();
    }

    private static ToldEpisode episode(String line) {
        String[] fields = line.split("\t", FIELDS);
        return new ToldEpisode(
                ExternalId.parse(fields[1]),
                ToldEpisode.Place.parse(fields[0]),
                fields[6],
                new ToldEpisode.Airing(
                        fields[2].isEmpty() ? null : LocalDate.parse(fields[2]),
                        fields[3].isEmpty() ? null : (Long) Long.parseLong(fields[3])),
                fields[4].isEmpty() ? null : (Integer) Integer.parseInt(fields[4]),
                fields[5].isEmpty()
                        ? List.of()
                        : Arrays.stream(fields[5].split(","))
                                .map(ToldEpisode.Place::parse)
                                .toList());
    }
}
