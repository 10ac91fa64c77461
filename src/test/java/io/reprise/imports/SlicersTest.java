package io.reprise.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SlicersTest {
    private static final int BUFFER = 64 * 1024;
    private static final String BOM = "\uFEFF";

    /** A stream that fails after its bytes, as one of a truncated zip does. */
    private static InputStream cut(String text) {
        return new SequenceInputStream(Found.stream(text), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Unexpected end of ZLIB input stream");
            }
        });
    }

    private static Found json(String path, String text) {
        return json(path, Found.stream(text), BUFFER);
    }

    private static Found json(String path, InputStream in, int buffer) {
        Found found = new Found();
        JsonSlicer.each(in, buffer, path, found, found::take);
        return found;
    }

    private static Found csv(String text) {
        return csv(Found.stream(text), BUFFER);
    }

    private static Found csv(InputStream in, int buffer) {
        Found found = new Found();
        CsvSlicer.each(in, buffer, found, found::take);
        return found;
    }

    private static Found lines(String text) {
        return lines(Found.stream(text), BUFFER);
    }

    private static Found lines(InputStream in, int buffer) {
        Found found = new Found();
        LineSlicer.each(in, buffer, found, found::take);
        return found;
    }

    @Nested
    final class Json {
        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5, 7, 16, 61, 4096})
        void elements_are_the_exact_bytes_wherever_the_buffer_ends(int buffer) {
            String text = BOM + " [ {\"a\" : \"x]}\\\"[\\\\\" } ,{\"b\":[1,{\"c\":null}]}\n,\t7 , \"text\", [] ] ";
            Found found = json("[]", Found.stream(text), buffer);

            assertThat(found.elements)
                    .containsExactly("{\"a\" : \"x]}\\\"[\\\\\" }", "{\"b\":[1,{\"c\":null}]}", "7", "\"text\"", "[]");
            assertThat(found.refusals).isEmpty();
            assertThat(found.places.getFirst()).isEqualTo("file, byte 6");
        }

        @Test
        void a_path_leads_through_members_and_arrays_and_passes_over_the_rest() {
            String text = "{\"x\":{\"rows\":[0]},\"y\":[[\"rows\"]],\"rows\":[1,2],\"z\":3}{\"rows\":[4]}";

            assertThat(json("rows[]", text).elements).containsExactly("1", "2", "4");
            assertThat(json("[].track[]", "[{\"track\":[1,2]},{\"track\":{\"a\":3}},{},{\"other\":[4]}]").elements)
                    .containsExactly("1", "2", "{\"a\":3}");
        }

        @Test
        void a_cut_keeps_the_whole_elements_before_it_and_is_refused_once_with_its_place() {
            assertThat(json("[]", "[{\"a\":1},{\"b\":2},{\"c\":").elements).containsExactly("{\"a\":1}", "{\"b\":2}");
            assertThat(json("[]", "[{\"a\":1},{\"b\":2},{\"c\":").refusals)
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("byte 22");
            assertThat(json("[]", "[{\"a\":1},").refusals).hasSize(1);
            assertThat(json("[]", "[{\"a\":\"unclosed},{\"b\":2}]").refusals).hasSize(1);
            assertThat(json("[]", cut("[{\"a\":1},{\"b\""), BUFFER).refusals)
                    .singleElement()
                    .asString()
                    .contains("ZLIB");
        }

        @Test
        void garbage_between_elements_is_refused_and_passed_over() {
            Found found = json("[]", "[{\"a\":1}\0\0\0,{\"b\":2} xyz {\"c\":3}]\0\0\0");

            assertThat(found.elements).containsExactly("{\"a\":1}", "{\"b\":2}", "{\"c\":3}");
            assertThat(found.refusals).hasSize(3);
        }

        @Test
        void an_element_that_is_too_large_is_refused_and_the_next_is_read() {
            String huge = "{\"a\":\"" + "x".repeat(JsonSlicer.ELEMENT_BYTES_MAX) + "\"}";
            Found found = json("[]", "[1," + huge + ",2," + huge + "]");

            assertThat(found.elements).containsExactly("1", "2");
            assertThat(found.refusals).hasSize(2).allMatch(refusal -> refusal.contains("longer"));
        }

        @Test
        void nesting_however_deep_is_one_element() {
            String deep = "[".repeat(200_000) + "]".repeat(200_000);

            assertThat(json("[]", "[" + deep + ",1]").elements).containsExactly(deep, "1");
            assertThat(json("[]", "[".repeat(500_000)).refusals).hasSize(1);
        }
    }

    @Nested
    final class Lines {
        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 5, 8, 4096})
        void lines_are_the_exact_bytes_without_their_ends(int buffer) {
            Found found = lines(Found.stream(BOM + "{a}\r\n\n  \n{b}\nlast"), buffer);

            assertThat(found.elements.getLast()).isEqualTo("last");
            assertThat(found.elements).contains("{b}");
            assertThat(found.places).contains("file, line 4", "file, line 5");
        }

        @Test
        void a_line_that_is_too_large_is_refused_and_the_next_is_read() {
            Found found = lines("a\n" + "x".repeat(3 * LineSlicer.LINE_BYTES_MAX) + "\nb\n");

            assertThat(found.elements).containsExactly("a", "b");
            assertThat(found.refusals)
                    .singleElement()
                    .asString()
                    .contains("line 2")
                    .contains("longer");
        }

        @Test
        void a_line_longer_than_the_buffer_is_read_whole() {
            String line = "y".repeat(200_000);

            assertThat(lines("a\n" + line + "\nb").elements).containsExactly("a", line, "b");
        }

        @Test
        void the_line_in_which_a_stream_breaks_off_is_refused() {
            Found found = lines(cut("a\nb\nhalf"), BUFFER);

            assertThat(found.elements).containsExactly("a", "b");
            assertThat(found.refusals)
                    .singleElement()
                    .asString()
                    .contains("line 3")
                    .contains("cut off");
        }
    }

    @Nested
    final class Csv {
        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 5, 8, 4096})
        void records_keep_their_quotes_and_line_feeds(int buffer) {
            String text = "a,b\r\n1,\"x\ny, \"\"z\"\"\"\r\n\r\n2,=\"0\n1\"\n3,in\"side";
            Found found = csv(Found.stream(text), buffer);

            assertThat(found.elements).containsExactly("a,b", "1,\"x\ny, \"\"z\"\"\"", "2,=\"0\n1\"", "3,in\"side");
            assertThat(found.places).containsExactly("file, line 1", "file, line 2", "file, line 5", "file, line 7");
            assertThat(found.refusals).isEmpty();
        }

        @Test
        void a_quote_that_is_never_closed_costs_its_own_row_only() {
            Found found = csv("a,b\n1,\"open\n2,ok\n3,ok\n");

            assertThat(found.elements).containsExactly("a,b", "2,ok", "3,ok");
            assertThat(found.refusals)
                    .singleElement()
                    .asString()
                    .contains("line 2")
                    .contains("not closed");
        }

        @Test
        void rows_full_of_unclosed_quotes_come_to_an_end() {
            Found found = csv("a,b\n" + "1,\"open\n2,ok\n".repeat(301));

            assertThat(found.refusals).isNotEmpty().hasSizeLessThan(110);
        }

        @Test
        void a_record_that_is_too_large_is_refused_and_the_next_is_read() {
            Found found = csv("a\n" + "x".repeat(3 * CsvSlicer.RECORD_BYTES_MAX) + "\nb\n");

            assertThat(found.elements).containsExactly("a", "b");
            assertThat(found.refusals).singleElement().asString().contains("longer");
        }

        @Test
        void fields_are_read_leniently() {
            assertThat(io.reprise.imports.Csv.fields("a,\"b \"\"c\"\", d\",=\"012\",,e\"f,\"g\"h,", ','))
                    .containsExactly("a", "b \"c\", d", "012", "", "e\"f", "gh", "");
        }
    }

    @Test
    void members_are_taken_out_and_every_other_byte_stays() {
        assertThat(without("{\"ip\":1, \"a\" : {\"ip\":2} ,\"ip\":\"x,}\" }")).isEqualTo("{\"a\" : {\"ip\":2} }");
        assertThat(without("{ \"a\":1 }")).isEqualTo("{ \"a\":1 }");
        assertThat(without("{\"ip\":null}")).isEqualTo("{}");
        assertThat(without("{\"a\":[1],\"ip\":[{}],\"name\":-2.5e3,\"b\":true}"))
                .isEqualTo("{\"a\":[1],\"b\":true}");
        assertThat(JsonMembers.without("[1]".getBytes(StandardCharsets.UTF_8), java.util.Set.of("ip")))
                .isEmpty();
        assertThat(JsonMembers.without("{\"ip\":".getBytes(StandardCharsets.UTF_8), java.util.Set.of("ip")))
                .isEmpty();
        assertThat(JsonMembers.without("{\"ip\":1} x".getBytes(StandardCharsets.UTF_8), java.util.Set.of("ip")))
                .isEmpty();
    }

    private static String without(String json) {
        byte[] kept = JsonMembers.without(json.getBytes(StandardCharsets.UTF_8), java.util.Set.of("ip", "name"))
                .orElseThrow();
        return new String(kept, StandardCharsets.UTF_8);
    }

    @Test
    void a_stream_of_nothing_has_no_rows_and_no_faults() {
        InputStream none = new ByteArrayInputStream(new byte[0]);

        assertThat(json("[]", "").refusals).isEmpty();
        assertThat(lines(none, 1).refusals).isEmpty();
        assertThat(csv("").refusals).isEmpty();
    }
}
