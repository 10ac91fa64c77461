package io.reprise.web;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.reprise.account.UserId;
import io.reprise.http.Door;
import io.reprise.http.ErrorForm;
import java.util.List;

/** All pages, as one door of the server. Thread-safe. */
public final class Pages implements Door, AutoCloseable {
    private final Rooms rooms;
    private final Assets assets = new Assets();
    private final Streams streams = new Streams();

    public Pages(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        Reception reception = new Reception(rooms, assets);
        assets.open(routes);
        new SignInPage(rooms, assets).open(routes);
        Live live = new Live(rooms, reception, streams);
        live.open(routes);
        new DashboardPage(live, reception).open(routes);
        new TimelinePage(rooms, reception).open(routes);
        new ChartsPage(reception).open(routes);
        new ReportsPage(reception).open(routes);
        new RecapPage(reception).open(routes);
        OpinionSection opinions = new OpinionSection(rooms, reception);
        opinions.open(routes);
        new ThingPages(rooms, reception, opinions).open(routes);
        new TagsPage(rooms, reception).open(routes);
        new PictureForms(rooms, reception).open(routes);
        new SearchPage(reception).open(routes);
        new PlaylistsPage(rooms, reception).open(routes);
        new ImportsPage(rooms, reception, streams).open(routes);
        new RelayPage(rooms.relaying(), reception).open(routes);
        new LinksPage(rooms, reception).open(routes);
        new ConnectPage(rooms, reception).open(routes);
        new PreviewPage(rooms, reception).open(routes);
        new JobsPage(rooms, reception, streams).open(routes);
        new DuplicatesPage(rooms, reception).open(routes);
        new RulePage(rooms, reception, streams).open(routes);
        new ReviewPage(rooms, reception).open(routes);
        new LedgerPage(rooms, reception).open(routes);
        new CreditsPage(rooms, reception).open(routes);
        new MergePage(rooms, reception).open(routes);
        new TokensPage(rooms, reception).open(routes);
        new SettingsPage(rooms, reception).open(routes);
        new ApprovalPage(rooms, reception).open(routes);
    }

    /** This user's plays have changed; the pages that are open show it. Returns at once. */
    public void playsChanged(UserId user) {
        streams.ring(user);
    }

    /** Ends the event streams of open pages; called before the server stops, which waits for them. */
    @Override
    public void close() {
        streams.close();
    }

    @Override
    public List<ErrorForm> errorForms() {
        return List.of(new ProblemPage(assets));
    }
}
