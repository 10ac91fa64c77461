package io.reprise.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of one creator, container or item in words. */
record ThingView(
        Head head,
        List<Figure> totals,
        Story story,
        List<RankedCard> charts,
        Plays list,
        AsTold told,
        KnownAs known,
        Portrait portrait,
        OpinionView opinion,
        @Nullable EpisodesView episodes) {
    /** Its picture and names; {@code kind} is the word that gives its colour, null where it has none. */
    record Head(Face face, @Nullable String kind, String kindWord, String title, List<Link> links) {}

    /** A name in the line under the title, after {@code before}; a link where {@code href} is given. */
    record Link(String before, String text, @Nullable String href) {}

    /** What one has had with it, in a sentence, and by month or year. */
    record Story(String sentence, String chartTitle, String unit, List<NumberRow> steps) {}

    record Plays(
            String title,
            List<DayOfLines> days,
            boolean removable,
            @Nullable String older) {}

    Face face() {
        return head.face();
    }

    @Nullable
    String kind() {
        return head.kind();
    }

    String kindWord() {
        return head.kindWord();
    }

    String title() {
        return head.title();
    }

    List<Link> links() {
        return head.links();
    }

    String sentence() {
        return story.sentence();
    }

    String chartTitle() {
        return story.chartTitle();
    }

    String unit() {
        return story.unit();
    }

    List<NumberRow> months() {
        return story.steps();
    }

    String playsTitle() {
        return list.title();
    }

    List<DayOfLines> plays() {
        return list.days();
    }

    boolean removable() {
        return list.removable();
    }

    @Nullable
    String older() {
        return list.older();
    }
}
