package io.reprise.playlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.reprise.media.MediaKind;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DefinitionTest {
    private static Fault fault(String text) {
        return catchThrowableOfType(Fault.class, () -> Definition.ofText(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"all\":[{\"is\":{\"genr\":\"x\"}}]} | all[0].is.genr | did you mean genre",
                "{\"all\":[{\"is\":{\"title\":\"x\"}},{\"any\":[{\"iss\":{\"title\":\"x\"}}]}]}"
                        + " | all[1].any[0].iss | did you mean is",
                "{\"all\":[{\"gt\":{\"playcount\":\"many\"}}]} | all[0].gt.playcount | a number",
                "{\"all\":[{\"inTheRange\":{\"artist\":[\"a\",\"b\"]}}]} | all[0].inTheRange.artist | isNot",
                "{\"all\":[{\"inTheRange\":{\"year\":[1980]}}]} | all[0].inTheRange.year | [from, to]",
                "{\"all\":[{\"inTheLast\":{\"lastplayed\":\"soon\"}}]} | all[0].inTheLast.lastplayed | 30d",
                "{\"all\":[{\"is\":{\"title\":\"a\",\"album\":\"b\"}}]} | all[0].is | {\"is\": {field: value}}",
                "{\"all\":[],\"any\":[]} | any | all or any",
                "{} | $ | all or any",
                "[] | $ | {\"all\"",
                "{\"all\":[{\"before\":{\"lastplayed\":\"2024-13-01\"}}]} | all[0].before.lastplayed | 2024-05-01",
                "{\"all\":[{\"matches\":{\"title\":\"(\"}}]} | all[0].matches.title | RE2",
                "{\"all\":[{\"count\":{\"event\":\"complete\"}}]} | all[0].count | gte",
                "{\"all\":[{\"count\":{\"gte\":1,\"withn\":3}}]} | all[0].count.withn | within",
                "{\"all\":[],\"kind\":[\"sogn\"]} | kind[0] | did you mean song",
                "{\"all\":[],\"sort\":\"rateing\"} | sort | did you mean rating",
                "{\"all\":[],\"order\":\"up\"} | order | asc or desc",
                "{\"all\":[],\"limitBy\":{\"megabytes\":3}} | limitBy | duration",
                "{\"all\":[],\"perGroup\":{\"field\":\"title\",\"max\":2}} | perGroup.field | artist",
                "{\"all\":[{\"weekday\":{\"lastplayed\":\"someday\"}}]} | all[0].weekday.lastplayed | mon",
                "{\"all\":[ | line 1, column 9 | JSON",
                "artst:x | character 1 | did you mean artist",
                "title:a playcount:many | character 9 | a number",
                "( title:a | character 10 | )",
                "title:\"a | character 1 | \"",
            })
    void a_fault_says_where_it_is_and_what_would_be_read(String text, String where, String expected) {
        Fault fault = fault(text);
        assertThat(fault).as(text).isNotNull();
        assertThat(fault.where()).isEqualTo(where.strip());
        assertThat(fault.expected() + " " + fault.detail()).contains(expected.strip());
    }

    @Test
    void names_stand_in_any_case_and_what_means_nothing_is_passed_over_with_a_note() {
        Definition definition = Definition.read("""
                // the songs of the road
                {"Name": "Road", "ALL": [{"INTHELAST": {"LastPlayed": "30"}}], "Limit": 5, "limt": 3, "id": "x"}
                """);
        assertThat(definition.words().name()).isEqualTo("Road");
        assertThat(definition.bounds().limit()).isEqualTo(5);
        assertThat(definition.words().passedOver()).containsExactly("limt (did you mean limit?)", "id");
        assertThat(definition.json()).contains("inTheLast").contains("\"lastplayed\" : 30");
    }

    @Test
    void an_order_of_desc_turns_each_key() {
        Definition definition = Definition.read("{\"all\":[],\"sort\":\"-rating, +title\",\"order\":\"desc\"}");
        assertThat(definition.line()).contains("sort:rating,-title");
    }

    @Test
    void the_line_of_the_manual_says_what_the_json_of_the_manual_says() {
        Definition line = Definition.ofLine(
                "kind:song score:80.. lastplayed:..-180d ^genre:=Holiday count(complete,730d):5.. sort:random limit:50"
                        + " max:3h per:artist=2");
        Definition json = Definition.read("""
                {"kind":["song"], "all":[{"gte":{"score":80}},{"notInTheLast":{"lastplayed":"180d"}},
                 {"isNot":{"genre":"Holiday"}},{"count":{"event":"complete","within":"730d","gte":5}}],
                 "sort":"random","limit":50,"limitBy":{"duration":"3h"},"perGroup":{"field":"artist","max":2}}
                """);
        assertThat(line).isEqualTo(json);
        assertThat(line.kinds()).containsExactly(MediaKind.SONG);
        assertThat(Definition.ofLine(json.line().orElseThrow())).isEqualTo(json);
        assertThat(line.sentence())
                .isEqualTo(
                        "Songs where score is at least 80 and last played is not in the last 180 days and genre is not"
                                + " Holiday and complete plays in the last 730 days is at least 5, shuffled, at most 2"
                                + " of each artist, at most 50, for 3 hours.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "title:\"two words\" , ( artist:a ^album:b )",
                "endsWith(title):\"a, (b) \\\"c\\\"\"",
                "title::\"^a b$\" ^( playcount:2..5 year:1999 )",
                "in(genre):rock,jazz weekday(played):sat,sun hour(lastplayed):22..4 onThisDay(firstplayed):true",
                "has:genre ^has:rating loved:true list:abc ^list:def lastplayed:-30d.. firstplayed:2020..2021-05",
            })
    void a_line_is_written_as_it_was_read(String line) {
        Definition definition = Definition.ofLine(line.strip());
        assertThat(Definition.ofLine(definition.line().orElseThrow())).isEqualTo(definition);
        assertThat(Definition.read(definition.json())).isEqualTo(definition);
    }

    @Test
    void a_bare_word_is_looked_for_in_title_artist_and_album() {
        assertThat(Definition.ofLine("cave").json())
                .contains("\"contains\" : {\n        \"title\" : \"cave\"")
                .contains("artist")
                .contains("album");
    }

    @Test
    void groups_and_rules_have_bounds() {
        assertThat(fault("{\"all\":[" + "{\"all\":[".repeat(25) + "]}".repeat(25) + "]}"))
                .isNotNull();
        assertThat(fault("( ".repeat(30) + "title:a" + " )".repeat(30))).isNotNull();
        assertThat(fault("title:a ".repeat(600)).detail()).contains("too many");
        assertThat(fault("x".repeat(20_000)).detail()).contains("too long");
    }
}
