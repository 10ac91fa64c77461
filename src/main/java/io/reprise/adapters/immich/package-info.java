/**
 * The picture frames over Immich: Kiosk and ImmichFrame. What is read and where we differ on purpose stands in the
 * README beside this file. Reads and writes no table.
 */
@NullMarked
package io.reprise.adapters.immich;

import org.jspecify.annotations.NullMarked;
