/**
 * Pictures of items, creators and containers: fetched from sources by a job, kept in a cache on the disk in a few
 * sizes, brought by users, or drawn from a name. A thing shows its own upload, else what was found for its outside ids,
 * else (items and creators) the picture of what it was mostly played from, else a {@link io.reprise.art.Placeholder}.
 *
 * <p>Promises: the network is used by jobs only; nothing that came from outside is handed on as it came, only prints
 * made of its pixels; the cache is bounded and may be deleted at any time, uploads lie in the store. That there is no
 * picture is believed for a time only. Writes {@code art_found} (of all users), {@code art_shown}, {@code art_upload}
 * and {@code art_head}.
 */
@NullMarked
package io.reprise.art;

import org.jspecify.annotations.NullMarked;
