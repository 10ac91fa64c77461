package io.reprise.demo;

import io.reprise.media.ContainerKind;
import io.reprise.media.ContainerMention;
import io.reprise.media.Credit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What an authority would tell of the invented series that were watched last, as lines of our own export: the decision
 * that ties a series to its id in the guide, and its list of episodes. The one that is being watched is ahead of its
 * viewer and goes on week by week; a few others come back with a new season; the rest have ended.
 */
final class EpisodeGuide {
    private static final int SERIES = 14;
    private static final int COMING_BACK = 4;
    private static final int AHEAD = 3;
    private static final int NEW_EPISODES = 6;
    private static final int WEEK_DAYS = 7;
    private static final int SEASON_GAP_DAYS = 200;
    /** Apart from the numbers of other decisions of the same file. */
    private static final int FIRST_DECISION = 1_000_001;

    private final Random random;
    private final WordLists names;
    private final Instant end;
    private final ZoneId zone;

    EpisodeGuide(long seed, Instant end, ZoneId zone) {
        this.random = new Random(seed);
        this.names = new WordLists(random);
        this.end = end;
        this.zone = zone;
    }

    /** An episode, with its time of day or only its day. */
    private record Episode(int season, int number, String title, LocalDate day, boolean isTimed) {}

    /** A series as it was watched. */
    private record Watched(String title, List<Entry> entries) {
        int number(int at, String member) {
            return Integer.parseInt(member(entries.get(at), member));
        }
    }

    private static String member(Entry entry, String name) {
        return String.valueOf(entry.thing().members().get(name));
    }

    /** The lines: decisions first, since lists belong to ids. */
    List<String> lines(List<Entry> entries) {
        List<Watched> last = last(entries);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < last.size(); i++) {
            lines.add(link(last.get(i).title(), i));
        }
        for (int i = 0; i < last.size(); i++) {
            int fromEnd = last.size() - 1 - i;
            boolean goesOn = fromEnd <= COMING_BACK;
            lines.add(list(i, episodes(last.get(i), fromEnd), !goesOn));
        }
        return lines;
    }

    /** The series that were watched last, in the order of their last plays. */
    private static List<Watched> last(List<Entry> entries) {
        Map<String, Watched> byTitle = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.thing().kind().equals("episode")) {
                String title = member(entry, "show");
                Watched watched = byTitle.getOrDefault(title, new Watched(title, new ArrayList<>()));
                byTitle.remove(title);
                byTitle.put(title, watched);
                watched.entries().add(entry);
            }
        }
        List<Watched> all = List.copyOf(byTitle.values());
        return all.subList(Math.max(0, all.size() - SERIES), all.size());
    }

    private List<Episode> episodes(Watched watched, int fromEnd) {
        List<Episode> episodes = new ArrayList<>();
        LocalDate first = LocalDate.ofInstant(
                Instant.ofEpochSecond(watched.entries().getFirst().at()), zone);
        int season = watched.number(0, "season");
        int gaps = watched.number(watched.entries().size() - 1, "season") - season + 1;
        LocalDate day = first.minusDays((long) WEEK_DAYS * watched.entries().size() + (long) gaps * SEASON_GAP_DAYS);
        for (int at = 0; at < watched.entries().size(); at++) {
            boolean isNew = watched.number(at, "season") != season;
            season = watched.number(at, "season");
            day = day.plusDays(isNew ? SEASON_GAP_DAYS : WEEK_DAYS);
            String title = member(watched.entries().get(at), "title");
            episodes.add(new Episode(season, watched.number(at, "episode"), title, day, false));
        }
        if (fromEnd <= COMING_BACK) {
            goOn(episodes, fromEnd);
        }
        return episodes;
    }

    /** What is new since: of the series being watched some that are out already, of others a season to come. */
    private void goOn(List<Episode> episodes, int fromEnd) {
        Episode last = episodes.getLast();
        LocalDate today = LocalDate.ofInstant(end, zone);
        int season = fromEnd == 0 ? last.season() : last.season() + 1;
        int number = fromEnd == 0 ? last.number() + 1 : 1;
        LocalDate day =
                fromEnd == 0 ? today.plusDays(2).minusDays((long) WEEK_DAYS * AHEAD) : today.plusDays(1 + 4L * fromEnd);
        boolean isTimed = fromEnd % 2 == 0;
        for (int i = 0; i < NEW_EPISODES; i++) {
            episodes.add(new Episode(season, number + i, names.phrase(), day.plusDays((long) WEEK_DAYS * i), isTimed));
        }
    }

    private String link(String title, int at) {
        String identity = new ContainerMention(ContainerKind.SHOW, title, Credit.NONE).identity();
        Line.Subject show = new Line.Subject("container", identity, title);
        return Line.link(FIRST_DECISION + at, end, "guide", show, "guide:show=" + (at + 1));
    }

    private String list(int at, List<Episode> episodes, boolean hasEnded) {
        int hour = 18 + random.nextInt(4);
        return Line.of(json -> {
            json.writeStringProperty("episodes", "guide:show=" + (at + 1));
            json.writeStringProperty("at", end.toString());
            json.writeBooleanProperty("ended", hasEnded);
            json.writeArrayPropertyStart("list");
            for (int i = 0; i < episodes.size(); i++) {
                Episode episode = episodes.get(i);
                json.writeStartObject();
                json.writeStringProperty("id", "guide:episode=" + (at + 1) + "-" + (i + 1));
                json.writeStringProperty("place", "S" + episode.season() + " E" + episode.number());
                json.writeStringProperty("title", episode.title());
                json.writeStringProperty("day", episode.day().toString());
                if (episode.isTimed()) {
                    json.writeStringProperty(
                            "at",
                            episode.day()
                                    .atTime(LocalTime.of(hour, 0))
                                    .atZone(zone)
                                    .toInstant()
                                    .toString());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
