package io.reprise.resolve;

import io.reprise.http.Answer;
import io.reprise.http.GiveUp;
import io.reprise.http.JsonTree;
import io.reprise.http.Outgoing;
import io.reprise.http.PoliteClient;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * An authority on the network that answers in JSON: asked politely, and never twice for the same while its answer is
 * remembered. The question that is remembered is the path with its query, so a mirror's address and a key are no part
 * of it. Thread-safe.
 */
public final class Upstream {
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final String word;
    private final URI address;
    private final Asking asking;
    private final Memory memory;

    /** {@code word} is the authority's; {@code address} may end with a slash. */
    public Upstream(String word, URI address, PoliteClient client, Answers answers) {
        this(word, address, new Asking(client, request -> request), new Memory(answers, Answers.FOUND_LASTS, Set.of()));
    }

    private Upstream(String word, URI address, Asking asking, Memory memory) {
        this.word = word;
        this.address = URI.create(address.toString().replaceFirst("/+$", ""));
        this.asking = asking;
        this.memory = memory;
    }

    /** Where answers are remembered, how long, and which members are left out of them. */
    private record Memory(Answers answers, Duration lasts, Set<String> unread) {
        Memory {
            unread = Set.copyOf(unread);
        }
    }

    private record Asking(PoliteClient client, UnaryOperator<Outgoing> signing) {
        Answer send(Outgoing request) {
            return client.send(signing.apply(request));
        }
    }

    /** The same with each request signed so, as with a key, which is not remembered. */
    public Upstream signed(UnaryOperator<Outgoing> by) {
        return new Upstream(word, address, new Asking(asking.client(), by), memory);
    }

    /** The same that remembers what is found for so long, as of things that change. */
    public Upstream lasting(Duration found) {
        return new Upstream(word, address, asking, new Memory(memory.answers(), found, memory.unread()));
    }

    /** The same that remembers answers without members of these names, at any depth, besides those left out before. */
    public Upstream without(String... members) {
        Set<String> all = new HashSet<>(memory.unread());
        all.addAll(List.of(members));
        return new Upstream(word, address, asking, new Memory(memory.answers(), memory.lasts(), all));
    }

    /**
     * The thing at this path (with its query, encoded), which is told with at least these members; empty where there is
     * none (404, 410). Fails as {@link PoliteClient} does; an answer that is something else is a {@link GiveUp} and is
     * not remembered.
     */
    public Optional<JsonTree> thing(String path, String... members) {
        return remembered(path, answer -> {
            for (String member : members) {
                if (!answer.at(member).isTold()) {
                    throw unlike(path, "it has no \"" + member + "\"");
                }
            }
            return true;
        });
    }

    /**
     * The elements of the array under this name in the answer to this path ({@code a/b} is the member b of the member
     * a), of the answer itself where the name is empty; none where there is no such path, or nothing in it, which is
     * remembered for less long. Fails as {@link #thing} does.
     */
    public List<JsonTree> list(String path, String name) {
        return remembered(path, answer -> {
                    JsonTree list = array(answer, name);
                    if (!list.isArray()) {
                        throw unlike(path, "it has no array" + (name.isEmpty() ? "" : " \"" + name + "\""));
                    }
                    return !list.elements().isEmpty();
                })
                .map(answer -> array(answer, name).elements())
                .orElse(List.of());
    }

    private static JsonTree array(JsonTree answer, String name) {
        JsonTree at = answer;
        for (String member : name.isEmpty() ? List.<String>of() : List.of(name.split("/"))) {
            at = at.at(member);
        }
        return at;
    }

    /** A {@link GiveUp} for an answer that is not what this authority is known to answer. */
    public GiveUp unlike(String path, String fault) {
        return new GiveUp(
                address + path.replaceFirst("\\?.*", "") + " answered with something else than expected: " + fault
                        + ". Check the address that is set for " + word + ".",
                0);
    }

    private Optional<JsonTree> remembered(String path, Predicate<JsonTree> saysSomething) {
        return memory.answers()
                .of(word, path, memory.lasts(), () -> fetched(path, saysSomething))
                .map(JsonTree::of);
    }

    private Optional<byte[]> fetched(String path, Predicate<JsonTree> saysSomething) {
        Outgoing request = Outgoing.get(URI.create(address + path)).with("Accept", "application/json");
        Answer answer;
        try {
            answer = asking.send(request);
        } catch (GiveUp e) {
            if (e.status() == NOT_FOUND || e.status() == GONE) {
                return Optional.empty();
            }
            throw e;
        }
        JsonTree tree = read(path, answer);
        return saysSomething.test(tree) ? Optional.of(tree.without(memory.unread())) : Optional.empty();
    }

    private JsonTree read(String path, Answer answer) {
        try {
            return JsonTree.of(answer.body());
        } catch (IllegalArgumentException e) {
            throw unlike(path, String.valueOf(e.getMessage()));
        }
    }

    /** A value as it may stand in a query. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
