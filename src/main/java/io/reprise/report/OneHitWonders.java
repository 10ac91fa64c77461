package io.reprise.report;

import io.reprise.history.Names;
import java.util.List;

/** Creators known by one item. */
final class OneHitWonders implements Report {
    private static final Option.Amount PLAYS = new Option.Amount("min_plays", "At least plays", 2, 1_000_000, 10);
    private static final Option.Amount SHARE = new Option.Amount("share_percent", "Share in percent", 1, 100, 80);
    private static final Option.Amount ROWS = Option.Amount.rows(50);

    @Override
    public About about() {
        return new About(
                Theme.DISCOVERY,
                "one-hit-wonders",
                "One-hit wonders",
                "Creators of whom you play one item and hardly anything else.",
                "A creator with enough plays of which at least the chosen share go to one item. Where two items are"
                        + " played equally often, the one whose name comes first is named.",
                List.of(PLAYS, SHARE, ROWS));
    }

    @Override
    public Answer answer(Asking asking) {
        Names names = asking.history().names();
        Repertoire found = Repertoire.of(asking.selection());
        int[] plays = found.creators.plays;
        int atLeast = asking.amount(PLAYS);
        long share = asking.amount(SHARE);
        Ranking ranking = Ranking.of(
                plays.length,
                creator -> plays[creator] >= atLeast && 100 * found.most(creator, 1) >= share * plays[creator]
                        ? plays[creator]
                        : 0);
        Sheet.Maker rows = Sheet.of(
                "creators",
                "Known by one item",
                "creator",
                "creator",
                "item",
                "the one",
                "plays",
                "plays",
                "item_plays",
                "of the one",
                "share",
                "share",
                "items",
                "different items");
        List<Ranking.Place> places = ranking.places(names::creatorName, 0, asking.amount(ROWS));
        for (Ranking.Place place : places) {
            int creator = place.number();
            int hit = hit(found, names, creator);
            rows.row(
                    Cell.thing(names, Subject.CREATOR, creator),
                    Cell.thing(names, Subject.ITEM, hit),
                    Cell.count(plays[creator]),
                    Cell.count(found.items.plays[hit]),
                    Cell.share(found.items.plays[hit], plays[creator]),
                    Cell.count(found.size(creator)));
        }
        String sentence = places.isEmpty()
                ? "No creator depends on one item so much."
                : "Most of all you know " + names.creatorName(places.getFirst().number()) + " by one item: "
                        + Say.named(
                                names,
                                Subject.ITEM,
                                hit(found, names, places.getFirst().number())) + ".";
        return new Answer(
                sentence,
                List.of(
                        new Answer.Figure("wonders", "one-hit wonders", Cell.count(ranking.size())),
                        new Answer.Figure("creators", "creators played", Cell.count(found.creators.distinct()))),
                List.of(rows.end(Picture.of(Picture.Shape.LYING, "creator", "item_plays"))));
    }

    private static int hit(Repertoire found, Names names, int creator) {
        int[] items = found.items(creator);
        int place = Ranking.of(items.length, at -> found.items.plays[items[at]])
                .places(at -> names.title(items[at]), 0, 1)
                .getFirst()
                .number();
        return items[place];
    }
}
