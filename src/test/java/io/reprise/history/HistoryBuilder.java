package io.reprise.history;

import io.reprise.account.Calendar;
import io.reprise.account.ZoneHistory;
import io.reprise.catalog.EpisodeList;
import io.reprise.catalog.Fact;
import io.reprise.media.ContainerKind;
import io.reprise.media.ExternalId;
import io.reprise.media.MediaKind;
import io.reprise.play.Play;
import io.reprise.scrobble.Origin;
import io.reprise.scrobble.Precision;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link History} in memory, without a store. Names of creators are joined by {@code " & "}; an empty container
 * is none. An episode whose title begins with its place, such as {@code S1 E2}, was told to stand there.
 */
public final class HistoryBuilder {
    private static final Pattern NUMBERED = Pattern.compile("(?:S(\\d{1,4}) )?E(\\d{1,5})(?: .*)?");

    private record Item(MediaKind kind, String title, String creator, int canonical) {}

    private record Container(ContainerKind kind, String title, String credit) {}

    private record Told(long at, int day, Precision precision, int item, int container, int seconds, int origin) {}

    private final Calendar calendar;
    private final List<Told> told = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final Map<String, Integer> itemNumbers = new HashMap<>();
    private final List<String> creators = new ArrayList<>();
    private final Map<String, Integer> creatorNumbers = new LinkedHashMap<>();
    private final Map<Container, Integer> containerNumbers = new LinkedHashMap<>();
    private final Map<String, String> mergedCreators = new HashMap<>();
    private final List<Runnable> facts = new ArrayList<>();
    private final Words genres = new Words();
    private final FactColumns itemFacts = new FactColumns(genres);
    private final FactColumns creatorFacts = new FactColumns(genres);
    private final FactColumns containerFacts = new FactColumns(genres);
    private final Map<String, EpisodeList> episodes = new LinkedHashMap<>();
    private final Map<Integer, int[]> places = new HashMap<>();
    private final Map<Integer, List<ExternalId>> episodeIds = new HashMap<>();
    private final UnfinishedBuilder broken = new UnfinishedBuilder();
    private int origin = 1;

    public HistoryBuilder(Calendar calendar) {
        this.calendar = calendar;
    }

    public HistoryBuilder(ZoneHistory zones) {
        this(Calendar.of(zones));
    }

    public HistoryBuilder(ZoneId zone) {
        this(ZoneHistory.of(zone));
    }

    /** Plays added from now on were told by the origin of this number (1 or 2). */
    public HistoryBuilder from(int number) {
        origin = number;
        return this;
    }

    public HistoryBuilder song(String title, String creator, String release, long at) {
        return play(MediaKind.SONG, title, creator, release, at, 0);
    }

    /** A play at this second (UTC); 0 seconds spent are unknown ones. */
    public HistoryBuilder play(MediaKind kind, String title, String creator, String container, long at, int seconds) {
        return add(new Told(
                at,
                calendar.zones().dayAt(at),
                Precision.INSTANT,
                item(kind, title, creator),
                container(kind, container, creator),
                seconds,
                origin));
    }

    /** A play of which only the local day, month or year is known; any day of it will do. */
    public HistoryBuilder dated(Precision precision, MediaKind kind, String title, String creator, LocalDate date) {
        LocalDate first = switch (precision) {
            case YEAR -> date.withDayOfYear(1);
            case MONTH -> date.withDayOfMonth(1);
            case DAY, INSTANT, MINUTE, UNKNOWN -> date;
        };
        long at = first.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        return add(new Told(at, (int) first.toEpochDay(), precision, item(kind, title, creator), 0, 0, origin));
    }

    public HistoryBuilder undated(MediaKind kind, String title, String creator) {
        return add(new Told(Play.UNDATED, Play.NO_DAY, Precision.UNKNOWN, item(kind, title, creator), 0, 0, origin));
    }

    /** A play at this second (UTC) that was skipped, or else broken off, and does not count. */
    public HistoryBuilder broken(MediaKind kind, String title, String creator, long at, boolean skipped) {
        broken.add(at, item(kind, title, creator), skipped);
        return this;
    }

    /** The plays of the first item count for the second from now on and before; both must have been played. */
    public HistoryBuilder merge(MediaKind kind, String title, String creator, String intoTitle) {
        int number = item(kind, title, creator);
        items.set(number - 1, new Item(kind, title, creator, item(kind, intoTitle, creator)));
        return this;
    }

    /** The first creator is the second from now on; both must be credited somewhere. */
    public HistoryBuilder mergeCreators(String name, String intoName) {
        mergedCreators.put(name, intoName);
        return this;
    }

    /** What an authority told of an item that was played; items in the order of their first plays, each once. */
    public HistoryBuilder fact(MediaKind kind, String title, String creator, Fact fact) {
        itemFacts.take(item(kind, title, creator), 1, fact);
        return this;
    }

    /** What an authority told of a creator; creators in the order of their first plays, each once. */
    public HistoryBuilder creatorFact(String name, Fact fact) {
        facts.add(() -> creatorFacts.take(creator(name), 1, fact));
        return this;
    }

