package io.reprise.resolve;

import io.reprise.media.ExternalId;
import java.util.Optional;

/** An {@link Authority} that can also be asked for a creator by its id, for its other names. */
public interface CreatorAuthority {
    /** Empty where it knows none by this id, or no ids of this scheme. Fails as the authority does. */
    Optional<CreatorFinding> creator(ExternalId id);
}
