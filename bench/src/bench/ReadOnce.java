package bench;

import io.reprise.account.User;
import io.reprise.app.App;
import io.reprise.app.Config;
import io.reprise.app.Setting;
import io.reprise.history.History;
import io.reprise.report.Chart;
import io.reprise.report.Filter;
import io.reprise.report.Range;
import io.reprise.report.Subject;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/**
 * Loads a history once and asks it for charts, in a process of its own with the server's flags: {@code ReadOnce
 * DATA-FOLDER}; with {@code keep} behind it the history is left in a file, for the next one to begin with. A range is
 * any two days of the history, drawn with a fixed seed, and each third one is all.
 */
final class ReadOnce {
    private static final int ASKED = 300;
    private static final int WARM = 200;

    private ReadOnce() {}

    public static void main(String[] args) {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        flags.put(Setting.DATA, args[0]);
        Config config = Config.read(flags, new Config.Surroundings(Map.of(), Path.of(args[0])));
        try (App app = App.open(config, InstantSource.system())) {
            User user = app.accounts().find("bench").orElseThrow();
            if (args.length > 1 && args[1].equals("keep")) {
                app.library().histories().start();
            }
            long begun = System.nanoTime();
            History history = app.library().histories().of(user.id());
            System.out.println("load_ms " + (System.nanoTime() - begun) / 1e6);
            System.out.println("plays " + history.size());
            Resident.print();
            for (Subject subject : Subject.values()) {
                double[] any = new double[ASKED];
                double[] all = new double[ASKED];
                Random random = new Random(3);
                for (int i = -WARM; i < ASKED; i++) {
                    double took = ask(history, range(history, random), subject);
                    double whole = ask(history, Range.ALL, subject);
                    if (i >= 0) {
                        any[i] = took;
                        all[i] = whole;
                    }
                }
                System.out.println(subject.word() + "_any " + Bench.quantile(any, 0.5));
                System.out.println(subject.word() + "_all " + Bench.quantile(all, 0.5));
                System.out.println(subject.word() + "_all_p99 " + Bench.quantile(all, 0.99));
            }
        }
    }

    private static double ask(History history, Range range, Subject subject) {
        long begun = System.nanoTime();
        Chart chart = Chart.of(history, range, Filter.NONE, Chart.Ask.top(subject, 100));
        double millis = (System.nanoTime() - begun) / 1e6;
        if (chart.rows().isEmpty() && range.isAll()) {
            throw new IllegalStateException("an empty chart");
        }
        return millis;
    }

    private static Range range(History history, Random random) {
        int first = history.day(0);
        int days = history.day(history.size() - 1) - first + 1;
        int one = first + random.nextInt(days);
        int other = first + random.nextInt(days);
        return new Range(Math.min(one, other), Math.max(one, other));
    }
}
