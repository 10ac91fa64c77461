package io.reprise.media;

import java.util.List;

/**
 * What a mention says of the thing its item is part of: the kind, the title, and who it is credited to. {@code ids} are
 * the container's own ids (a release, a series), not the item's.
 */
public record ContainerMention(ContainerKind kind, String title, Credit credit, List<ExternalId> ids) {
    public ContainerMention {
        title = title.strip();
        if (title.isEmpty()) {
            throw new IllegalArgumentException("a " + kind.word() + " has a title");
        }
        ids = List.copyOf(ids);
    }

    public ContainerMention(ContainerKind kind, String title, Credit credit) {
        this(kind, title, credit, List.of());
    }

    /** The folded text by which this container is found again: kind, credit and title. */
    public String identity() {
        return kind.word() + '\u001f' + Fold.fold(credit.text()) + '\u001f' + Fold.fold(title);
    }
}
