package io.reprise.resolve;

/**
 * Slips of the pen: how many letters have to be added, dropped, changed or swapped with their neighbour to make one
 * text of the other (optimal string alignment), up to a bound that grows with the length.
 */
final class Typo {
    private Typo() {}

    /**
     * The slips that are forgiven in a text of so many letters: none below four, one below eight, two below sixteen.
     */
    static int forgiven(int letters) {
        if (letters < 4) {
            return 0;
        }
        return letters < 8 ? 1 : letters < 16 ? 2 : 3;
    }

    /** The distance, or {@code bound + 1} where it is greater than the bound. */
    static int distance(String a, String b, int bound) {
        if (Math.abs(a.length() - b.length()) > bound) {
            return bound + 1;
        }
        int[] before = new int[b.length() + 1];
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            if (fill(a, b, i, before, above, row) > bound) {
                return bound + 1;
            }
            int[] oldest = before;
            before = above;
            above = row;
            row = oldest;
        }
        return Math.min(above[b.length()], bound + 1);
    }

    private static int fill(String a, String b, int i, int[] before, int[] above, int[] row) {
        row[0] = i;
        int least = i;
        char c = a.charAt(i - 1);
        for (int j = 1; j <= b.length(); j++) {
            char d = b.charAt(j - 1);
            int cost = Math.min(Math.min(above[j], row[j - 1]) + 1, above[j - 1] + (c == d ? 0 : 1));
            if (i > 1 && j > 1 && c == b.charAt(j - 2) && d == a.charAt(i - 2)) {
                cost = Math.min(cost, before[j - 2] + 1);
            }
            row[j] = cost;
            least = Math.min(least, cost);
        }
        return least;
    }
}
