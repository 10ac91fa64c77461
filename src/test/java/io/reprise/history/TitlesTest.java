package io.reprise.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.history.Titles.Place;
import io.reprise.media.Fold;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TitlesTest {
    private static final int ROUNDS = 20_000;
    private static final List<String> LETTERS = List.of(
            "a", "B", "b", " ", "  ", "~", "\u007f", "ö", "Ö", "o\u0308", "\u3000", "ｗ", "日", "\uffee", "😀", "\t");

    @Test
    void titles_hold_what_their_texts_hold_and_come_in_the_order_of_their_texts() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Texts texts = new Texts(0);
            String given = round % 3 == 0 ? word(random) : null;
            String first = given == null ? word(random) : given;
            String second = word(random);
            texts.add(given == null ? first : "told");
            texts.add(second);
            Titles titles = new Titles(texts, item -> item == 0 ? given : null);
            String as = "seed " + seed + ": <" + first + "> <" + second + ">";
            byte[] sought = second.getBytes(StandardCharsets.UTF_8);
            assertThat(titles.text(0)).as(as).isEqualTo(first);
            assertThat(titles.holds(0, Place.ANYWHERE, sought)).as(as).isEqualTo(first.contains(second));
            assertThat(titles.holds(0, Place.START, sought)).as(as).isEqualTo(first.startsWith(second));
            assertThat(titles.holds(0, Place.END, sought)).as(as).isEqualTo(first.endsWith(second));
            assertThat(titles.holds(0, Place.WHOLE, sought)).as(as).isEqualTo(first.equals(second));
            int order = Long.compare(titles.beginning(0), titles.beginning(1));
            assertThat(order == 0 || order < 0 == first.compareTo(second) < 0)
                    .as(as)
                    .isTrue();
            assertThat(titles.beginning(0) == Titles.NO_BEGINNING).as(as).isEqualTo(first.isEmpty());
        }
    }

    @Test
    void texts_are_folded_as_one_by_one_and_only_what_was_added_since() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Texts texts = new Texts(0);
        Folded folded = new Folded();
        Texts before = folded.of(texts);
        for (int i = 0; i < ROUNDS; i++) {
            texts.add(word(random));
            Texts now = i % 1_000 == 0 ? folded.of(texts) : before;
            assertThat(before.size()).as("what was given out stays as it was").isLessThanOrEqualTo(i + 1);
            before = now;
        }
        Texts all = folded.of(texts);
        for (int i = 0; i < ROUNDS; i++) {
            assertThat(all.get(i)).as("seed " + seed).isEqualTo(Fold.fold(texts.get(i)));
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            word.append(LETTERS.get(random.nextInt(LETTERS.size())));
        }
        return word.toString();
    }
}
