/**
 * pyscrobbler's verbs: scrob, rate, tag, undo and history over HTTP, as that program has them for music at
 * {@code /music}, and for every kind of media at {@code /api/kinds/{kind}}. What is read and where we differ on purpose
 * stands in the README beside this file. Reads and writes no table.
 */
@NullMarked
package io.reprise.adapters.pyscrobbler;

import org.jspecify.annotations.NullMarked;
