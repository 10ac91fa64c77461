package bench;

import io.reprise.app.App;
import io.reprise.app.Config;
import io.reprise.app.Setting;
import io.reprise.history.History;
import io.reprise.report.Asking;
import io.reprise.report.Filter;
import io.reprise.report.Range;
import io.reprise.report.Report;
import io.reprise.report.Reports;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** In a process of its own: asks every report of a history a number of times, and says the median of each. */
final class ReportsOnce {
    private static final int ROUNDS = 15;
    private static final int WARM = 5;

    private ReportsOnce() {}

    public static void main(String[] args) {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        Path folder = Path.of(args[0]);
        flags.put(Setting.DATA, folder.toString());
        try (App app =
                App.open(Config.read(flags, new Config.Surroundings(Map.of(), folder)), InstantSource.system())) {
            History history = app.library()
                    .histories()
                    .of(app.accounts().find("bench").orElseThrow().id());
            System.out.println("plays " + history.size());
            for (Report report : Reports.ALL) {
                System.out.printf("%s.all %.1f%n", report.about().word(), median(history, report, Range.ALL));
                System.out.printf("%s.year %.1f%n", report.about().word(), median(history, report, Range.ofYear(2024)));
            }
        }
    }

    private static double median(History history, Report report, Range range) {
        Asking asking = new Asking(history, range, Filter.NONE, LocalDate.of(2026, 1, 1), Map.of());
        double[] took = new double[ROUNDS];
        for (int round = -WARM; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            if (report.answer(asking).sheets().isEmpty()) {
                throw new IllegalStateException(report.about().word() + " has no table");
            }
            if (round >= 0) {
                took[round] = (System.nanoTime() - begun) / 1e6;
            }
        }
        return Bench.median(took);
    }
}
