package bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Two creators with 50,000 plays each among as many of others: merged over HTTP and taken back, over and over, with the
 * chart of creators after each. The yardstick is that chart without a decision before it.
 */
final class MergeBench {
    private static final int PLAYS_EACH = 50_000;
    private static final int ITEMS_EACH = 400;
    private static final int OTHERS = 2_000;
    private static final int ROUNDS = 25;
    private static final int WARM = 5;
    private static final int APART_SECONDS = 240;
    private static final long FIRST_PLAY = 1_400_000_000;
    private static final String CHART = "/api/charts/creators?limit=100";

    private MergeBench() {}

    static void run() throws Exception {
        Path listens = Bench.WORK.resolve("merge.jsonl");
        write(listens);
        Path folder = Bench.emptyFolder("merge");
        Map<String, String> imported = Child.run(ImportOnce.class, folder.toString(), listens.toString());
        String token = ChartBench.token(folder);
        double[][] took = new double[5][ROUNDS];
        try (Server server = Server.start(folder, List.of());
                Wire wire = new Wire(server.port())) {
            String before = wire.get(CHART, token).body();
            for (int round = -WARM; round < ROUNDS; round++) {
                double[] now = round(wire, token, before);
                for (int step = 0; step < now.length && round >= 0; step++) {
                    took[step][round] = now[step];
                }
            }
        }
        Bench.say(
                "%s plays; medians of %d: merge %.1f ms, its chart %.1f ms, undo %.1f ms, its chart %.1f ms; the"
                        + " chart with nothing before it %.1f ms; after each undo it was the same to the byte",
                imported.get("new"),
                ROUNDS,
                Bench.median(took[0]),
                Bench.median(took[1]),
                Bench.median(took[2]),
                Bench.median(took[3]),
                Bench.median(took[4]));
    }

    /** Milliseconds of the merge, the chart after it, the undo, the chart after that, and the same chart again. */
    private static double[] round(Wire wire, String token, String before) throws Exception {
        double[] took = new double[5];
        Wire.Answer[] answer = new Wire.Answer[1];
        took[0] = millis(
                () -> answer[0] = wire.post("/api/merge", token, "{\"kind\":\"creator\",\"from\":2,\"into\":1}"));
        String decision = answer[0].body().replaceFirst("(?s).*\"decision\"\\s*:\\s*(\\d+).*", "$1");
        took[1] = millis(() -> answer[0] = wire.get(CHART, token));
        if (answer[0].body().equals(before) || !answer[0].body().contains("\"plays\":" + 2 * PLAYS_EACH)) {
            throw new IllegalStateException("decision " + decision + " does not show in the chart");
        }
        took[2] = millis(() -> answer[0] = wire.post("/api/decisions/" + decision + "/undo", token, "{}"));
        took[3] = millis(() -> answer[0] = wire.get(CHART, token));
        took[4] = millis(() -> wire.get(CHART, token));
        if (!answer[0].body().equals(before)) {
            throw new IllegalStateException("after the undo of decision " + decision + " the chart is another one");
        }
        return took;
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double millis(Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e6;
    }

    /** In turns one of the first, one of the second and one of somebody else. */
    private static void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < 3 * PLAYS_EACH; i++) {
                int turn = i % 3;
                String artist = turn == 0 ? "The Lanterns" : turn == 1 ? "Lanterns" : "Other " + i % OTHERS;
                out.write("{\"listened_at\":" + (FIRST_PLAY + (long) APART_SECONDS * i)
                        + ",\"track_metadata\":{\"artist_name\":\"" + artist + "\",\"track_name\":\"Song "
                        + i / 3 % ITEMS_EACH + "\"}}");
                out.newLine();
            }
        }
    }
}
