package io.reprise.api;

import io.reprise.account.Accounts;
import io.reprise.account.Callers;
import io.reprise.art.Curator;
import io.reprise.art.Pictures;
import io.reprise.catalog.Ledger;
import io.reprise.digest.Digests;
import io.reprise.feed.Links;
import io.reprise.history.Histories;
import io.reprise.imports.Drops;
import io.reprise.imports.Imports;
import io.reprise.imports.Pulls;
import io.reprise.imports.QuarantineRetry;
import io.reprise.inlet.InletRetry;
import io.reprise.inlet.Inlets;
import io.reprise.job.Worker;
import io.reprise.play.Aggregator;
import io.reprise.play.Removal;
import io.reprise.playlist.Evaluator;
import io.reprise.playlist.Playlists;
import io.reprise.rating.Opinions;
import io.reprise.rating.Ratings;
import io.reprise.relay.Feed;
import io.reprise.relay.Introductions;
import io.reprise.relay.Letters;
import io.reprise.relay.Targets;
import io.reprise.resolve.Credits;
import io.reprise.resolve.ResolveOrders;
import io.reprise.resolve.Review;
import io.reprise.scrobble.Intake;
import io.reprise.scrobble.NowPlaying;
import io.reprise.scrobble.Quarantine;
import io.reprise.scrobble.ScrobbleLog;
import io.reprise.store.Database;
import io.reprise.upkeep.Doctor;
import io.reprise.upkeep.Forgetting;
import io.reprise.upkeep.RuleDesk;
import io.reprise.upkeep.Upkeep;
import java.nio.file.Path;
import java.time.InstantSource;

/** The rooms that the API answers from. */
public record ApiRooms(
        People people,
        Books books,
        Work work,
        Care care,
        Out out,
        Connect connect,
        Identity identity,
        Pictured pictured,
        Lists lists,
        InstantSource clock) {
    /** Pictures of things, and what fetches them. */
    public record Pictured(Pictures pictures, Curator curator) {}

    /** The addresses that others call, and what runs their calls again. */
    public record Connect(Inlets inlets, InletRetry retry) {}

    /** The lists of users, and what is in them. */
    public record Lists(Playlists playlists, Evaluator evaluator) {}

    /** What things are: proposals that wait for a person, orders to ask, and the names of creators. */
    public record Identity(Review review, ResolveOrders orders, Credits credits) {}

    /** Who asks, and what they may. */
    public record People(Accounts accounts, Callers callers) {}

    /** What was told and decided, and how it is read. */
    public record Books(Told told, Read read) {}

    /** The way into the log and the ledger. */
    public record Told(Intake intake, NowPlaying nowPlaying, Ledger ledger, Removal removal, Opinions opinions) {
        Ratings ratings() {
            return opinions.ratings();
        }
    }

    /** The ways to read them. */
    public record Read(Database database, ScrobbleLog log, Aggregator aggregator, Histories histories) {}

    /**
     * Jobs, imports, pulls from elsewhere, drop folders, what could not be read, and the folder where uploads wait for
     * their import.
     */
    public record Work(Worker worker, Imports imports, Pulls pulls, Drops drops, Quarantine quarantine, Path spool) {}

    /** What keeps a library in order. */
    public record Care(Doctor doctor, Upkeep upkeep, RuleDesk rule, Forgetting forgetting, QuarantineRetry retry) {}

    /** What tells others of what happens here. */
    public record Out(
            Targets targets, Letters letters, Introductions introductions, Feed feed, Links links, Digests digests) {}
}
