package io.reprise.report;

import java.util.ArrayList;
import java.util.List;

/** The few sentences that a year's report ends with; each stands only where there is something to tell. */
final class YearMilestones {
    private YearMilestones() {}

    static List<YearReport.Milestone> of(
            YearReport.Overview overview,
            YearReport.TopContent top,
            YearReport.ListeningPatterns patterns,
            YearReport.Discoveries discoveries,
            int streak) {
        List<YearReport.Milestone> told = new ArrayList<>();
        if (overview.totalScrobbles() == 0) {
            return told;
        }
        if (overview.totalMinutes() >= 60) {
            String guessed =
                    overview.estimatedPlays() == 0 ? "" : ", " + overview.estimatedPlays() + " plays by estimate";
            told.add(milestone(
                    "Time well spent", "Hours in all" + guessed, overview.totalMinutes() / 60 + " h", "clock"));
        }
        top.topArtists().stream()
                .findFirst()
                .ifPresent(artist -> told.add(milestone(
                        "Constant companion", artist.playCount() + " plays of one artist", artist.artist(), "person")));
        top.topTracks().stream()
                .findFirst()
                .ifPresent(track -> told.add(
                        milestone("On repeat", track.playCount() + " plays of one track", track.track(), "song")));
        if (!overview.mostActiveDay().isEmpty()) {
            told.add(milestone(
                    "The fullest day", "More plays than on any other day", overview.mostActiveDay(), "calendar"));
        }
        if (streak > 1) {
            told.add(milestone("Day after day", "The longest row of days with a play", streak + " days", "flame"));
        }
        if (patterns.longestSessionMinutes() > 0) {
            told.add(milestone(
                    "The longest sitting",
                    "Without a gap of more than 30 minutes",
                    patterns.longestSessionMinutes() + " min",
                    "session"));
        }
        if (discoveries.newArtists() > 0) {
            told.add(milestone(
                    "New ground",
                    "Artists met for the first time",
                    Long.toString(discoveries.newArtists()),
                    "compass"));
        }
        return List.copyOf(told);
    }

    private static YearReport.Milestone milestone(String title, String description, String value, String icon) {
        return new YearReport.Milestone(title, description, value, icon);
    }
}
