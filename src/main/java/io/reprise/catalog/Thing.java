package io.reprise.catalog;

/** An item, a creator or a container of a library, by its number. */
public record Thing(SubjectKind kind, int number) {
    public Thing {
        if (!kind.isMergeable()) {
            throw new Refusal("this can be said of items, creators and containers, not of a " + kind.word());
        }
    }

    @Override
    public String toString() {
        return kind.word() + " " + number;
    }
}
