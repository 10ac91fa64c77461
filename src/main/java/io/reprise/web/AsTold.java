package io.reprise.web;

import io.reprise.catalog.Fact;
import io.reprise.catalog.Thing;
import io.reprise.history.Facts;
import io.reprise.history.ThingFacts;
import io.reprise.media.Fold;
import io.reprise.resolve.Authority;
import io.reprise.resolve.AuthorityName;
import io.reprise.resolve.Review;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What authorities told of a thing, in words, and who they are with what has to be said beside it. */
record AsTold(List<Line> lines, List<String> sources) {
    private static final int ALIASES_MAX = 12;
    private static final int MONTH_CHARS = 7;
    private static final int DAY_CHARS = 10;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    /** A word of ours, and what was told. */
    record Line(String word, String told) {}

    static AsTold of(Facts facts, Thing thing, String name, List<Fact> told, Review review) {
        ThingFacts about = facts.of(thing.kind());
        int number = thing.number();
        List<String> genres = new ArrayList<>();
        for (int place = 0; place < about.genreCount(number); place++) {
            genres.add(facts.genre(about.genre(number, place)));
        }
        String others = about.aliases(number).stream()
                .filter(alias -> !Fold.fold(alias).equals(Fold.fold(name)))
                .limit(ALIASES_MAX)
                .collect(Collectors.joining(", "));
        List<Line> lines = new ArrayList<>();
        add(lines, "Released", date(about.released(number)));
        add(lines, "From", country(about.country(number)));
        add(lines, "Genres", String.join(", ", genres));
        add(lines, "Also called", others);
        return new AsTold(
                lines,
                told.stream()
                        .map(Fact::source)
                        .distinct()
                        .map(source -> source(source, review))
                        .toList());
    }

    private static void add(List<Line> lines, String word, String told) {
        if (!told.isEmpty()) {
            lines.add(new Line(word, told));
        }
    }

    private static String date(String told) {
        return switch (told.length()) {
            case DAY_CHARS -> isDay(told) ? DAY.format(LocalDate.parse(told)) : told;
            case MONTH_CHARS -> MONTH.format(YearMonth.parse(told));
            default -> told;
        };
    }

    /** An authority may say 30 February. */
    private static boolean isDay(String told) {
        return YearMonth.parse(told.substring(0, MONTH_CHARS))
                .isValidDay(Integer.parseInt(told.substring(MONTH_CHARS + 1)));
    }

    private static String country(String told) {
        boolean isCode = told.length() == 2
                && Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(told);
        return isCode ? Locale.of("", told).getDisplayCountry(Locale.ENGLISH) : told;
    }

    /** Whom an authority's word means, with its licence and what has to be said beside it. */
    static String source(String word, Review review) {
        return review.authority(word).map(AsTold::source).orElse(word);
    }

    private static String source(AuthorityName authority) {
        Authority.Terms terms = authority.terms();
        String licence = terms.licence().isEmpty() ? "" : " (" + terms.licence() + ")";
        return authority.title() + licence + (terms.attribution().isEmpty() ? "" : ". " + terms.attribution());
    }
}
