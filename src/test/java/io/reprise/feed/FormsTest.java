package io.reprise.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.catalog.EpisodeList;
import io.reprise.catalog.ToldEpisode;
import io.reprise.history.History;
import io.reprise.history.HistoryBuilder;
import io.reprise.http.Json;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.report.Filter;
import io.reprise.report.Range;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each form against the file that it was, and against what its own standard demands of any text. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class FormsTest {
    private static final long SEED = 91;
    private static final int ROUNDS = 300;
    private static final JsonMapper MAPPER = Json.mapper();
    private static final String SELF = "https://reprise.example/x/secret/plays.atom";

    private static DailyForm.Asked all() {
        return new DailyForm.Asked(Sample.history(), Range.ALL, Filter.NONE);
    }

    private static SyndicationFeed feed(History history) {
        return new SyndicationFeed(Sample.link(Show.PLAYS, "all"), SELF, Entry.plays(history, java.util.Set.of(), 100));
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static History of(String text) {
        return new HistoryBuilder(ZoneId.of("UTC"))
                .play(MediaKind.FILM, text.isBlank() ? "x" : text, "", "", Sample.NOW - 60, 60)
                .build();
    }

    @ParameterizedTest
    @EnumSource(DailyForm.class)
    void daily_rows_are_written_as_the_file_says(DailyForm form) {
        StringWriter out = new StringWriter();
        form.write(all(), out);
        String name = "daily." + form.word();
        assertThat(out.toString()).isEqualTo(Golden.of(name, out.toString()));
    }

    @Test
    void a_day_is_a_local_day_and_a_line_of_influx_has_the_second_at_which_it_began() {
        StringWriter out = new StringWriter();
        DailyForm.INFLUX.write(all(), out);
        assertThat(out.toString())
                .contains("reprise_daily,kind=song plays=1i,seconds=200i,items=1i " + Sample.at("2026-05-29T22:00:00Z")
                        + "000000000\n")
                .contains("reprise_daily,kind=song plays=2i,seconds=200i,items=2i " + Sample.at("2026-05-30T22:00:00Z")
                        + "000000000\n");
    }

    @Test
    void metrics_are_what_openmetrics_allows_and_end_with_its_mark() {
        String text = Metrics.of(Sample.history(), Sample.NOW);
        assertThat(text).isEqualTo(Golden.of("metrics.txt", text));
        assertThat(text.lines())
                .allMatch(line -> line.matches("# (TYPE|UNIT|HELP) [a-z_]+ .*|# EOF"
                        + "|[a-z_]+(\\{[a-z]+=\"(\\\\[\\\\\"n]|[^\"\\\\\n])*\"})? -?\\d+"));
        assertThat(text).endsWith("# EOF\n").contains("reprise_streak_days 3\n");
        assertThat(Metrics.of(new HistoryBuilder(ZoneId.of("UTC")).build(), Sample.NOW))
                .contains("reprise_streak_days 0\n")
                .doesNotContain("last_play");
        assertThat(Metrics.of(Sample.history(), Sample.NOW + 3 * 86_400)).contains("reprise_streak_days 0\n");
        assertThat(Metrics.escaped("a\\b\"c\nd")).isEqualTo("a\\\\b\\\"c\\nd");
    }

    @Test
    void atom_is_the_same_bytes_and_has_what_rfc_4287_demands() throws Exception {
        String atom = feed(Sample.history()).atom();
        assertThat(atom).isEqualTo(Golden.of("plays.atom", atom));
        Document document = xml(atom);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < document.getElementsByTagName("id").getLength(); i++) {
            ids.add(document.getElementsByTagName("id").item(i).getTextContent());
        }
        assertThat(ids).doesNotHaveDuplicates().hasSize(7).allMatch(id -> id.startsWith("tag:reprise.invalid,2026:"));
        assertThat(document.getElementsByTagName("updated").item(0).getTextContent())
                .isEqualTo("2026-06-01T09:30:00Z");
    }

    @Test
    void json_feed_has_what_its_version_1_1_demands() {
        String json = feed(Sample.history()).json(MAPPER);
        assertThat(json).isEqualTo(Golden.of("plays.json", json));
        JsonNode feed = MAPPER.readTree(json);
        assertThat(feed.path("version").asString("")).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("items")).allMatch(item -> item.hasNonNull("id") && item.hasNonNull("content_text"));
    }

    @Test
    void a_feed_of_what_was_read_and_watched_tells_each_item_once_at_its_last_play() {
        History history = new HistoryBuilder(ZoneId.of("UTC"))
                .play(MediaKind.BOOK, "One", "A", "", 1_000, 60)
                .play(MediaKind.BOOK, "Two", "A", "", 2_000, 60)
                .play(MediaKind.BOOK, "One", "A", "", 3_000, 60)
                .play(MediaKind.SONG, "No", "A", "", 4_000, 60)
                .build();
        assertThat(Entry.lastOfEach(history, java.util.Set.of(), 10))
                .extracting(Entry::title, Entry::at)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("A – One", 3_000L),
                        org.assertj.core.groups.Tuple.tuple("A – Two", 2_000L));
        assertThat(Entry.lastOfEach(history, java.util.Set.of(), 1)).hasSize(1);
    }

    @Test
    void any_text_survives_atom_and_json_as_far_as_they_can_hold_it() throws Exception {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            SyndicationFeed feed = feed(of(Sample.anything(random)));
            String title = feed.entries().getFirst().title();
            String held = title.replaceAll("[\\uFFFE\\uFFFF]", "\uFFFD");
            assertThat(xml(feed.atom()).getElementsByTagName("title").item(1).getTextContent())
                    .as("seed %d round %d", SEED, round)
                    .isEqualTo(held);
            assertThat(MAPPER.readTree(feed.json(MAPPER)).at("/items/0/title").asString(""))
                    .isEqualTo(title);
        }
    }

    @Test
    void calendars_are_written_as_the_files_say() {
        String plays = Calendars.plays(Sample.link(Show.CALENDAR, "all"), Sample.history());
        assertThat(plays).isEqualTo(Golden.of("plays.ics", plays));
        String days = Calendars.days(Sample.link(Show.DAYS, "all"), Sample.history(), LocalDate.of(2026, 6, 1));
        assertThat(days).isEqualTo(Golden.of("days.ics", days));
        assertThat(plays).contains("DTSTART;VALUE=DATE:20260520\r\nDTEND;VALUE=DATE:20260521\r\n");
    }

    @Test
    void episodes_to_come_are_entries_at_their_second_or_on_their_day_with_names_of_their_own() {
        LocalDate today = LocalDate.of(2026, 6, 1);
        EpisodeList list = new EpisodeList(
                new ExternalId("tvmaze:show", "1"),
                Sample.at("2026-05-30T00:00:00Z"),
                false,
                List.of(
                        told(1, "The Well", new ToldEpisode.Airing(today.minusDays(40), null)),
                        told(2, "Seen", new ToldEpisode.Airing(today.minusDays(1), null)),
                        told(3, Sample.HARD, new ToldEpisode.Airing(today, Sample.at("2026-06-01T22:30:00Z"))),
                        told(4, "", new ToldEpisode.Airing(today.plusDays(9), null)),
                        told(5, "Far", new ToldEpisode.Airing(today.plusDays(900), null)),
                        told(6, "Nobody knows", ToldEpisode.Airing.UNKNOWN)));
        History history = new HistoryBuilder(ZoneId.of("Europe/Berlin"))
                .play(MediaKind.EPISODE, "The Well", "", "North Pier", Sample.at("2026-05-31T18:00:00Z"), 2_700)
                .episodes("North Pier", list)
                .build();
        String told = Calendars.upcoming(Sample.link(Show.UPCOMING, "all"), history, today);
        assertThat(told).isEqualTo(Golden.of("upcoming.ics", told));
        assertThat(told).contains("UID:episode-tvmaze-episode-3-0123456789ab@reprise.invalid\r\n");
        assertThat(told).contains("DTSTART:20260601T223000Z\r\nDTEND:20260601T231500Z\r\n");
        assertThat(told).contains("DTSTART;VALUE=DATE:20260610\r\n");
        assertThat(told).doesNotContain("Far").doesNotContain("S1 E1").doesNotContain("Nobody");
    }

    private static ToldEpisode told(int number, String title, ToldEpisode.Airing airing) {
        return new ToldEpisode(
                new ExternalId("tvmaze:episode", "" + number),
                new ToldEpisode.Place(1, number),
                title,
                airing,
                2_700,
                List.of());
    }

    @Test
    void any_text_survives_a_calendar_whose_lines_have_at_most_75_bytes() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            String text = Sample.anything(random);
            CalendarText calendar = new CalendarText("x");
            calendar.begin("uid", 0);
            calendar.text("SUMMARY", text);
            calendar.end();
            String written = calendar.done();
            assertThat(written.split("\r\n", -1))
                    .as("seed %d round %d", SEED, round)
                    .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75 && !line.contains("\n"));
            String summary = written.replace("\r\n ", "")
                    .lines()
                    .filter(line -> line.startsWith("SUMMARY:"))
                    .findFirst()
                    .orElseThrow()
                    .substring("SUMMARY:".length());
            assertThat(unescaped(summary)).isEqualTo(heldByCalendar(text));
        }
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                char next = text.charAt(++i);
                out.append(next == 'n' ? '\n' : next);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Written slowly and apart: new lines are one, other controls are spaces, halves of pairs are a mark. */
    private static String heldByCalendar(String text) {
        StringBuilder out = new StringBuilder();
        int[] points = text.replace("\r\n", "\n").codePoints().toArray();
        for (int c : points) {
            if (c == '\n' || c == '\r') {
                out.append('\n');
            } else if (c < 0x20 || c >= 0x7F && c < 0xA0) {
                out.append(' ');
            } else {
                out.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c);
            }
        }
        return out.toString();
    }

    @Test
    void buckets_for_activitywatch_hold_what_has_a_time_of_day_in_the_order_of_time() {
        StringWriter out = new StringWriter();
        new Buckets(MAPPER, all()).write(out);
        assertThat(out.toString()).isEqualTo(Golden.of("activitywatch.json", out.toString()));
        JsonNode buckets = MAPPER.readTree(out.toString()).path("buckets");
        assertThat(buckets.propertyNames()).containsExactly("reprise-song", "reprise-episode", "reprise-film");
        assertThat(buckets.at("/reprise-song/events")).hasSize(3);
        assertThat(buckets.at("/reprise-song/events/2/data/title").asString("")).isEqualTo(Sample.HARD);
    }

    @Test
    void cards_are_written_as_the_files_say_and_hold_nothing_that_runs_or_loads() throws Exception {
        for (Show show : List.of(Show.PLAYING, Show.TOP, Show.YEAR, Show.TOTALS)) {
            Cards cards = new Cards(Sample.link(show, "all"), Sample.history(), Svg.Theme.AUTO, Sample.NOW);
            String svg = svg(cards, show);
            assertThat(svg).isEqualTo(Golden.of(show.word() + ".svg", svg));
            xml(svg);
            assertThat(svg)
                    .doesNotContain("<script")
                    .doesNotContain("href")
                    .doesNotContain("url(")
                    .doesNotContain("@import")
                    .hasSizeLessThan(80_000);
        }
    }

    private static String svg(Cards cards, Show show) {
        return switch (show) {
            case TOP -> cards.top();
            case YEAR -> cards.year();
            case TOTALS -> cards.totals();
            default -> cards.playing(List.of());
        };
    }

    @Test
    void any_text_fits_into_a_card() throws Exception {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            History history = of(Sample.anything(random));
            Cards cards = new Cards(Sample.link(Show.PLAYING, "all"), history, Svg.Theme.DARK, Sample.NOW);
            String svg = cards.playing(List.of());
            String shown = xml(svg).getElementsByTagName("text").item(1).getTextContent();
            assertThat(shown.length()).as("seed %d round %d", SEED, round).isLessThan(130);
        }
        assertThat(new Svg.Cut("W".repeat(500), 100, 10).shown())
                .hasSizeLessThan(20)
                .endsWith("…");
        assertThat(new Svg.Cut("short", 100, 10).shown()).isEqualTo("short");
    }
}
