package io.reprise.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's own Chromium for tests; a browser is never downloaded. */
final class Chromium implements AutoCloseable {
    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final int HEIGHT = 844;
    private static final double TIMEOUT_MILLIS_MAX = 20_000;

    private final Playwright playwright;
    private final Browser browser;

    /** A window as wide as this, in light or dark. */
    record Look(int width, ColorScheme scheme) {}

    /** A page that was signed in, and what went wrong in it so far: errors, and whatever the console calls one. */
    record Window(BrowserContext context, Page page, List<String> faults) implements AutoCloseable {
        @Override
        public void close() {
            context.close();
        }
    }

    Chromium(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setChromiumSandbox(false)
                        .setArgs(QUIET));
    }

    /** Where the system has it. */
    static Optional<Path> installed() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A fresh window on the sign-in page of this server. */
    Window open(String address, Look look) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(look.width(), HEIGHT)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Berlin")
                .setColorScheme(look.scheme()));
        context.setDefaultTimeout(TIMEOUT_MILLIS_MAX);
        Page page = context.newPage();
        List<String> faults = new ArrayList<>();
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add(message.text());
            }
        });
        page.navigate(address + "/");
        return new Window(context, page, faults);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
