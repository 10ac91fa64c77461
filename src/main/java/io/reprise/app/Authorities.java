package io.reprise.app;

import io.reprise.adapters.musicbrainz.CoverArt;
import io.reprise.adapters.musicbrainz.MusicBrainz;
import io.reprise.adapters.musicbrainz.offline.OfflineMusicBrainz;
import io.reprise.adapters.openlibrary.Covers;
import io.reprise.adapters.openlibrary.OpenLibrary;
import io.reprise.adapters.tmdb.Posters;
import io.reprise.adapters.tmdb.Tmdb;
import io.reprise.adapters.tmdb.TmdbKey;
import io.reprise.adapters.tvmaze.ShowPosters;
import io.reprise.adapters.tvmaze.Tvmaze;
import io.reprise.adapters.webpage.Webpage;
import io.reprise.adapters.wikidata.CommonsImages;
import io.reprise.adapters.wikidata.Wikidata;
import io.reprise.art.ArtJob;
import io.reprise.art.ArtSource;
import io.reprise.http.HostRate;
import io.reprise.http.Pace;
import io.reprise.http.PoliteClient;
import io.reprise.http.Politeness;
import io.reprise.resolve.Answers;
import io.reprise.resolve.Authority;
import io.reprise.resolve.AuthorityName;
import io.reprise.store.Database;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may be asked what things really are, in the order in which they are: this machine's own indexes come first. */
record Authorities(
        List<Authority> all, List<AuthorityName> names, Art art, PoliteClient client, Optional<Webpage> pages)
        implements AutoCloseable {
    private static final List<HostRate> RATES =
            List.of(MusicBrainz.RATE, Tvmaze.RATE, OpenLibrary.RATE, Wikidata.RATE, CoverArt.RATE, Covers.RATE);

    /** Who has pictures, and what fetches them. */
    record Art(List<ArtSource> sources, PoliteClient client) {}

    /** {@code indexes} is the folder of loaded dumps, which need not be there. */
    record Ground(Database database, InstantSource clock, AuthorityConfig config, Path indexes, String program) {}

    static Authorities over(Ground ground, Pace pace) {
        AuthorityConfig config = ground.config();
        Politeness politeness =
                Politeness.usual(config.userAgent(ground.program())).at(RATES);
        PoliteClient client = new PoliteClient(politeness, ground.clock(), pace);
        Answers answers = new Answers(ground.database(), ground.clock());
        List<Authority> all = new ArrayList<>();
        all.add(new OfflineMusicBrainz(ground.indexes()));
        List<Authority> far = new ArrayList<>(List.of(
                new MusicBrainz(config.musicBrainz(), client, answers),
                new Tvmaze(Tvmaze.ADDRESS, client, answers),
                new OpenLibrary(OpenLibrary.ADDRESS, client, answers),
                new Wikidata(Wikidata.ADDRESS, client, answers)));
        config.tmdbKey().ifPresent(key -> far.add(1, new Tmdb(Tmdb.ADDRESS, new TmdbKey(key), client, answers)));
        List<AuthorityName> names = new ArrayList<>(List.of(Tmdb.NAME, Webpage.NAME));
        Stream.concat(all.stream(), far.stream())
                .map(Authority::name)
                .filter(name -> !names.contains(name))
                .forEach(names::add);
        far.stream().filter(authority -> config.isOn(authority.word())).forEach(all::add);
        Optional<Webpage> pages = config.isOn("webpage")
                ? Optional.of(new Webpage(politeness, ground.clock(), answers, Webpage.Hosts.PUBLIC_ONLY))
                : Optional.empty();
        pages.ifPresent(all::add);
        PoliteClient pictures =
                new PoliteClient(politeness.withoutRedirects(ArtJob.Rooms.bytesMax()), ground.clock(), pace);
        Art art = new Art(sources(config, client, answers), pictures);
        return new Authorities(List.copyOf(all), names, art, client, pages);
    }

    /** Those whose authority is on. */
    private static List<ArtSource> sources(AuthorityConfig config, PoliteClient client, Answers answers) {
        List<ArtSource> all = new ArrayList<>(List.of(
                new CoverArt(config.musicBrainz(), CoverArt.ADDRESS, client, answers),
                new ShowPosters(Tvmaze.ADDRESS, client, answers),
                new Covers(OpenLibrary.ADDRESS, Covers.PICTURES, client, answers),
                new CommonsImages(Wikidata.ADDRESS, CommonsImages.COMMONS, client, answers)));
        config.tmdbKey()
                .ifPresent(key -> all.add(1, new Posters(Posters.Addresses.USUAL, new TmdbKey(key), client, answers)));
        return all.stream().filter(source -> config.isOn(source.word())).toList();
    }

    @Override
    public void close() {
        pages.ifPresent(Webpage::close);
        art.client().close();
        client.close();
    }
}
