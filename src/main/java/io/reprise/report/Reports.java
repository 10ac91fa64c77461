package io.reprise.report;

import java.util.List;
import java.util.Optional;

/** Every report there is, in the order in which they are shown. */
public final class Reports {
    public static final List<Report> ALL = List.of(
            // time
            new Recap(),
            new Activity(),
            new HeatmapSheet(),
            new Streaks(),
            new YearsSheet(),
            new OnThisDay(),
            new ClockSheet(),
            new LateNight(),
            new Seasons(),
            new Busiest(),
            new Milestones(),
            new Weekend(),
            new Spent(),
            // favourites
            new RanksOverTime(),
            new NumberOnes(),
            new Winners(),
            new Movers(),
            new Certifications(),
            new Evolution(),
            new ByTime(),
            new Interest(),
            new Rising(),
            // discovery
            new NoveltySheet(),
            new DiversitySheet(),
            new Met(),
            new Drift(),
            new DeepCuts(),
            new OneHitWonders(),
            new Concentration(),
            new Genres(),
            new Eras(),
            new Countries(),
            // habits
            new TransitionsSheet(),
            new Sessions(),
            new Comebacks(),
            new RabbitHoles(),
            new OnRepeat(),
            new HeardTogether(),
            new Sources(),
            new Skips(),
            // lives of things
            new Lifecycle(),
            new BurnOut(),
            new Forgotten(),
            new Completion(),
            new Again(),
            new LeftUnfinished(),
            new UpcomingSheet(),
            // across kinds
            new Kinds(),
            new SideBySide(),
            new FirstAndLast());

    private Reports() {}

    /** The report with this word, in any case. */
    public static Optional<Report> ofWord(String word) {
        return ALL.stream()
                .filter(report -> report.about().word().equalsIgnoreCase(word))
                .findFirst();
    }
}
