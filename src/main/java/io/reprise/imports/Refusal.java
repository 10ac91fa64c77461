package io.reprise.imports;

/** A row that was refused: where it stands and why, with what was expected and what came. */
public record Refusal(String place, String reason) {}
