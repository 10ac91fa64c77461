package io.reprise.report;

import io.reprise.history.History;
import io.reprise.history.Names;
import io.reprise.media.MediaKind;

/**
 * Time spent, with a guess where it is not known: the item's length if that is known, else the mean of the known
 * seconds of plays of its kind in the selection, else (for songs alone) three and a half minutes.
 * {@code estimatedPlays} is how many plays were guessed at, {@code estimatedSeconds} what they add; both are part of
 * {@code seconds} and of {@code plays}.
 */
record Minutes(long seconds, long estimatedSeconds, long estimatedPlays) {
    private static final int SONG_SECONDS = 210;
    private static final int KINDS_MAX = 32;

    static Minutes of(Selection selection) {
        History history = selection.history;
        Names names = selection.names;
        long[] known = new long[KINDS_MAX];
        long[] knownPlays = new long[KINDS_MAX];
        long[] unknownPlays = new long[KINDS_MAX];
        long byLength = 0;
        long lengths = 0;
        for (int i = selection.first; i < selection.end; i++) {
            if (selection.has(i)) {
                int item = history.item(i);
                if (history.toldSeconds(i) != 0) {
                    known[names.kindCode(item)] += history.toldSeconds(i);
                    knownPlays[names.kindCode(item)]++;
                } else if (history.seconds(i) != 0) {
                    byLength += history.seconds(i);
                    lengths++;
                } else {
                    unknownPlays[names.kindCode(item)]++;
                }
            }
        }
        long exact = 0;
        long estimated = byLength;
        long estimatedPlays = lengths;
        for (int kind = 0; kind < KINDS_MAX; kind++) {
            long mean = knownPlays[kind] != 0
                    ? known[kind] / knownPlays[kind]
                    : kind == MediaKind.SONG.code() ? SONG_SECONDS : 0;
            exact += known[kind];
            estimated += mean * unknownPlays[kind];
            estimatedPlays += mean == 0 ? 0 : unknownPlays[kind];
        }
        return new Minutes(exact + estimated, estimated, estimatedPlays);
    }
}
