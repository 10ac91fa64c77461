package io.reprise.report;

/** The three counts of one selection; that of creators is one over items. */
record Tallies(Tally items, Tally creators, Tally containers) {
    static Tallies of(Selection selection) {
        Tally items = Tally.of(selection, Subject.ITEM);
        return new Tallies(items, Tally.creators(selection.names, items), Tally.of(selection, Subject.CONTAINER));
    }

    Tally of(Subject subject) {
        return switch (subject) {
            case ITEM -> items;
            case CREATOR -> creators;
            case CONTAINER -> containers;
        };
    }
}
