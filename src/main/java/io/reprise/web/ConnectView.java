package io.reprise.web;

import io.reprise.inlet.InletParty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of all inlets. */
record ConnectView(
        List<Party> parties, List<Row> inlets, @Nullable String wrong) {
    record Party(String word, String title, String kinds) {}

    record Row(int number, String name, String last, String state, boolean bad) {}

    /** One inlet with what to paste where, how its last call went, and the calls that were not understood. */
    record One(
            int number,
            String name,
            String party,
            @Nullable String address,
            List<InletParty.Step> steps,
            String account,
            Facts facts,
            List<Waiting> waiting,
            @Nullable String told) {}

    /** How it stands: on or off, its key, and its calls. */
    record Facts(boolean on, boolean takesKey, boolean hasKey, String counts, String last, boolean bad) {}

    record Waiting(long number, String why, String text) {}
}