    /** An episode that was told to stand there, whatever its title. */
    public HistoryBuilder place(String title, int season, int number) {
        places.put(item(MediaKind.EPISODE, title, ""), new int[] {season, number});
        return this;
    }

    /** The list of episodes that an authority told of a show, by its title. */
    public HistoryBuilder episodes(String show, EpisodeList list) {
        episodes.put(show, list);
        return this;
    }

    /** The episode is this one of the authority's, by a decision. */
    public HistoryBuilder episodeId(String title, ExternalId id) {
        episodeIds
                .computeIfAbsent(item(MediaKind.EPISODE, title, ""), any -> new ArrayList<>())
                .add(id);
        return this;
    }

    private EpisodeFacts.Raw episodeFacts() {
        Map<Integer, EpisodeList> lists = new TreeMap<>();
        episodes.forEach((show, list) -> lists.put(container(MediaKind.EPISODE, show, ""), list));
        return new EpisodeFacts.Raw(lists, episodeIds);
    }

    /** What an authority told of every item, creator and container by its number; null for nothing. */
    public HistoryBuilder facts(IntFunction<@Nullable Fact> told) {
        facts.add(() -> {
            take(itemFacts, items.size(), told);
            take(creatorFacts, creators.size(), told);
            take(containerFacts, containerNumbers.size(), told);
        });
        return this;
    }

    private static void take(FactColumns columns, int last, IntFunction<@Nullable Fact> told) {
        for (int number = 1; number <= last; number++) {
            Fact fact = told.apply(number);
            if (fact != null) {
                columns.take(number, 1, fact);
            }
        }
    }

    private HistoryBuilder add(Told play) {
        told.add(play);
        return this;
    }

    private int item(MediaKind kind, String title, String creator) {
        return itemNumbers.computeIfAbsent(kind + "\n" + title + "\n" + creator, any -> {
            items.add(new Item(kind, title, creator, items.size() + 1));
            return items.size();
        });
    }

    private int container(MediaKind kind, String title, String credit) {
        if (title.isEmpty()) {
            return 0;
        }
        ContainerKind containerKind = switch (kind) {
            case SONG, FILM -> ContainerKind.RELEASE;
            case EPISODE -> ContainerKind.SHOW;
            case ARTICLE, PODCAST -> ContainerKind.FEED;
            case BOOK -> ContainerKind.SERIES;
            case PICTURE -> ContainerKind.PICTURE_ALBUM;
            case VIDEO -> ContainerKind.CHANNEL;
        };
        return containerNumbers.computeIfAbsent(
                new Container(containerKind, title, credit), any -> containerNumbers.size() + 1);
    }

    private int creator(String name) {
        return creatorNumbers.computeIfAbsent(name, any -> {
            creators.add(name);
            return creators.size();
        });
    }

    private void addItems(Names names) {
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            names.addItem(item.kind().code(), item.title(), 0);
            Matcher numbered = NUMBERED.matcher(item.title());
            int[] place = places.get(i + 1);
            if (place != null) {
                names.addEpisode(i + 1, place[0], place[1]);
            } else if (item.kind() == MediaKind.EPISODE && numbered.matches()) {
                String season = numbered.group(1);
                names.addEpisode(
                        i + 1,
                        season == null ? Names.UNTOLD : Integer.parseInt(season),
                        Integer.parseInt(numbered.group(2)));
            }
        }
    }

    /** The history of the plays so far; their scrobbles are numbered as they were added, from 1. */
    public History build() {
        Names names = new Names();
        addItems(names);
        for (int i = 0; i < items.size(); i++) {
            for (String name : items.get(i).creator().split(" & ")) {
                if (!name.isEmpty()) {
                    names.addCredit(i + 1, creator(name));
                }
            }
        }
        List<Runnable> merges = new ArrayList<>();
        for (int i = 0; i < creators.size(); i++) {
            String name = creators.get(i);
            int into = creator(mergedCreators.getOrDefault(name, name));
            names.addCreator(name);
            merges.add(() -> names.mergeCreator(creator(name), into));
        }
        containerNumbers.forEach((container, number) ->
                names.addContainer(container.kind().code(), container.title(), container.credit()));
        merges.forEach(Runnable::run);
        for (int i = 0; i < items.size(); i++) {
            names.mergeItem(i + 1, items.get(i).canonical());
        }
        names.endCredits();
        facts.forEach(Runnable::run);
        facts.clear();
        itemFacts.end();
        creatorFacts.end();
        containerFacts.end();
        names.take(new Facts.Raw(0, genres, itemFacts, creatorFacts, containerFacts, episodeFacts()));
        List<Columns.Row> rows = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            Told play = told.get(i);
            rows.add(new Columns.Row(
                    play.at(),
                    i + 1,
                    play.item(),
                    play.container(),
                    play.seconds(),
                    play.day(),
                    play.origin(),
                    play.precision().code()));
        }
        rows.sort(Comparator.comparingLong(Columns.Row::at).thenComparingLong(Columns.Row::number));
        Columns columns = new Columns(rows.size());
        rows.forEach(columns::append);
        return new History(
                columns,
                names,
                calendar,
                Map.of(1, new Origin("test", "one", ""), 2, new Origin("test", "two", "")),
                broken.build());
    }
}
