package io.reprise.report;

import java.util.List;

/** Plays, time and items by a word that authorities told of them, such as a genre; what none told has no place here. */
final class ByFact {
    private final Tally tally;
    private final long[] plays;
    private final long[] seconds;
    private final long[] items;
    private long known;

    /** Of so many words, which are numbered from 0. */
    ByFact(Tally tally, int words) {
        this.tally = tally;
        this.plays = new long[words];
        this.seconds = new long[words];
        this.items = new long[words];
    }

    /** Notes that something is known of an item, whatever words it has. */
    void know(int item) {
        known += tally.plays[item];
    }

    void add(int word, int item) {
        plays[word] += tally.plays[item];
        seconds[word] += tally.seconds[item];
        items[word]++;
    }

    Ranking ranking() {
        return Ranking.of(plays);
    }

    /** "28 %" of the plays of which any word is known. */
    String percent(int word) {
        return Say.percent(plays[word], known);
    }

    Cell plays(int word) {
        return Cell.count(plays[word]);
    }

    Cell share(int word) {
        return Cell.share(plays[word], known);
    }

    Cell time(int word) {
        return Cell.span(seconds[word]);
    }

    Cell items(int word) {
        return Cell.count(items[word]);
    }

    /** How many words there are, and of how much one is known. */
    List<Answer.Figure> figures(String word, String ofKnown) {
        return List.of(
                new Answer.Figure(word, word, Cell.count(ranking().size())),
                new Answer.Figure("known", ofKnown, Cell.count(known)),
                new Answer.Figure("known_share", "of all plays", Cell.share(known, tally.allPlays)));
    }
}
