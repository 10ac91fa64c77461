package io.reprise.relay;

import java.util.List;
import java.util.stream.Collectors;

/** Every party that can be told of what happens here. Immutable and thread-safe. */
public final class Outlets {
    /** The word of the party that is any program with an address. */
    public static final String WEBHOOK = "webhook";

    private final List<Outlet> outlets;

    public Outlets(List<? extends Outlet> outlets) {
        this.outlets = List.copyOf(outlets);
    }

    /** All of them, in the order in which people are shown them. */
    public List<Outlet> all() {
        return outlets;
    }

    /** The one of this word; an {@link IllegalArgumentException} that names all where there is none. */
    public Outlet ofWord(String word) {
        return outlets.stream()
                .filter(outlet -> outlet.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("party: expected one of "
                        + outlets.stream().map(Outlet::word).collect(Collectors.joining(", ")) + ", got "
                        + (word.length() > 50 ? word.substring(0, 50) + "..." : word)));
    }
}
