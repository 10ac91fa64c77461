package io.reprise.app;

import io.reprise.adapters.audioscrobbler.SubmissionFormat;
import io.reprise.adapters.koito.pull.KoitoHistory;
import io.reprise.adapters.koito.pull.KoitoListenFormat;
import io.reprise.adapters.lastfm.GhanCsvFile;
import io.reprise.adapters.lastfm.GhanCsvFormat;
import io.reprise.adapters.lastfm.GhanJsonFile;
import io.reprise.adapters.lastfm.GhanJsonFormat;
import io.reprise.adapters.lastfm.LastfmHistory;
import io.reprise.adapters.lastfm.PlainCsvFile;
import io.reprise.adapters.lastfm.PlainCsvFormat;
import io.reprise.adapters.lastfm.RecentTrackFormat;
import io.reprise.adapters.lastfm.server.ScrobbleFormat;
import io.reprise.adapters.listenbrainz.ListenBrainzExportArray;
import io.reprise.adapters.listenbrainz.ListenBrainzExportLines;
import io.reprise.adapters.listenbrainz.ListenBrainzHistory;
import io.reprise.adapters.listenbrainz.ListenFormat;
import io.reprise.adapters.maloja.MalojaExportFile;
import io.reprise.adapters.maloja.MalojaFormat;
import io.reprise.adapters.maloja.MalojaHistory;
import io.reprise.adapters.maloja.server.NewScrobbleFormat;
import io.reprise.adapters.pyscrobbler.ScrobFormat;
import io.reprise.adapters.reprise.NativeFormat;
import io.reprise.adapters.reprise.RepriseExportFile;
import io.reprise.adapters.spotify.RecentlyPlayedFormat;
import io.reprise.adapters.spotify.SpotifyExtendedFile;
import io.reprise.adapters.spotify.SpotifyHistory;
import io.reprise.adapters.spotify.SpotifyPlayFormat;
import io.reprise.adapters.spotify.SpotifyShortFile;
import io.reprise.adapters.spotify.SpotifyShortFormat;
import io.reprise.adapters.trakt.pull.TraktHistory;
import io.reprise.adapters.trakt.pull.WatchedFormat;
import io.reprise.http.PoliteClient;
import io.reprise.imports.FileFormats;
import io.reprise.imports.HistorySources;
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
        formats.add(new KoitoListenFormat());
        formats.add(new WatchedFormat());
        formats.add(new RecentlyPlayedFormat());
        return new Formats(formats);
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
                new SpotifyHistory(client, new RecentlyPlayedFormat())));
    }

    /** In the order in which they are asked whether a file is theirs: the least certain last. */
    static FileFormats files() {
        return new FileFormats(List.of(
                new ListenBrainzExportLines(new ListenFormat()),
                new ListenBrainzExportArray(new ListenFormat()),
                new SpotifyExtendedFile(new SpotifyPlayFormat()),
                new SpotifyShortFile(new SpotifyShortFormat()),
                new GhanJsonFile(new GhanJsonFormat()),
                new MalojaExportFile(new MalojaFormat()),
                new RepriseExportFile(new NativeFormat()),
                new GhanCsvFile(new GhanCsvFormat()),
                new PlainCsvFile(new PlainCsvFormat())));
    }
}
