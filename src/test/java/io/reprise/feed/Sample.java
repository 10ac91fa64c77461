package io.reprise.feed;

import io.reprise.account.UserId;
import io.reprise.history.History;
import io.reprise.history.HistoryBuilder;
import io.reprise.media.MediaKind;
import io.reprise.report.Subject;
import io.reprise.scrobble.Precision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import java.util.Set;

/** A small history with names that are hard to write, and links that show it. */
final class Sample {
    static final long NOW = at("2026-06-01T12:00:00Z");
    /** Quotes, brackets, a new line, a bell, right-to-left, an emoji, and what turns the direction. */
    static final String HARD = "a\"b'<c>&;,\\d\n\r\ne\u0007 \u202Eשלום עולם 🎸 \u2028 ]]> é";

    private Sample() {}

    static long at(String text) {
        return Instant.parse(text).getEpochSecond();
    }

    static History history() {
        return new HistoryBuilder(ZoneId.of("Europe/Berlin"))
                .play(MediaKind.SONG, "Idle Hours", "Mara Lind", "Small Rooms", at("2026-05-30T21:59:00Z"), 200)
                .play(MediaKind.SONG, "Idle Hours", "Mara Lind", "Small Rooms", at("2026-05-30T22:10:00Z"), 200)
                .play(MediaKind.SONG, HARD, "Öre & Flint", HARD, at("2026-05-31T08:00:00Z"), 0)
                .play(MediaKind.EPISODE, "The Well", "", "North Pier", at("2026-05-31T18:00:00Z"), 2_700)
                .play(MediaKind.FILM, "A Long Winter Without You", "Ines Roth", "", at("2026-06-01T09:30:00Z"), 7_260)
                .dated(Precision.DAY, MediaKind.BOOK, "The Salt Road", "Jun Ito", LocalDate.of(2026, 5, 20))
                .dated(Precision.MONTH, MediaKind.BOOK, "Reeds", "Jun Ito", LocalDate.of(2026, 4, 1))
                .undated(MediaKind.FILM, "Once", "Nobody")
                .build();
    }

    static Link link(Show show, String period) {
        return new Link(
                new UserId(1),
                1,
                show,
                "",
                Set.of(),
                period,
                Subject.CREATOR,
                null,
                null,
                new Link.Use(null, "0123456789ab"),
                at("2026-01-01T00:00:00Z"));
    }

    /** Any characters at all, some of them twice as likely because they are trouble. */
    static String anything(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(120);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(6)) {
                case 0 -> text.append((char) random.nextInt(0x20));
                case 1 -> text.append("\"'<>&;,\\\n\r{}=:".charAt(random.nextInt(14)));
                case 2 -> text.appendCodePoint(0x1F300 + random.nextInt(500));
                case 3 -> text.append((char) (0x590 + random.nextInt(200)));
                case 4 -> text.append((char) random.nextInt(0x10000));
                default -> text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }
}
