package io.reprise.upkeep;

import io.reprise.account.User;
import io.reprise.account.UserId;
import io.reprise.art.PictureAudit;
import io.reprise.catalog.CatalogAudit;
import io.reprise.catalog.CatalogRows;
import io.reprise.catalog.SubjectKind;
import io.reprise.play.Play;
import io.reprise.play.PlayAudit;
import io.reprise.play.Reason;
import io.reprise.scrobble.LogAudit;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Database;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Examines one user's two books, their readings and the pictures, reading only, in bounded batches, each of which sees
 * one state of the store. What is told or decided meanwhile is not taken for a fault. Thread-safe.
 */
public final class Doctor {
    /** How often an examination begins again because decisions were taken or readings made anew meanwhile. */
    private static final int ROUNDS_MAX = 3;

    private static final int BEYOND_MAX = 100;

    private final Database database;
    private final ScrobbleLog log;
    private final LogAudit logAudit;
    private final PictureAudit pictures;

    public Doctor(Database database, ScrobbleLog log, LogAudit logAudit, PictureAudit pictures) {
        this.database = database;
        this.log = log;
        this.logAudit = logAudit;
        this.pictures = pictures;
    }

    /** Everything that is wrong with this user's library. */
    public Diagnosis examine(User user) {
        for (int round = 0; round < ROUNDS_MAX; round++) {
            Findings findings = new Findings();
            CatalogRows.Version before = version(user.id());
            examine(user.id(), findings);
            if (isSame(before, version(user.id()))) {
                return findings.diagnosis(user.name());
            }
        }
        Findings busy = new Findings();
        busy.add(Check.CHANGING, ROUNDS_MAX, "it is being rebuilt, or many decisions are taken");
        return busy.diagnosis(user.name());
    }

    /** Whether the log has merely grown since it was read as plays, and nothing else is wrong with the cursor. */
    public boolean isMerelyBehind(UserId user) {
        return database.read(tx -> {
            long derived = PlayAudit.sums(tx, user).derived();
            return derived < log.last(tx, user) && !PlayAudit.anyAfter(tx, user, derived);
        });
    }

    private CatalogRows.Version version(UserId user) {
        return database.read(tx -> CatalogRows.version(tx, user));
    }

    /** A catalog that only grew does not disturb. */
    private static boolean isSame(CatalogRows.Version before, CatalogRows.Version now) {
        return before.epoch() == now.epoch() && before.decisions() == now.decisions();
    }

    private void examine(UserId user, Findings findings) {
        long head = database.read(tx -> log.last(tx, user));
        long derived = database.read(tx -> PlayAudit.sums(tx, user).derived());
        books(user, head, findings);
        PlayAudit.Known known = catalog(user, findings);
        plays(user, Math.min(head, derived), known, findings);
        daily(user, findings);
        sums(user, head, findings);
        PictureAudit.Sink sink = (fault, where) -> findings.add(check(fault), where);
        pictures.ofUser(user, sink);
        pictures.ofCache(sink);
    }

    private static Check check(PictureAudit.Fault fault) {
        return switch (fault) {
            case GONE -> Check.PICTURE_GONE;
            case CUT_OFF -> Check.PICTURE_CUT_OFF;
            case STRAY -> Check.PICTURE_STRAY;
            case OWN_CUT_OFF -> Check.OWN_PICTURE_CUT_OFF;
            case OWN_OF_NOTHING -> Check.OWN_PICTURE_OF_NOTHING;
        };
    }

    private void books(UserId user, long head, Findings findings) {
        long greatest = database.read(tx -> logAudit.greatest(tx, user));
        if (greatest < head) {
            findings.add(Check.SCROBBLE_NUMBERS, head - greatest, "the head is " + head + ", the last is " + greatest);
        }
        LogAudit.Sink sink = (fault, number) -> findings.add(check(fault), "" + number);
        long last = Math.min(head, greatest);
        for (long after = 0; after < last; after += LogAudit.NUMBERS_MAX) {
            var stretch = new LogAudit.Stretch(after, Math.min(last, after + LogAudit.NUMBERS_MAX));
            database.read(tx -> {
                logAudit.between(tx, user, stretch, sink);
                return stretch;
            });
        }
        database.read(tx -> {
            logAudit.beyond(tx, user, BEYOND_MAX, sink);
            CatalogAudit.decisions(
                    tx, user, (fault, kind, number) -> findings.add(Check.DECISION_NUMBERS, "" + number));
            return user;
        });
    }

