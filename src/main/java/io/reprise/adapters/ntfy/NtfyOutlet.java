package io.reprise.adapters.ntfy;

import io.reprise.http.Answer;
import io.reprise.http.NotAllowed;
import io.reprise.http.Outgoing;
import io.reprise.http.PoliteClient;
import io.reprise.relay.Message;
import io.reprise.relay.Messenger;
import io.reprise.relay.WebAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Publishes to the topic whose address is the target's; an access token is needed only where the topic is protected.
 * Thread-safe.
 */
public final class NtfyOutlet implements Messenger {
    private static final Pattern TOPIC = Pattern.compile("(https?://[^?#]*/)([-_A-Za-z0-9]{1,64})");
    /** Of three bytes each at the most, this is below its 4,096 bytes. */
    private static final int TEXT_CHARS_MAX = 1_300;

    private static final int HIGH = 4;
    private static final int USUAL = 3;

    private final PoliteClient client;
    private final Optional<URI> home;

    public NtfyOutlet(PoliteClient client, Optional<URI> home) {
        this.client = client;
        this.home = home;
    }

    @Override
    public String word() {
        return "ntfy";
    }

    @Override
    public String title() {
        return "ntfy";
    }

    @Override
    public Optional<URI> home() {
        return home;
    }

    @Override
    public Needs needs() {
        return new Needs(false, false, false);
    }

    @Override
    public URI addressOf(String text) {
        URI uri = WebAddress.read(text);
        boolean isTopic = TOPIC.matcher(uri.toString()).matches()
                && uri.getPath() != null
                && uri.getPath().length() > 1;
        if (!isTopic) {
            throw new IllegalArgumentException("address: expected that of a topic, such as https://ntfy.sh/my-topic,"
                    + " the topic of at most 64 letters, digits, dashes and underscores; got " + uri);
        }
        return uri;
    }

    @Override
    public void tell(Account account, Message message, String id) {
        Matcher topic = TOPIC.matcher(account.address().toString());
        if (!topic.matches()) {
            throw new NotAllowed(account.address() + " is not the address of a topic; change it");
        }
        byte[] body = json(topic.group(2), message).toString().getBytes(StandardCharsets.UTF_8);
        Outgoing request = Outgoing.post(URI.create(topic.group(1)), "application/json", body);
        String token = account.keys().token();
        Answer answer = client.send(token == null ? request : request.with("Authorization", "Bearer " + token));
        if (!answer.text().contains("\"topic\"")) {
            throw new NotAllowed(topic.group(1) + " took the message, but did not answer as ntfy does; is the address"
                    + " right, with https?");
        }
    }

    private static ObjectNode json(String topic, Message message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("topic", topic);
        json.put("title", message.title());
        json.put("message", cut(message.text()));
        json.put("priority", message.tone() == Message.Tone.TROUBLE ? HIGH : USUAL);
        json.putArray("tags").add(tag(message.tone()));
        URI link = message.link();
        if (link != null) {
            json.put("click", link.toString());
        }
        return json;
    }

    private static String cut(String text) {
        return text.length() <= TEXT_CHARS_MAX ? text : text.substring(0, TEXT_CHARS_MAX) + "...";
    }

    /** ntfy shows these words as pictures. */
    private static String tag(Message.Tone tone) {
        return switch (tone) {
            case TROUBLE -> "warning";
            case RELIEF -> "white_check_mark";
            case NOTE -> "information_source";
        };
    }
}
