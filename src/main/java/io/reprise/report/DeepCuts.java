package io.reprise.report;

import io.reprise.history.Names;
import java.util.List;

/** How far plays go beyond a creator's best known items. */
final class DeepCuts implements Report {
    private static final Option.Amount BEST = new Option.Amount("best", "Set aside the best", 1, 100, 5);
    private static final Option.Amount PLAYS = new Option.Amount("min_plays", "At least plays", 1, 1_000_000, 20);
    private static final Option.Amount ROWS = Option.Amount.rows(50);

    @Override
    public About about() {
        return new About(
                Theme.DISCOVERY,
                "deep-cuts",
                "Deep cuts",
                "How far you go beyond the few best loved items of your creators.",
                "For each creator with enough plays, the items you play most are set aside; what remains are deep cuts,"
                        + " and their share is that of all plays of the creator. Ordered by plays.",
                List.of(BEST, PLAYS, ROWS));
    }

    @Override
    public Answer answer(Asking asking) {
        Names names = asking.history().names();
        Repertoire found = Repertoire.of(asking.selection());
        int[] plays = found.creators.plays;
        int atLeast = asking.amount(PLAYS);
        Ranking ranking = Ranking.of(plays.length, creator -> plays[creator] >= atLeast ? plays[creator] : 0);
        Sheet.Maker rows = Sheet.of(
                "creators",
                "Creators you play most",
                "creator",
                "creator",
                "plays",
                "plays",
                "items",
                "different items",
                "deep_plays",
                "deep cuts",
                "share",
                "share");
        long all = 0;
        long deep = 0;
        int deepest = 0;
        double most = 0;
        for (Ranking.Place place : ranking.places(names::creatorName, 0, asking.amount(ROWS))) {
            int creator = place.number();
            long beyond = plays[creator] - found.most(creator, asking.amount(BEST));
            rows.row(
                    Cell.thing(names, Subject.CREATOR, creator),
                    Cell.count(plays[creator]),
                    Cell.count(found.size(creator)),
                    Cell.count(beyond),
                    Cell.share(beyond, plays[creator]));
            all += plays[creator];
            deep += beyond;
            if ((double) beyond / plays[creator] > most) {
                most = (double) beyond / plays[creator];
                deepest = creator;
            }
        }
        String sentence = deepest == 0
                ? "You stay with the best loved items."
                : "You go deepest with " + names.creatorName(deepest) + ": " + Say.percent(most, 1)
                        + " of the plays are beyond the best " + asking.amount(BEST) + ".";
        return new Answer(
                sentence,
                List.of(
                        new Answer.Figure("share", "deep cuts among these plays", Cell.share(deep, all)),
                        new Answer.Figure("deep_plays", "plays of deep cuts", Cell.count(deep)),
                        new Answer.Figure("creators", "creators with enough plays", Cell.count(ranking.size()))),
                List.of(rows.end(Picture.of(Picture.Shape.LYING, "creator", "share"))));
    }
}
