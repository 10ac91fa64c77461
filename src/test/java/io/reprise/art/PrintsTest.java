package io.reprise.art;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of pictures, and what no picture is made of. */
@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PrintsTest {
    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif"})
    void a_picture_is_printed_in_every_smaller_size_and_whole(String format) {
        Prints prints = Prints.of(Drawn.picture(format, 600, 300, 0x336699));

        assertThat(prints.jpegs())
                .containsOnlyKeys(PictureSize.SMALL, PictureSize.MEDIUM, PictureSize.LARGE, PictureSize.FULL);
        prints.jpegs().forEach((size, jpeg) -> {
            BufferedImage print = Drawn.read(jpeg);
            assertThat(print.getWidth()).isEqualTo(Math.min(600, size.side()));
            assertThat(print.getHeight()).isEqualTo(print.getWidth() / 2);
            assertThat(far(print.getRGB(5, 5), 0x336699)).isLessThan(12);
        });
    }

    private static int far(int one, int other) {
        int far = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            far = Math.max(far, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
        }
        return far;
    }

    @Test
    void a_small_picture_is_never_enlarged_and_a_large_one_is_kept_at_a_thousand() {
        assertThat(Prints.of(Drawn.jpeg(60, 0)).jpegs()).containsOnlyKeys(PictureSize.FULL);
        BufferedImage large = Drawn.read(
                Prints.of(Drawn.picture("png", 4_000, 2_600, 0xff0000)).whole());
        assertThat(large.getWidth()).isEqualTo(1_000);
        assertThat(large.getHeight()).isEqualTo(650);
    }

    @ParameterizedTest
    @CsvSource({"1,left", "2,right", "3,right", "4,left", "5,top", "6,top", "7,bottom", "8,bottom", "9,left", "0,left"})
    void a_photograph_stands_upright_however_the_camera_was_held(int orientation, String red) {
        for (boolean little : new boolean[] {true, false}) {
            BufferedImage print =
                    Drawn.read(Prints.of(Drawn.held(orientation, little)).whole());
            boolean isLying = orientation >= 5 && orientation <= 8;
            assertThat(print.getWidth()).isEqualTo(isLying ? 40 : 80);
            int x = red.equals("left") ? 10 : red.equals("right") ? 70 : 20;
            int y = red.equals("top") ? 10 : red.equals("bottom") ? 70 : 20;
            assertThat(far(print.getRGB(x, y), 0xff0000)).isLessThan(12);
        }
    }

    @Test
    void a_line_of_pixels_keeps_one_of_them_at_least() {
        assertThat(Prints.of(Drawn.picture("png", 3_000, 1, 0xffffff)).jpegs()).hasSize(4);
    }

    @Test
    void what_is_transparent_is_laid_on_white() {
        assertThat(far(Drawn.read(Prints.of(Drawn.clear(100)).whole()).getRGB(50, 50), 0xffffff))
                .isLessThan(4);
    }

    @Test
    void a_picture_that_says_it_is_huge_is_refused_before_it_is_unpacked() {
        assertThatThrownBy(() -> Prints.of(Drawn.bomb(60_000, 60_000)))
                .isInstanceOf(UnusablePicture.class)
                .hasMessageContaining("60000 x 60000");
        assertThatThrownBy(() -> Prints.of(Drawn.bomb(1, 30_000))).isInstanceOf(UnusablePicture.class);
    }

    @Test
    void what_is_no_picture_is_told_by_its_first_bytes() {
        for (String text : new String[] {"<html><body>Sign in</body></html>", "<svg xmlns='x'/>", "RIFFxxxxWEBP", ""}) {
            assertThatThrownBy(() -> Prints.of(text.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(UnusablePicture.class)
                    .hasMessageContaining("Expected a JPEG, PNG or GIF");
        }
    }

    @Test
    void damaged_pictures_end_in_a_sentence_whatever_was_damaged() {
        Random random = new Random(7);
        for (String format : new String[] {"jpeg", "png", "gif"}) {
            byte[] whole = Drawn.picture(format, 90, 90, 0x123456);
            for (int i = 0; i < 150; i++) {
                byte[] bytes =
                        random.nextBoolean() ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
                for (int hit = 0; hit < 6 && bytes.length > 0; hit++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
                try {
                    assertThat(Prints.of(bytes).jpegs()).isNotEmpty();
                } catch (UnusablePicture e) {
                    assertThat(e.getMessage()).endsWith(".");
                }
            }
        }
    }

    @Test
    void half_a_jpeg_and_no_more_than_its_beginning_are_refused_or_shown_as_far_as_they_came() {
        byte[] whole = Drawn.picture("png", 90, 90, 0x123456);
        assertThatThrownBy(() -> Prints.of(Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOf(UnusablePicture.class);
    }
}
