package io.reprise.adapters.musicbrainz.offline;

import io.reprise.resolve.Authority;
import io.reprise.resolve.Question;
import java.util.List;
import java.util.UUID;

/**
 * Finds the songs that a question in words may mean: the exact names first; only where they are not there, shorter
 * forms of the title, other names of the artists, spellings in Latin letters, near titles of those artists, and artist
 * and title the other way round. It fetches and does not judge. One question, one thread.
 */
final class SongSearch {
    private static final int CREDITS_MAX = 256;
    private static final int ARTISTS_MAX = 16;
    private static final int TITLES_LOOKED_AT_MAX = 20_000;

    private final SongIndex songs;
    private final Indexes indexes;
    private final Question question;
    private final Places found = new Places(Authority.FINDINGS_MAX);

    SongSearch(SongIndex songs, Indexes indexes, Question question) {
        this.songs = songs;
        this.indexes = indexes;
        this.question = question;
    }

    Places search() {
        boolean isListed = question.credit().isBlank() && !question.creators().isEmpty();
        String credit = LookupText.fold(isListed ? question.creators().getFirst() : question.credit());
        String title = LookupText.fold(question.title());
        if (title.isEmpty()) {
            return found;
        }
        if (!credit.isEmpty()) {
            exact(credit, title);
            if (found.isEmpty()) {
                further(title);
            }
        }
        if (found.isEmpty()) {
            turned(credit, title);
        }
        return found;
    }

    private void exact(String credit, String title) {
        Places credits = new Places(CREDITS_MAX);
        songs.creditsOf(credit, credits);
        titled(credits, List.of(title));
    }

    private void titled(Places credits, List<String> titles) {
        for (String title : titles) {
            for (int i = 0; i < credits.count(); i++) {
                songs.titled(credits.at(i), title, found);
            }
        }
    }

    private void further(String title) {
        List<String> titles = TitleForms.of(question.title());
        List<String> names = CreditForms.of(question);
        for (String each : titles) {
            songs.romanised(names.getFirst() + each, found);
        }
        Places credits = credits(names);
        titled(credits, titles);
        near(credits, titles);
    }

    /** The credits of these names, and those that name the artists who are so called. */
    private Places credits(List<String> names) {
        Places credits = new Places(CREDITS_MAX);
        for (String name : names) {
            songs.creditsOf(name, credits);
        }
        int own = credits.count();
        for (int i = 0; i < own; i++) {
            List<UUID> artists = songs.credit(credits.at(i)).credit().artists();
            if (artists.size() == 1) {
                songs.creditsOf(artists.getFirst(), credits);
            }
        }
        FactsIndex aliases = indexes.artists();
        if (aliases != null) {
            for (String name : names) {
                for (UUID artist : aliases.named(name, ARTISTS_MAX)) {
                    songs.creditsOf(artist, credits);
                }
            }
        }
        return credits;
    }

    private void near(Places credits, List<String> titles) {
        NearTitles near = new NearTitles(songs, titles);
        int left = TITLES_LOOKED_AT_MAX;
        for (int i = 0; i < credits.count() && left > 0; i++) {
            int from = songs.firstTitle(credits.at(i));
            int to = (int) Math.min(songs.firstTitle(credits.at(i) + 1), (long) from + left);
            near.look(from, to);
            left -= to - from;
        }
        near.into(found);
    }

    /** Artist and title the other way round, or both in the title. */
    private void turned(String credit, String title) {
        if (!credit.isEmpty()) {
            exact(title, credit);
        }
        String told = question.title();
        int dash = told.indexOf(" - ");
        if (found.isEmpty() && dash > 0) {
            String first = told.substring(0, dash);
            Places credits = new Places(CREDITS_MAX);
            songs.creditsOf(LookupText.fold(first), credits);
            titled(credits, TitleForms.of(told.substring(dash + 3)));
        }
    }
}
