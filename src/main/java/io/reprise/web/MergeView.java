package io.reprise.web;

import java.util.List;

/** What is to be merged ({@code path} is its page), and what was found that it may be the same as. */
record MergeView(String path, String name, String credit, String word, String query, List<Row> rows) {
    record Row(int number, Ranked.Name name, String href, String plays) {}
}
