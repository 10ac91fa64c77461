package io.reprise.resolve;

/**
 * Whom the word of an authority means, and on which terms it tells. Known of those that are switched off too: what they
 * told before is still shown, with what has to be said beside it.
 */
public record AuthorityName(String word, String title, Authority.Terms terms) {}
