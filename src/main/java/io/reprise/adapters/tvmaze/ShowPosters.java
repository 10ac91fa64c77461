package io.reprise.adapters.tvmaze;

import io.reprise.art.ArtSource;
import io.reprise.catalog.SubjectKind;
import io.reprise.http.JsonTree;
import io.reprise.http.PoliteClient;
import io.reprise.media.ExternalId;
import io.reprise.resolve.Answers;
import io.reprise.resolve.Upstream;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** The posters of shows at TVmaze, by the id of the show, of one of its episodes, or at TheTVDB. Thread-safe. */
public final class ShowPosters implements ArtSource {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final Upstream upstream;

    /** {@code address} is {@link Tvmaze#ADDRESS}. */
    public ShowPosters(URI address, PoliteClient client, Answers answers) {
        // Remembered apart from what the authority reads, which leaves pictures out.
        this.upstream = new Upstream("tvmaze-art", address, client, answers)
                .without("summary", "_links", "rating", "schedule", "network", "webChannel", "genres", "externals");
    }

    @Override
    public String word() {
        return Tvmaze.WORD;
    }

    @Override
    public String title() {
        return "TVmaze";
    }

    @Override
    public String terms() {
        return "Pictures from TVmaze.com, licensed CC BY-SA.";
    }

    @Override
    public boolean knows(Asked asked) {
        return asked.subject() == SubjectKind.CONTAINER
                && NUMBER.matcher(asked.id().value()).matches()
                && switch (asked.id().scheme()) {
                    case Show.SCHEME, Episode.SCHEME, "tvdb:series", "tvdb:show" -> true;
                    default -> false;
                };
    }

    @Override
    public Optional<ExternalId> whole(Asked asked) {
        if (!asked.id().scheme().equals(Episode.SCHEME)) {
            return Optional.of(asked.id());
        }
        return upstream.thing("/episodes/" + asked.id().value() + "?embed=show", "id", "_embedded")
                .map(told -> told.at("_embedded").at("show").text("id"))
                .filter(show -> NUMBER.matcher(show).matches())
                .map(show -> new ExternalId(Show.SCHEME, show));
    }

    @Override
    public Optional<Offer> find(Asked asked) {
        String path = asked.id().scheme().equals(Show.SCHEME)
                ? "/shows/" + asked.id().value()
                : "/lookup/shows?thetvdb=" + asked.id().value();
        return upstream.thing(path, "id", "name").flatMap(ShowPosters::offer);
    }

    private static Optional<Offer> offer(JsonTree show) {
        String original = show.at("image").text("original");
        String poster = original.isEmpty() ? show.at("image").text("medium") : original;
        return poster.startsWith("http")
                ? Optional.of(new Offer(URI.create(poster), "TVmaze, CC BY-SA 4.0", show.text("url")))
                : Optional.empty();
    }
}
