package io.reprise.web;

import java.util.List;

/** The list of reports by theme; {@code of} is the name of what alone they are about, or empty. */
record ReportsView(String of, List<Group> groups) {
    record Group(String title, String tells, List<Entry> entries) {}

    record Entry(String title, String tells, String href) {}
}
