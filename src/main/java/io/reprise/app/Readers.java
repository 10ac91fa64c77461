package io.reprise.app;

import io.reprise.adapters.applemusic.DailyTracksFile;
import io.reprise.adapters.applemusic.PlayActivityFile;
import io.reprise.adapters.audioscrobbler.SubmissionFormat;
import io.reprise.adapters.emby.EmbyInlet;
import io.reprise.adapters.freshrss.FreshRssInlet;
import io.reprise.adapters.generic.MappedCsv;
import io.reprise.adapters.generic.MappedJson;
import io.reprise.adapters.goodreads.GoodreadsLibrary;
import io.reprise.adapters.greader.ReadItem;
import io.reprise.adapters.greader.ReaderHistory;
import io.reprise.adapters.imdb.ImdbRatings;
import io.reprise.adapters.immich.ImmichInlet;
import io.reprise.adapters.instapaper.InstapaperExport;
import io.reprise.adapters.jellyfin.JellyfinInlet;
import io.reprise.adapters.kodi.KodiInlet;
import io.reprise.adapters.koito.KoitoExport;
import io.reprise.adapters.koito.KoitoHistory;
import io.reprise.adapters.koito.KoitoListenFormat;
import io.reprise.adapters.koreader.KoreaderInlet;
import io.reprise.adapters.koreader.StatisticsFile;
import io.reprise.adapters.lastfm.GhanCsvFile;
import io.reprise.adapters.lastfm.GhanCsvFormat;
import io.reprise.adapters.lastfm.GhanJsonFile;
import io.reprise.adapters.lastfm.GhanJsonFormat;
import io.reprise.adapters.lastfm.LastfmHistory;
import io.reprise.adapters.lastfm.PlainCsvFile;
import io.reprise.adapters.lastfm.PlainCsvFormat;
import io.reprise.adapters.lastfm.RecentTrackFormat;
import io.reprise.adapters.lastfm.server.ScrobbleFormat;
import io.reprise.adapters.letterboxd.LetterboxdExport;
import io.reprise.adapters.librefm.LibrefmCsv;
import io.reprise.adapters.listenbrainz.ListenBrainzExportArray;
import io.reprise.adapters.listenbrainz.ListenBrainzExportLines;
import io.reprise.adapters.listenbrainz.ListenBrainzHistory;
import io.reprise.adapters.listenbrainz.ListenFormat;
import io.reprise.adapters.maloja.MalojaExportFile;
import io.reprise.adapters.maloja.MalojaFormat;
import io.reprise.adapters.maloja.MalojaHistory;
import io.reprise.adapters.maloja.server.NewScrobbleFormat;
import io.reprise.adapters.miniflux.MinifluxInlet;
import io.reprise.adapters.netflix.NetflixActivity;
import io.reprise.adapters.netflix.NetflixHistory;
import io.reprise.adapters.omnivore.OmnivoreExport;
import io.reprise.adapters.opml.OpmlFile;
import io.reprise.adapters.pano.PanoScrobblerFile;
import io.reprise.adapters.plex.PlexInlet;
import io.reprise.adapters.pocket.PocketExport;
import io.reprise.adapters.pyscrobbler.ScrobFormat;
import io.reprise.adapters.readwise.ReaderExport;
import io.reprise.adapters.reprise.NativeFormat;
import io.reprise.adapters.reprise.RepriseExportFile;
import io.reprise.adapters.rockbox.ScrobblerLog;
import io.reprise.adapters.simkl.SimklExport;
import io.reprise.adapters.spinitron.SpinitronCsv;
import io.reprise.adapters.spotify.RecentlyPlayedFormat;
import io.reprise.adapters.spotify.SpotifyExtendedFile;
import io.reprise.adapters.spotify.SpotifyHistory;
import io.reprise.adapters.spotify.SpotifyPlayFormat;
import io.reprise.adapters.spotify.SpotifyShortFile;
import io.reprise.adapters.spotify.SpotifyShortFormat;
import io.reprise.adapters.storygraph.StorygraphLibrary;
import io.reprise.adapters.trakt.TraktExport;
import io.reprise.adapters.trakt.TraktHistory;
import io.reprise.adapters.trakt.TraktInlet;
import io.reprise.adapters.trakt.WatchedFormat;
import io.reprise.adapters.wallabag.ArchivedEntry;
import io.reprise.adapters.wallabag.WallabagExport;
import io.reprise.adapters.wallabag.WallabagHistory;
import io.reprise.adapters.youtube.WatchHistoryFile;
import io.reprise.http.HostRate;
import io.reprise.http.PoliteClient;
import io.reprise.imports.FileFormat;
import io.reprise.imports.FileFormats;
import io.reprise.imports.HistorySources;
import io.reprise.inlet.InletParties;
import io.reprise.scrobble.Format;
import io.reprise.scrobble.Formats;
import java.util.ArrayList;
import java.util.List;

