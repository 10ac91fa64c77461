package io.reprise.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits for an answer, in words; {@code asking} tells of the job that is at work, {@code settled} of the answer
 * just given.
 */
record ReviewView(
        List<RangeSwitch.Choice> states,
        Stand stand,
        List<Row> rows,
        Place place,
        @Nullable Settled settled) {
    /** How many wait, as a sentence; what the job of asking says, null where none is at work; how often it is asked. */
    record Stand(String waiting, @Nullable String asking, Order order) {}

    /** Whether an authority on the network is on; what can be chosen, if anything; when it is asked next, or empty. */
    record Order(boolean canAsk, List<Often> choices, String next) {}

    /** So many days apart, 0 for never. */
    record Often(int days, String words, boolean here) {}

    /** The cursor of this page, empty for the first, and the address of the next one. */
    record Place(String state, String here, @Nullable String next) {}

    /** An answer just given; {@code reopens} is the number of a proposal that can wait again, 0 where none can. */
    record Settled(String words, int reopens) {}

    /** An item with all that it may be; {@code open} where it waits, {@code reopens} where it can wait again. */
    record Row(long number, Told told, String why, List<May> matches, boolean open, boolean reopens) {}

    /** The item as it was told at home; texts may be empty. */
    record Told(String title, String href, String by, String kind, String container, String length) {}

    /** One thing that it may be: {@code choice} from 0 as forms say it, {@code key} from 1 as it is shown. */
    record May(
            int choice,
            String key,
            Piece id,
            String title,
            String by,
            String more,
            String score,
            String rule,
            List<Witness> evidence) {}

    /** What was compared: {@code sign} and {@code speaks} say the same, once as a sign and once as a word. */
    record Witness(String aspect, String told, String found, String sign, String speaks, String css, String words) {}
}
