package io.reprise.playlist;

import io.reprise.media.ContainerKind;

/** Of what a field tells: of the item itself, of the container that it was last played from, of its creators. */
enum Scope {
    ITEM,
    CONTAINER,
    ALBUM,
    SERIES,
    FEED,
    CREATOR;

    boolean isContainer() {
        return this != ITEM && this != CREATOR;
    }

    /** Whether a container of this kind is meant. */
    boolean holds(ContainerKind kind) {
        return switch (kind) {
            case RELEASE, PICTURE_ALBUM -> this == CONTAINER || this == ALBUM;
            case SHOW, SERIES -> this == CONTAINER || this == SERIES;
            case FEED, CHANNEL -> this == CONTAINER || this == FEED;
        };
    }
}
