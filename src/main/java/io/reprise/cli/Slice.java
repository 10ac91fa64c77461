package io.reprise.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The part of a history that a command asks about. */
final class Slice {
    @Option(
            names = "--range",
            paramLabel = "R",
            description = "today, week, month, year, all, last 30 days, 2024, 2024-05, 2023..2024, ...; custom with"
                    + " --from and --to. Else: all.")
    private @Nullable String range;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "The first day, as 2024-05-01, or a time with its zone.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DAY", description = "The last day.")
    private @Nullable String to;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            description = "Only this kind: song, episode, film, article, book, picture, podcast, video. Repeatable.")
    private List<String> kinds = List.of();

    Query of(Query query) {
        return query.with("range", range).with("from", from).with("to", to).with("kind", String.join(",", kinds));
    }
}
