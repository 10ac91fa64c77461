package io.reprise.history;

import java.util.List;

/**
 * What authorities told of the items, the creators or the containers of one library, by canonical number. What nobody
 * told is 0 or empty. A merged thing's facts count for what stands for it where that has none itself. Immutable and
 * thread-safe.
 */
public final class ThingFacts {
    private static final int YEAR = 10_000;
    private static final int MONTH = 100;

    private final FactColumns columns;
    /** By number: the entry and one more, 0 where there is none. */
    private final int[] entries;

    private ThingFacts(FactColumns columns, int[] entries) {
        this.columns = columns;
        this.entries = entries;
    }

    static ThingFacts of(FactColumns columns, int last, java.util.function.IntUnaryOperator canonical) {
        int[] entries = new int[last + 1];
        for (int entry = 0; entry < columns.size(); entry++) {
            int number = columns.number(entry);
            int into = number <= last ? canonical.applyAsInt(number) : 0;
            if (into != 0 && (into == number || entries[into] == 0)) {
                entries[into] = entry + 1;
            }
        }
        return new ThingFacts(columns, entries);
    }

    /** Whether any authority told anything of it. */
    public boolean has(int number) {
        return entries[number] != 0;
    }

    /** Its full length in seconds. */
    public int seconds(int number) {
        return has(number) ? columns.seconds(entries[number] - 1) : 0;
    }

    /** The year it was first released, published or aired in. */
    public int year(int number) {
        return releasedDay(number) / YEAR;
    }

    /** The day of its first release as yyyymmdd, with 00 for a month or a day that is not known: for sorting. */
    public int releasedDay(int number) {
        return has(number) ? columns.released(entries[number] - 1) : 0;
    }

    /** When it was first released, as far as that is known: 2016, 2016-04 or 2016-04-23. */
    public String released(int number) {
        int day = releasedDay(number);
        if (day == 0) {
            return "";
        }
        String year = String.format(java.util.Locale.ROOT, "%04d", day / YEAR);
        String month = two(day / MONTH % MONTH);
        return month.isEmpty() ? year : year + month + two(day % MONTH);
    }

    private static String two(int part) {
        return part == 0 ? "" : (part < 10 ? "-0" : "-") + part;
    }

    /** Where it is from: a code of two letters, or a name where there is none. */
    public String country(int number) {
        return has(number) ? columns.country(entries[number] - 1) : "";
    }

    /** Its name as it is sorted, such as "Beatles, The". */
    public String sortName(int number) {
        return has(number) ? columns.sortName(entries[number] - 1) : "";
    }

    /** Its name with the authority and its other names there; its name at home may be among them. */
    public List<String> aliases(int number) {
        return has(number) ? columns.aliases(entries[number] - 1) : List.of();
    }

    /** How many genres were told of this very thing. */
    public int genreCount(int number) {
        return has(number) ? columns.genreCount(entries[number] - 1) : 0;
    }

    /** The genre at this place, the most fitting first, as a number of {@link Facts#genre(int)}. */
    public int genre(int number, int place) {
        return columns.genre(entries[number] - 1, place);
    }

    long weight() {
        return 4L * entries.length;
    }
}
