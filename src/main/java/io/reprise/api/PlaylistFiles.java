package io.reprise.api;

import io.javalin.http.Context;
import io.reprise.account.UserId;
import io.reprise.adapters.playlistfile.PlaylistFormat;
import io.reprise.adapters.playlistfile.Sheet;
import io.reprise.history.History;
import io.reprise.http.Parameter;
import io.reprise.http.Problem;
import io.reprise.media.ExternalId;
import io.reprise.playlist.Definition;
import io.reprise.playlist.Evaluator;
import io.reprise.playlist.Playlist;
import io.reprise.playlist.Track;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Playlists as files of many forms, and files as playlists. */
final class PlaylistFiles {
    private static final String FORMS = "jspf, xspf, m3u8, json, ndjson, csv or nsp";
    /** Ids that say where a thing lies. */
    private static final Set<String> PLACES = Set.of("file", "path", "url");

    private final Desk desk;

    PlaylistFiles(Desk desk) {
        this.desk = desk;
    }

    /** Takes a file in and keeps it as a list; its name without the ending names a list that has no name of its own. */
    void take(Context context) {
        UserId user = desk.user(context);
        String name = name(context);
        String text = context.body();
        Playlist list = isRules(text, name) ? rules(text, stem(name)) : ordinary(text, stem(name));
        Asked.read("body", null, () -> {
            desk.rooms().lists().playlists().add(user, list);
            return list;
        });
        context.status(201);
        desk.answer(context, PlaylistShapes.Whole.of(list));
    }

    private static String name(Context context) {
        return Objects.requireNonNullElse(Parameter.text(context, "name"), "");
    }

    private static String stem(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
    }

    /** JSON with a member playlist is a JSPF file, any other holds rules. */
    private static boolean isRules(String text, String name) {
        boolean isJson =
                text.stripLeading().startsWith("{") || text.stripLeading().startsWith("/*");
        return name.toLowerCase(java.util.Locale.ROOT).endsWith(".nsp")
                || isJson && !text.replaceAll("\\s+", "").startsWith("{\"playlist\":");
    }

    private Playlist rules(String text, String otherwise) {
        Definition definition = PlaylistBody.read(() -> Definition.read(text));
        return PlaylistBody.smart(desk, definition.words().name().isBlank() ? definition.named(otherwise) : definition);
    }

    private Playlist ordinary(String text, String otherwise) {
        return Asked.read("body", null, () -> {
            Sheet sheet = PlaylistFormat.read(text);
            List<Track> tracks = new ArrayList<>();
            for (Sheet.Line line : sheet.lines()) {
                ExternalId id = line.ids().isEmpty() ? null : line.ids().getFirst();
                tracks.add(new Track(id, line.title(), line.credit(), line.album(), desk.now()));
            }
            String title = sheet.title().isBlank() ? otherwise : sheet.title();
            return Playlist.made(
                    new Playlist.Words(title.isBlank() ? "Imported list" : title, sheet.annotation(), false),
                    desk.now(),
                    tracks);
        });
    }

    /** Gives a list as a file with this ending. */
    void give(Context context, Playlist list, String ending) {
        Definition definition = list.definition();
        Optional<PlaylistFormat> format = PlaylistFormat.ofEnding(ending);
        List<String> ours = List.of("json", "ndjson", "csv");
        if (ending.equals("nsp") && definition != null) {
            Definition named = definition.named(list.words().title());
            context.contentType("application/json").result(named.json());
        } else if (format.isPresent()) {
            String text = format.get().write(sheet(context, list));
            context.contentType(format.get().mediaType()).result(text.getBytes(StandardCharsets.UTF_8));
        } else if (ours.contains(ending)) {
            PlaylistRows.give(desk, context, ending, rows(context, list));
        } else {
            throw Problem.notFound(
                            ending.equals("nsp")
                                    ? "This list is made by hand, so it has no rules to give."
                                    : "Lists have no such form.")
                    .expected("the id of a list, a point, and " + FORMS)
                    .got(ending)
                    .where("path")
                    .raised();
        }
        String file = list.words().title().replaceAll("[^\\p{L}\\p{N} ._-]", "_");
        context.header(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + java.net.URLEncoder.encode(file + "." + ending, StandardCharsets.UTF_8)
                                .replace("+", "%20"));
    }

    private List<PlaylistShapes.Row> rows(Context context, Playlist list) {
        UserId user = desk.user(context);
        History history = desk.history(user);
        Evaluator evaluator = desk.rooms().lists().evaluator();
        Definition definition = list.definition();
        List<PlaylistShapes.Row> rows = new ArrayList<>();
        if (definition == null) {
            Map<Integer, Evaluator.Entry> known = evaluator.tracks(user, history, list.tracks());
            for (int i = 0; i < list.tracks().size(); i++) {
                rows.add(PlaylistShapes.row(history, i + 1, list.tracks().get(i), known.get(i)));
            }
            return rows;
        }
        @Nullable Long asOf = PlaylistItemsDoor.asOf(context, history);
        Evaluator.Question question = new Evaluator.Question(asOf, "", 0, Evaluator.ITEMS_MAX, false);
        for (Evaluator.Entry entry :
                evaluator.answer(user, history, definition, question).entries()) {
            rows.add(PlaylistShapes.row(history, rows.size() + 1, entry, false));
        }
        return rows;
    }

    private Sheet sheet(Context context, Playlist list) {
        Places places = Places.asked(context);
        List<Sheet.Line> lines = rows(context, list).stream()
                .map(row -> new Sheet.Line(
                        row.title(),
                        row.credit(),
                        row.container(),
                        row.length() == null ? 0 : row.length(),
                        ids(row),
                        places.of(row)))
                .toList();
        return new Sheet(
                list.words().title(),
                list.words().annotation(),
                desk.caller(context).name(),
                lines);
    }

    private static List<ExternalId> ids(PlaylistShapes.Row row) {
        List<ExternalId> ids = new ArrayList<>();
        row.ids().forEach((scheme, values) -> values.forEach(value -> ids.add(new ExternalId(scheme, value))));
        return ids;
    }

    /**
     * Where things lie: what was told of them, with one beginning of paths put for another, else what a pattern such as
     * {@code /music/{artist}/{album}/{title}.flac} makes of their names.
     */
    private record Places(String from, String to, String pattern) {
        static Places asked(Context context) {
            return new Places(text(context, "path_from"), text(context, "path_to"), text(context, "path"));
        }

        private static String text(Context context, String name) {
            return Objects.requireNonNullElse(Parameter.text(context, name), "");
        }

        String of(PlaylistShapes.Row row) {
            return PLACES.stream()
                    .sorted()
                    .flatMap(scheme -> row.ids().getOrDefault(scheme, List.of()).stream())
                    .findFirst()
                    .map(this::mapped)
                    .orElseGet(() -> made(row));
        }

        private String mapped(String place) {
            return !from.isEmpty() && place.startsWith(from) ? to + place.substring(from.length()) : place;
        }

        private String made(PlaylistShapes.Row row) {
            return pattern.replace("{artist}", inPath(row.credit()))
                    .replace("{album}", inPath(row.container()))
                    .replace("{title}", inPath(row.title()));
        }

        private static String inPath(String name) {
            return name.replaceAll("[/\\\\\\x00-\\x1F]", "_");
        }
    }
}
