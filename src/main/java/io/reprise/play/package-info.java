/**
 * Phase 1, happened: what the log says, read as plays. One row for each scrobble: counted, or uncounted with the reason
 * (one piece of a play told in pieces, skipped, too short, the same play told by another origin, removed by the user).
 * Writes {@code play_head}, {@code play} and {@code daily_plays}, all of them readings that
 * {@link io.reprise.play.Aggregator#rebuild} makes anew from the two books, to the same bytes.
 *
 * <p>Promises: scrobbles = counted + uncounted with a reason; {@code daily_plays} sums the counted ones; the order of
 * arrival does not change the totals.
 *
 * <h2>When does it count? ({@link io.reprise.play.Completion})</h2>
 *
 * A plain report (verb played) counts: its sender has judged. A play told in pieces counts when it was finished, or
 * when the share of the item that lies behind reaches the kind's threshold: song 50 % or 240 s; film, episode, podcast,
 * video and article 90 %; book 98 %; a picture shown for 3 s.
 *
 * <h2>Which pieces are one play? ({@link io.reprise.play.Sittings})</h2>
 *
 * Pieces of one item from one origin, in time order, until one of them ends the play or the pause is longer than the
 * kind's idle time.
 *
 * <h2>Which plays are the same? ({@link io.reprise.play.Duplicates})</h2>
 *
 * Never two of one origin. Two of different origins, of the same item, when their times agree; see that class for the
 * ladder. Nearest pairs first, one to one; the better told one counts, the other stays as a duplicate of it.
 */
@NullMarked
package io.reprise.play;

import org.jspecify.annotations.NullMarked;
