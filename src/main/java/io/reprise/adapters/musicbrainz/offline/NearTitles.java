package io.reprise.adapters.musicbrainz.offline;

import java.util.List;

/**
 * The titles that are most like the ones asked for, among thousands: their signatures choose a few, and only those are
 * read. One question, one thread.
 */
final class NearTitles {
    private static final int CHOSEN_MAX = 16;
    static final int NEAR_MAX = 10;
    private static final double CHOSEN_MIN = 0.55;
    private static final double NEAR_MIN = 0.5;

    private final SongIndex songs;
    private final List<String> asked;
    private final long[] signatures;
    private final int[] chosen = new int[CHOSEN_MAX];
    private final double[] likeness = new double[CHOSEN_MAX];
    private int count;

    /** Of the forms of a title only the first and the last, which is the shortest, are looked for. */
    NearTitles(SongIndex songs, List<String> forms) {
        this.songs = songs;
        this.asked = forms.size() < 2 ? forms : List.of(forms.getFirst(), forms.getLast());
        this.signatures = asked.stream().mapToLong(TitleSignature::of).toArray();
    }

    /** Looks at the titles of these numbers. */
    void look(int from, int to) {
        for (int title = from; title < to; title++) {
            long signature = songs.signature(title);
            double best = 0;
            for (long each : signatures) {
                best = Math.max(best, TitleSignature.alike(each, signature));
            }
            if (best >= CHOSEN_MIN) {
                choose(title, best);
            }
        }
    }

    private void choose(int title, double like) {
        int at = count;
        if (count == CHOSEN_MAX) {
            if (like <= likeness[CHOSEN_MAX - 1]) {
                return;
            }
            at--;
        } else {
            count++;
        }
        while (at > 0 && likeness[at - 1] < like) {
            likeness[at] = likeness[at - 1];
            chosen[at] = chosen[at - 1];
            at--;
        }
        likeness[at] = like;
        chosen[at] = title;
    }

    /** Adds the songs whose titles, read, are near enough, the likeliest first. */
    void into(Places found) {
        double[] like = new double[count];
        int[] song = new int[count];
        for (int i = 0; i < count; i++) {
            song[i] = songs.songOf(chosen[i]);
            String title = LookupText.fold(songs.title(song[i]));
            for (String each : asked) {
                like[i] = Math.max(like[i], TitleSignature.alike(each, title));
            }
        }
        int[] order = IndexSort.sorted(count, (one, other) -> Double.compare(like[other], like[one]));
        int added = 0;
        for (int each : order) {
            if (like[each] >= NEAR_MIN && added < NEAR_MAX) {
                found.add(song[each]);
                added++;
            }
        }
    }
}
