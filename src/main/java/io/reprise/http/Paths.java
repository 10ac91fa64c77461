package io.reprise.http;

/** Paths as people and programs write them. */
final class Paths {
    private Paths() {}

    /** Without doubled slashes, as {@code //1//x} is written by clients whose address ended in a slash. */
    static String tidy(String path) {
        return path.replaceAll("/{2,}", "/");
    }
}
