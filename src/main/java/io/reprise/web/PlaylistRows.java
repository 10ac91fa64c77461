package io.reprise.web;

import io.reprise.history.Names;
import io.reprise.playlist.Definition;
import io.reprise.playlist.Evaluator;
import io.reprise.playlist.Fault;
import io.reprise.playlist.Track;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is in lists, as rows of a page. */
final class PlaylistRows {
    private static final int ROWS_MAX = 200;
    private static final int TRIED_ROWS_MAX = 25;

    private final Rooms.Lists rooms;

    PlaylistRows(Rooms.Lists rooms) {
        this.rooms = rooms;
    }

    /** The first items that rules give which are not kept, or what is wrong with them. */
    PlaylistItems tried(Visit visit, String rules) {
        try {
            return items(visit, Definition.ofText(rules), new Evaluator.Question(null, "", 0, TRIED_ROWS_MAX, false));
        } catch (IllegalArgumentException e) {
            return PlaylistItems.wrong(words(e));
        }
    }

    /** A fault with its place and what would be right. */
    static String words(IllegalArgumentException failure) {
        return failure instanceof Fault fault
                ? fault.detail() + " At " + fault.where() + " I expected " + fault.expected() + ", and found "
                        + fault.got() + "."
                : String.valueOf(failure.getMessage());
    }

    /** What a list by rules has now, or had at the end of a day. */
    PlaylistItems items(Visit visit, Definition definition, @Nullable LocalDate day) {
        Long asOf = day == null ? null : (Long) (visit.history().zones().startOf(day.plusDays(1)) - 1);
        return items(visit, definition, new Evaluator.Question(asOf, "", 0, ROWS_MAX, false));
    }

    private PlaylistItems items(Visit visit, Definition definition, Evaluator.Question question) {
        Evaluator.Answer answer = rooms.evaluator().answer(visit.user().id(), visit.history(), definition, question);
        long most = most(answer.entries());
        List<Ranked> rows = new ArrayList<>();
        for (Evaluator.Entry entry : answer.entries()) {
            rows.add(row(visit, rows.size() + 1, entry, most));
        }
        return new PlaylistItems(summary(visit, answer.total(), rows.size()), rows, answer.notes(), null);
    }

    private static long most(Iterable<Evaluator.Entry> entries) {
        long most = 1;
        for (Evaluator.Entry entry : entries) {
            most = Math.max(most, entry.plays());
        }
        return most;
    }

    private static String summary(Visit visit, int total, int shown) {
        if (total == 0) {
            return "Nothing fits.";
        }
        String all = visit.voice().number(total) + (total == 1 ? " item" : " items");
        return shown == total
                ? all
                : all + ", of which the first " + visit.voice().number(shown) + " are shown";
    }

    private static Ranked row(Visit visit, int rank, Evaluator.Entry entry, long most) {
        Names names = visit.history().names();
        String title = names.title(entry.item());
        String container = entry.container() == 0 ? "" : names.containerTitle(entry.container());
        String credit = names.creditText(entry.item());
        String by = credit + (credit.isEmpty() || container.isEmpty() ? "" : " · ") + container;
        return new Ranked(
                "/items/" + entry.item(),
                visit.voice().number(rank),
                new Ranked.Name(Face.work(title, container), title, by),
                Rows.share(entry.plays(), most),
                visit.voice().number(entry.plays()),
                null);
    }

    /** The tracks of a list made by hand; those that were never played lead to a search for them. */
    PlaylistItems tracks(Visit visit, List<Track> all) {
        List<Track> tracks = all.subList(0, Math.min(all.size(), ROWS_MAX));
        Map<Integer, Evaluator.Entry> known =
                rooms.evaluator().tracks(visit.user().id(), visit.history(), tracks);
        long most = most(known.values());
        List<Ranked> rows = new ArrayList<>();
        for (int i = 0; i < tracks.size(); i++) {
            Evaluator.Entry entry = known.get(i);
            rows.add(entry == null ? unplayed(visit, i + 1, tracks.get(i)) : row(visit, i + 1, entry, most));
        }
        return new PlaylistItems(summary(visit, all.size(), rows.size()), rows, List.of(), null);
    }

    private static Ranked unplayed(Visit visit, int rank, Track track) {
        String title = track.title().isEmpty() ? String.valueOf(track.id()) : track.title();
        return new Ranked(
                "/search?q=" + java.net.URLEncoder.encode(title, java.nio.charset.StandardCharsets.UTF_8),
                visit.voice().number(rank),
                new Ranked.Name(Face.work(title, track.release()), title, track.credit()),
                Rows.share(0, 1),
                "not played",
                null);
    }
}
