package io.reprise.report;

import io.reprise.history.Facts;
import io.reprise.history.History;
import io.reprise.history.Names;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Where the creators played are from. */
final class Countries implements Report {
    private static final Option.Amount ROWS = Option.Amount.rows(100);
    /** Codes of authorities that are no country's, and what they mean. */
    private static final Map<String, String> WIDER =
            Map.of("XW", "worldwide", "XE", "Europe", "XU", "not known", "XG", "East Germany", "SU", "Soviet Union");

    private static final int CODE_CHARS = 2;

    @Override
    public About about() {
        return new About(
                Theme.DISCOVERY,
                "countries",
                "Countries",
                "From where the creators are whom you play.",
                "The country is that of the creators of an item, the first credited of whom an authority told one, or"
                        + " where none did that of the item itself. Shares are of the plays of which a country is"
                        + " known. What is no country today, or too small for the map, stands in the table alone.",
                List.of(ROWS));
    }

    @Override
    public Answer answer(Asking asking) {
        History history = asking.history();
        Tally tally = Tally.of(asking.selection(), Subject.ITEM);
        Map<String, long[]> found = new TreeMap<>();
        long known = 0;
        for (int item = 1; item < tally.plays.length; item++) {
            String code = tally.plays[item] == 0 ? "" : country(history.names(), item);
            if (!code.isEmpty()) {
                long[] sums = found.computeIfAbsent(code, any -> new long[3]);
                sums[0] += tally.plays[item];
                sums[1] += tally.seconds[item];
                sums[2]++;
                known += tally.plays[item];
            }
        }
        List<String> codes = List.copyOf(found.keySet());
        List<long[]> sums = List.copyOf(found.values());
        List<Ranking.Place> places = Ranking.of(codes.size(), place -> sums.get(place)[0])
                .places(place -> name(codes.get(place)), 0, asking.amount(ROWS));
        Sheet.Maker rows = Sheet.of(
                "countries",
                "Countries",
                "country",
                "country",
                "code",
                "code",
                "plays",
                "plays",
                "share",
                "share",
                "seconds",
                "time",
                "items",
                "different items");
        for (Ranking.Place place : places) {
            String code = codes.get(place.number());
            long[] sum = sums.get(place.number());
            rows.row(
                    Cell.text(name(code)),
                    isCode(code) ? Cell.text(code) : Cell.NOTHING,
                    Cell.count(sum[0]),
                    Cell.share(sum[0], known),
                    Cell.span(sum[1]),
                    Cell.count(sum[2]));
        }
        String sentence = places.isEmpty()
                ? "No country is known of what was played here."
                : "Most is from one place, " + name(codes.get(places.getFirst().number())) + ": "
                        + Say.percent(sums.get(places.getFirst().number())[0], known)
                        + " of the plays of which a country is known.";
        return new Answer(
                sentence,
                List.of(
                        new Answer.Figure("countries", "countries", Cell.count(codes.size())),
                        new Answer.Figure("known", "plays of known country", Cell.count(known)),
                        new Answer.Figure("known_share", "of all plays", Cell.share(known, tally.allPlays))),
                List.of(rows.end(Picture.by(Picture.Shape.MAP, "code", "country", "plays"))));
    }

    private static String country(Names names, int item) {
        Facts facts = names.facts();
        for (int i = 0; i < names.creditCount(item); i++) {
            String told = facts.creators().country(names.creator(item, i));
            if (!told.isEmpty()) {
                return told;
            }
        }
        return facts.items().country(item);
    }

    private static boolean isCode(String told) {
        return told.length() == CODE_CHARS && told.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    private static String name(String told) {
        return isCode(told) ? WIDER.getOrDefault(told, Locale.of("", told).getDisplayCountry(Locale.ENGLISH)) : told;
    }
}
