package io.reprise.feed;

import io.reprise.history.History;
import io.reprise.report.Filter;
import io.reprise.report.Period;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a link answers at one of its files: the type, the text, and when it changed last (epoch seconds in UTC; null
 * where that is not known).
 */
record Shown(String contentType, String text, @Nullable Long changedAt) {
    private static final int ENTRIES_MAX = 100;

    /** How it is asked: for which file, at which address, in which colours. */
    record Asked(Link link, String file, String self, Svg.Theme theme) {}

    /** Empty where it shows a list that is not there any more, or has no such form. */
    static Optional<Shown> of(Asked asked, Reading reading, JsonMapper mapper) {
        UUID list = asked.link().list();
        return list == null ? Optional.of(ofHistory(asked, reading, mapper)) : list(asked, list, reading);
    }

    private static Optional<Shown> list(Asked asked, UUID list, Reading reading) {
        String ending = asked.file().substring(asked.file().lastIndexOf('.') + 1);
        Link link = asked.link();
        return reading.lists()
                .give(new ListFiles.Asked(link.user(), list, ending, link.publicName() != null))
                .map(file -> new Shown(file.contentType(), file.text(), null));
    }

    private static Shown ofHistory(Asked asked, Reading reading, JsonMapper mapper) {
        Link link = asked.link();
        History history = reading.of(link);
        LocalDate today = LocalDate.ofEpochDay(history.zones().dayAt(reading.now()));
        Cards cards = new Cards(link, history, asked.theme(), reading.now());
        return switch (link.show()) {
            case PLAYS -> feed(asked, Entry.plays(history, link.kinds(), ENTRIES_MAX), mapper);
            case FINISHED -> feed(asked, Entry.lastOfEach(history, link.kinds(), ENTRIES_MAX), mapper);
            case CALENDAR -> new Shown(CalendarText.CONTENT_TYPE, Calendars.plays(link, history), null);
            case DAYS -> new Shown(CalendarText.CONTENT_TYPE, Calendars.days(link, history, today), null);
            case UPCOMING -> new Shown(CalendarText.CONTENT_TYPE, Calendars.upcoming(link, history, today), null);
            case PLAYING -> card(cards.playing(reading.nowPlaying().of(link.user())));
            case TOP -> card(cards.top());
            case YEAR -> card(cards.year());
            case TOTALS -> card(cards.totals());
            case METRICS -> new Shown(Metrics.CONTENT_TYPE, Metrics.of(history, reading.now()), null);
            case DAILY -> daily(asked, history, today);
            case PLAYLIST -> throw new IllegalStateException("link " + link.number() + " names no playlist");
        };
    }

    private static Shown card(String svg) {
        return new Shown(Svg.CONTENT_TYPE, svg, null);
    }

    private static Shown feed(Asked asked, List<Entry> entries, JsonMapper mapper) {
        SyndicationFeed feed = new SyndicationFeed(asked.link(), asked.self(), entries);
        return asked.file().endsWith(".atom")
                ? new Shown(SyndicationFeed.ATOM, feed.atom(), feed.updated())
                : new Shown(SyndicationFeed.JSON, feed.json(mapper), feed.updated());
    }

    private static Shown daily(Asked asked, History history, LocalDate today) {
        Link link = asked.link();
        DailyForm form = DailyForm.ofWord(asked.file().substring(asked.file().indexOf('.') + 1))
                .orElse(DailyForm.CSV);
        Period period = Period.parse(link.period(), new Period.Now(today, history.weekStart()));
        StringWriter out = new StringWriter();
        form.write(new DailyForm.Asked(history, period.range(), Filter.NONE.withKinds(link.kinds())), out);
        return new Shown(form.contentType(), out.toString(), null);
    }
}
