package io.reprise.resolve;

import io.reprise.media.ExternalId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A creator as an authority tells of it; {@code asked} is the id it was asked for by, where the authority has merged
 * that into another, else null. {@code comment} tells creators of one name apart; it, {@code country} (two letters) and
 * the sort name may be empty.
 */
public record CreatorFinding(
        ExternalId id,
        @Nullable ExternalId asked,
        String name,
        String sortName,
        String comment,
        String country,
        List<String> aliases,
        List<String> genres) {
    public CreatorFinding {
        aliases = List.copyOf(aliases);
        genres = List.copyOf(genres);
    }
}
