package io.reprise.resolve;

import io.reprise.media.ExternalId;
import java.util.Optional;

/** An {@link Authority} that can also be asked for an album or a show by its id, with nothing played from it. */
public interface ContainerAuthority {
    /** Empty where it knows none by this id, or no ids of this scheme. Fails as the authority does. */
    Optional<ContainerFinding> container(ExternalId id);
}
