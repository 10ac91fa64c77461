package io.reprise.report;

/** In how many different winters, springs, summers and autumns each thing was played. */
final class SeasonYears {
    private static final int SEASONS = 4;

    private final int[][] counts;
    /** The season that was counted last, as seasons since the year 0. */
    private final int[][] latest;

    private SeasonYears(int size) {
        counts = new int[SEASONS][size];
        latest = new int[SEASONS][size];
    }

    /** Plays come in the order of time, so a season that differs from the last one of its kind is a new one. */
    static SeasonYears of(Selection selection, Subject subject, int shift) {
        SeasonYears years = new SeasonYears(subject.last(selection.names) + 1);
        Months months = new Months();
        Played reader = new Played(selection.history, subject);
        // An item that was played before in the same season adds nothing; a container is told by each play anew.
        int[] seen = new int[subject == Subject.CONTAINER ? 0 : selection.names.lastItem() + 1];
        for (int i = selection.first; i < selection.end; i++) {
            int month = selection.has(i) ? months.of(selection.history, i) : Months.NONE;
            boolean isNew = month != Months.NONE && isNew(seen, selection.history.originalItem(i), (month + 1) / 3);
            int things = isNew ? reader.read(i) : 0;
            for (int thing = 0; thing < things; thing++) {
                years.add(Seasons.season(month, shift), reader.numbers[thing], (month + 1) / 3);
            }
        }
        return years;
    }

    private static boolean isNew(int[] seen, int item, int time) {
        if (seen.length == 0) {
            return true;
        }
        boolean isNew = seen[item] != time;
        seen[item] = time;
        return isNew;
    }

    private void add(int season, int number, int time) {
        counts[season][number] += latest[season][number] == time ? 0 : 1;
        latest[season][number] = time;
    }

    int count(int season, int number) {
        return counts[season][number];
    }
}
