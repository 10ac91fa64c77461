package io.reprise.adapters.musicbrainz;

import io.reprise.resolve.Question;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is written into the {@code query} of a search, in Lucene's language, with nothing told taken for syntax. */
final class LuceneQuery {
    private static final int CREATORS_MAX = 3;
    private static final int WORDS_MAX = 12;
    private static final int PHRASE_CHARS_MAX = 400;
    private static final int TYPO_IN_CHARS_MIN = 4;
    private static final int TWO_TYPOS_IN_CHARS_MIN = 8;
    private static final int LENGTH_TOLERANCE_MILLIS = 7_000;
    private static final long MILLIS = 1_000;

    private LuceneQuery() {}

    /** The title and each creator as they are; release and length only move what agrees forward. */
    static String exact(Question question) {
        StringBuilder query = new StringBuilder("+recording:").append(phrase(question.title()));
        for (String creator : creators(question)) {
            query.append(" +artist:").append(phrase(creator));
        }
        if (!question.container().isBlank()) {
            query.append(creators(question).isEmpty() ? " +release:" : " release:")
                    .append(phrase(question.container()));
        }
        Integer seconds = question.seconds();
        if (seconds != null && seconds > 0) {
            long millis = seconds * MILLIS;
            query.append(" dur:[")
                    .append(Math.max(0, millis - LENGTH_TOLERANCE_MILLIS))
                    .append(" TO ")
                    .append(millis + LENGTH_TOLERANCE_MILLIS)
                    .append(']');
        }
        return query.toString();
    }

    /** Any of the words of title and credit, with a typo or two; empty where there are no words. */
    static String loose(Question question) {
        String title = words(question.title());
        String artist = words(String.join(" ", creators(question)));
        return title.isEmpty() || artist.isEmpty() ? "" : "+recording:(" + title + ") +artist:(" + artist + ")";
    }

    /** Any of these values, which are ids and so need no care. */
    static String anyOf(String field, List<String> values) {
        return field + ":(" + String.join(" OR ", values) + ")";
    }

    private static List<String> creators(Question question) {
        List<String> told = question.creators().isEmpty() ? List.of(question.credit()) : question.creators();
        return told.stream().filter(name -> !name.isBlank()).limit(CREATORS_MAX).toList();
    }

    /** Between quotation marks only the mark itself and the backslash mean something. */
    static String phrase(String text) {
        String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
        String bounded = plain.length() <= PHRASE_CHARS_MAX ? plain : plain.substring(0, PHRASE_CHARS_MAX);
        return '"' + bounded.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** In lower case, so that AND, OR and NOT are words as well. */
    private static String words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(WORDS_MAX)
                .map(LuceneQuery::forgiving)
                .collect(Collectors.joining(" "));
    }

    private static String forgiving(String word) {
        if (word.length() < TYPO_IN_CHARS_MIN) {
            return word;
        }
        return word + (word.length() < TWO_TYPOS_IN_CHARS_MIN ? "~1" : "~2");
    }
}
