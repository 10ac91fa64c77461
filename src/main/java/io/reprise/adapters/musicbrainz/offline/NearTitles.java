package io.reprise.adapters.musicbrainz.offline;

import java.util.List;

/**
 * The titles that are most like the ones asked for, among thousands: their signatures choose a few, and only those are
 * read. One question, one thread.
 */
final class NearTitles {
    private static final int CHOSEN_MAX = 24;
    static final int NEAR_MAX = 10;
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
        for (long asking : signatures) {
            for (int title = from; title < to; title++) {
                long signature = songs.signature(title);
                if (TitleSignature.isWorthReading(asking, signature)) {
                    choose(title, TitleSignature.alike(asking, signature));
                }
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
        List<int[]> pairs = asked.stream().map(TitleSignature::pairs).toList();
        for (int i = 0; i < count; i++) {
            song[i] = songs.songOf(chosen[i]);
            String title = LookupText.fold(songs.title(song[i]));
            int[] own = TitleSignature.pairs(title);
            for (int j = 0; j < asked.size(); j++) {
                boolean isWithin = TitleSignature.isWithin(asked.get(j), title);
                like[i] = Math.max(
                        like[i], isWithin ? TitleSignature.WITHIN_WEIGHT : TitleSignature.alike(pairs.get(j), own));
            }
        }
        int[] order = IndexSort.sorted(count, (one, other) -> Double.compare(like[other], like[one]));
        int added = 0;
        for (int each : order) {
            if (like[each] >= NEAR_MIN && added < NEAR_MAX && !found.holds(song[each])) {
                found.add(song[each]);
                added++;
            }
        }
    }
}
