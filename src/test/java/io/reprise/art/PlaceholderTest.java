package io.reprise.art;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PlaceholderTest {
    private static String svg(Placeholder placeholder) {
        return new String(placeholder.svg(), StandardCharsets.UTF_8);
    }

    @Test
    void the_same_name_is_drawn_the_same_always() {
        assertThat(svg(Placeholder.person("Nils Frahm"))).isEqualTo("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" role="img">\
                <defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1">\
                <stop offset="0" stop-color="hsl(240,46%,46%)"/><stop offset="1" stop-color="hsl(278,50%,30%)"/>\
                </linearGradient></defs><rect width="100" height="100" rx="50" fill="url(#g)"/>\
                <text x="50" y="50" dy=".36em" text-anchor="middle" fill="#fff" font-size="32" font-weight="600" \
                font-family="Georgia,serif">NF</text></svg>
                """);
    }

    @Test
    void names_of_every_script_and_of_none_have_initials() {
        assertThat(Placeholder.work("坂本 龍一", "").initials()).isEqualTo("坂");
        assertThat(Placeholder.work("مرحبا", "").initials()).hasSize(1);
        assertThat(Placeholder.work("...", "").initials()).isEqualTo("·");
        assertThat(Placeholder.work("Éric Satie & Co", "").initials()).isEqualTo("ÉS");
        assertThat(Placeholder.work("a", "").hue()).isBetween(0, Placeholder.HUES - 1);
    }

    @Test
    void a_song_has_the_colour_of_its_album_and_works_have_corners() {
        Placeholder album = Placeholder.work("Spaces", "");
        assertThat(Placeholder.work("Says", "Spaces").hue()).isEqualTo(album.hue());
        assertThat(svg(album)).contains("rx=\"8\"");
    }
}
