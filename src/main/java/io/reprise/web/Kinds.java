package io.reprise.web;

import io.javalin.http.Context;
import io.reprise.http.Problem;
import io.reprise.media.MediaKind;
import io.reprise.report.Filter;
import io.reprise.report.Range;
import io.reprise.report.Totals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The switch between kinds, with those that the user has plays of. */
final class Kinds {
    private Kinds() {}

    /** The kind that the address names; null for every kind. */
    static @Nullable MediaKind asked(Context context) {
        String word = context.queryParam("kind");
        if (word == null || word.isBlank()) {
            return null;
        }
        return MediaKind.ofWord(word.strip())
                .orElseThrow(() -> Problem.badRequest("There is no such kind.")
                        .expected("song, episode, film, article, book, picture, podcast or video")
                        .got(word)
                        .where("query parameter kind")
                        .raised());
    }

    static Filter filter(@Nullable MediaKind kind) {
        return kind == null ? Filter.NONE : Filter.of(kind);
    }

    /** Every kind first, then each that has plays; empty where there are fewer than two of them. */
    static List<RangeSwitch.Choice> choices(
            Visit visit, String path, List<RangeSwitch.Kept> kept, @Nullable MediaKind here) {
        List<RangeSwitch.Choice> choices = new ArrayList<>();
        choices.add(new RangeSwitch.Choice("all", "All", Query.on(path, kept), here == null));
        for (Totals.OfKind each :
                Totals.of(visit.history(), Range.ALL, Filter.NONE).kinds()) {
            MediaKind kind = each.kind();
            List<RangeSwitch.Kept> with = new ArrayList<>(kept);
            with.add(new RangeSwitch.Kept("kind", kind.word()));
            choices.add(new RangeSwitch.Choice(
                    kind.word(), Words.capital(kind.plural()), Query.on(path, with), kind == here));
        }
        return choices.size() > 2 || here != null ? choices : List.of();
    }
}
