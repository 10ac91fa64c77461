package io.reprise.play;

import io.reprise.scrobble.Verb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Folds the pieces of one item from one origin into sittings. A sitting ends with a pause longer than the kind's idle
 * time, with a new start after its end, or when the item is finished again after at least half its length. Its first
 * completing piece stands for it and counts; where none completes, the last piece stands for it, uncounted, and says
 * why.
 */
final class Sittings {
    private static final Comparator<Telling> IN_TIME = Comparator.comparingLong(Telling::moment)
            .thenComparing(Telling::verb)
            .thenComparingLong(Telling::at)
            .thenComparingLong(Telling::number);

    private Sittings() {}

    /**
     * Judges all pieces (of one item and one origin), putting a play for each into {@code plays}; returns those that
     * count.
     */
    static List<Candidate> judge(List<Telling> pieces, Map<Long, Play> plays) {
        List<Candidate> counted = new ArrayList<>();
        List<Telling> sitting = new ArrayList<>();
        for (Telling piece : pieces.stream().sorted(IN_TIME).toList()) {
            if (!sitting.isEmpty() && opens(sitting, piece)) {
                close(sitting, plays).ifPresent(counted::add);
                sitting.clear();
            }
            sitting.add(piece);
        }
        if (!sitting.isEmpty()) {
            close(sitting, plays).ifPresent(counted::add);
        }
        return counted;
    }

    private static boolean opens(List<Telling> sitting, Telling piece) {
        Telling last = sitting.getLast();
        long pause = piece.moment() - last.moment();
        if (pause > Windows.idle(piece.kind()) || !piece.hasTime() || !last.hasTime()) {
            return true;
        }
        Telling ending = sitting.stream().filter(Sittings::ends).findFirst().orElse(null);
        if (ending == null) {
            return false;
        }
        return piece.verb() == Verb.START || piece.moment() - ending.moment() >= again(piece);
    }

    private static boolean ends(Telling piece) {
        return piece.verb() == Verb.FINISH || piece.verb() == Verb.SKIP;
    }

    private static int again(Telling piece) {
        Integer length = piece.length();
        return length == null ? Windows.again(piece.kind()) : Math.max(1, length / 2);
    }

    private static Optional<Candidate> close(List<Telling> sitting, Map<Long, Play> plays) {
        Optional<Telling> completing = sitting.stream()
                .filter(piece -> piece.verb() == Verb.FINISH || piece.reached() && piece.verb() != Verb.START)
                .findFirst();
        Telling stands = completing.orElse(sitting.getLast());
        for (Telling piece : sitting) {
            plays.put(piece.number(), piece.judged(Reason.PIECE, stands.number()));
        }
        Integer seconds = spent(sitting, stands);
        Play play = stands.judged(completing.isPresent() ? Reason.COUNTED : why(stands), null);
        Play timed = play.judged(play.reason(), null, seconds);
        plays.put(stands.number(), timed);
        long begin = sitting.getFirst().at();
        return completing.map(piece ->
                new Candidate(timed, Math.min(begin, piece.at()), piece.moment(), piece.kind(), piece.length()));
    }

    private static Reason why(Telling last) {
        return switch (last.verb()) {
            case SKIP -> Reason.SKIPPED;
            case START -> Reason.STARTED;
            case PROGRESS, STOP, FINISH, PLAYED -> Reason.UNFINISHED;
        };
    }

    private static @Nullable Integer spent(List<Telling> sitting, Telling stands) {
        int told = sitting.stream()
                .mapToInt(piece -> piece.seconds() == null ? 0 : piece.seconds())
                .max()
                .orElse(0);
        if (told > 0) {
            return told;
        }
        long span = stands.moment() - sitting.getFirst().moment();
        return span > 0 && span < Integer.MAX_VALUE ? (Integer) (int) span : stands.length();
    }
}
