/**
 * Our pages: one class per page, one template per page, nothing asked but {@code history} and {@code report}. A page is
 * whole without scripts; htmx swaps parts of the same page, so that there is one way to render it. Reads and writes no
 * table.
 *
 * <p>Promises: everything told by a source is escaped by the template; pages load nothing from another host and no
 * inline script or style, which the Content-Security-Policy holds them to; whatever changes something is a POST from a
 * page of this very server.
 */
@NullMarked
package io.reprise.web;

import org.jspecify.annotations.NullMarked;
