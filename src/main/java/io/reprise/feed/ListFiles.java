package io.reprise.feed;

import io.reprise.account.UserId;
import java.util.Optional;
import java.util.UUID;

/** Gives playlists as files, for links that show one. */
@FunctionalInterface
public interface ListFiles {
    /** Where no lists are. */
    ListFiles NONE = asked -> Optional.empty();

    /** Which list of whom, in the form of this ending; {@code isPublic} keeps back where files lie. */
    record Asked(UserId user, UUID list, String ending, boolean isPublic) {}

    record ListFile(String contentType, String text) {}

    /** Empty where the list is not there any more, or has no such form. */
    Optional<ListFile> give(Asked asked);
}
