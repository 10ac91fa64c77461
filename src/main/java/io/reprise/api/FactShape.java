package io.reprise.api;

import io.reprise.catalog.Fact;
import io.reprise.catalog.Thing;
import io.reprise.history.Facts;
import io.reprise.history.ThingFacts;
import io.reprise.resolve.AuthorityName;
import io.reprise.resolve.Review;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What authorities told of a thing, and which; texts that were not told are empty. */
record FactShape(
        String released,
        String country,
        String sortName,
        List<String> genres,
        List<String> aliases,
        List<Source> sources) {
    /** An authority, of which id it told and when, and what has to be said beside that. */
    record Source(String source, String title, String id, String at, String licence, String attribution) {}

    static FactShape of(Facts facts, Thing thing, List<Fact> told, Review review) {
        ThingFacts about = facts.of(thing.kind());
        int number = thing.number();
        List<String> genres = new ArrayList<>();
        for (int place = 0; place < about.genreCount(number); place++) {
            genres.add(facts.genre(about.genre(number, place)));
        }
        return new FactShape(
                about.released(number),
                about.country(number),
                about.sortName(number),
                genres,
                about.aliases(number),
                told.stream().map(fact -> source(fact, review)).toList());
    }

    private static Source source(Fact fact, Review review) {
        Optional<AuthorityName> authority = review.authority(fact.source());
        return new Source(
                fact.source(),
                authority.map(AuthorityName::title).orElse(fact.source()),
                fact.id().toString(),
                Instant.ofEpochSecond(fact.toldAt()).toString(),
                authority.map(known -> known.terms().licence()).orElse(""),
                authority.map(known -> known.terms().attribution()).orElse(""));
    }
}
