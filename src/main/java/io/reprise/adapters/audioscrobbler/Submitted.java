package io.reprise.adapters.audioscrobbler;

import io.reprise.account.UserId;
import io.reprise.http.FormFields;
import io.reprise.imports.EpochSeconds;
import io.reprise.rating.Rated;
import io.reprise.scrobble.Quarantine;
import io.reprise.scrobble.Receipt;
import io.reprise.scrobble.Submission;
import io.reprise.scrobble.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A submission: tracks with their starts. A player sends what was answered with FAILED again for ever, so a track that
 * can never be right goes to quarantine with the reason, and the rest is stored.
 */
final class Submitted {
    private static final Logger LOG = LoggerFactory.getLogger("reprise.audioscrobbler");
    private static final SubmissionFormat FORMAT = new SubmissionFormat();
    /** 2002-10-01: before it nobody scrobbled. */
    private static final long SECOND_MIN = 1_033_430_400;

    private static final int AHEAD_SECONDS_MAX = 3600;

    private final AudioScrobblerDoor.Rooms rooms;
    private final InstantSource clock;

    Submitted(AudioScrobblerDoor.Rooms rooms, InstantSource clock) {
        this.rooms = rooms;
        this.clock = clock;
    }

    private record Track(FormFields fields, Submission submission) {}

    String take(AudioScrobblerDoor.Said said) {
        List<Track> good = new ArrayList<>();
        for (FormFields track : SubmittedTracks.of(said.fields())) {
            try {
                good.add(read(track));
            } catch (Unreadable e) {
                keep(said.user().id(), track, String.valueOf(e.getMessage()));
            }
        }
        if (!good.isEmpty()) {
            List<Submission> submissions = good.stream().map(Track::submission).toList();
            List<Receipt> receipts = rooms.intake().accept(said.user().id(), said.origin(), submissions);
            for (int i = 0; i < good.size(); i++) {
                note(said.user().id(), good.get(i), receipts.get(i));
            }
        }
        return "OK\n";
    }

    private Track read(FormFields track) throws Unreadable {
        long second = EpochSeconds.told("i", track.text("i"));
        if (second < SECOND_MIN || second > clock.instant().getEpochSecond() + AHEAD_SECONDS_MAX) {
            throw new Unreadable("i: expected a start from 2002-10-01 up to an hour from now, got " + second);
        }
        byte[] payload = track.encoded().getBytes(StandardCharsets.UTF_8);
        return new Track(track, Submission.read(FORMAT, payload));
    }

    /** A track that is sent again is not rated again. */
    private void note(UserId user, Track track, Receipt receipt) {
        switch (receipt) {
            case Receipt.Stored(long number) -> rate(user, track, number);
            case Receipt.Known known -> LOG.debug("a track of user {} is known as {}", user, known.number());
            case Receipt.Refused(String reason) -> keep(user, track.fields(), reason);
        }
    }

    private void keep(UserId user, FormFields track, String reason) {
        byte[] bytes = track.encoded().getBytes(StandardCharsets.UTF_8);
        Quarantine.Row row = new Quarantine.Row(0, "a submission", FORMAT.word(), reason, bytes);
        if (!rooms.database().write(tx -> rooms.quarantine().keep(tx, user, row))) {
            LOG.warn("the quarantine of user {} is full, so a track was let go: {}", user, reason);
        }
    }

    private void rate(UserId user, Track track, long number) {
        Rated about = Rated.of(track.submission().told().mention(), number, null);
        SubmissionFormat.Thought.of(track.fields()).ifPresent(thought -> {
            switch (thought) {
                case LOVE -> rooms.loves().love(user, about);
                case BAN -> rooms.loves().hate(user, about);
                case SKIP -> LOG.debug("user {} skipped scrobble {}", user, number);
            }
        });
    }

    /** The fields without some, the session above all. */
    static FormFields without(FormFields fields, String... names) {
        Set<String> left = Set.of(names);
        Map<String, String> rest = new LinkedHashMap<>();
        fields.names().stream()
                .filter(name -> !left.contains(name))
                .forEach(name -> rest.put(name, String.valueOf(fields.get(name))));
        return FormFields.ofMap(rest);
    }
}
