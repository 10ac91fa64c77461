package bench;

import java.nio.file.Path;
import java.util.Map;

/** Lists over a million plays, by rules of many sorts. The yardstick is one pass over an array. */
final class PlaylistBench {
    private static final int PLAYS = 1_000_000;
    private static final double ASKED_MS = 50;

    private PlaylistBench() {}

    static void run() throws Exception {
        Path folder = Imported.folder(PLAYS);
        Map<String, String> said = Child.run(PlaylistsOnce.class, folder.toString());
        int plays = Integer.parseInt(said.get("plays"));
        double pass = ChartBench.pass(plays);
        Bench.say("%d plays, one pass of adding %.2f ms", plays, pass);
        Bench.say("| list | ms | in passes | items |");
        Bench.say("|---|---|---|---|");
        int above = 0;
        for (String word : said.keySet().stream()
                .filter(each -> each.endsWith(".ms"))
                .sorted()
                .toList()) {
            String list = word.substring(0, word.length() - ".ms".length());
            double ms = Double.parseDouble(said.get(word));
            above += ms > ASKED_MS ? 1 : 0;
            Bench.say("| %s | %.1f | %.1f | %s |", list, ms, ms / pass, said.get(list + ".items"));
        }
        Bench.say("%d above %.0f ms (asked: none)", above, ASKED_MS);
    }
}
