package io.reprise.inlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PartsTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_part_is_its_bytes_exactly() {
        byte[] body = bytes(
                "--b\r\nContent-Disposition: form-data; name=\"thumb\"; filename=\"name=x\"\r\n\r\n\0\r\n\r\n--\r\n"
                        + "--b\r\ncontent-disposition: form-data; name=payload\r\n\r\n{\"a\": 1}\r\n--b--\r\n");
        var parts = Parts.of("multipart/form-data; boundary=\"b\"", body);
        assertThat(parts.get("payload")).isEqualTo(bytes("{\"a\": 1}"));
        assertThat(parts.get("thumb")).isEqualTo(bytes("\0\r\n\r\n--"));
    }

    @Test
    void a_broken_form_has_the_parts_that_can_be_found() {
        var cut = Parts.of(
                "multipart/form-data; boundary=b", bytes("--b\r\nContent-Disposition: x; name=\"p\"\r\n\r\n{"));
        assertThat(cut.get("p")).isEqualTo(bytes("{"));
        assertThat(Parts.of("multipart/form-data", bytes("--b\r\n"))).isEmpty();
        assertThat(Parts.of("multipart/form-data; boundary=b", bytes("--b"))).isEmpty();
        assertThat(Parts.of("", bytes("{}"))).isEmpty();
    }

    @Test
    void a_form_in_one_line_is_decoded_and_what_is_wrongly_encoded_stays() {
        var parts = Parts.of("application/x-www-form-urlencoded; charset=utf-8", bytes("payload=%7B%7D&q=%zz&&=x"));
        assertThat(parts.get("payload")).isEqualTo(bytes("{}"));
        assertThat(parts.get("q")).isEqualTo(bytes("%zz"));
    }
}
