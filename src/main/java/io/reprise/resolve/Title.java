package io.reprise.resolve;

import java.util.List;

/**
 * A title taken apart: the whole name without marks, ornaments and guests; its core without subtitles in brackets; the
 * version marks; the guests named in it, as told; and the raw rest from which a suffix may be cut. Not thread-safe.
 */
record Title(String told, Name whole, Name core, Marks marks, List<String> guests, int movements, Opus opus) {
    Title {
        guests = List.copyOf(guests);
    }

    static Title read(String told) {
        return new TitleReader(told).read();
    }

    boolean hasSubtitle() {
        return !core.plain().equals(whole.plain());
    }

    /** Compares the names, not the versions. */
    Likeness likeness(Title other) {
        Likeness best = Sameness.of(whole, other.whole);
        if (best.manner() == Likeness.Manner.SAME) {
            return best;
        }
        Likeness work = opus.likeness(other.opus);
        if (work != null) {
            return work;
        }
        if (hasSubtitle() || other.hasSubtitle()) {
            boolean both = hasSubtitle() && other.hasSubtitle();
            Likeness cores = Sameness.of(core, other.core).by(Likeness.Manner.SUBTITLE, both ? 750 : 950);
            best = cores.isBetterThan(best) ? cores : best;
        }
        if (movements > 1 && movements == other.movements && best.permille() < Likeness.ALIKE) {
            best = Medley.likeness(told, other.told);
        }
        return best;
    }
}
