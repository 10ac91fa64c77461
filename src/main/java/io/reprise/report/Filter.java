package io.reprise.report;

import io.reprise.media.MediaKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which plays a question is about: of these kinds (none named: every kind), crediting this creator, played from this
 * container, of this item, told by this origin. Numbers are those of the user's catalog and origins; 0 asks for any. A
 * number that does not exist matches nothing; one that was merged stands for what it was merged into.
 */
public record Filter(Set<MediaKind> kinds, int creator, int container, int item, int origin) {
    /** Every play. */
    public static final Filter NONE = new Filter(Set.of(), 0, 0, 0, 0);

    /** Songs alone: what the reports about music are asked with unless a person asks otherwise. */
    public static final Filter SONGS = of(MediaKind.SONG);

    public Filter {
        kinds = Set.copyOf(kinds);
        if (creator < 0 || container < 0 || item < 0 || origin < 0) {
            throw new IllegalArgumentException("a filter's numbers are 1 or more, or 0 for any");
        }
    }

    public static Filter of(MediaKind... kinds) {
        EnumSet<MediaKind> asked = EnumSet.noneOf(MediaKind.class);
        for (MediaKind kind : kinds) {
            asked.add(kind);
        }
        return NONE.withKinds(asked);
    }

    public Filter withKinds(Set<MediaKind> newKinds) {
        return new Filter(newKinds, creator, container, item, origin);
    }

    public Filter withCreator(int number) {
        return new Filter(kinds, number, container, item, origin);
    }

    public Filter withContainer(int number) {
        return new Filter(kinds, creator, number, item, origin);
    }

    public Filter withItem(int number) {
        return new Filter(kinds, creator, container, number, origin);
    }

    public Filter withOrigin(int number) {
        return new Filter(kinds, creator, container, item, number);
    }

    /** This filter, asking for one creator, container or item more. */
    public Filter with(Subject subject, int number) {
        return switch (subject) {
            case CREATOR -> withCreator(number);
            case CONTAINER -> withContainer(number);
            case ITEM -> withItem(number);
        };
    }
}
