/**
 * All that ListenBrainz is to us: its API, version 1, as scrobblers speak it, and the form of its listens and exports.
 * What is spoken, what is read and where we differ on purpose stands in README.md and EXPORTS.md beside this file.
 * Writes {@code listenbrainz_latest_import} and {@code listenbrainz_pin}.
 *
 * <p>Promises: what {@code submit-listens} answered with 200 is on disk and in the next answer to {@code listens}; a
 * request is taken whole or not at all; no route shows or changes anything of anybody but the holder of the token.
 */
@NullMarked
package io.reprise.adapters.listenbrainz;

import org.jspecify.annotations.NullMarked;
