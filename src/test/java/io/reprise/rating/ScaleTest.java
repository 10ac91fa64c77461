package io.reprise.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ScaleTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-9);

    @Test
    void what_is_given_on_any_scale_comes_back_the_same_from_inside() {
        List<Scale> scales = new java.util.ArrayList<>(Scale.CHOICES);
        scales.add(Scale.QUARTER_STARS);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            int steps = 1 + random.nextInt(100);
            double step = (1 + random.nextInt(8)) / 4.0;
            scales.add(new Scale("of " + steps, step * random.nextInt(steps), step * steps, step));
        }
        for (Scale scale : scales) {
            for (int i = 0; scale.least() + i * scale.step() <= scale.most() + 1e-9; i++) {
                double told = Math.min(scale.most(), Math.round((scale.least() + i * scale.step()) * 1000) / 1000.0);
                Score inside = scale.score(told);
                assertThat(scale.of(inside.value()))
                        .as(scale + ", seed " + seed)
                        .isEqualTo(told, EXACT);
                assertThat(scale.of(inside)).isEqualTo(told, EXACT);
            }
        }
    }

    @Test
    void the_same_share_is_the_same_score_whatever_the_least_may_be() {
        assertThat(Scale.STARS.score(4).value()).isEqualTo(80);
        assertThat(Scale.HALF_STARS.score(4).value()).isEqualTo(80);
        assertThat(Scale.TEN.score(8).value()).isEqualTo(80);
        assertThat(Scale.TENTHS.score(8).value()).isEqualTo(80);
        assertThat(Score.of(4, 0, 5).value()).isEqualTo(80);
        assertThat(Scale.THUMBS.score(1).value()).isEqualTo(100);
        assertThat(Scale.THUMBS.score(-1).value()).isZero();
        assertThat(Score.of(0, -1, 1).value()).isEqualTo(50);
    }

    @Test
    void a_score_is_shown_on_the_nearest_step_of_another_scale() {
        Score score = Score.of(87, 0, 100);
        assertThat(Scale.HALF_STARS.text(score)).isEqualTo("4.5/5");
        assertThat(Scale.STARS.text(score)).isEqualTo("4/5");
        assertThat(Scale.TEN.text(score)).isEqualTo("9/10");
        assertThat(Scale.TENTHS.text(score)).isEqualTo("8.7/10");
        assertThat(Scale.HUNDRED.text(score)).isEqualTo("87/100");
        assertThat(Scale.THUMBS.text(score)).isEqualTo("up");
        assertThat(Scale.STARS.of(0)).as("no scale shows less than its least").isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "4.5/5, 90",
        "'4,5/5', 90",
        "8/10, 80",
        "8 of 10, 80",
        "85%, 85",
        "★★★★½, 90",
        "★★★☆☆, 60",
        "***, 60",
        "love, 100",
        "Hate, 0",
        "♥, 100",
        "4, 80",
        "0/10, 0"
    })
    void people_type_ratings_as_they_like(String text, int value) {
        assertThat(Scale.HALF_STARS.read(text).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "good", "6/5", "7", "-1", "5/0", "101%", "1e3/1e4", "★★★★★★", "4.5/5 and more"})
    void what_is_no_rating_is_refused_in_words(String text) {
        assertThatThrownBy(() -> Scale.HALF_STARS.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s).*(expected|lies on its scale|greater one).*");
    }
}
