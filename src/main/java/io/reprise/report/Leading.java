package io.reprise.report;

import java.util.List;

/** What has the most plays over all the steps of a question. */
final class Leading {
    private Leading() {}

    static List<Ranking.Place> of(Selection selection, Buckets.Groups groups, Subject subject, int limit) {
        Places places = new Places(subject.last(selection.names));
        Played reader = new Played(selection.history, subject);
        for (int index : groups.indices()) {
            places.add(index, reader);
        }
        return places.first(limit, number -> subject.name(selection.names, number));
    }
}
