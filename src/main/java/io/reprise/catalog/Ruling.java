package io.reprise.catalog;

import io.reprise.media.ContainerKind;
import io.reprise.media.CreditedName;
import io.reprise.media.ExternalId;
import java.util.List;
import java.util.Set;

/** What a decision says of one thing of the catalog, besides that it is the same as another one. */
public sealed interface Ruling {
    /** How many names a credit or a split may have. */
    int NAMES_MAX = 100;
    /** How long a name may be. */
    int NAME_CHARS_MAX = 4096;

    DecisionKind kind();

    /** What it can be said of. */
    Set<SubjectKind> subjects();

    /** The outside id names it. */
    record Link(ExternalId id) implements Ruling {
        @Override
        public DecisionKind kind() {
            return DecisionKind.LINK;
        }

        @Override
        public Set<SubjectKind> subjects() {
            return SubjectKind.THINGS;
        }
    }

    /** The outside id does not name it, whoever says so. */
    record Unlink(ExternalId id) implements Ruling {
        @Override
        public DecisionKind kind() {
            return DecisionKind.UNLINK;
        }

        @Override
        public Set<SubjectKind> subjects() {
            return SubjectKind.THINGS;
        }
    }

    /** It goes by this name. */
    record Rename(String name) implements Ruling {
        public Rename {
            name = name.strip();
            if (name.isEmpty() || name.length() > NAME_CHARS_MAX || name.indexOf('\0') >= 0) {
                throw new Refusal(
                        "a name has 1 to " + NAME_CHARS_MAX + " characters and no NUL, this one has " + name.length());
            }
        }

        @Override
        public DecisionKind kind() {
            return DecisionKind.RENAME;
        }

        @Override
        public Set<SubjectKind> subjects() {
            return SubjectKind.THINGS;
        }
    }

    /** The item is credited to these, in this order. */
    record Recredit(List<CreditedName> names) implements Ruling {
        public Recredit {
            names = List.copyOf(names);
            if (names.isEmpty() || names.size() > NAMES_MAX) {
                throw new Refusal("a credit has 1 to " + NAMES_MAX + " names, this one has " + names.size());
            }
        }

        @Override
        public DecisionKind kind() {
            return DecisionKind.RECREDIT;
        }

        @Override
        public Set<SubjectKind> subjects() {
            return Set.of(SubjectKind.ITEM);
        }
    }

    /**
     * Every play of the item counts for this container, where {@code untold} only those that were told without one; it
     * is made where the library does not have it.
     */
    record Move(ContainerKind of, String title, String credit, boolean untold) implements Ruling {
        public Move {
            title = title.strip();
            credit = credit.strip();
            if (title.isEmpty()) {
                throw new Refusal("a " + of.word() + " to move an item to has a title; it was blank");
            }
        }

        /** Of every play. */
        public Move(ContainerKind of, String title, String credit) {
            this(of, title, credit, false);
        }

        @Override
        public DecisionKind kind() {
            return DecisionKind.MOVE;
        }

        @Override
        public Set<SubjectKind> subjects() {
            return Set.of(SubjectKind.ITEM);
        }
    }

    /** No answer shows it: the plays of an item, a creator's place in credits, that plays were of a container. */
    record Ignore() implements Ruling {
        @Override
        public DecisionKind kind() {
            return DecisionKind.IGNORE;
        }

        @Override
        public Set<SubjectKind> subjects() {
            return SubjectKind.THINGS;
        }
    }

    /**
     * The creator is these, joined as told, wherever it is credited. It may be one of them itself: then its plays count
     * for the others too.
     */
    record Split(List<CreditedName> names) implements Ruling {
        public Split {
            names = List.copyOf(names);
            if (names.size() < 2 || names.size() > NAMES_MAX) {
                throw new Refusal("a creator is split into 2 to " + NAMES_MAX + " names, not " + names.size());
            }
        }

        @Override
        public DecisionKind kind() {
            return DecisionKind.SPLIT;
        }

        @Override
        public Set<SubjectKind> subjects() {
            return Set.of(SubjectKind.CREATOR);
        }
    }
}
