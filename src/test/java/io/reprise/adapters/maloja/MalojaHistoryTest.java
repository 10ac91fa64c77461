package io.reprise.adapters.maloja;

import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.http.OtherParty.Asked;
import io.reprise.http.OtherParty.Reply;
import io.reprise.imports.FaultyParty;
import io.reprise.imports.FaultyParty.Heard;
import io.reprise.imports.PullLaw;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class MalojaHistoryTest {
    /** The server's days begin at its own midnight, which it does not tell. */
    private static Reply answer(Asked asked, Map<String, String> query, List<Heard> all, int hoursAhead) {
        List<Heard> found = FaultyParty.between(
                all,
                day(query.getOrDefault("from", ""), hoursAhead),
                day(query.getOrDefault("to", ""), hoursAhead) + 86_399);
        assertThat(query).containsEntry("key", "client:key");
        if (asked.address().getPath().endsWith("/numscrobbles")) {
            return Reply.of(200, "{\"status\":\"ok\",\"amount\":" + found.size() + "}");
        }
        int rows = Integer.parseInt(query.get("perpage"));
        return Reply.of(
                200,
                "{\"status\":\"ok\",\"list\":["
                        + FaultyParty.part(found, 0, rows).stream()
                                .map(MalojaHistoryTest::json)
                                .collect(Collectors.joining(","))
                        + "]}");
    }

    private static long day(String text, int hoursAhead) {
        return LocalDate.parse(text.replace('/', '-')).toEpochDay() * 86_400 - hoursAhead * 3_600L;
    }

    private static String json(Heard heard) {
        return "{\"time\":" + heard.second() + ",\"track\":{\"artists\":[\"A\"],\"title\":\"" + heard.title()
                + "\",\"album\":null,\"length\":null},\"duration\":null,\"origin\":\"client:x\"}";
    }

    @ParameterizedTest
    @CsvSource({"1,0", "2,14", "3,-12"})
    void however_it_is_cut_and_wherever_its_days_begin_the_history_is_the_same(long seed, int hoursAhead) {
        new PullLaw(seed, true)
                .holds(
                        (asked, query, all) -> answer(asked, query, all, hoursAhead),
                        (client, pageRows) -> new MalojaHistory(client, new MalojaFormat(), pageRows),
                        new MalojaFormat());
    }
}
