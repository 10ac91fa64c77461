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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A file looked at, imported, undone and redone, its duplicates and its jobs, in a real browser. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class RunPagesTest {
    private static final Chromium.Look PHONE = new Chromium.Look(390, ColorScheme.LIGHT);
    private static final String SAYS = "{\"kind\":\"song\",\"title\":\"Says\",\"artist\":\"Nils Frahm\","
            + "\"release\":\"Spaces\",\"length\":480,\"duration\":480,\"started_at\":%d}";

    @Test
    void a_file_is_looked_at_imported_undone_and_redone() {
        Optional<Path> program = Chromium.installed();
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed");
        SettableClock clock = SettableClock.at("2026-11-21T12:41:00Z");
        long now = clock.instant().getEpochSecond();
        try (House house = new House(clock);
                Chromium chromium = new Chromium(program.orElseThrow());
                Chromium.Window window = chromium.open(house.address(), PHONE)) {
            house.told(List.of(SAYS.formatted(now - 603)));
            Page page = window.page();
            page.fill("input[name=name]", "ada");
            page.fill("input[name=password]", House.PASSWORD);
            page.click("button");
            assertThat(page.locator("h1")).hasText("Good afternoon, Ada");

            page.navigate(house.address() + "/imports");
            byte[] file = IntStream.range(0, 30)
                    .mapToObj(i -> SAYS.formatted(now - 600 - i * 700L))
                    .collect(Collectors.joining("\n"))
                    .getBytes(StandardCharsets.UTF_8);
            page.setInputFiles("input[type=file]", new FilePayload("past.ndjson", "application/x-ndjson", file));
            page.click("text=Look first");
            assertThat(page.locator("#upload-result")).containsText("nothing of it is stored");
            page.click("a[href^='/imports/looks/']");
            assertThat(page.locator("h2").nth(1)).hasText("Told by another source already");
            assertThat(page.locator("main")).containsText("they begin 3 s apart");

            page.click("text=Import it");
            assertThat(page.locator(".run").first()).containsText("30 new · 0 known");
            page.click(".run a[href='/imports/1']");
            assertThat(page.locator("main")).containsText("Its 30 scrobbles stop counting");
            page.navigate(house.address() + "/duplicates");
            assertThat(page.locator("main li")).hasCount(1);
            page.click("text=Not the same");
            assertThat(page.locator("main")).containsText("Both plays of the pair count now");
            page.click("text=Fold again");
            assertThat(page.locator("main li")).hasCount(1);

            page.navigate(house.address() + "/imports/1");
            page.click("text=Undo this import");
            assertThat(page.locator(".run .verb")).containsText("done");
            page.navigate(house.address() + "/jobs");
            assertThat(page.locator("main")).containsText("import run 1 was undone: 30 scrobbles do not count");
            page.navigate(house.address() + "/imports/1");
            page.click("text=Redo this import");
            page.navigate(house.address() + "/jobs");
            assertThat(page.locator("main")).containsText("import run 1 was redone");
            page.setViewportSize(390, 844);
            page.waitForFunction("document.documentElement.scrollWidth <= innerWidth");
            assertThat(window.faults()).isEmpty();
        }
    }
}
