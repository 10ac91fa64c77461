package io.reprise.web;

import io.reprise.account.Accounts;
import io.reprise.account.Callers;
import io.reprise.account.UserId;
import io.reprise.art.Curator;
import io.reprise.art.Pictures;
import io.reprise.catalog.LedgerDesk;
import io.reprise.digest.Digests;
import io.reprise.feed.Links;
import io.reprise.history.History;
import io.reprise.imports.Drops;
import io.reprise.imports.Imports;
import io.reprise.imports.Pulls;
import io.reprise.inlet.InletRetry;
import io.reprise.inlet.Inlets;
import io.reprise.job.Worker;
import io.reprise.play.Removal;
import io.reprise.playlist.Evaluator;
import io.reprise.playlist.Playlists;
import io.reprise.rating.Opinions;
import io.reprise.relay.Introductions;
import io.reprise.relay.Letters;
import io.reprise.relay.Targets;
import io.reprise.resolve.Credits;
import io.reprise.resolve.ResolveOrders;
import io.reprise.resolve.Review;
import io.reprise.scrobble.NowPlaying;
import io.reprise.upkeep.RuleDesk;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the pages ask for. {@code histories} gives a user's history as of now; {@code moved} is told a user whose time
 * zones changed, so that days are derived again, and returns at once.
 */
public record Rooms(
        Accounts accounts,
        Callers callers,
        Function<UserId, History> histories,
        Folding folding,
        NowPlaying nowPlaying,
        Importing importing,
        Relaying relaying,
        Connect connect,
        Deciding deciding,
        Pictured pictured,
        Lists lists,
        Showing showing,
        Consumer<UserId> moved,
        InstantSource clock) {
    /** What was folded and removed, and the rule for it. */
    public record Folding(Removal removal, RuleDesk rule) {}

    /**
     * What things are: what waits for an answer, orders to ask, all that was decided, rules for names, and what one
     * thinks of them.
     */
    public record Deciding(
            Review review, ResolveOrders orders, LedgerDesk ledger, Credits credits, Opinions opinions) {}

    /** Pictures of things, and what fetches them. */
    public record Pictured(Pictures pictures, Curator curator) {}

    /** The lists of users, and what is in them. */
    public record Lists(Playlists playlists, Evaluator evaluator) {}

    /** The addresses that show one thing, and the digests. */
    public record Showing(Links links, Digests digests) {}

    /** The addresses that others call, and what runs their calls again. */
    public record Connect(Inlets inlets, InletRetry retry) {}

    /**
     * The room of imports, pulls and drop folders, the worker that runs them, and the folder (on the disk of the data)
     * where uploads wait.
     */
    public record Importing(Imports imports, Pulls pulls, Drops drops, Worker worker, Path spool) {}

    /** Who is told of what happens here, what was given up, and who we are there. */
    public record Relaying(Targets targets, Letters letters, Introductions introductions) {}
}
