package io.reprise.api;

import io.reprise.account.UserId;
import io.reprise.adapters.playlistfile.PlaylistFormat;
import io.reprise.adapters.playlistfile.Sheet;
import io.reprise.feed.ListFiles;
import io.reprise.history.History;
import io.reprise.media.ExternalId;
import io.reprise.playlist.Definition;
import io.reprise.playlist.Evaluator;
import io.reprise.playlist.FilePaths;
import io.reprise.playlist.Playlist;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Playlists as text in every form in which they go out. */
final class PlaylistForms implements ListFiles {
    private static final String URL = "url";
    /** A link does not say whose list it shows. */
    private static final String NOBODY = "";

    private final Desk desk;

    PlaylistForms(Desk desk) {
        this.desk = desk;
    }

    /**
     * A list of whom (and the name that stands in it) in the form of this ending, as of when (epoch seconds in UTC,
     * null for now), and where its files lie; {@code isPublic} keeps back what says that.
     */
    record Order(
            UserId user,
            String name,
            Playlist list,
            String ending,
            @Nullable Long asOf,
            FilePaths paths,
            boolean isPublic) {}

    @Override
    public Optional<ListFile> give(ListFiles.Asked asked) {
        UserId user = asked.user();
        ApiRooms.Lists lists = desk.rooms().lists();
        FilePaths paths = asked.isPublic() ? FilePaths.NONE : lists.playlists().paths(user);
        return lists.playlists()
                .find(user, asked.list())
                .flatMap(list -> file(new Order(user, NOBODY, list, asked.ending(), null, paths, asked.isPublic())));
    }

    /** Empty where the list has no such form. */
    Optional<ListFile> file(Order order) {
        Definition definition = order.list().definition();
        return switch (order.ending()) {
            case "nsp" ->
                Optional.ofNullable(definition)
                        .map(rules -> rules.named(order.list().words().title()))
                        .map(rules -> new ListFile("application/json", rules.json()));
            case "json", "ndjson", "csv" ->
                Optional.of(PlaylistRows.file(desk.mapper().writer(), order.ending(), rows(order)));
            default ->
                PlaylistFormat.ofEnding(order.ending())
                        .map(format -> new ListFile(format.mediaType(), format.write(sheet(order))));
        };
    }

    private List<PlaylistShapes.Row> rows(Order order) {
        History history = desk.history(order.user());
        Evaluator evaluator = desk.rooms().lists().evaluator();
        Definition definition = order.list().definition();
        List<PlaylistShapes.Row> rows = new ArrayList<>();
        if (definition == null) {
            var tracks = order.list().tracks();
            Map<Integer, Evaluator.Entry> known = evaluator.tracks(order.user(), history, tracks);
            for (int i = 0; i < tracks.size(); i++) {
                rows.add(PlaylistShapes.row(history, i + 1, tracks.get(i), known.get(i)));
            }
        } else {
            Evaluator.Question question = new Evaluator.Question(order.asOf(), "", 0, Evaluator.ITEMS_MAX, false);
            evaluator
                    .answer(order.user(), history, definition, question)
                    .entries()
                    .forEach(entry -> rows.add(PlaylistShapes.row(history, rows.size() + 1, entry, false)));
        }
        return order.isPublic() ? rows.stream().map(PlaylistForms::withoutPaths).toList() : rows;
    }

    private static PlaylistShapes.Row withoutPaths(PlaylistShapes.Row row) {
        Map<String, List<String>> ids = new LinkedHashMap<>(row.ids());
        ids.keySet().removeAll(FilePaths.SCHEMES);
        return row.with(ids);
    }

    private Sheet sheet(Order order) {
        List<Sheet.Line> lines = rows(order).stream()
                .map(row -> new Sheet.Line(
                        row.title(),
                        row.credit(),
                        row.container(),
                        row.length() == null ? 0 : row.length(),
                        ids(row),
                        location(row, order.paths())))
                .toList();
        Playlist.Words words = order.list().words();
        return new Sheet(words.title(), words.annotation(), order.name(), lines);
    }

    private static List<ExternalId> ids(PlaylistShapes.Row row) {
        List<ExternalId> ids = new ArrayList<>();
        row.ids().forEach((scheme, values) -> values.forEach(value -> ids.add(new ExternalId(scheme, value))));
        return ids;
    }

    private static String location(PlaylistShapes.Row row, FilePaths paths) {
        return row.ids().entrySet().stream()
                .filter(entry -> entry.getKey().equals(URL) || FilePaths.SCHEMES.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream())
                .findFirst()
                .map(paths::mapped)
                .orElseGet(() -> paths.made(row.credit(), row.container(), row.title()));
    }
}