    private static Check check(LogAudit.Fault fault) {
        return switch (fault) {
            case MISSING, BEYOND_HEAD -> Check.SCROBBLE_NUMBERS;
            case NO_PAYLOAD -> Check.PAYLOAD_MISSING;
            case TWO_PAYLOADS -> Check.PAYLOAD_TWICE;
            case BROKEN -> Check.PAYLOAD_BROKEN;
            case UNREADABLE -> Check.PAYLOAD_UNREADABLE;
        };
    }

    private PlayAudit.Known catalog(UserId user, Findings findings) {
        CatalogAudit.Sink sink = (fault, kind, number) -> {
            Check check = switch (fault) {
                case MISSING, BEYOND_HEAD -> Check.CATALOG_NUMBERS;
                case POINTER -> Check.POINTERS;
                case CREDITED -> Check.CREDITS;
            };
            findings.add(check, kind.word() + " " + number);
        };
        return database.read(tx -> {
            BitSet items = CatalogAudit.numbers(tx, user, SubjectKind.ITEM, sink);
            BitSet creators = CatalogAudit.numbers(tx, user, SubjectKind.CREATOR, sink);
            BitSet containers = CatalogAudit.numbers(tx, user, SubjectKind.CONTAINER, sink);
            CatalogAudit.credits(tx, user, items, creators, sink);
            return new PlayAudit.Known(items::get, containers::get);
        });
    }

    private void plays(UserId user, long last, PlayAudit.Known known, Findings findings) {
        PlayAudit.Sink sink = (fault, number) -> {
            Check check = switch (fault) {
                case NO_PLAY -> Check.PLAYS;
                case NO_ITEM -> Check.PLAY_ITEM;
                case NO_CONTAINER -> Check.PLAY_CONTAINER;
            };
            findings.add(check, "" + number);
        };
        for (long after = 0; after < last; after += PlayAudit.NUMBERS_MAX) {
            var stretch = new PlayAudit.Stretch(after, Math.min(last, after + PlayAudit.NUMBERS_MAX));
            database.read(tx -> {
                PlayAudit.plays(tx, user, stretch, known, sink);
                return stretch;
            });
        }
    }

    private void daily(UserId user, Findings findings) {
        PlayAudit.Days all = database.read(tx -> PlayAudit.days(tx, user));
        for (long day = all.first(); day <= all.last(); day += PlayAudit.DAYS_MAX) {
            var some = new PlayAudit.Days((int) day, (int) Math.min(all.last(), day + PlayAudit.DAYS_MAX - 1));
            database.read(tx -> {
                PlayAudit.daily(tx, user, some, wrong -> findings.add(Check.DAILY_PLAYS, day(wrong)));
                return some;
            });
        }
        database.read(tx -> {
            PlayAudit.undated(tx, user, wrong -> findings.add(Check.DAILY_PLAYS, day(wrong)));
            return user;
        });
    }

    private static String day(long day) {
        return day == Play.NO_DAY ? "undated" : LocalDate.ofEpochDay(day).toString();
    }

    private void sums(UserId user, long head, Findings findings) {
        database.read(tx -> {
            PlayAudit.Sums sums = PlayAudit.sums(tx, user);
            long now = log.last(tx, user);
            if (sums.derived() < head || sums.derived() > now) {
                String remark = "read up to " + sums.derived() + ", the head is " + now;
                findings.add(Check.CURSOR, Math.abs(now - sums.derived()), remark);
            }
            if (sums.derived() != sums.all()) {
                String remark = sums.derived() + " scrobbles were read, and the plays are " + told(sums.plays());
                findings.add(Check.PLAY_COUNTS, Math.abs(sums.derived() - sums.all()), remark);
            }
            return sums;
        });
    }

    private static String told(Map<Reason, Long> plays) {
        return plays.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + entry.getKey().word())
                .collect(Collectors.joining(", ", "", ""));
    }
}
