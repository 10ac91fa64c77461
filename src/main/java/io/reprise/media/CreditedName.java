package io.reprise.media;

/**
 * One creator as an item credits it: the name as told, the phrase that joins it to the next one ({@code " feat. "},
 * empty at the end) and the role ({@code artist}, {@code author}, {@code director}, {@code channel} ...).
 */
public record CreditedName(String name, String join, String role) {
    public CreditedName {
        name = name.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a credited name is not blank");
        }
    }

    /** The folded text by which the creator of this name is found again. */
    public static String identity(String name) {
        return "creator\u001f" + Fold.fold(name);
    }
}
