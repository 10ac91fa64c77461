/**
 * MusicBrainz without the network: reads the dumps that MetaBrainz publishes into index files of our own, and answers
 * from them. The README says which dumps, what an index holds, and how large it is.
 *
 * <p>Promises: a load streams, with a bounded heap; the old index answers until the new one is whole; a broken line
 * costs itself only; an index that is not ours or damaged is refused in words. Reads and writes no table.
 */
@NullMarked
package io.reprise.adapters.musicbrainz.offline;

import org.jspecify.annotations.NullMarked;
