package io.reprise.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class FileTextTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Test
    void what_is_utf_8_is_read_as_utf_8() {
        for (String text : new String[] {"", "Larm", "Lärm – Müller", "夜に駆ける", "\uFEFFtitle"}) {
            assertThat(FileText.of(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        }
    }

    @Test
    void what_cannot_be_utf_8_is_read_as_programs_wrote_before_it() {
        assertThat(FileText.of("Lärm – Müller, €".getBytes(WINDOWS))).isEqualTo("Lärm – Müller, €");
    }

    @Test
    void one_broken_letter_does_not_turn_the_others_into_nonsense() {
        byte[] whole = "夜に駆ける".getBytes(StandardCharsets.UTF_8);

        assertThat(FileText.of(Arrays.copyOf(whole, whole.length - 1))).isEqualTo("夜に駆け\uFFFD");
    }

    @Test
    void a_row_of_such_a_file_has_its_letters() throws Exception {
        byte[] payload = CsvRow.payload("Künstler,title".getBytes(WINDOWS), "Müller,Lärm".getBytes(WINDOWS));

        assertThat(CsvRow.of(payload, ',').needText("künstler")).isEqualTo("Müller");
        assertThat(CsvRow.of(payload, ',').needText("title")).isEqualTo("Lärm");
    }
}
