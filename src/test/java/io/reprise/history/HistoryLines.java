package io.reprise.history;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** All that a history answers, as lines: two that are alike have the same. */
public final class HistoryLines {
    private HistoryLines() {}

    public static List<String> of(History history) {
        List<String> lines = new ArrayList<>();
        lines.add("calendar " + history.calendar() + " origins " + history.origins());
        for (int i = 0; i < history.size(); i++) {
            lines.add(play(history, i));
        }
        for (int i = 0; i < history.unfinished().size(); i++) {
            lines.add(unfinished(history.unfinished(), i));
        }
        Names names = history.names();
        for (int item = 0; item <= names.lastItem(); item++) {
            lines.add(item(names, item));
        }
        for (int creator = 0; creator <= names.lastCreator(); creator++) {
            lines.add(words("creator", creator, names.canonicalCreator(creator), names.creatorName(creator)));
        }
        for (int container = 0; container <= names.lastContainer(); container++) {
            lines.add(container(names, container));
        }
        return lines;
    }

    private static String play(History history, int i) {
        return words(
                "play",
                history.at(i),
                history.day(i),
                history.precision(i),
                history.item(i),
                history.originalItem(i),
                history.container(i),
                history.seconds(i),
                history.toldSeconds(i),
                history.origin(i),
                history.number(i));
    }

    private static String unfinished(Unfinished unfinished, int i) {
        return words(
                "unfinished", unfinished.at(i), unfinished.item(i), unfinished.container(i), unfinished.skipped(i));
    }

    private static String item(Names names, int item) {
        return words(
                "item",
                item,
                names.canonicalItem(item),
                names.kindCode(item),
                names.title(item),
                names.foldedTitles().text(item),
                names.length(item),
                names.season(item),
                names.episode(item),
                names.isIgnored(item),
                names.creditText(item),
                names.facts().items().seconds(item));
    }

    private static String container(Names names, int container) {
        return words(
                "container",
                container,
                names.canonicalContainer(container),
                container == 0 ? "" : names.containerKind(container),
                names.containerTitle(container),
                names.containerCredit(container));
    }

    private static String words(Object... words) {
        StringJoiner line = new StringJoiner(" | ");
        for (Object word : words) {
            line.add(String.valueOf(word));
        }
        return line.toString();
    }
}
