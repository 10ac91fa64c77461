package io.reprise.imports;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out which order the dates of a file are written in: by numbers that can be no month, else by the order in which
 * the file is sorted, else month first. Used by one thread.
 */
public final class DateOrders {
    private static final Pattern YEAR_LAST =
            Pattern.compile("\\s*(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})(?:\\D.*)?");
    private static final int MONTHS = 12;

    private long dayFirst;
    private long monthFirst;
    private final Sorted byDay = new Sorted();
    private final Sorted byMonth = new Sorted();

    /** How often dates in a row go up and down. */
    private static final class Sorted {
        private long last = -1;
        private long ups;
        private long downs;

        void see(long year, long month, long day) {
            long value = (year * 100 + month) * 100 + day;
            if (last >= 0) {
                ups += value > last ? 1 : 0;
                downs += value < last ? 1 : 0;
            }
            last = value;
        }

        long disorder() {
            return Math.min(ups, downs);
        }
    }

    /** Takes the next date of the file into account. */
    public void see(String date) {
        Matcher matcher = YEAR_LAST.matcher(date);
        if (matcher.matches()) {
            int one = Integer.parseInt(matcher.group(1));
            int other = Integer.parseInt(matcher.group(2));
            int year = Integer.parseInt(matcher.group(3));
            dayFirst += one > MONTHS && other <= MONTHS ? 1 : 0;
            monthFirst += other > MONTHS && one <= MONTHS ? 1 : 0;
            byDay.see(year, other, one);
            byMonth.see(year, one, other);
        }
    }

    public DateOrder order() {
        if (dayFirst != monthFirst) {
            return dayFirst > monthFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
        }
        return byDay.disorder() < byMonth.disorder() ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
    }
}
