package io.reprise.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.reprise.SettableClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proposals looked at, answered by hand and by key, told in the ledger and undone there, in a real browser. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ReviewPageTest {
    private static final String SONG = "{\"kind\":\"song\",\"title\":\"%s\",\"artist\":\"Nils Frahm\","
            + "\"length\":480,\"duration\":480,\"started_at\":%d}";

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, DARK"})
    void what_is_proposed_is_accepted_told_and_undone(int width, ColorScheme scheme) {
        Optional<Path> program = Chromium.installed();
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed");
        SettableClock clock = SettableClock.at("2026-11-21T12:41:00Z");
        long now = clock.instant().getEpochSecond();
        try (House house = new House(clock, List.of(new KnownSongs()));
                Chromium chromium = new Chromium(program.orElseThrow());
                Chromium.Window window = chromium.open(house.address(), new Chromium.Look(width, scheme))) {
            house.told(List.of(
                    SONG.formatted("Says", now - 7200),
                    SONG.formatted("Says", now - 6200),
                    SONG.formatted("Hammers", now - 5000),
                    SONG.formatted("Ambre", now - 4000),
                    SONG.formatted("Went Missing", now - 3000)));
            Page page = window.page();
            page.fill("input[name=name]", "ada");
            page.fill("input[name=password]", House.PASSWORD);
            page.click("button");
            page.navigate(house.address() + "/review");
            assertThat(page.locator("main")).containsText("Nothing waits for you.");
            page.click("text=Ask for what is not known");
            settled(page, house.address() + "/review", 4);
            assertThat(page.locator(".proposal").first()).containsText("Says");
            assertThat(page.locator(".proposal").first()).containsText("Spaces");
            assertThat(page.locator(".proposal").first()).containsText("✓ for");
            picture(page, "review", width);

            page.locator(".proposal").first().locator("[data-accept]").first().click();
            assertThat(page.locator(".notice")).containsText("Accepted 1 proposal.");
            assertThat(page.locator(".proposal")).hasCount(3);
            page.click("text=See it in the ledger");
            assertThat(page.locator("main")).containsText("Ada linked Says by Nils Frahm to mb:recording");
            assertThat(page.locator("main")).containsText("because: looked at and accepted");
            picture(page, "ledger", width);

            page.navigate(house.address() + "/review");
            page.keyboard().press("j");
            page.keyboard().press("j");
            page.keyboard().press("x");
            assertThat(page.locator(".notice")).containsText("It stays as it was told.");
            assertThat(page.locator(".proposal")).hasCount(2);
            assertThat(page.locator(".proposal.picked h3").first()).containsText("Went Missing");
            page.click("text=Ask me again");
            assertThat(page.locator(".proposal")).hasCount(3);
            page.locator(".proposal").first().locator("input[name=always]").check();
            page.locator(".proposal").first().locator("[data-accept]").first().click();
            assertThat(page.locator(".notice")).containsText("Accepted 3 proposals.");
            page.click("text=Accepted");

            page.navigate(house.address() + "/ledger");
            int links = page.locator("main li").count();
            page.locator("main li").last().locator("text=Undo").click();
            assertThat(page.locator(".notice")).containsText("no longer holds");
            assertThat(page.locator("main li")).hasCount(links + 1);
            assertThat(page.locator("main li").first()).containsText("undid decision 1: linked Says");
            assertThat(page.locator("main li").last()).containsText("undone by " + (links + 1));
            page.navigate(house.address() + "/ledger");
            page.locator("main li").first().locator("text=Undo this undo").click();
            assertThat(page.locator("main li").last()).not().containsText("undone by");
            picture(page, "ledger-undone", width);
            assertThat(window.faults()).isEmpty();
        }
    }

    /** Looks at the page until the job has made so many proposals; the browser waits in between. */
    private static void settled(Page page, String address, int proposals) {
        for (int look = 0; look < 50 && page.locator(".proposal").count() < proposals; look++) {
            page.waitForTimeout(100);
            page.navigate(address);
        }
        assertThat(page.locator(".proposal")).hasCount(proposals);
    }

    private static void picture(Page page, String name, int width) {
        String folder = System.getProperty("reprise.pictures");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(folder, name + "-" + width + ".png")));
        }
    }
}
