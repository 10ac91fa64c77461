package io.reprise.web;

import io.reprise.history.History;
import io.reprise.media.Fold;
import io.reprise.media.Mention;
import io.reprise.report.Filter;
import io.reprise.report.Moment;
import io.reprise.report.Search;
import io.reprise.report.Standing;
import io.reprise.report.Subject;
import io.reprise.scrobble.Playing;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is playing: by which client, how far it is (0 to 100, null where its length is unknown), and what we know of it.
 */
record PlayingCard(
        String client, Ranked.Name what, @Nullable String progress, String sentence) {
    private static final int HITS_MAX = 20;

    static PlayingCard of(Playing playing, Visit visit) {
        Mention mention = playing.told().mention();
        String container = mention.container().map(each -> each.title()).orElse("");
        Set<String> parts = new LinkedHashSet<>();
        parts.add(mention.credit().text());
        parts.add(container);
        parts.remove("");
        Optional<Standing> standing = standing(mention, visit.history());
        Face face = standing.map(known -> visit.faces().of(known.what(), container))
                .orElseGet(() -> Face.work(mention.title(), container));
        return new PlayingCard(
                playing.origin().label(),
                new Ranked.Name(face, mention.title(), String.join(" · ", parts)),
                progress(playing, visit.now()),
                standing.map(known -> sentence(known, mention, visit.voice())).orElse(""));
    }

    private static @Nullable String progress(Playing playing, long now) {
        Integer length = playing.told().mention().length();
        return length == null ? null : Long.toString(Math.clamp(100 * (now - playing.since()) / length, 0, 100));
    }

    /** The item of this name and credit that was played before. */
    private static Optional<Standing> standing(Mention mention, History history) {
        String title = Fold.fold(mention.title());
        String credit = Fold.fold(mention.credit().text());
        return Search.of(history, Filter.of(mention.kind()), mention.title(), HITS_MAX).items().stream()
                .filter(hit -> Fold.fold(hit.what().name()).equals(title))
                .filter(hit ->
                        credit.isEmpty() || Fold.fold(hit.what().credit()).equals(credit))
                .findFirst()
                .flatMap(hit -> Standing.of(history, Subject.ITEM, hit.what().number()));
    }

    private static String sentence(Standing standing, Mention mention, Voice voice) {
        Moment first = standing.first();
        Moment last = standing.last();
        String begin = "You have " + Words.done(mention.kind()) + " it " + voice.times(standing.plays());
        if (first == null || last == null || first.day() == null || last.day() == null) {
            return begin + ".";
        }
        return first.day().equals(last.day())
                ? begin + ", " + voice.ago(last.day()) + "."
                : begin + ", first on " + voice.date(first.day()) + ", last " + voice.ago(last.day()) + ".";
    }

    Face face() {
        return what.face();
    }

    String name() {
        return what.text();
    }

    String by() {
        return what.by();
    }
}
