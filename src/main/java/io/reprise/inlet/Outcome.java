package io.reprise.inlet;

/**
 * What became of a call: the word for it ({@code stored}, {@code known}, {@code playing}, {@code rated}, {@code left
 * out}, {@code quarantined}, {@code refused}, {@code turned away}, {@code asked}), a sentence for people, and the
 * answer.
 */
record Outcome(String word, String sentence, Reply reply, int stored) {
    private static final int CHARS_MAX = 300;

    Outcome {
        String clean = sentence.replaceAll("\\p{Cntrl}", " ");
        sentence = clean.length() <= CHARS_MAX ? clean : clean.substring(0, CHARS_MAX) + "...";
    }

    String line() {
        return sentence.isEmpty() ? word : word + ": " + sentence;
    }

    boolean isLeftOut() {
        return word.equals("left out");
    }

    boolean isRefused() {
        return word.equals("quarantined") || word.equals("refused") || word.equals("turned away");
    }
}
