package io.reprise.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.reprise.SettableClock;
import io.reprise.catalog.EpisodeList;
import io.reprise.catalog.EpisodeRows;
import io.reprise.catalog.ToldEpisode;
import io.reprise.media.ExternalId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The episodes of a series stand on its page and on the dashboard once its id is tied, in a real browser. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class EpisodesPageTest {
    private static final String SEEN = "{\"kind\":\"episode\",\"show\":\"North Pier\",\"season\":1,\"episode\":%d,"
            + "\"title\":\"Own %d\",\"started_at\":%d}";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    /** Two seasons: one that is out, and one that begins the day after tomorrow. */
    private static EpisodeList list() {
        return new EpisodeList(
                new ExternalId("tvmaze:show", "180"),
                1_777_000_000,
                false,
                IntStream.rangeClosed(1, 24).mapToObj(EpisodesPageTest::episode).toList());
    }

    private static ToldEpisode episode(int number) {
        boolean isOld = number <= 12;
        LocalDate day = isOld ? TODAY.minusDays(200 - number * 7L) : TODAY.plusDays(2 + (number - 13) * 7L);
        return new ToldEpisode(
                new ExternalId("tvmaze:episode", "" + number),
                new ToldEpisode.Place(isOld ? 1 : 2, isOld ? number : number - 12),
                number == 13 ? "Back <b>" : "Told " + number,
                new ToldEpisode.Airing(day, null),
                null,
                List.of());
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, DARK"})
    void what_was_seen_and_what_is_next_is_shown_once_the_id_is_tied(int width, ColorScheme scheme) {
        Optional<Path> program = Chromium.installed();
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed");
        SettableClock clock = SettableClock.at("2026-11-21T12:41:00Z");
        try (House house = new House(clock);
                Chromium chromium = new Chromium(program.orElseThrow());
                Chromium.Window window = chromium.open(house.address(), new Chromium.Look(width, scheme))) {
            long at = clock.instant().getEpochSecond() - 7200;
            house.told(List.of(SEEN.formatted(1, 1, at), SEEN.formatted(3, 3, at + 3000)));
            house.database.write(tx -> {
                EpisodeRows.put(tx, house.ada.id(), list());
                return true;
            });
            Page page = window.page();
            page.fill("input[name=name]", "ada");
            page.fill("input[name=password]", House.PASSWORD);
            page.click("button");
            assertThat(page.locator("#coming")).hasCount(0);
            page.navigate(house.address() + "/containers/1");
            assertThat(page.locator("#episodes")).hasCount(0);
            page.click("text=Correct this");
            page.fill("input[name=id]", "tvmaze:show=180");
            page.click("button:has-text('Link id')");
            assertThat(page.locator("#episodes")).containsText("You have seen 2 of 12 that are out. Next is S1 E4");
            assertThat(page.locator("#episodes")).containsText("Told by tvmaze");
            assertThat(page.locator(".boxes .seen")).hasCount(2);
            assertThat(page.locator(".boxes .next")).hasCount(1);
            assertThat(page.locator(".boxes .open")).hasCount(9);
            assertThat(page.locator(".boxes .coming")).hasCount(12);
            page.navigate(house.address() + "/");
            assertThat(page.locator("#coming li")).hasCount(1);
            assertThat(page.locator("#coming")).containsText("S2 E1 Back <b>");
            assertThat(page.locator("#coming")).containsText("Monday");
            assertThat(window.faults()).isEmpty();
        }
    }
}
