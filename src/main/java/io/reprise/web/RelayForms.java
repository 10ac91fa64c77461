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
                    "mail",
                    "E-mail",
                    List.of(
                            "You get a mail when a connection begins to fail, when it is paused because it failed too"
                                    + " often, and when it works again. Never for plays.",
                            "Enter your mailbox, add it, then press “Test”.",
                            "It works where whoever runs this server has set a mail server; docs/config.md says how."),
                    List.of(new RelayView.Field("address", "Your mailbox", "email", true, "ada@example.org"))),
            new RelayView.Form(
                    "ntfy",
                    "ntfy (push messages)",
                    List.of(
                            "You get a push message when a connection begins to fail, is paused, or works again.",
                            "In the ntfy app, subscribe to a topic with a name that nobody guesses: on ntfy.sh who"
                                    + " knows the name can read along.",
                            "Copy the topic's address here. A topic that is protected needs an access token too."),
                    List.of(
                            needed("address", "Address of the topic", "https://ntfy.sh/reprise-4f7a91c2"),
                            secret("token", "Access token, if the topic is protected", false))),
            new RelayView.Form(
                    "gotify",
                    "Gotify (push messages)",
                    List.of(
                            "You get a push message when a connection begins to fail, is paused, or works again.",
                            "In your Gotify, make an application on the page Apps and copy its token here."),
                    List.of(
                            needed("address", "Address", "https://gotify.example"),
                            secret("token", "Token of the application", true))),
            new RelayView.Form(
                    "webhook",
                    "Any program (webhook)",
                    List.of("Plays, ratings, what is playing, ends of jobs and trouble with connections are posted"
                            + " as JSON, signed with the secret; docs/events.md says how to check it."),
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
