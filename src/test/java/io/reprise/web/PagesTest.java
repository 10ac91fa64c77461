package io.reprise.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.reprise.SettableClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The pages in a real browser. Needs the system's Chromium ({@code apt-get install chromium}), which CI installs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PagesTest {
    private static final Chromium.Look DESK = new Chromium.Look(1280, ColorScheme.LIGHT);
    private static final double WAIT_MILLIS_MAX = 15_000;
    private static final Chromium.Look PHONE = new Chromium.Look(390, ColorScheme.DARK);
    private static final String SAYS = "{\"kind\":\"song\",\"title\":\"Says\",\"artist\":\"Nils Frahm\","
            + "\"release\":\"Spaces\",\"length\":480,\"duration\":480,\"started_at\":%d}";

    private final SettableClock clock = SettableClock.at("2026-11-21T12:41:00Z");
    private House house = new House(clock);
    private Chromium chromium;

    @BeforeAll
    void launch() {
        Optional<Path> program = Chromium.installed();
        Assumptions.assumeTrue(
                program.isPresent(), "Chromium is not installed; apt-get install chromium, then these tests run");
        PlaywrightAssertions.setDefaultAssertionTimeout(WAIT_MILLIS_MAX);
        chromium = new Chromium(program.orElseThrow());
    }

    @AfterEach
    void startAnew() {
        house.close();
        house = new House(clock);
    }

    @AfterAll
    void close() {
        house.close();
        if (chromium != null) {
            chromium.close();
        }
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private Chromium.Window signedIn(Chromium.Look look) {
        Chromium.Window window = chromium.open(house.address(), look);
        signIn(window.page(), House.PASSWORD);
        assertThat(window.page().locator("h1")).hasText("Good afternoon, Ada");
        return window;
    }

    private static void signIn(Page page, String password) {
        page.fill("input[name=name]", "ada");
        page.fill("input[name=password]", password);
        page.click("button");
    }

    @Test
    void a_wrong_password_is_told_beside_the_form_and_the_name_stays() {
        try (Chromium.Window window = chromium.open(house.address(), DESK)) {
            signIn(window.page(), "wrong horse");
            assertThat(window.page().locator("[role=alert]")).containsText("No user has this name and password");
            assertThat(window.page().locator("input[name=name]")).hasValue("ada");
            signIn(window.page(), House.PASSWORD);
            assertThat(window.page()).hasURL(house.address() + "/");
        }
    }

    @Test
    void a_listen_that_a_player_submits_shows_without_loading_the_page_again() {
        house.told(List.of(SAYS.formatted(now() - 90_000)));
        try (Chromium.Window window = signedIn(DESK)) {
            Locator lines = window.page().locator("#latest .line");
            assertThat(lines).hasCount(1);
            house.plays(SAYS.formatted(now()));
            assertThat(window.page().locator("#now")).containsText("You have heard it once, yesterday.");
            house.told(List.of(SAYS.formatted(now() - 600)));
            assertThat(lines).hasCount(2);
            assertThat(lines.first()).containsText("Nils Frahm · Spaces");
            assertThat(window.faults()).isEmpty();
        }
    }

    @Test
    void the_range_switch_changes_totals_and_charts_and_nothing_else() {
        house.told(List.of(SAYS.formatted(now() - 3_600), SAYS.formatted(now() - 90 * 86_400)));
        try (Chromium.Window window = signedIn(DESK)) {
            Page page = window.page();
            page.evaluate("document.querySelector('#latest').dataset.same = 'yes'");
            assertThat(page.locator("#totals .figure").first()).hasText("1");
            page.click("#range-all");
            assertThat(page.locator("#totals h2")).containsText("All time");
            assertThat(page.locator("#totals .figure").first()).hasText("2");
            assertThat(page.locator("#top-items .count").first()).hasText("2");
            assertThat(page).hasURL(house.address() + "/?range=all");
            assertThat(page.locator("#range-all")).hasAttribute("aria-current", "true");
            assertThat(page.locator("#latest")).hasAttribute("data-same", "yes");
            page.click("#range-custom");
            assertThat(page.locator("#span input[name=from]")).hasValue("2026-10-23");
        }
    }

    @Test
    void a_play_can_be_removed_from_the_timeline_and_brought_back() {
        house.told(List.of(SAYS.formatted(now() - 3_600)));
        try (Chromium.Window window = signedIn(DESK)) {
            Page page = window.page();
            page.navigate(house.address() + "/timeline");
            page.hover(".line");
            page.click("[aria-label='Remove Says']");
            assertThat(page.locator(".gone")).containsText("Removed “Says”.");
            page.click(".gone button");
            assertThat(page.locator(".line .name")).hasText("Says");
            page.reload();
            assertThat(page.locator(".line")).hasCount(1);
            assertThat(window.faults()).isEmpty();
        }
    }

    @Test
    void the_timeline_goes_on_where_it_ends_on_the_screen_and_repeats_nothing() {
        house.told(IntStream.range(0, 150)
                .mapToObj(i -> SAYS.formatted(now() - 600 - i * 700L))
                .toList());
        try (Chromium.Window window = signedIn(PHONE)) {
            Page page = window.page();
            page.navigate(house.address() + "/timeline");
            Locator lines = page.locator(".line");
            for (int part = 0; part < 4; part++) {
                int before = lines.count();
                page.evaluate("window.scrollTo(0, document.body.scrollHeight)");
                page.waitForCondition(() -> lines.count() > before || before == 150);
            }
            assertThat(lines).hasCount(150);
            List<String> days = page.locator(".day").allTextContents();
            assertThat(days).doesNotHaveDuplicates().startsWith("Today", "Yesterday");
            assertThat(page.locator(".more").last()).hasText("That is all.");
        }
    }

    @Test
    void a_file_is_imported_and_its_run_is_told_as_it_goes() {
        String rows = IntStream.range(0, 300)
                .mapToObj(i -> SAYS.formatted(now() - 600 - i * 700L))
                .collect(Collectors.joining("\n"));
        try (Chromium.Window window = signedIn(DESK)) {
            Page page = window.page();
            page.navigate(house.address() + "/imports");
            byte[] file = (rows + "\n{\"kind\":\"song\"}\n").getBytes(StandardCharsets.UTF_8);
            page.setInputFiles("input[type=file]", new FilePayload("past.ndjson", "application/x-ndjson", file));
            page.click(".drop button");
            assertThat(page.locator("#upload-result")).containsText("“past.ndjson” has arrived");
            assertThat(page.locator(".run")).containsText("300 new · 0 known · 1 not readable");
            page.click(".run a");
            assertThat(page.locator("h1")).hasText("past.ndjson");
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(window.faults()).isEmpty();
        }
    }

    @Test
    void a_file_that_holds_no_history_is_refused_where_it_was_sent() {
        try (Chromium.Window window = signedIn(DESK)) {
            Page page = window.page();
            page.navigate(house.address() + "/imports");
            byte[] file = "no history".getBytes(StandardCharsets.UTF_8);
            page.setInputFiles("input[type=file]", new FilePayload("notes.txt", "text/plain", file));
            page.click(".drop button");
            assertThat(page.locator("#upload-result")).containsText("notes.txt holds no history that can be read");
            assertThat(page.locator(".run")).hasCount(0);
        }
    }

    @Test
    void a_token_is_shown_once_works_and_can_be_taken_back() {
        try (Chromium.Window window = signedIn(DESK)) {
            Page page = window.page();
            page.navigate(house.address() + "/tokens");
            page.fill("input[name=name]", "Phone");
            page.click("text=Make a token");
            String token = page.locator("#fresh-token").textContent();
            assertThat(house.accounts.byToken(token)).contains(house.ada);
            page.navigate(house.address() + "/tokens");
            assertThat(page.content()).doesNotContain(token).contains("Phone");
            page.click("[aria-label='Revoke Phone']");
            assertThat(page.locator("text=None yet.")).isVisible();
            assertThat(house.accounts.byToken(token)).isEmpty();
        }
    }

    @Test
    void keys_search_go_to_pages_walk_lists_and_show_themselves() {
        house.told(List.of(SAYS.formatted(now() - 3_600)));
        try (Chromium.Window window = signedIn(DESK)) {
            Page page = window.page();
            page.keyboard().press("g");
            page.keyboard().press("t");
            assertThat(page).hasURL(Pattern.compile(".*/timeline"));
            page.keyboard().press("j");
            assertThat(page.locator(".picked")).hasCount(1);
            page.keyboard().press("?");
            assertThat(page.locator("#keys")).isVisible();
            page.click("#keys button");
            page.keyboard().press("/");
            assertThat(page.locator("#search-field")).isFocused();
            page.keyboard().type("nils");
            assertThat(page.locator("#found .name").first()).hasText("Nils Frahm");
            assertThat(window.faults()).isEmpty();
        }
    }

    @Test
    void moving_house_is_dated_and_a_wrong_zone_is_told() {
        try (Chromium.Window window = signedIn(DESK)) {
            Page page = window.page();
            page.navigate(house.address() + "/settings");
            page.fill("input[name=zone]", "Mars/Olympus");
            page.click("#zone button");
            assertThat(page.locator("#zone [role=alert]")).containsText("Mars/Olympus");
            page.fill("input[name=zone]", "Asia/Tokyo");
            page.fill("input[name=since]", "2026-05-01");
            page.click("#zone button");
            assertThat(page.locator("#zone tbody")).containsText("Since 1 May 2026");
            assertThat(house.accounts.zones(house.ada.id()).current().getId()).isEqualTo("Asia/Tokyo");
        }
    }

    @Test
    void no_page_scrolls_sideways_or_reports_an_error_in_any_size_or_mode_whatever_the_names() {
        house.told(Extremes.scrobbles(now()));
        List<String> wide = new ArrayList<>();
        for (int width : new int[] {1280, 390}) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                try (Chromium.Window window = signedIn(new Chromium.Look(width, scheme))) {
                    for (String path : Extremes.PATHS) {
                        window.page().navigate(house.address() + path);
                        Object over = window.page()
                                .evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)");
                        if (!over.equals(0)) {
                            wide.add(path + " at " + width + " by " + over);
                        }
                    }
                    assertThat(window.faults()).isEmpty();
                }
            }
        }
        assertThat(wide).isEmpty();
    }
}
