package io.reprise.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.reprise.SettableClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule for duplicates looked at, changed and undone, in a real browser. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class RulePageTest {
    private static final String SAYS = "{\"kind\":\"song\",\"title\":\"Says\",\"artist\":\"Nils Frahm\","
            + "\"release\":\"Spaces\",\"length\":480,\"duration\":480,\"started_at\":%d}";

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, DARK"})
    void a_rule_is_looked_at_applied_and_undone(int width, ColorScheme scheme) {
        Optional<Path> program = Chromium.installed();
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed");
        SettableClock clock = SettableClock.at("2026-11-21T12:41:00Z");
        long now = clock.instant().getEpochSecond();
        try (House house = new House(clock);
                Chromium chromium = new Chromium(program.orElseThrow());
                Chromium.Window window = chromium.open(house.address(), new Chromium.Look(width, scheme))) {
            house.told(List.of(SAYS.formatted(now - 7200), SAYS.formatted(now - 3600)));
            Page page = window.page();
            page.fill("input[name=name]", "ada");
            page.fill("input[name=password]", House.PASSWORD);
            page.click("button");
            page.navigate(house.address() + "/imports");
            byte[] file =
                    (SAYS.formatted(now - 7197) + "\n" + SAYS.formatted(now - 3575)).getBytes(StandardCharsets.UTF_8);
            page.setInputFiles("input[type=file]", new FilePayload("past.ndjson", "application/x-ndjson", file));
            page.click("text=Look first");
            page.click("a[href^='/imports/looks/']");
            page.click("text=Import it");
            assertThat(page.locator(".run").first()).containsText("2 new");

            page.navigate(house.address() + "/duplicates");
            assertThat(page.locator("main li")).hasCount(2);
            page.click("text=How they are found");
            assertThat(page.locator("#rule-now")).containsText("you have not changed it");
            page.fill("input[name=score]", "1.2");
            page.click("text=See what would change");
            assertThat(page.locator("#rule-now h2").nth(1)).hasText("What would change");
            assertThat(page.locator("#rule-now")).containsText("would come apart");
            assertThat(page.locator("#rule-now")).containsText("25 s apart");
            page.navigate(house.address() + "/duplicates");
            assertThat(page.locator("main li")).hasCount(2);

            page.click("text=How they are found");
            assertThat(page.locator("input[name=score]")).hasValue("1.2");
            picture(page, width);
            page.click("text=Apply");
            assertThat(page.locator("#rule-now")).containsText("Chosen by Ada");
            page.navigate(house.address() + "/duplicates");
            assertThat(page.locator("main li")).hasCount(1);
            page.click("text=How they are found");
            page.click("text=Undo this rule");
            assertThat(page.locator("#rule-now")).containsText("you have not changed it");
            page.navigate(house.address() + "/duplicates");
            assertThat(page.locator("main li")).hasCount(2);

            page.click("text=How they are found");
            page.selectOption("select[name=one]", "1");
            page.selectOption("select[name=other]", "2");
            page.click("text=See what would change");
            assertThat(page.locator("#rule-now")).containsText("their sources would be kept apart");
            assertThat(window.faults()).isEmpty();
        }
    }

    private static void picture(Page page, int width) {
        String folder = System.getProperty("reprise.pictures");
        if (folder != null) {
            page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, "rule-" + width + ".png")));
        }
    }
}
