package io.reprise.resolve;

/**
 * One thing that was compared: what ({@code title}, {@code credit}, {@code length} ...), which way it speaks, what was
 * told at home, what the authority says, and in words how they differ; texts may be empty.
 */
public record Evidence(String aspect, Speaks speaks, String told, String found, String words) {
    /** Which way it speaks. */
    public enum Speaks {
        FOR,
        AGAINST,
        NEITHER
    }
}
