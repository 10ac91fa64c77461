package io.reprise.api;

import io.reprise.feed.ListFiles;
import io.reprise.http.Door;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Our JSON API as doors for the server. */
public final class Api {
    private final List<Door> doors;
    private final ListFiles lists;

    public Api(ApiRooms rooms, JsonMapper mapper) {
        Desk desk = new Desk(rooms, mapper);
        this.lists = new PlaylistForms(desk);
        Pull pull = (user, order) -> Starting.job(() -> rooms.work()
                .pulls()
                .once(user.id(), SyncFields.order(Fields.of(order)), SyncFields.isAgain(Fields.of(order))));
        this.doors = List.of(
                new ScrobbleDoor(desk),
                new Decisions(desk),
                new ReviewDoor(desk),
                new ResolveOrderDoor(desk),
                new CreditsDoor(desk),
                new Playing(desk),
                new StatsDoor(desk),
                new ChartDoor(desk),
                new ThingDoor(desk),
                new EpisodeDoor(desk),
                new ArtDoor(desk),
                new OwnPicturesDoor(desk),
                new NamedDoor(desk),
                new ReportDoor(desk),
                new RatingDoor(desk),
                new PlaylistDoor(desk),
                new PlaylistItemsDoor(desk),
                new OpinionDoor(desk),
                new ExportDoor(desk),
                new ImportDoor(desk, pull),
                new PreviewDoor(desk),
                new DropDoor(desk),
                new DuplicateDoor(desk),
                new RuleDoor(desk),
                new SyncDoor(desk),
                RelayDoor.relays(desk),
                RelayDoor.webhooks(desk),
                new EventDoor(desk),
                new DailyDoor(desk),
                new LinkDoor(desk),
                new DigestDoor(desk),
                new InletsDoor(desk),
                new JobDoor(desk),
                new UpkeepDoor(desk),
                new QuarantineDoor(desk),
                new TokenDoor(desk),
                new MeDoor(desk),
                new DocumentDoor(desk));
    }

    /** Every resource. */
    public List<Door> doors() {
        return doors;
    }

    /** Playlists as files, for those who need not sign in. */
    public ListFiles lists() {
        return lists;
    }
}
