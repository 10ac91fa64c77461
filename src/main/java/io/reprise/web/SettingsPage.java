package io.reprise.web;

import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.WeekStart;
import io.reprise.account.ZoneHistory;
import io.reprise.http.Problem;
import io.reprise.http.ProblemException;
import io.reprise.rating.Scale;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the user lives and since when, how weeks begin, the password, and who is asked for pictures. */
final class SettingsPage {
    private static final String PATH = "/settings";
    private static final Map<String, String> DONE = Map.of(
            "zone", "Saved. Your days are counted again with it; a long history takes a moment.",
            "week", "Saved. Your weeks begin so everywhere, those of the past too.",
            "scale", "Saved. What you rated before is shown on this scale; nothing of it is changed.",
            "password", "Your password is changed, and every other browser is signed out.");

    private static final Map<Scale, String> LABELS = Map.of(
            Scale.HALF_STARS, "Five stars, in halves",
            Scale.STARS, "Five stars",
            Scale.TEN, "1 to 10",
            Scale.TENTHS, "0.0 to 10.0",
            Scale.HUNDRED, "0 to 100",
            Scale.THUMBS, "Love and hate only");

    private final Rooms rooms;
    private final Reception reception;

    SettingsPage(Rooms rooms, Reception reception) {
        this.rooms = rooms;
        this.reception = reception;
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, reception.signedIn(visit -> send(visit, Wrong.NOTHING)));
        routes.post(PATH + "/zone", reception.signedIn(this::move));
        routes.post(PATH + "/week", reception.signedIn(this::turnWeeks));
        routes.post(PATH + "/scale", reception.signedIn(this::choose));
        routes.post(PATH + "/password", reception.signedIn(this::changePassword));
    }

    private record Wrong(@Nullable String zone, @Nullable String password) {
        static final Wrong NOTHING = new Wrong(null, null);
    }

    private void move(Visit visit) {
        String text = given(visit, "zone").strip();
        try {
            ZoneId zone = ZoneId.of(text);
            rooms.accounts()
                    .moveTo(visit.user().id(), zone, since(given(visit, "since").strip(), zone));
            rooms.moved().accept(visit.user().id());
            visit.seeOther(PATH + "?done=zone");
        } catch (DateTimeException e) {
            refuse(
                    visit,
                    new Wrong(
                            "“" + text
                                    + "” with this date is not usable. Choose a zone such as Europe/Berlin, and a day.",
                            null));
        } catch (ProblemException refused) {
            refuse(visit, new Wrong(refused.problem().line(), null));
        }
    }

    private void choose(Visit visit) {
        String word = given(visit, "scale");
        Scale scale = Scale.ofWord(word)
                .orElseThrow(() -> Problem.badRequest("There is no such scale.")
                        .expected("one of " + Scale.words())
                        .got(word)
                        .where("scale")
                        .raised());
        rooms.deciding().opinions().ratings().setScale(visit.user().id(), scale);
        visit.seeOther(PATH + "?done=scale");
    }

    private void turnWeeks(Visit visit) {
        String word = given(visit, "start");
        WeekStart start = WeekStart.ofWord(word)
                .orElseThrow(() -> Problem.badRequest("Weeks do not begin on this day.")
                        .expected("one of " + String.join(", ", WeekStart.words()))
                        .got(word)
                        .where("start")
                        .raised());
        rooms.accounts().setWeekStart(visit.user().id(), start);
        visit.seeOther(PATH + "?done=week");
    }

    private static List<SettingsView.Choice> weekStarts(Visit visit) {
        return Arrays.stream(WeekStart.values())
                .map(start -> new SettingsView.Choice(
                        start.word(),
                        Words.capital(start.word()),
                        start == visit.history().weekStart()))
                .toList();
    }

    private List<SettingsView.Choice> scales(Visit visit) {
        Scale now = rooms.deciding().opinions().ratings().scale(visit.user().id());
        return Scale.CHOICES.stream()
                .map(scale -> new SettingsView.Choice(scale.word(), LABELS.getOrDefault(scale, ""), scale.equals(now)))
                .toList();
    }

    private static long since(String day, ZoneId zone) {
        return day.isEmpty()
                ? Long.MIN_VALUE
                : LocalDate.parse(day).atStartOfDay(zone).toEpochSecond();
    }

    private void changePassword(Visit visit) {
        try {
            String present = given(visit, "present");
            if (rooms.callers()
                    .login(visit.context(), visit.user().name(), present)
                    .isEmpty()) {
                refuse(visit, new Wrong(null, "The present password is another one."));
                return;
            }
            rooms.accounts().setPassword(visit.user().id(), given(visit, "fresh"));
        } catch (ProblemException refused) {
            refuse(visit, new Wrong(null, refused.problem().line()));
            visit.context().status(refused.problem().status());
            return;
        }
        rooms.callers().signIn(visit.context(), visit.user());
        visit.seeOther(PATH + "?done=password");
    }

    private void refuse(Visit visit, Wrong wrong) {
        visit.context().status(HttpStatus.BAD_REQUEST);
        send(visit, wrong);
    }

    private void send(Visit visit, Wrong wrong) {
        String done = visit.context().queryParam("done");
        SettingsView view = new SettingsView(
                done == null ? null : DONE.get(done),
                stays(visit),
                weekStarts(visit),
                ZoneId.getAvailableZoneIds().stream()
                        .filter(zone -> zone.contains("/") && !zone.startsWith("Etc"))
                        .sorted()
                        .toList(),
                new SettingsView.Typed(given(visit, "zone"), given(visit, "since")),
                rooms.pictured().curator().sources().stream()
                        .map(source -> new SettingsView.Source(source.title(), source.terms()))
                        .toList(),
                wrong.zone(),
                wrong.password(),
                scales(visit));
        visit.send((output, tags) -> JtesettingsGenerated.render(output, tags, visit.frame("Settings", PATH), view));
    }

    private List<SettingsView.Stay> stays(Visit visit) {
        List<SettingsView.Stay> stays = new ArrayList<>();
        for (ZoneHistory.Period period :
                rooms.accounts().zones(visit.user().id()).periods()) {
            String since = period.since() == Long.MIN_VALUE
                    ? "Always"
                    : "Since "
                            + visit.voice()
                                    .date(java.time.Instant.ofEpochSecond(period.since())
                                            .atZone(period.zone())
                                            .toLocalDate());
            stays.add(new SettingsView.Stay(since, period.zone().getId().replace('_', ' ')));
        }
        return stays;
    }

    private static String given(Visit visit, String name) {
        String text = visit.context().formParam(name);
        return text == null ? "" : text;
    }
}
