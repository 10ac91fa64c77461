package bench;

import com.sun.management.OperatingSystemMXBean;
import io.reprise.account.UserId;
import io.reprise.adapters.musicbrainz.offline.OfflineMusicBrainz;
import io.reprise.app.App;
import io.reprise.app.Config;
import io.reprise.app.Setting;
import io.reprise.job.Job;
import io.reprise.job.JobState;
import io.reprise.resolve.Finding;
import io.reprise.resolve.Judge;
import io.reprise.resolve.Question;
import io.reprise.resolve.ResolveJob;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The job over a whole history, then the same questions to the index alone: {@code ResolveOnce DATA QUESTIONS SONGS}.
 */
final class ResolveOnce {
    private static final int THREADS = 2;
    private static final ResolveJob.Argument ALL = new ResolveJob.Argument(false, false, 100_000_000);

    private ResolveOnce() {}

    private interface Work {
        void run() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[0]);
        int songs = Integer.parseInt(args[2]);
        Config config = Config.read(Map.of(Setting.DATA, args[0]), new Config.Surroundings(Map.of(), data));
        long before = size(data);
        try (App app = App.open(config, InstantSource.system())) {
            UserId user = app.accounts().find("bench").orElseThrow().id();
            measure("job", songs, () -> System.out.println("job " + job(app, user)));
            measure("again", songs, () -> job(app, user));
        }
        Resident.print();
        System.out.println("bytes " + (size(data) - before));
        List<Question> questions = new ArrayList<>();
        try (var lines = Files.lines(Path.of(args[1]))) {
            lines.limit(songs).forEach(line -> {
                String[] parts = line.split("\t", -1);
                questions.add(Question.song(parts[1], parts[2], "", null, List.of()));
            });
        }
        OfflineMusicBrainz index = new OfflineMusicBrainz(data.resolve("authority"));
        Judge judge = new Judge();
        measure("index", songs, () -> all(questions, question -> index.ask(question)));
        measure(
                "judge",
                songs,
                () -> all(questions, question -> {
                    List<Finding> found = index.ask(question);
                    judge.judge(question, found);
                }));
    }

    private interface Asking {
        void ask(Question question);
    }

    private static void all(List<Question> questions, Asking asking) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int first = i;
                all.add(threads.submit(() -> {
                    for (int at = first; at < questions.size(); at += THREADS) {
                        asking.ask(questions.get(at));
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
    }

    /** What the job said at its end, its gaps as underscores. */
    private static String job(App app, UserId user) throws Exception {
        CompletableFuture<Job> ended = new CompletableFuture<>();
        try (AutoCloseable watch = app.library().worker().watch(user, job -> {
            if (job.state().isFinal()) {
                ended.complete(job);
            }
        })) {
            app.library().identity().review().resolve(user, ALL);
            Job job = ended.join();
            if (!(job.state() instanceof JobState.Done)) {
                throw new IllegalStateException("the job did not end well: " + job.state());
            }
            return job.state().toString().replace(' ', '_');
        }
    }

    private static void measure(String name, int songs, Work work) throws Exception {
        var processor = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = processor.getProcessCpuTime();
        long begun = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.println(name + "_rate " + songs / seconds);
        System.out.println(name + "_micros " + (processor.getProcessCpuTime() - cpu) / 1e3 / songs);
    }

    private static long size(Path data) throws Exception {
        try (var files = Files.list(data)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }
}
