package io.reprise.job;

/** Names a job: letters, digits and hyphens, not guessable. */
public record JobId(String value) {
    private static final int CHARS_MAX = 64;

    public JobId {
        if (value.isEmpty() || value.length() > CHARS_MAX || !value.chars().allMatch(JobId::fits)) {
            throw new IllegalArgumentException("a job's id is up to 64 letters, digits and hyphens, not: " + value);
        }
    }

    private static boolean fits(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    }

    @Override
    public String toString() {
        return value;
    }
}
