package io.reprise.adapters.maloja;

import io.reprise.http.Outgoing;
import io.reprise.http.PoliteClient;
import io.reprise.imports.HistorySource;
import io.reprise.imports.JsonRow;
import io.reprise.imports.JsonSlicer;
import io.reprise.imports.OutsideAccount;
import io.reprise.imports.Questions;
import io.reprise.job.JobFailure;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Unreadable;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Histories at a Maloja server, which has one user: {@code GET /apis/mlj_1/scrobbles}. It takes whole days of its own
 * time zone, which it does not tell, so a window of days is counted, sized and then read in one answer; of it only the
 * stretch is used that the window holds in every zone.
 */
public final class MalojaHistory implements HistorySource {
    private static final URI ADDRESS = URI.create("http://localhost:42010");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd");
    private static final int WINDOW_ROWS = 2_000;
    private static final int MORE_ROWS = 100;
    private static final int SIZES_TRIED_MAX = 48;
    private static final long DAY_SECONDS = 86_400;
    private static final long AHEAD_OF_UTC_SECONDS_MAX = 14 * 3_600;

    private final Questions questions;
    private final MalojaFormat format;
    private final int windowRows;

    /** Local days, both included, and how many scrobbles they hold. */
    private record Window(LocalDate from, LocalDate until, long rows) {
        /** Up to here, in seconds, the window is whole in every time zone. */
        long through() {
            return until.plusDays(1).toEpochDay() * DAY_SECONDS - AHEAD_OF_UTC_SECONDS_MAX - 1;
        }
    }

    private record Scrobbled(byte[] payload, @Nullable Long second) {}

    public MalojaHistory(PoliteClient client, MalojaFormat format) {
        this(client, format, WINDOW_ROWS);
    }

    MalojaHistory(PoliteClient client, MalojaFormat format, int windowRows) {
        this.questions = new Questions("Maloja", client, "Enter the key of this server, or none");
        this.format = format;
        this.windowRows = windowRows;
    }

    @Override
    public String word() {
        return "maloja";
    }

    @Override
    public String title() {
        return "Maloja";
    }

    @Override
    public URI address() {
        return ADDRESS;
    }

    @Override
    public boolean needsApiKey() {
        return false;
    }

    @Override
    public Origin origin(OutsideAccount account) {
        return new Origin("maloja", account.address().getHost(), account.foldedName());
    }

    @Override
    public Page page(OutsideAccount account, Span span) throws JobFailure {
        LocalDate first = LocalDate.ofEpochDay(Math.floorDiv(span.from(), DAY_SECONDS) - 1);
        LocalDate last = LocalDate.ofEpochDay(Math.floorDiv(span.until(), DAY_SECONDS) + 1);
        Window all = counted(account, first, last);
        if (all.rows() == 0) {
            return new Page(List.of(), span.from(), true, 0L);
        }
        Window window = all.rows() <= windowRows ? all : sized(account, all);
        boolean isLast = window.until().equals(last);
        long through = isLast ? span.until() : Math.min(window.through(), span.until());
        List<Row> rows = new ArrayList<>();
        List<Scrobbled> told = scrobbles(account, window);
        told.stream()
                .filter(each -> each.second() == null || each.second() >= span.from() && each.second() <= through)
                .forEach(each -> rows.add(new Row(format, each.payload())));
        return new Page(rows, through, isLast || through >= span.until(), all.rows() - rows.size());
    }

    /** A window at the beginning that holds no more than one answer should, or three days at the least. */
    private Window sized(OutsideAccount account, Window all) throws JobFailure {
        long days = all.from().datesUntil(all.until()).count();
        long width = Math.max(2, days * windowRows / all.rows());
        Window fits = null;
        for (int tried = 0; tried < SIZES_TRIED_MAX; tried++) {
            Window window = width >= days
                    ? all
                    : counted(account, all.from(), all.from().plusDays(width));
            if (window.rows() > windowRows && width > 2) {
                if (fits != null) {
                    return fits;
                }
                width = Math.max(2, width / 2);
            } else if (window.rows() > windowRows / 4 || width >= days) {
                return window;
            } else {
                fits = window;
                width = Math.min(days, width * 2);
            }
        }
        throw new JobFailure("Maloja counted anew each time it was asked", "It is tried again later; nothing is lost");
    }

    private Window counted(OutsideAccount account, LocalDate from, LocalDate until) throws JobFailure {
        long rows = questions.ask(request(account, "numscrobbles", from, until, ""), answer -> {
            Long amount = JsonRow.of(answer.body()).whole("amount");
            if (amount == null) {
                throw new Unreadable("amount: expected how many scrobbles there are, got nothing");
            }
            return amount;
        });
        return new Window(from, until, rows);
    }

    private List<Scrobbled> scrobbles(OutsideAccount account, Window window) throws JobFailure {
        String part = "&page=0&perpage=" + (window.rows() + MORE_ROWS);
        List<Scrobbled> told = questions.ask(
                request(account, "scrobbles", window.from(), window.until(), part),
                answer -> read(answer.body(), window));
        return told.stream()
                .sorted(Comparator.comparingLong(each -> each.second() == null ? 0 : each.second()))
                .toList();
    }

    private static List<Scrobbled> read(byte[] body, Window window) throws Unreadable {
        int rows = JsonRow.of(body).objects("list").size();
        if (rows < window.rows()) {
            throw new Unreadable("list: expected the " + window.rows() + " scrobbles that were counted from "
                    + window.from() + " to " + window.until() + ", got " + rows);
        }
        List<Scrobbled> told = new ArrayList<>();
        for (byte[] payload : JsonSlicer.elements(body, "list[]")) {
            told.add(new Scrobbled(payload, second(payload)));
        }
        return told;
    }

    private static @Nullable Long second(byte[] payload) {
        try {
            return JsonRow.of(payload).whole("time");
        } catch (Unreadable e) {
            // It is stored nowhere as a play: the format refuses it with its own reason.
            return null;
        }
    }

    private static Outgoing request(
            OutsideAccount account, String route, LocalDate from, LocalDate until, String part) {
        String key = account.apiKey();
        return Outgoing.get(URI.create(account.address() + "/apis/mlj_1/" + route + "?from=" + DAY.format(from) + "&to="
                + DAY.format(until) + part
                + (key == null ? "" : "&key=" + URLEncoder.encode(key, StandardCharsets.UTF_8))));
    }
}
