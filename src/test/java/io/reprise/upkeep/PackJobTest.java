package io.reprise.upkeep;

import static io.reprise.laws.Library.ADA;
import static io.reprise.laws.Library.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.job.Job;
import io.reprise.job.JobState;
import io.reprise.job.Worker;
import io.reprise.laws.Library;
import io.reprise.scrobble.Packer;
import io.reprise.store.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PackJobTest {
    private static String line(int i) {
        return "title=Song " + i + ";artist=Artist " + i % 7 + ";length=200;at=2025-03-0" + (1 + i % 9)
                + "T10:00:00Z;id=" + i;
    }

    private static void live(Library library, int from, int to) {
        List<String> lines = new ArrayList<>();
        for (int i = from; i < to; i++) {
            lines.add(line(i));
        }
        library.live(ADA, "phone", lines.toArray(String[]::new));
    }

    private static Map<Long, String> payloads(Library library) {
        Map<Long, String> payloads = new TreeMap<>();
        library.database.read(tx -> {
            long last = library.log.last(tx, ADA);
            library.log
                    .payloads(tx, ADA, LongStream.rangeClosed(1, last).boxed().toList())
                    .forEach((number, bytes) ->
                            payloads.put(number, HexFormat.of().formatHex(bytes)));
            return last;
        });
        return payloads;
    }

    private static long rows(Library library) {
        return library.count("select count(*) from payload_row where user_id = :user", ADA);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void payloads_read_the_same_before_and_after_they_are_packed(Dialect dialect) throws Exception {
        BlockingQueue<Job> heard = new LinkedBlockingQueue<>();
        try (Library library = new Library(dialect)) {
            Packer packer = new Packer(library.database);
            try (Worker worker = new Worker(library.database, library.clock, List.of(new PackJob(packer)), 1)) {
                worker.watch(ADA, heard::add);
                Upkeep upkeep = new Upkeep(worker, packer);
                live(library, 0, 300);
                library.bulk(ADA, "diary", List.of(line(5000), line(5001)));
                live(library, 300, 1323);
                upkeep.packWhereDue(ADA, 1_024);
                upkeep.packWhereDue(BEN, 1_024);
                assertThat(worker.latest(ADA, 10))
                        .as("1023 in a run are not enough")
                        .isEmpty();
                live(library, 1323, 1324);
                Map<Long, String> before = payloads(library);
                List<String> readings = library.readings(ADA);

                upkeep.packWhereDue(ADA, 1_024);
                Job ended = heard.take();
                while (!ended.state().isFinal()) {
                    ended = heard.take();
                }

                assertThat(ended.state()).isEqualTo(new JobState.Done("1280 payloads were packed"));
                assertThat(rows(library)).isEqualTo(44);
                assertThat(library.count("select count(*) from payload_block where user_id = :user", ADA))
                        .isEqualTo(6);
                assertThat(payloads(library)).hasSize(1326).isEqualTo(before);
                assertThat(before.get(1L))
                        .isEqualTo(HexFormat.of().formatHex(line(0).getBytes(StandardCharsets.UTF_8)));
                library.aggregator.rebuild(ADA);
                assertThat(library.readings(ADA)).isEqualTo(readings);
                upkeep.packWhereDue(ADA, 1_024);
                assertThat(worker.latest(ADA, 10)).as("nothing is due any more").hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void packing_that_was_stopped_goes_on_where_it_was(Dialect dialect) {
        try (Library library = new Library(dialect)) {
            Packer packer = new Packer(library.database);
            live(library, 0, 2_400);
            Map<Long, String> before = payloads(library);

            Packer.Step first = packer.step(ADA, 1);
            assertThat(first).isEqualTo(new Packer.Step(2_049, 2_048));
            assertThat(payloads(library)).isEqualTo(before);

            assertThat(new Packer(library.database).step(ADA, 1)).isEqualTo(new Packer.Step(0, 256));
            assertThat(payloads(library)).isEqualTo(before);
            assertThat(rows(library)).isEqualTo(96);
        }
    }
}
