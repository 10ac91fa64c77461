package bench;

import io.reprise.account.User;
import io.reprise.app.App;
import io.reprise.app.Config;
import io.reprise.app.Setting;
import io.reprise.job.Job;
import io.reprise.job.JobState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * One import of one file in a process of its own, as the server does it: {@code ImportOnce DATA-FOLDER FILE
 * [DATABASE-URL]}. Prints seconds, rows and the most memory that was resident, as {@code key value} lines.
 */
final class ImportOnce {
    private ImportOnce() {}

    public static void main(String[] args) throws Exception {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        flags.put(Setting.DATA, args[0]);
        if (args.length > 2) {
            flags.put(Setting.DATABASE_URL, args[2]);
        }
        Config config = Config.read(flags, new Config.Surroundings(Map.of(), Path.of(args[0])));
        long begun;
        try (App app = App.open(config, InstantSource.system())) {
            User user = app.accounts()
                    .find("bench")
                    .orElseGet(
                            () -> app.accounts().create("bench", "correct horse battery", ZoneId.of("Europe/Berlin")));
            begun = System.nanoTime();
            CompletableFuture<Job> ended = new CompletableFuture<>();
            try (AutoCloseable watch = app.library().worker().watch(user.id(), job -> {
                if (job.state().isFinal()) {
                    ended.complete(job);
                }
            })) {
                app.library().imports().start(user.id(), Path.of(args[1]), "history.jsonl");
                Job job = ended.join();
                if (!(job.state() instanceof JobState.Done)) {
                    throw new IllegalStateException("the import did not end well: " + job.state());
                }
                var tally =
                        app.library().imports().runs(user.id(), 1).getFirst().tally();
                System.out.println(
                        "new " + tally.fresh() + "\nknown " + tally.known() + "\nrefused " + tally.refused());
            }
        }
        System.out.println("seconds " + (System.nanoTime() - begun) / 1e9);
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM")) {
                System.out.println("resident_kb " + line.replaceAll("\\D+", ""));
            }
        }
    }
}
