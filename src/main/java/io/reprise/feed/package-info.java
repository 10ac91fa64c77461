/**
 * A history in the forms that other programs read: daily rows, metrics, feeds, calendars, pictures to embed, buckets
 * for ActivityWatch; and the book of {@link io.reprise.feed.Link links}, the secret or public addresses of which each
 * shows one such form and nothing else. Writes {@code feed_link}.
 *
 * <p>Promises: what a link shows is chosen when it is made, and its address can ask for nothing more; an address that
 * is nobody's learns nothing; a secret is shown once and kept as a digest; every text is escaped for the form it goes
 * into; the same history gives the same feed, byte for byte, so that one that did not change is not sent again.
 */
@NullMarked
package io.reprise.feed;

import org.jspecify.annotations.NullMarked;
