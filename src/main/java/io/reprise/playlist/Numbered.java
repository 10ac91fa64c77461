package io.reprise.playlist;

import io.reprise.history.Episodes;
import io.reprise.history.Names;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which season an item belongs to or which episode it is: as told of it, else of what was merged into it. */
final class Numbered {
    /** Episodes without a title of their own are called so. */
    private static final Pattern TITLE = Pattern.compile("(?:S(\\d{1,4}) )?E(\\d{1,5})");

    private Numbered() {}

    static Column seasons(Names names) {
        return column(names, names.episodes()::season, 1);
    }

    static Column episodes(Names names) {
        return column(names, names.episodes()::number, 2);
    }

    private static Column column(Names names, IntUnaryOperator told, int group) {
        Episodes episodes = names.episodes();
        int[] numbers = new int[names.lastItem() + 1];
        Arrays.fill(numbers, Episodes.UNTOLD);
        for (int place = 0; place < episodes.size(); place++) {
            int item = episodes.item(place);
            int into = names.canonicalItem(item);
            if (into == item || numbers[into] == Episodes.UNTOLD) {
                numbers[into] = told.applyAsInt(place);
            }
        }
        return item -> numbers[item] == Episodes.UNTOLD ? inTitle(names.title(item), group) : numbers[item];
    }

    private static double inTitle(String title, int group) {
        Matcher matcher = TITLE.matcher(title);
        return matcher.matches() && matcher.group(group) != null
                ? Integer.parseInt(matcher.group(group))
                : Column.MISSING;
    }
}
