package io.reprise.web;

import java.util.List;

/**
 * A card with a ranked list: its title, the link to all of it (empty: none), and what stands there while it is empty.
 */
record RankedCard(String id, String title, More more, List<Ranked> rows, String empty) {
    record More(String text, String href) {
        static final More NONE = new More("", "");
    }

    String moreText() {
        return more.text();
    }

    String moreHref() {
        return more.href();
    }
}
