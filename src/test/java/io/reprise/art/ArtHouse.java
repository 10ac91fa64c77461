package io.reprise.art;

import static io.reprise.laws.Library.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.reprise.account.UserId;
import io.reprise.catalog.SubjectKind;
import io.reprise.catalog.Thing;
import io.reprise.http.PoliteClient;
import io.reprise.http.Politeness;
import io.reprise.job.Job;
import io.reprise.job.JobState;
import io.reprise.job.Worker;
import io.reprise.laws.Library;
import io.reprise.media.ExternalId;
import io.reprise.store.Dialect;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A library with a source of pictures on a free port, and the job that asks it. */
final class ArtHouse implements AutoCloseable {
    private static final int WAIT_SECONDS_MAX = 60;

    final Library library;
    final PictureParty party = new PictureParty();
    final Shelf shelf = new Shelf("shelf");
    final Shelf other = new Shelf("other");
    final Pictures pictures;
    final Worker worker;
    final Curator curator;
    private final PoliteClient client = client();
    private volatile CountDownLatch ended = new CountDownLatch(1);

    ArtHouse(Dialect dialect, Path folder, long cacheBytes) {
        library = new Library(dialect);
        pictures = new Pictures(library.database, library.clock, new Pictures.Store(folder, cacheBytes));
        ArtJob.Rooms rooms =
                new ArtJob.Rooms(library.database, library.histories, List.of(shelf, other), client, library.clock);
        worker = new Worker(library.database, library.clock, List.of(new ArtJob(rooms, pictures)), 1);
        worker.whenEnded(user -> ended.countDown());
        curator = new Curator(worker, List.of(shelf, other));
    }

    static PoliteClient client() {
        Politeness politeness = new Politeness(
                "test",
                Duration.ofSeconds(2),
                Duration.ofMillis(700),
                2,
                Duration.ofMillis(1),
                Duration.ofMillis(5),
                Duration.ZERO,
                Map.of(),
                ArtJob.Rooms.bytesMax(),
                false);
        return new PoliteClient(politeness, InstantSource.system());
    }

    /** A source that knows releases by the codes of their songs, and artists. */
    final class Shelf implements ArtSource {
        private final String word;
        final Map<String, String> paths = new ConcurrentHashMap<>();
        volatile @Nullable RuntimeException failure;
        volatile Runnable whenAsked = () -> {};
        volatile int asked;

        Shelf(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }

        @Override
        public String title() {
            return word;
        }

        @Override
        public String terms() {
            return "as it is";
        }

        @Override
        public boolean knows(Asked question) {
            return question.id().scheme().equals(question.subject() == SubjectKind.CREATOR ? "mb:artist" : "isrc");
        }

        @Override
        public Optional<Offer> find(Asked question) {
            asked++;
            whenAsked.run();
            RuntimeException broken = failure;
            if (broken != null) {
                throw broken;
            }
            return Optional.ofNullable(paths.get(question.id().value()))
                    .map(path -> new Offer(party.at(path), "by " + word, "https://example.org" + path));
        }

        /** It has this picture for this id. */
        void has(String id, byte[] picture) {
            paths.put(id, "/" + word + "/" + id);
            party.has("/" + word + "/" + id, picture);
        }
    }

    void plays(String title, String artist, String album, String isrc, int day) {
        library.live(
                ADA,
                "phone",
                "title=%s;artist=%s;album=%s;isrc=%s;length=200;at=2026-01-%02dT10:00:00Z"
                        .formatted(title, artist, album, isrc, day));
    }

    JobState fetch() throws InterruptedException {
        return fetch(ArtJob.Argument.USUAL);
    }

    JobState fetch(ArtJob.Argument argument) throws InterruptedException {
        ended = new CountDownLatch(1);
        try {
            Job job = curator.fetch(ADA, argument);
            assertThat(ended.await(WAIT_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
            return worker.find(ADA, job.id()).orElseThrow().state();
        } catch (io.reprise.job.JobFailure e) {
            throw new AssertionError(e);
        }
    }

    /** Has a job that was paused go on to its end. */
    JobState fetchAgain(Job job) throws InterruptedException {
        ended = new CountDownLatch(1);
        try {
            worker.again(ADA, job.id());
            assertThat(ended.await(WAIT_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
            return worker.find(ADA, job.id()).orElseThrow().state();
        } catch (io.reprise.job.JobFailure e) {
            throw new AssertionError(e);
        }
    }

    Gallery gallery(UserId user) {
        return pictures.gallery(user, library.history(user));
    }

    /** The print that a thing of Ada's shows. */
    Optional<Pictures.Print> print(SubjectKind kind, int number) {
        return pictures.print(ADA, gallery(ADA), new Thing(kind, number), PictureSize.MEDIUM);
    }

    /** The colour in the middle of what a thing shows, with three bits of each channel; -1 where it shows nothing. */
    int colour(SubjectKind kind, int number) {
        return print(kind, number)
                .map(print -> Drawn.read(print.jpeg()))
                .map(image -> image.getRGB(image.getWidth() / 2, image.getHeight() / 2) & 0xe0e0e0)
                .orElse(-1);
    }

    static ExternalId artist(String value) {
        return new ExternalId("mb:artist", value);
    }

    @Override
    public void close() {
        worker.close();
        client.close();
        party.close();
        library.close();
    }
}
