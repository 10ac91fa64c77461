package io.reprise.adapters.musicbrainz.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CsvRowsTest {
    private final BadLines bad = new BadLines("x.csv");

    private List<String> read(String text) throws IOException {
        CsvRows csv = new CsvRows(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), bad);
        List<String> rows = new ArrayList<>();
        rows.add(String.join("|", csv.header()));
        while (csv.next()) {
            rows.add(csv.text(0) + "|" + csv.text(1));
        }
        return rows;
    }

    @Test
    void quotes_commas_and_line_ends_inside_quotes_are_part_of_the_value() throws IOException {
        assertThat(read("a,b\n\"x,1\",\"say \"\"y\"\"\"\n\"two\nlines\",z\r\nend,\"\""))
                .containsExactly("a|b", "x,1|say \"y\"", "two\nlines|z", "end|");
        assertThat(bad.count()).isZero();
    }

    @Test
    void a_broken_line_costs_itself_only() throws IOException {
        assertThat(read("a,b\n1,2\n\"open,3\n4,5\nonly one\n6,7,8\n\"x\"y,9\n10,11\n"))
                .containsExactly("a|b", "1|2", "4|5", "10|11");
        assertThat(bad.first())
                .containsExactly(
                        "x.csv, line 3: something stands between a closing quote and the comma",
                        "x.csv, line 5: 2 columns were expected, not 1",
                        "x.csv, line 6: 2 columns were expected, not 3",
                        "x.csv, line 7: something stands between a closing quote and the comma");
    }

    @Test
    void a_quote_that_never_closes_costs_its_own_line_only() throws IOException {
        assertThat(read("a,b\n\"open,1\n2,3\n4,5\n")).containsExactly("a|b", "2|3", "4|5");
        assertThat(bad.first()).containsExactly("x.csv, line 2: a quote is not closed");
    }

    @Test
    void an_open_quote_that_another_one_closes_costs_its_own_line_only() throws IOException {
        assertThat(read("a,b\n\"open,1\n2,\"whole\"\n3,4\n")).containsExactly("a|b", "2|whole", "3|4");
        assertThat(bad.count()).isEqualTo(1);
    }

    @Test
    void a_row_longer_than_the_bound_is_passed_over() throws IOException {
        String tooLong = "x".repeat(3 * CsvRows.ROW_BYTES_MAX);
        assertThat(read("a,b\n1,2\n" + tooLong + ",3\n\"" + tooLong + "\",4\n5,6\n"))
                .containsExactly("a|b", "1|2", "5|6");
        assertThat(bad.count()).isEqualTo(2);
    }

    @Test
    void blank_lines_are_nothing() throws IOException {
        assertThat(read("a,b\n\n1,2\n\r\n3,4")).containsExactly("a|b", "1|2", "3|4");
        assertThat(bad.count()).isZero();
    }

    @Test
    void rows_are_whole_across_the_ends_of_the_buffer() throws IOException {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = 0; i < 200_000; i++) {
            text.append(i).append(",\"v").append(i).append("\n\"\n");
        }
        List<String> rows = read(text.toString());
        assertThat(rows).hasSize(200_001);
        assertThat(rows.getLast()).isEqualTo("199999|v199999\n");
    }
}
