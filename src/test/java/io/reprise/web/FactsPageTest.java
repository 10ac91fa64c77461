package io.reprise.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.reprise.SettableClock;
import io.reprise.catalog.Fact;
import io.reprise.catalog.FactRows;
import io.reprise.media.ExternalId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What authorities told stands on the page of a thing that is tied to their id, in a real browser. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class FactsPageTest {
    private static final String SONG = "{\"kind\":\"song\",\"title\":\"Says\",\"artist\":\"Nils Frahm\","
            + "\"release\":\"Spaces\",\"started_at\":%d}";
    private static final String MBID = "b1a9c0e9-d987-4042-ae91-78d6a3267d69";

    private static Fact fact() {
        return new Fact(
                new ExternalId("mb:artist", MBID),
                "musicbrainz",
                1_777_000_000,
                "Nils Frahm",
                "Frahm, Nils",
                null,
                "",
                "DE",
                List.of("modern classical", "ambient", "electronic"),
                List.of("ニルス・フラーム", "Нильс Фрам"));
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, DARK"})
    void what_was_told_is_shown_once_the_id_is_tied(int width, ColorScheme scheme) {
        Optional<Path> program = Chromium.installed();
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed");
        SettableClock clock = SettableClock.at("2026-11-21T12:41:00Z");
        try (House house = new House(clock);
                Chromium chromium = new Chromium(program.orElseThrow());
                Chromium.Window window = chromium.open(house.address(), new Chromium.Look(width, scheme))) {
            house.told(List.of(SONG.formatted(clock.instant().getEpochSecond() - 7200)));
            house.database.write(tx -> {
                FactRows.put(tx, house.ada.id(), List.of(fact()));
                return true;
            });
            Page page = window.page();
            page.fill("input[name=name]", "ada");
            page.fill("input[name=password]", House.PASSWORD);
            page.click("button");
            page.navigate(house.address() + "/creators/1");
            assertThat(page.locator(".facts")).hasCount(0);
            page.click("text=Correct this");
            page.fill("input[name=id]", "mb:artist=" + MBID);
            page.click("button:has-text('Link id')");
            assertThat(page.locator(".facts")).containsText("Germany");
            assertThat(page.locator(".facts")).containsText("modern classical, ambient, electronic");
            assertThat(page.locator(".facts")).containsText("ニルス・フラーム, Нильс Фрам");
            String folder = System.getProperty("reprise.pictures");
            if (folder != null) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(folder, "facts-" + width + ".png")));
            }
            assertThat(window.faults()).isEmpty();
        }
    }
}
