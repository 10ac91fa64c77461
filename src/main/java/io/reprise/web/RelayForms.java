package io.reprise.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person does and enters to have a party told. */
final class RelayForms {
    private RelayForms() {}

    static final List<RelayView.Form> ALL = List.of(
            new RelayView.Form(
                    "lastfm",
                    "Last.fm",
                    List.of(
                            "Make an API account at https://www.last.fm/api/account/create; any name will do,"
                                    + " the callback stays empty.",
                            "Paste its API key and shared secret here.",
                            "Then press “Allow access” beside the new entry and follow the link."),
                    List.of(secret("api_key", "API key", true), secret("secret", "Shared secret", true))),
            new RelayView.Form(
                    "listenbrainz",
                    "ListenBrainz",
                    List.of(
                            "Copy your user token from https://listenbrainz.org/settings/ and paste it here.",
                            "Love and hate are passed on for songs whose MusicBrainz id is known."),
                    List.of(
                            secret("token", "User token", true),
                            text("username", "Your user name there, so that nothing is sent back", null),
                            text("address", "Address, if it is another server", "https://api.listenbrainz.org"))),
            new RelayView.Form(
                    "librefm",
                    "Libre.fm or another GNU FM",
                    List.of("No key is needed. Press “Allow access” beside the new entry and follow the link."),
                    List.of(text("address", "Address, if it is another server", "https://libre.fm/2.0"))),
            new RelayView.Form(
                    "maloja",
                    "Maloja",
                    List.of("Make an API key on the page /admin_apikeys of your Maloja and paste it here."),
                    List.of(needed("address", "Address", "https://maloja.example"), secret("token", "API key", true))),
            new RelayView.Form(
                    "reprise",
                    "Another Reprise",
                    List.of("Make a token on the page Tokens of the other Reprise and paste it here."
                            + " Plays of every kind are passed on."),
                    List.of(needed("address", "Address", "https://reprise.example"), secret("token", "Token", true))),
            new RelayView.Form(
                    "webhook",
                    "Any program (webhook)",
                    List.of("Plays, ratings, what is playing, ends of jobs and failed syncs are posted as JSON,"
                            + " signed with the secret; docs/events.md says how to check it."),
                    List.of(
                            needed("address", "Address", "https://program.example/hook"),
                            secret("token", "Secret (empty: one is made and shown once)", false))));

    private static RelayView.Field secret(String name, String label, boolean required) {
        return new RelayView.Field(name, label, "password", required, null);
    }

    private static RelayView.Field text(String name, String label, @Nullable String hint) {
        return new RelayView.Field(name, label, "text", false, hint);
    }

    private static RelayView.Field needed(String name, String label, String hint) {
        return new RelayView.Field(name, label, "url", true, hint);
    }
}