/** Every payload, file and outside history that this server can read; a new one is one line here. */
final class Readers {
    private Readers() {}

    static Formats payloads() {
        List<Format> formats = new ArrayList<>(ScrobFormat.all());
        formats.add(new ListenFormat());
        formats.add(new NativeFormat());
        formats.add(new GhanCsvFormat());
        formats.add(new GhanJsonFormat());
        formats.add(new PlainCsvFormat());
        formats.add(new RecentTrackFormat());
        formats.add(new SpotifyPlayFormat());
        formats.add(new SpotifyShortFormat());
        formats.add(new MalojaFormat());
        formats.add(new ScrobbleFormat());
        formats.add(new SubmissionFormat());
        formats.add(new NewScrobbleFormat());
        formats.addAll(PlexInlet.formats());
        formats.addAll(JellyfinInlet.formats());
        formats.addAll(EmbyInlet.formats());
        formats.addAll(KodiInlet.formats());
        formats.addAll(MinifluxInlet.formats());
        formats.addAll(FreshRssInlet.formats());
        formats.addAll(ImmichInlet.formats());
        formats.addAll(KoreaderInlet.formats());
        formats.addAll(TraktInlet.formats());
        formats.add(new ArchivedEntry());
        formats.add(new ReadItem());
        files().all().forEach(file -> formats.addAll(file.payloads()));
        formats.add(new KoitoListenFormat());
        formats.add(new WatchedFormat());
        formats.add(new RecentlyPlayedFormat());
        return new Formats(formats);
    }

    /** Who can call us, in the order in which people are shown them. */
    static InletParties parties() {
        return new InletParties(List.of(
                new PlexInlet(),
                new JellyfinInlet(),
                new EmbyInlet(),
                new KodiInlet(),
                new MinifluxInlet(),
                new FreshRssInlet(),
                new ImmichInlet(),
                new KoreaderInlet(),
                new TraktInlet()));
    }

    /** How fast the parties that say so let themselves be asked; all others are asked four times a second at most. */
    static List<HostRate> rates() {
        return List.of(LastfmHistory.RATE, ListenBrainzHistory.RATE, TraktHistory.RATE);
    }

    /** In the order in which people are shown them. */
    static HistorySources histories(PoliteClient client) {
        return new HistorySources(List.of(
                LastfmHistory.lastfm(client, new RecentTrackFormat()),
                LastfmHistory.librefm(client, new RecentTrackFormat()),
                new ListenBrainzHistory(client, new ListenFormat()),
                new MalojaHistory(client, new MalojaFormat()),
                new KoitoHistory(client, new KoitoListenFormat()),
                new TraktHistory(client, new WatchedFormat()),
                new SpotifyHistory(client, new RecentlyPlayedFormat()),
                new WallabagHistory(client, new ArchivedEntry()),
                new ReaderHistory(client, new ReadItem())));
    }

    /** In the order in which they are asked whether a file is theirs: the least certain last. */
    static FileFormats files() {
        List<FileFormat> files = new ArrayList<>(List.of(
                new ListenBrainzExportLines(new ListenFormat()),
                new ListenBrainzExportArray(new ListenFormat()),
                new SpotifyExtendedFile(new SpotifyPlayFormat()),
                new SpotifyShortFile(new SpotifyShortFormat()),
                new GhanJsonFile(new GhanJsonFormat()),
                new MalojaExportFile(new MalojaFormat())));
        files.addAll(music());
        files.addAll(films());
        files.addAll(pages());
        files.addAll(List.of(
                new RepriseExportFile(new NativeFormat()),
                new GhanCsvFile(new GhanCsvFormat()),
                LibrefmCsv.file(),
                new PlainCsvFile(new PlainCsvFormat()),
                MappedCsv.guessing(),
                MappedJson.guessing()));
        return new FileFormats(files);
    }

    private static List<FileFormat> music() {
        return List.of(
                KoitoExport.file(),
                PanoScrobblerFile.file(),
                ScrobblerLog.file(),
                PlayActivityFile.file(),
                DailyTracksFile.file(),
                SpinitronCsv.file(),
                WatchHistoryFile.json(),
                WatchHistoryFile.html());
    }

    private static List<FileFormat> films() {
        return List.of(
                TraktExport.history(),
                TraktExport.ratings(),
                SimklExport.file(),
                LetterboxdExport.diary(),
                LetterboxdExport.ratings(),
                LetterboxdExport.watched(),
                ImdbRatings.file(),
                NetflixHistory.file(),
                NetflixActivity.file());
    }

    private static List<FileFormat> pages() {
        return List.of(
                GoodreadsLibrary.file(),
                StorygraphLibrary.file(),
                StatisticsFile.file(),
                PocketExport.file(),
                InstapaperExport.file(),
                OmnivoreExport.file(),
                WallabagExport.file(),
                ReaderExport.json(),
                ReaderExport.csv(),
                OpmlFile.file());
    }
}
