package io.reprise.inlet;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every party that can call. Immutable and thread-safe. */
public final class InletParties {
    private final List<InletParty> parties;

    public InletParties(List<? extends InletParty> parties) {
        this.parties = List.copyOf(parties);
    }

    /** All of them, in the order in which people are shown them. */
    public List<InletParty> all() {
        return parties;
    }

    /** The one of this word, if there is one. */
    public Optional<InletParty> find(String word) {
        return parties.stream().filter(party -> party.word().equals(word)).findFirst();
    }

    /** The same; an {@link IllegalArgumentException} that names all where there is none. */
    public InletParty need(String word) {
        return find(word)
                .orElseThrow(() -> new IllegalArgumentException("party: expected one of "
                        + parties.stream().map(InletParty::word).collect(Collectors.joining(", ")) + ", got "
                        + (word.length() <= 40 ? word : word.substring(0, 40))));
    }
}
