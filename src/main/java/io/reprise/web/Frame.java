package io.reprise.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands around each page of a signed-in user; {@code here} is the address of the tab that is open. */
record Frame(String title, String here, String user, Assets assets) {
    private static final String WIDE_ONLY = "wide";
    private static final String SETTINGS = "/settings";

    /** One entry of the side bar; {@code css} says whether it is open and whether a phone leaves it out. */
    record Tab(
            String href, String word, String css, @Nullable String current) {}

    List<Tab> tabs() {
        return List.of(
                tab("/", "Home", ""),
                tab("/timeline", "Timeline", ""),
                tab("/charts/creators", "Charts", ""),
                tab("/reports", "Reports", WIDE_ONLY),
                tab("/search", "Search", ""),
                tab("/playlists", "Playlists", WIDE_ONLY),
                tab("/review", "Review", WIDE_ONLY),
                tab("/ledger", "Ledger", WIDE_ONLY),
                tab("/imports", "Imports", WIDE_ONLY),
                tab("/connect", "Connect", WIDE_ONLY),
                tab("/relay", "Relay", WIDE_ONLY),
                tab("/links", "Links", WIDE_ONLY),
                tab("/tokens", "Tokens", WIDE_ONLY));
    }

    private Tab tab(String href, String word, String css) {
        boolean open = href.equals(here);
        return new Tab(href, word, open ? css + " here" : css, open ? "page" : null);
    }

    String userTab() {
        return SETTINGS.equals(here) ? "end here" : "end";
    }
}
