package io.reprise.adapters.koito;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.http.OtherParty.Asked;
import io.reprise.http.OtherParty.Reply;
import io.reprise.imports.FaultyParty;
import io.reprise.imports.FaultyParty.Heard;
import io.reprise.imports.PullLaw;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class KoitoHistoryTest {
    private static Reply answer(Asked asked, Map<String, String> query, List<Heard> all) {
        assertThat(asked.authorization()).isEqualTo("Token client:key");
        assertThat(query.get("from"))
                .as("without it Koito tells the last day alone")
                .isNotEqualTo("0");
        List<Heard> found =
                FaultyParty.between(all, Long.parseLong(query.get("from")), Long.parseLong(query.get("to")));
        int rows = Integer.parseInt(query.get("limit"));
        long page = Long.parseLong(query.get("page"));
        return Reply.of(
                200,
                "{\"items\":["
                        + FaultyParty.part(found, page - 1, rows).stream()
                                .map(KoitoHistoryTest::json)
                                .collect(Collectors.joining(","))
                        + "],\"total_record_count\":" + found.size() + ",\"items_per_page\":" + rows
                        + ",\"has_next_page\":" + (page * rows < found.size()) + ",\"current_page\":" + page + "}");
    }

    private static String json(Heard heard) {
        return "{\"time\":\"" + Instant.ofEpochSecond(heard.second()) + "\",\"track\":{\"id\":"
                + heard.title().replace("Song ", "") + ",\"title\":\"" + heard.title()
                + "\",\"artists\":[{\"id\":1,\"name\":\"A\"},{\"id\":2,\"name\":\"B\"}]}}";
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 6})
    void however_it_is_cut_the_history_is_the_same(long seed) {
        new PullLaw(seed, false)
                .holds(
                        KoitoHistoryTest::answer,
                        (client, pageRows) -> new KoitoHistory(client, new KoitoListenFormat(), pageRows),
                        new KoitoListenFormat());
    }
}
