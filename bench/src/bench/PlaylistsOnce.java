package bench;

import io.reprise.account.UserId;
import io.reprise.app.App;
import io.reprise.app.Config;
import io.reprise.app.Setting;
import io.reprise.history.History;
import io.reprise.playlist.Definition;
import io.reprise.playlist.Evaluator;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** In a process of its own: evaluates lists over a history a number of times, and says the median of each. */
final class PlaylistsOnce {
    private static final int ROUNDS = 15;
    private static final int WARM = 5;

    private PlaylistsOnce() {}

    private static Map<String, String> lists() {
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put("counts", "playcount:5..20 sort:-playcount limit:100");
        lists.put("everything-by-title", "playcount:1..");
        lists.put("last-played", "kind:song lastplayed:..-180d playcount:3.. sort:random limit:50");
        lists.put("windows", "count(play,730d):3.. count(play,90d):..1 sort:lastplayed limit:50");
        lists.put("titles", "title:e");
        lists.put("artists-and-albums", "( artist:a , album:b ) ^artist:z sort:-playcount,title");
        lists.put("pattern", "title::^[A-M].*s$");
        lists.put("pattern-without-letters", "title::[A-M].[aeiou]..$");
        lists.put("by-artist", "playcount:1.. sort:artist,album,title");
        lists.put("this-day", "onThisDay(played):true in(title):solo,mika sort:-listenedms");
        lists.put("hours", "hour(played):23..4 weekday(lastplayed):sat,sun");
        lists.put("albums", "album.playcount:100.. artist.lastplayed:..-30d per:artist=2 sort:-playcount limit:100");
        lists.put("opinions", "rating:..3 loved:false sort:-lastplayed limit:100");
        return lists;
    }

    public static void main(String[] args) {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        Path folder = Path.of(args[0]);
        flags.put(Setting.DATA, folder.toString());
        try (App app =
                App.open(Config.read(flags, new Config.Surroundings(Map.of(), folder)), InstantSource.system())) {
            UserId user = app.accounts().find("bench").orElseThrow().id();
            History history = app.library().histories().of(user);
            System.out.println("plays " + history.size());
            lists().forEach((word, line) -> {
                Definition definition = Definition.ofLine(line);
                double[] took = new double[ROUNDS];
                int items = 0;
                for (int round = -WARM; round < ROUNDS; round++) {
                    long begun = System.nanoTime();
                    items = app.library()
                            .evaluator()
                            .answer(user, history, definition, Evaluator.Question.first(100))
                            .total();
                    if (round >= 0) {
                        took[round] = (System.nanoTime() - begun) / 1e6;
                    }
                }
                System.out.printf("%s.ms %.1f%n", word, Bench.median(took));
                System.out.println(word + ".items " + items);
            });
        }
    }
}
