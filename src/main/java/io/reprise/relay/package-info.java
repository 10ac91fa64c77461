/**
 * Out: passing on what happens here to other parties, and telling other programs of it. Writes {@code relay_target},
 * {@code relay_outbox} and {@code relay_post}; reads every other book through the door of its room.
 *
 * <p>A user's {@link io.reprise.relay.Target} is a standing order: to which party, with which keys, what of. After each
 * commit that added to a book, {@link io.reprise.relay.Forwarder} moves what a target wants into the outbox, in one
 * transaction with the target's cursors; {@link io.reprise.relay.Sender} sleeps until the soonest row is due and hands
 * it to the party's {@link io.reprise.relay.Outlet}, which lives in that party's adapter. A webhook is a party like any
 * other. {@link io.reprise.relay.Feed} is the same told to whoever asks, from the books alone.
 *
 * <p>Promises: what was told live after a target was made is passed on once, however many origins told it, as long as
 * it still counts when its turn comes; what came from a party is not sent back to it; what comes back from a party is
 * the same play, by the ladder of duplicates in {@code play}. A row is sent again only where the process ended between
 * the answer and the commit. Nothing is asked over the network while something is written; nothing polls; nothing is
 * tried for ever: after {@link io.reprise.relay.BackOff} gives up, a row waits for a person as a dead letter.
 */
@NullMarked
package io.reprise.relay;

import org.jspecify.annotations.NullMarked;
