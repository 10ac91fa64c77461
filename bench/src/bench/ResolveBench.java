package bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A history of so many songs, each played once, and a generated dump in which most of them stand (70 % exact, 20 %
 * near, 10 % not at all): the job that asks the index what each is, with everything that it writes; beside the index
 * alone and the index with the judge.
 */
final class ResolveBench {
    private static final int ROWS_A_SONG = 5;
    private static final long FIRST_PLAY = 1_600_000_000;
    private static final int APART_SECONDS = 240;

    private ResolveBench() {}

    static void run(int songs) throws Exception {
        Path dump = Bench.WORK.resolve("resolve-" + songs + ".csv.zst");
        Path questions = Bench.WORK.resolve("resolve-" + songs + ".questions");
        Path listens = Bench.WORK.resolve("resolve-" + songs + ".jsonl");
        if (!Files.exists(listens)) {
            CanonicalDump.write(dump, questions, songs * ROWS_A_SONG);
            Path part = Bench.WORK.resolve("resolve.part");
            played(questions, part, songs);
            Files.move(part, listens);
        }
        Path folder = Bench.emptyFolder("resolve");
        Map<String, String> imported = Child.run(ImportOnce.class, folder.toString(), listens.toString());
        Map<String, String> load =
                Child.run(AuthorityLoad.class, folder.resolve("authority").toString(), dump.toString());
        Bench.say(
                "%s songs imported in %s s, a dump of %s rows loaded in %s s",
                imported.get("new"), imported.get("seconds"), load.get("rows"), load.get("seconds"));
        Map<String, String> said = Child.run(ResolveOnce.class, folder.toString(), questions.toString(), "" + songs);
        Bench.say("job: %s", said.getOrDefault("job", "").replace('_', ' '));
        Bench.say("| what | songs/s | us of one processor each |");
        Bench.say("|---|---|---|");
        for (String name : new String[] {"index", "judge", "job", "again"}) {
            Bench.say(
                    "| %s | %,.0f | %.1f |", words(name), number(said, name + "_rate"), number(said, name + "_micros"));
        }
        Bench.say(
                "job: %,.0f songs/s with all it writes; index and judge on two threads: %,.0f/s (asked of the index: 20,000);"
                        + " most resident %.0f MB; %,.0f bytes of ledger, links and facts a song",
                number(said, "job_rate"),
                number(said, "judge_rate"),
                number(said, "VmHWM") / 1024,
                number(said, "bytes") / songs);
    }

    private static String words(String name) {
        return switch (name) {
            case "index" -> "the index alone, two threads";
            case "judge" -> "index and judge, two threads";
            case "job" -> "the job, from cold, with ledger, links, facts";
            default -> "the job again: nothing new to be asked";
        };
    }

    private static double number(Map<String, String> said, String name) {
        return Double.parseDouble(said.getOrDefault(name, "NaN"));
    }

    /** Each song is played once, one after the other. */
    private static void played(Path questions, Path listens, int songs) throws IOException {
        try (BufferedReader asked = Files.newBufferedReader(questions);
                BufferedWriter out = Files.newBufferedWriter(listens)) {
            long at = FIRST_PLAY;
            for (int i = 0; i < songs; i++) {
                String[] parts = String.valueOf(asked.readLine()).split("\t", -1);
                out.write("{\"listened_at\":" + at + ",\"track_metadata\":{\"artist_name\":\"" + parts[1]
                        + "\",\"track_name\":\"" + parts[2] + "\"}}");
                out.newLine();
                at += APART_SECONDS;
            }
        }
    }
}
