package io.reprise.laws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Lines of a made-up life: few songs played often, so that repeats, pieces and duplicates across three origins meet.
 * The same seed gives the same lines.
 */
final class RandomHistory {
    /** A line and the origin that tells it. */
    record Telling(String client, String line) {}

    private static final Instant BEGIN = Instant.parse("2025-03-29T20:00:00Z");
    private final Random random;

    RandomHistory(long seed) {
        random = new Random(seed);
    }

    List<Telling> tellings(int count) {
        List<Telling> tellings = new ArrayList<>();
        while (tellings.size() < count) {
            String song = "title=Song " + random.nextInt(6) + ";artist=Artist " + random.nextInt(2);
            long at = random.nextInt(40) * 240L + random.nextInt(20);
            switch (random.nextInt(8)) {
                case 0 -> tellings.add(new Telling("diary", song + ";day=2025-03-" + (29 + random.nextInt(2))));
                case 1 ->
                    tellings.add(new Telling(
                            random.nextInt(3) == 0 ? client() : "diary", song + ";undated=1;id=" + tellings.size()));
                case 2 -> pieces(tellings, song, at);
                case 3 -> both(tellings, song, at);
                default ->
                    tellings.add(new Telling(client(), song + ";length=200;at=" + BEGIN.plusSeconds(at) + album()));
            }
        }
        return tellings;
    }

    private void both(List<Telling> tellings, String song, long at) {
        tellings.add(new Telling("phone", song + ";length=200;at=" + BEGIN.plusSeconds(at)));
        tellings.add(new Telling(
                "server", song + ";spent=" + (190 + random.nextInt(10)) + ";end=" + BEGIN.plusSeconds(at + 200)));
    }

    private void pieces(List<Telling> tellings, String song, long at) {
        String piece = song + ";length=200;end=";
        tellings.add(new Telling("server", piece + BEGIN.plusSeconds(at) + ";verb=start"));
        if (random.nextBoolean()) {
            tellings.add(new Telling("server", piece + BEGIN.plusSeconds(at + 50) + ";verb=progress;position=50"));
        }
        String verb = List.of("stop", "finish", "skip").get(random.nextInt(3));
        tellings.add(new Telling(
                "server",
                piece + BEGIN.plusSeconds(at + 120) + ";verb=" + verb + ";position=" + (40 + random.nextInt(100))));
    }

    private String client() {
        return random.nextBoolean() ? "phone" : "server";
    }

    private String album() {
        return random.nextInt(3) == 0 ? ";album=Album" : "";
    }
}
