package io.reprise.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.reprise.adapters.WholeServer;
import io.reprise.art.Drawn;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Pictures on pages, in a real browser over the whole server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ArtPageTest {
    private static final Chromium.Look DESK = new Chromium.Look(1280, ColorScheme.LIGHT);
    private static final Chromium.Look PHONE = new Chromium.Look(390, ColorScheme.DARK);
    private static final String SAYS = "{\"kind\":\"song\",\"title\":\"Says\",\"artist\":\"Nils Frahm\","
            + "\"release\":\"Spaces\",\"length\":480,\"duration\":480,\"started_at\":%d}";

    @TempDir
    static Path folder = Path.of("");

    private Chromium chromium;
    private WholeServer server;

    @BeforeAll
    void launch() {
        Optional<Path> program = Chromium.installed();
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed; apt-get install chromium");
        chromium = new Chromium(program.orElseThrow());
        server = new WholeServer(folder);
        for (int hour = 1; hour <= 3; hour++) {
            server.send(server.request("/api/scrobbles")
                    .header("Authorization", "Token " + server.token)
                    .header("Content-Type", "application/json")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                            SAYS.formatted(server.now() - hour * 3_600L))));
        }
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            server.close();
            chromium.close();
        }
    }

    private Chromium.Window signedIn(Chromium.Look look) {
        Chromium.Window window = chromium.open("http://127.0.0.1:" + server.port(), look);
        window.page().fill("input[name=name]", "Alice");
        window.page().fill("input[name=password]", WholeServer.PASSWORD);
        window.page().click("button");
        assertThat(window.page().locator("h1")).containsText("Alice");
        return window;
    }

    private static void shot(Page page, String name) {
        String to = System.getProperty("reprise.shots");
        if (to != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(to, name + ".png"))
                    .setFullPage(true));
        }
    }

    @Test
    void a_picture_brought_for_an_album_shows_on_its_song_and_artist_and_in_lists_until_it_is_deleted() {
        try (Chromium.Window window = signedIn(DESK)) {
            Page page = window.page();
            page.navigate("http://127.0.0.1:" + server.port() + "/containers/1");
            assertThat(page.locator("#picture")).containsText("There is no picture of it yet.");
            assertThat(page.locator(".thing .art")).hasText("S");
            page.click("#picture summary");
            shot(page, "without-desk");
            page.setInputFiles(
                    "#picture input[type=file]",
                    new FilePayload("cover.png", "image/png", Drawn.picture("png", 640, 480, 0x2255aa)));
            page.click("text=Use it");
            assertThat(page.locator("#picture")).containsText("Your own picture.");
            assertThat(page.locator(".thing .art img")).hasCount(1);
            isShown(page.locator(".thing .art img"));
            shot(page, "album-desk");

            page.navigate("http://127.0.0.1:" + server.port() + "/");
            isShown(page.locator("#top-items .art img").first());
            isShown(page.locator("#top-creators .art img").first());
            isShown(page.locator("#latest .art img").first());
            assertThat(page.locator("#top-items .art img").first().getAttribute("src"))
                    .isEqualTo(page.locator("#latest .art img").first().getAttribute("src"));
            shot(page, "home-desk");
            assertThat(window.faults()).isEmpty();
        }
        try (Chromium.Window window = signedIn(PHONE)) {
            Page page = window.page();
            page.navigate("http://127.0.0.1:" + server.port() + "/items/1");
            isShown(page.locator(".thing .art img"));
            page.click("#picture summary");
            shot(page, "item-phone");
            page.navigate("http://127.0.0.1:" + server.port() + "/containers/1");
            page.click("#picture summary");
            shot(page, "album-phone");
            page.click("text=Delete my picture");
            assertThat(page.locator("#picture")).containsText("There is no picture of it yet.");
            assertThat(page.locator(".thing .art img")).hasCount(0);
            page.click("#picture summary");
            page.setInputFiles(
                    "#picture input[type=file]", new FilePayload("cover.png", "image/png", "none".getBytes()));
            page.click("text=Use it");
            assertThat(page.locator("body")).containsText("Expected a JPEG, PNG or GIF");
            shot(page, "refused-phone");
        }
    }

    @Test
    void the_settings_say_who_is_asked_for_pictures_and_whose_they_are() {
        for (Chromium.Look look : new Chromium.Look[] {DESK, PHONE}) {
            try (Chromium.Window window = signedIn(look)) {
                Page page = window.page();
                page.navigate("http://127.0.0.1:" + server.port() + "/settings");
                assertThat(page.locator("#pictures li")).hasCount(4);
                assertThat(page.locator("#pictures")).containsText("Cover Art Archive");
                assertThat(page.locator("#pictures")).containsText("licensed CC BY-SA");
                shot(page, "settings-" + look.width());
                assertThat(window.faults()).isEmpty();
            }
        }
    }

    private static void isShown(Locator image) {
        image.scrollIntoViewIfNeeded();
        image.page()
                .waitForCondition(() -> Boolean.TRUE.equals(image.evaluate(
                        "img => img.complete && img.naturalWidth > 0 && getComputedStyle(img).display !== 'none'")));
    }
}
