package io.reprise.relay;

/**
 * Something written beforehand for a target: in words for a person, as plain text and as HTML, and the same as a JSON
 * object for a program. It is stored with its place in the outbox, so that each try sends the same.
 */
public record Post(String title, String text, String html, String json) {
    private static final int CHARS_MAX = 200_000;

    public Post {
        if (title.length() + text.length() + html.length() + json.length() > CHARS_MAX) {
            throw new IllegalArgumentException("a post has at most " + CHARS_MAX + " characters");
        }
    }
}
