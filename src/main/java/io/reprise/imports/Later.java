package io.reprise.imports;

/** A row that waits for the end of its upload, with the bytes it had. */
record Later(Place place, String format, byte[] line, Afterword afterword) {}
