package io.reprise.web;

/** Offers to take back the removal of a play: the number of its scrobble and of the decision. */
record UndoNotice(long number, long decision) {}
