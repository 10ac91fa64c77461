package bench;

import java.nio.file.Path;
import java.util.Map;

/** Every report over a million plays, of all time and of one year. The yardstick is one pass over an array. */
final class ReportBench {
    private static final int PLAYS = 1_000_000;
    private static final double ASKED_MS = 100;

    private ReportBench() {}

    static void run() throws Exception {
        Path folder = Imported.folder(PLAYS);
        Map<String, String> said = Child.run(ReportsOnce.class, folder.toString());
        int plays = Integer.parseInt(said.get("plays"));
        double pass = ChartBench.pass(plays);
        Bench.say("%d plays, one pass of adding %.2f ms", plays, pass);
        Bench.say("| report | all time ms | in passes | one year ms |");
        Bench.say("|---|---|---|---|");
        int above = 0;
        for (String key : said.keySet().stream()
                .filter(each -> each.endsWith(".all"))
                .sorted()
                .toList()) {
            String word = key.substring(0, key.length() - ".all".length());
            double all = Double.parseDouble(said.get(key));
            above += all > ASKED_MS ? 1 : 0;
            Bench.say("| %s | %.1f | %.1f | %s |", word, all, all / pass, said.get(word + ".year"));
        }
        Bench.say("%d above %.0f ms (asked: none)", above, ASKED_MS);
    }
}
