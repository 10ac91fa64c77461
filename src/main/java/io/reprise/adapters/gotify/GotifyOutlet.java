package io.reprise.adapters.gotify;

import io.reprise.http.Answer;
import io.reprise.http.NotAllowed;
import io.reprise.http.Outgoing;
import io.reprise.http.PoliteClient;
import io.reprise.relay.Message;
import io.reprise.relay.Messenger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Posts to {@code /message} with the token of an application. Thread-safe. */
public final class GotifyOutlet implements Messenger {
    /** From here on the Android app makes a sound and shows it at the top. */
    private static final int HIGH = 8;

    private static final int USUAL = 5;

    private final PoliteClient client;
    private final Optional<URI> home;

    public GotifyOutlet(PoliteClient client, Optional<URI> home) {
        this.client = client;
        this.home = home;
    }

    @Override
    public String word() {
        return "gotify";
    }

    @Override
    public String title() {
        return "Gotify";
    }

    @Override
    public Optional<URI> home() {
        return home;
    }

    @Override
    public Needs needs() {
        return new Needs(false, false, true);
    }

    @Override
    public void tell(Account account, Message message, String id) {
        URI address = account.at("/message");
        byte[] body = json(message).toString().getBytes(StandardCharsets.UTF_8);
        Answer answer = client.send(Outgoing.post(address, "application/json", body)
                .with("X-Gotify-Key", String.valueOf(account.keys().token())));
        if (!answer.text().contains("\"appid\"")) {
            throw new NotAllowed(address + " took the message, but did not answer as Gotify does; is the address"
                    + " right, with https?");
        }
    }

    private static ObjectNode json(Message message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("title", message.title());
        json.put("message", message.text());
        json.put("priority", message.tone() == Message.Tone.TROUBLE ? HIGH : USUAL);
        ObjectNode extras = json.putObject("extras");
        extras.putObject("client::display").put("contentType", "text/plain");
        URI link = message.link();
        if (link != null) {
            extras.putObject("client::notification").putObject("click").put("url", link.toString());
        }
        return json;
    }
}
