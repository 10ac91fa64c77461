package io.reprise.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.reprise.SettableClock;
import io.reprise.resolve.KnownSongs;
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
                    SONG.formatted("Says (feat. Anne Müller)", now - 3000)));
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

            answerTheRest(page, house.address());
            undo(page, house.address(), width);
            assertThat(window.faults()).isEmpty();
        }
    }

    private static void answerTheRest(Page page, String address) {
        page.navigate(address + "/review");
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.locator(".notice")).containsText("It stays as it was told.");
        assertThat(page.locator(".proposal")).hasCount(2);
        assertThat(page.locator(".proposal.picked h3").first()).containsText("Says (feat.");
        page.click("text=Ask me again");
        assertThat(page.locator(".proposal")).hasCount(3);
        page.locator(".proposal").first().locator("input[name=always]").check();
        page.locator(".proposal").first().locator("[data-accept]").first().click();
        assertThat(page.locator(".notice")).containsText("Accepted 3 proposals.");
        page.click("text=Accepted");

        page.navigate(address + "/charts/items");
        assertThat(page.locator("main .line")).hasCount(3);
        assertThat(page.locator("main .line").first()).containsText("Says");
        assertThat(page.locator("main .line .count").first()).hasText("3");
    }

    private static void undo(Page page, String address, int width) {
        page.navigate(address + "/ledger");
        assertThat(page.locator("main")).containsText("Ada merged Says");
        int links = page.locator("main li").count();
        page.locator("main li").last().locator("text=Undo").click();
        assertThat(page.locator(".notice")).containsText("no longer holds");
        assertThat(page.locator("main li")).hasCount(links + 1);
        assertThat(page.locator("main li").first()).containsText("undid decision 1: linked Says");
        assertThat(page.locator("main li").last()).containsText("undone by " + (links + 1));
        page.navigate(address + "/ledger");
        page.locator("main li").first().locator("text=Undo this undo").click();
        assertThat(page.locator("main li").last()).not().containsText("undone by");
        picture(page, "ledger-undone", width);

        page.locator("li", new Page.LocatorOptions().setHasText("Ada merged Says"))
                .first()
                .locator("text=Undo")
                .click();
        page.navigate(address + "/charts/items");
        assertThat(page.locator("main .line")).hasCount(4);
        assertThat(page.locator("main .line .count").first()).hasText("2");
    }

    @ParameterizedTest
    @CsvSource({"1280, DARK", "390, LIGHT"})
    void a_thing_says_what_it_is_taken_for_and_is_corrected_on_its_page(int width, ColorScheme scheme) {
        Optional<Path> program = Chromium.installed();
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed");
        SettableClock clock = SettableClock.at("2026-11-21T12:41:00Z");
        try (House house = new House(clock);
                Chromium chromium = new Chromium(program.orElseThrow());
                Chromium.Window window = chromium.open(house.address(), new Chromium.Look(width, scheme))) {
            house.told(List.of(SONG.formatted("Says", clock.instant().getEpochSecond() - 7200)));
            Page page = window.page();
            page.fill("input[name=name]", "ada");
            page.fill("input[name=password]", House.PASSWORD);
            page.click("button");
            page.navigate(house.address() + "/items/1");
            assertThat(page.locator(".known")).containsText("provisional");
            page.click("text=Correct this");
            page.fill(".known input[name=name]", "Says, live");
            page.click("text=Rename");
            assertThat(page.locator("h1")).hasText("Says, live");
            page.click("text=Correct this");
            page.fill(".known input[name=id]", "mb:recording=b1a9c0e9-d987-4042-ae91-78d6a3267d69");
            page.click(".known button:has-text('Link id')");
            assertThat(page.locator(".known")).containsText("canonical");
            assertThat(page.locator(".ids a"))
                    .hasAttribute("href", "https://musicbrainz.org/recording/b1a9c0e9-d987-4042-ae91-78d6a3267d69");
            page.click("text=Correct this");
            page.fill(".known input[name=title]", "Spaces");
            page.click("text=Move to another album");
            assertThat(page.locator(".thing")).containsText("from Spaces");
            page.click("text=Correct this");
            picture(page, "thing", width);

            page.navigate(house.address() + "/creators/1");
            page.click("text=Correct this");
            page.fill(".known textarea", "Nils\nFrahm");
            page.click("button:has-text('Split')");
            page.navigate(house.address() + "/ledger");
            assertThat(page.locator("main li").first()).containsText("Ada split Nils Frahm into Nils, Frahm");
            page.navigate(house.address() + "/items/1");
            page.click("text=Correct this");
            page.click("button:has-text('Ignore')");
            assertThat(page.locator(".known")).containsText("It is left out of every answer.");
            page.navigate(house.address() + "/ledger");
            assertThat(page.locator("main li")).hasCount(5);
            assertThat(page.locator("main li").first()).containsText("out of all answers");
            page.navigate(house.address() + "/charts/items");
            assertThat(page.locator("main .line")).hasCount(0);
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
