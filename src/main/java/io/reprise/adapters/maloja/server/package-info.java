/**
 * Maloja's own API ({@code mlj_1}) as its clients call it, spoken by us. What is spoken and where it differs on purpose
 * stands in the README of {@code adapters.maloja}. Reads and writes no table.
 */
@NullMarked
package io.reprise.adapters.maloja.server;

import org.jspecify.annotations.NullMarked;
