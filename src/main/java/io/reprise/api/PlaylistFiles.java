package io.reprise.api;

import io.javalin.http.Context;
import io.reprise.account.User;
import io.reprise.account.UserId;
import io.reprise.adapters.playlistfile.PlaylistFormat;
import io.reprise.adapters.playlistfile.Sheet;
import io.reprise.feed.ListFiles;
import io.reprise.http.Parameter;
import io.reprise.http.Problem;
import io.reprise.media.ExternalId;
import io.reprise.playlist.Definition;
import io.reprise.playlist.FilePaths;
import io.reprise.playlist.Playlist;
import io.reprise.playlist.Track;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Playlists as files of many forms, and files as playlists. */
final class PlaylistFiles {
    private static final String FORMS = "jspf, xspf, m3u8, json, ndjson, csv or nsp";
    private static final int LOCATION_CHARS_MAX = 2_000;

    private final Desk desk;
    private final PlaylistForms forms;

    PlaylistFiles(Desk desk) {
        this.desk = desk;
        this.forms = new PlaylistForms(desk);
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
                ExternalId id = line.ids().isEmpty()
                        ? located(line.location())
                        : line.ids().getFirst();
                tracks.add(new Track(id, line.title(), line.credit(), line.album(), desk.now()));
            }
            String title = sheet.title().isBlank() ? otherwise : sheet.title();
            return Playlist.made(
                    new Playlist.Words(title.isBlank() ? "Imported list" : title, sheet.annotation(), false),
                    desk.now(),
                    tracks);
        });
    }

    /** Where a track lies, as an id of it; null where that is not told. */
    private static @Nullable ExternalId located(String location) {
        if (location.isBlank() || location.length() > LOCATION_CHARS_MAX) {
            return null;
        }
        String scheme = location.startsWith("file:") ? "file" : location.contains("://") ? "url" : "path";
        return new ExternalId(scheme, location);
    }

    /** Gives a list as a file with this ending. */
    void give(Context context, Playlist list, String ending) {
        User user = desk.caller(context);
        Long asOf = PlaylistItemsDoor.asOf(context, desk.history(user.id()));
        ListFiles.ListFile file = forms.file(new PlaylistForms.Order(
                        user.id(), user.name(), list, ending, asOf, paths(context, user.id()), false))
                .orElseThrow(() -> Problem.notFound(
                                ending.equals("nsp")
                                        ? "This list is made by hand, so it has no rules to give."
                                        : "Lists have no such form.")
                        .expected("the id of a list, a point, and " + FORMS)
                        .got(ending)
                        .where("path")
                        .raised());
        context.contentType(file.contentType()).result(file.text().getBytes(StandardCharsets.UTF_8));
        String name = FileName.of(list.words().title());
        context.header(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(name + "." + ending, StandardCharsets.UTF_8)
                                .replace("+", "%20"));
    }

    /** As asked for, and else as the user keeps it. */
    private FilePaths paths(Context context, UserId user) {
        String pattern = Parameter.text(context, "path");
        String from = Parameter.text(context, "path_from");
        String to = Parameter.text(context, "path_to");
        return pattern == null && from == null && to == null
                ? desk.rooms().lists().playlists().paths(user)
                : Asked.read("query", null, () -> new FilePaths(text(pattern), text(from), text(to)));
    }

    private static String text(@Nullable String told) {
        return told == null ? "" : told;
    }
}
