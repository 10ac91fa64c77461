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

/** What one thinks of things, rules for names, and corrections, by hand and by key in a real browser. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class OpinionPageTest {
    private static final String SONG = "{\"kind\":\"song\",\"title\":\"%s\",\"artist\":\"%s\",\"release\":\"Waterloo\","
            + "\"length\":180,\"duration\":180,\"started_at\":%d}";

    /** A house with a history, and a browser that is signed in. */
    private interface Walk {
        void go(Page page, String address);
    }

    private static void walk(int width, ColorScheme scheme, Walk walk) {
        Optional<Path> program = Chromium.installed();
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed");
        SettableClock clock = SettableClock.at("2026-11-21T12:41:00Z");
        long now = clock.instant().getEpochSecond();
        try (House house = new House(clock);
                Chromium chromium = new Chromium(program.orElseThrow());
                Chromium.Window window = chromium.open(house.address(), new Chromium.Look(width, scheme))) {
            house.told(List.of(
                    SONG.formatted("SOS", "Abba", now - 9000),
                    SONG.formatted("S.O.S", "Abba", now - 8000),
                    SONG.formatted("Dance (feat. Cy)", "Ann feat. Bo", now - 7000),
                    SONG.formatted("Fire", "Earth, Wind & Fire", now - 6000),
                    SONG.formatted("Noise", "Unknown Artist", now - 5000),
                    SONG.formatted("Help", "The Beatles", now - 4000),
                    SONG.formatted("Imagine", "John Lennon", now - 3000)));
            Page page = window.page();
            page.fill("input[name=name]", "ada");
            page.fill("input[name=password]", House.PASSWORD);
            page.click("button");
            walk.go(page, house.address());
            // The one page that answers 400 is that of a rule that is none.
            assertThat(window.faults()).allMatch(fault -> fault.contains("400 (Bad Request)"));
        }
    }

    private static void picture(Page page, String name, int width, ColorScheme scheme) {
        String folder = System.getProperty("reprise.pictures");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(folder, name + "-" + width + "-" + scheme + ".png")));
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, DARK"})
    void a_thing_is_loved_rated_tagged_and_noted_and_all_of_it_is_taken_back(int width, ColorScheme scheme) {
        walk(width, scheme, (page, address) -> {
            page.navigate(address + "/items/1");
            page.keyboard().press("*");
            assertThat(page.locator("#opinion")).containsText("Loved");
            page.locator(".stars button").nth(8).click();
            assertThat(page.locator(".stand")).hasText("4.5/5");
            page.locator(".stars button").nth(3).click();
            assertThat(page.locator(".stand")).hasText("2/5");
            page.fill("#tag-text", "Calm");
            page.click(".add button");
            assertThat(page.locator(".tag")).hasCount(1);
            page.fill("#tag-text", "winter evenings");
            page.click(".add button");
            assertThat(page.locator(".tag")).hasCount(2);
            page.click("text=Write a note");
            page.fill("#opinion textarea", "Heard first in Graz.\nStill good.");
            page.click("text=Keep this note");
            assertThat(page.locator(".written")).containsText("Heard first in Graz.");
            page.click("text=All you ever said of it");
            picture(page, "opinion", width, scheme);
            page.locator(".pasts .run", new Page.LocatorOptions().setHasText("rated 2/5"))
                    .locator("button")
                    .click();
            assertThat(page.locator(".stand")).hasText("4.5/5");
            page.locator(".tag button").first().click();
            assertThat(page.locator(".tag")).hasCount(1);
            page.click(".tag a");
            assertThat(page.locator("main")).containsText("SOS");
            picture(page, "tags", width, scheme);

            page.navigate(address + "/timeline");
            assertThat(page.locator("main .heart [aria-pressed=true]")).hasCount(1);
            page.keyboard().press("j");
            page.keyboard().press("*");
            assertThat(page.locator("main .heart [aria-pressed=true]")).hasCount(2);
            picture(page, "hearts", width, scheme);
            page.keyboard().press("*");
            assertThat(page.locator("main .heart [aria-pressed=true]")).hasCount(1);

            page.navigate(address + "/settings");
            page.selectOption("select[name=scale]", "10");
            page.click("#scale button");
            assertThat(page.locator("#scale select")).hasValue("10");
            picture(page, "settings-scale", width, scheme);
            page.navigate(address + "/items/1");
            assertThat(page.locator(".stand")).hasText("9/10 (given as 4.5/5)");
            assertThat(page.locator(".marks .on")).hasCount(9);
            picture(page, "opinion-ten", width, scheme);
        });
    }

    @ParameterizedTest
    @CsvSource({"1280, DARK", "390, LIGHT"})
    void rules_for_names_are_kept_looked_at_applied_and_undone(int width, ColorScheme scheme) {
        walk(width, scheme, (page, address) -> {
            page.navigate(address + "/ledger");
            page.click("text=Names and credits");
            assertThat(page.locator("#changes")).containsText("Ann feat. Bo");
            rule(page, "Unknown Artist", "ignore", "");
            assertThat(page.locator(".notice")).containsText("The rule is kept.");
            rule(page, "John Lennon", "belongs", "The Beatles");
            rule(page, "Abba", "replace", "");
            assertThat(page.locator("#rule .wrong")).containsText("1 to 20 names");
            assertThat(page.locator("#rule input[name=name]")).hasValue("Abba");
            page.navigate(address + "/credits");
            assertThat(page.locator("#changes")).containsText("4 names would change");
            assertThat(page.locator("#changes")).containsText("Dance by Ann and Bo and Cy");
            picture(page, "credits", width, scheme);
            page.click("text=Apply to my history");
            assertThat(page.locator(".notice")).containsText("4 names changed.");
            assertThat(page.locator("#changes")).containsText("Nothing");
            picture(page, "credits-applied", width, scheme);
            page.navigate(address + "/charts/creators");
            assertThat(page.locator("main")).containsText("The Beatles");
            assertThat(page.locator("main")).not().containsText("Unknown Artist");
            page.goBack();
            page.click("text=Undo all of it");
            assertThat(page.locator(".notice")).containsText("5 decisions taken back.");
            page.locator("main li", new Page.LocatorOptions().setHasText("is left out"))
                    .locator("text=Edit")
                    .click();
            assertThat(page.locator("#rule h2")).containsText("Change this rule");
            page.check("input[value=keep]");
            page.click("text=Keep this rule");
            assertThat(page.locator("main li").last()).not().containsText("Unknown Artist");
            page.locator("text=Remove").first().click();
            assertThat(page.locator(".notice")).containsText("The rule is gone.");
        });
    }

    private static void rule(Page page, String name, String kind, String into) {
        page.fill("#rule input[name=name]", name);
        page.check("#rule input[value=" + kind + "]");
        page.fill("#rule textarea", into);
        page.click("text=Keep this rule");
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, DARK"})
    void a_thing_is_credited_anew_merged_by_name_left_out_and_brought_back(int width, ColorScheme scheme) {
        walk(width, scheme, (page, address) -> {
            page.navigate(address + "/items/3");
            page.click("text=Correct this");
            page.locator(".who-row").nth(0).locator("input[name=name]").fill("Ann");
            page.locator(".who-row").nth(0).locator("input[name=join]").fill(" with ");
            page.locator(".who-row").nth(1).locator("input[name=name]").fill("Bo");
            page.locator("form", new Page.LocatorOptions().setHasText("Change the credit"))
                    .locator("input[name=because]")
                    .fill("it says so on the sleeve");
            picture(page, "correct", width, scheme);
            page.click("text=Change the credit");
            assertThat(page.locator(".thing")).containsText("by Ann, Bo");
            assertThat(page.locator(".notice")).containsText("this is decision 1");
            page.click("text=What was decided about it");
            assertThat(page.locator(".known")).containsText("because: it says so on the sleeve");
            picture(page, "decided", width, scheme);

            page.navigate(address + "/items/2");
            page.click("text=Correct this");
            page.fill(".known input[name=q]", "sos");
            page.click("text=Look for it");
            picture(page, "merge", width, scheme);
            page.fill("input[name=because]", "only the dots differ");
            page.click("text=This one");
            assertThat(page.locator("h1")).hasText("SOS");
            assertThat(page.locator(".totals")).containsText("2");
            page.click(".notice button");
            assertThat(page.locator(".notice")).containsText("no longer holds");

            page.navigate(address + "/items/5");
            page.click("text=Correct this");
            page.click(".known button:has-text('Ignore')");
            assertThat(page.locator(".known")).containsText("It is left out of every answer.");
            picture(page, "ignored", width, scheme);
            page.click("text=Bring it back");
            page.navigate(address + "/items/5");
            assertThat(page.locator(".known")).not().containsText("It is left out");
        });
    }
}
