package io.reprise.upkeep;

/**
 * Something that is not as it should be: the short name of the check, what was found (numbers, and the first few
 * examples), and what a person can do about it.
 */
public record Finding(String check, String found, String mend) {}
