package io.reprise.report;

import io.reprise.history.Facts;
import io.reprise.history.History;
import java.util.List;

/** What genres the plays are of. */
final class Genres implements Report {
    private static final Option.Pick STEP = Option.Pick.step(Step.MONTH);
    private static final Option.Amount ROWS = Option.Amount.rows(50);
    private static final int DRAWN_MAX = 8;

    @Override
    public About about() {
        return new About(
                Theme.DISCOVERY,
                "genres",
                "Genres",
                "Which genres you play, and how that changes.",
                "Genres are those that authorities told of an item or, where they told none, of the creator credited"
                        + " first; see which authorities under Authorities. A play counts for each of its genres, and"
                        + " shares are of the plays of which a genre is known. Step by step the eight with the most"
                        + " plays are shown; plays known too coarsely for the step are left out there.",
                List.of(STEP, ROWS));
    }

    @Override
    public Answer answer(Asking asking) {
        Selection selection = asking.selection();
        Facts facts = selection.names.facts();
        Tally tally = Tally.of(selection, Subject.ITEM);
        ByFact found = new ByFact(tally, facts.genres());
        for (int item = 1; item < tally.plays.length; item++) {
            int genres = tally.plays[item] == 0 ? 0 : facts.genreCount(item);
            if (genres > 0) {
                found.know(item);
            }
            for (int place = 0; place < genres; place++) {
                found.add(facts.genre(item, place), item);
            }
        }
        List<Ranking.Place> places = found.ranking().places(facts::genre, 0, asking.amount(ROWS));
        Sheet.Maker rows = Sheet.of(
                "genres",
                "Genres",
                "genre",
                "genre",
                "plays",
                "plays",
                "share",
                "share",
                "seconds",
                "time",
                "items",
                "different items");
        for (Ranking.Place place : places) {
            int genre = place.number();
            rows.row(
                    Cell.text(facts.genre(genre)),
                    found.plays(genre),
                    found.share(genre),
                    found.time(genre),
                    found.items(genre));
        }
        String sentence = places.isEmpty()
                ? "No genre is known of what was played here."
                : "Most of all you play " + facts.genre(places.getFirst().number()) + ": "
                        + found.percent(places.getFirst().number()) + " of the plays of which a genre is known.";
        return new Answer(
                sentence,
                found.figures("genres", "plays of known genre"),
                List.of(steps(selection, asking.step(STEP), places), rows.end()));
    }

    private static Sheet steps(Selection selection, Step step, List<Ranking.Place> places) {
        Facts facts = selection.names.facts();
        History history = selection.history;
        List<Ranking.Place> drawn = places.subList(0, Math.min(DRAWN_MAX, places.size()));
        Buckets buckets = Buckets.of(selection, step);
        Buckets.Groups groups = buckets.groups(selection);
        Sheet.Maker rows =
                Sheet.of("steps", "Step by step", "period", Steps.title(step), "genre", "genre", "plays", "plays");
        int first = drawn.isEmpty() ? buckets.size() : Math.max(0, buckets.size() - Sheet.ROWS_MAX / drawn.size());
        for (int bucket = first; bucket < buckets.size(); bucket++) {
            long[] plays = new long[facts.genres()];
            for (int at = groups.begins()[bucket]; at < groups.begins()[bucket + 1]; at++) {
                int item = history.item(groups.indices()[at]);
                for (int place = 0; place < facts.genreCount(item); place++) {
                    plays[facts.genre(item, place)]++;
                }
            }
            for (Ranking.Place place : drawn) {
                rows.row(
                        Cell.text(buckets.label(bucket)),
                        Cell.text(facts.genre(place.number())),
                        Cell.count(plays[place.number()]));
            }
        }
        return rows.end(Picture.by(Picture.Shape.LINES, "period", "genre", "plays"));
    }
}
