package io.reprise.cli;

import io.reprise.media.MediaKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a scrobble is about, typed, in the words of the API. */
final class ItemWords {
    @Option(names = "--by", paramLabel = "CREATOR", description = "The artist, author or director. Repeatable.")
    private List<String> creators = List.of();

    @Option(
            names = "--in",
            paramLabel = "CONTAINER",
            description = "The album, show, feed, series, site or channel that it is part of.")
    private @Nullable String container;

    @Option(names = "--season", paramLabel = "N", description = "Of an episode.")
    private @Nullable Integer season;

    @Option(names = "--episode", paramLabel = "N", description = "The number of an episode in its season.")
    private @Nullable Integer episode;

    @Option(names = "--year", paramLabel = "N", description = "Of a film.")
    private @Nullable Integer year;

    @Option(names = "--url", paramLabel = "URL", description = "Of an article or a video.")
    private @Nullable String url;

    @Option(names = "--length", paramLabel = "S", description = "How long it is as a whole, in seconds.")
    private @Nullable Integer length;

    @Option(
            names = "--id",
            paramLabel = "SCHEME=VALUE",
            description = "An id that others know it by, as isbn=9780000000000. Repeatable.")
    private Map<String, String> ids = Map.of();

    /** Writes it into a scrobble; an option that says nothing of this kind is a {@link Misuse}. */
    void into(ObjectNode scrobble, MediaKind kind, String title) {
        scrobble.put("kind", kind.word()).put("title", title);
        demand(season == null && episode == null || kind == MediaKind.EPISODE, kind, "--season and --episode");
        demand(year == null || kind == MediaKind.FILM, kind, "--year");
        demand(url == null || kind == MediaKind.ARTICLE || kind == MediaKind.VIDEO, kind, "--url");
        demand(length == null || kind != MediaKind.PICTURE, kind, "--length");
        demand(creators.isEmpty() || kind != MediaKind.EPISODE && kind != MediaKind.VIDEO, kind, "--by");
        demand(container == null || kind != MediaKind.FILM, kind, "--in");
        put(scrobble, "season", season);
        put(scrobble, "episode", episode);
        put(scrobble, "year", year);
        put(scrobble, "length", length);
        text(scrobble, "url", url);
        text(scrobble, containerWord(kind), container);
        credits(scrobble);
        if (!ids.isEmpty()) {
            ids.forEach(scrobble.putObject("ids")::put);
        }
    }

    private static String containerWord(MediaKind kind) {
        return switch (kind) {
            case SONG -> "release";
            case EPISODE -> "show";
            case FILM -> "";
            case ARTICLE -> "site";
            case BOOK -> "series";
            case PICTURE -> "album";
            case PODCAST -> "feed";
            case VIDEO -> "channel";
        };
    }

    private void credits(ObjectNode scrobble) {
        if (!creators.isEmpty()) {
            ArrayNode names = scrobble.putArray("creators");
            creators.forEach(name -> names.addObject().put("name", name));
        }
    }

    private static void demand(boolean holds, MediaKind kind, String option) {
        if (!holds) {
            throw new Misuse(kind.word() + ": " + option + " cannot be told of this kind of media.");
        }
    }

    private static void text(ObjectNode scrobble, String name, @Nullable String value) {
        if (value != null) {
            scrobble.put(name, value);
        }
    }

    private static void put(ObjectNode scrobble, String name, @Nullable Integer value) {
        if (value != null) {
            scrobble.put(name, value);
        }
    }
}
