package io.reprise.inlet;

import io.reprise.account.Seal;
import io.reprise.adapters.miniflux.MinifluxInlet;
import io.reprise.adapters.plex.PlexInlet;
import io.reprise.scrobble.Format;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The room of inlets with two parties, wired as the application does it, for tests of other rooms. */
public record InletRooms(Inlets inlets, InletRetry retry, InletDoor door) {
    public static InletRooms over(Inbox.Rooms rooms, Seal seal, InstantSource clock) {
        Inlets inlets = new Inlets(
                rooms.database(),
                clock,
                new Inlets.Seals(seal, new SecureRandom()),
                new InletParties(List.of(new PlexInlet(), new MinifluxInlet())));
        Inbox inbox = new Inbox(inlets, rooms, clock);
        return new InletRooms(inlets, new InletRetry(inlets, inbox, rooms), new InletDoor(inlets, inbox));
    }

    /** What reads that these parties tell. */
    public static List<Format> formats() {
        List<Format> formats = new ArrayList<>(PlexInlet.formats());
        formats.addAll(MinifluxInlet.formats());
        return formats;
    }
}
