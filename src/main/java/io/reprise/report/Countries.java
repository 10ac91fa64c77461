package io.reprise.report;

import io.reprise.history.Facts;
import io.reprise.history.History;
import io.reprise.history.Names;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

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
        Names names = history.names();
        Map<Integer, String> told = new HashMap<>();
        for (int item = 1; item < tally.plays.length; item++) {
            String code = tally.plays[item] == 0 ? "" : country(names, item);
            if (!code.isEmpty()) {
                told.put(item, code);
            }
        }
        List<String> codes = List.copyOf(new TreeSet<>(told.values()));
        ByFact found = new ByFact(tally, codes.size());
        told.forEach((item, code) -> {
            found.know(item);
            found.add(Collections.binarySearch(codes, code), item);
        });
        List<Ranking.Place> places = found.ranking().places(place -> name(codes.get(place)), 0, asking.amount(ROWS));
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
            int country = place.number();
            String code = codes.get(country);
            rows.row(
                    Cell.text(name(code)),
                    isCode(code) ? Cell.text(code) : Cell.NOTHING,
                    found.plays(country),
                    found.share(country),
                    found.time(country),
                    found.items(country));
        }
        String sentence = places.isEmpty()
                ? "No country is known of what was played here."
                : "Most is from one place, " + name(codes.get(places.getFirst().number())) + ": "
                        + found.percent(places.getFirst().number()) + " of the plays of which a country is known.";
        return new Answer(
                sentence,
                found.figures("countries", "plays of known country"),
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
