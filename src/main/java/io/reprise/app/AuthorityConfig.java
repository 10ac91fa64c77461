package io.reprise.app;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may be asked over the network what things really are: their words, where MusicBrainz is, the key of TMDB, and the
 * contact that is told to all of them, empty where none is set. Immutable.
 */
public record AuthorityConfig(Set<String> on, URI musicBrainz, Optional<String> tmdbKey, String contact) {
    /** Nobody is asked. */
    static final AuthorityConfig NONE =
            new AuthorityConfig(Set.of(), URI.create(Setting.MUSICBRAINZ_URL.otherwise()), Optional.empty(), "");

    private static final Set<String> KNOWN =
            Set.of("musicbrainz", "tvmaze", "tmdb", "openlibrary", "wikidata", "webpage");
    private static final String NOBODY = "none";
    private static final Pattern CONTACT = Pattern.compile("[\\x21-\\x7e&&[^();]]{3,200}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{32,600}");

    public AuthorityConfig {
        on = Set.copyOf(on);
    }

    static AuthorityConfig read(Map<Setting, Told> told) {
        Told key = told.get(Setting.TMDB_KEY);
        if (key != null && !KEY.matcher(key.value()).matches()) {
            throw new BadSetting(key, "a key of TMDB, 32 hexadecimal digits, or its long read access token");
        }
        Told contact = told.get(Setting.CONTACT);
        if (contact != null && !CONTACT.matcher(contact.value()).matches()) {
            throw new BadSetting(contact, "a mail or web address, as mail@example.org, in one word");
        }
        return new AuthorityConfig(
                on(told.get(Setting.AUTHORITIES)),
                musicBrainz(told.get(Setting.MUSICBRAINZ_URL)),
                Optional.ofNullable(key).map(Told::value),
                contact == null || contact.value().equals(NOBODY) ? "" : contact.value());
    }

    /** Whether the authority with this word may be asked; one that needs a key is off without it. */
    public boolean isOn(String word) {
        return on.contains(word) && (!word.equals("tmdb") || tmdbKey.isPresent());
    }

    /** The program's name with the contact in it, where there is one. */
    public String userAgent(String program) {
        if (contact.isEmpty()) {
            return program;
        }
        return program.endsWith(")")
                ? program.substring(0, program.length() - 1) + "; " + contact + ")"
                : program + " (" + contact + ")";
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "AuthorityConfig[on=" + on + ", musicBrainz=" + musicBrainz + ", tmdbKey="
                + (tmdbKey.isPresent() ? "***" : "") + ", contact=" + contact + "]";
    }

    private static Set<String> on(@Nullable Told told) {
        String list = told == null ? Setting.AUTHORITIES.otherwise() : told.value();
        Set<String> words = new LinkedHashSet<>();
        Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty() && !word.equals(NOBODY))
                .forEach(words::add);
        if (told != null && !KNOWN.containsAll(words)) {
            throw new BadSetting(told, "some of musicbrainz, tvmaze, tmdb, openlibrary, wikidata and webpage, or none");
        }
        return words;
    }

    private static URI musicBrainz(@Nullable Told told) {
        if (told == null) {
            return URI.create(Setting.MUSICBRAINZ_URL.otherwise());
        }
        try {
            URI address = URI.create(told.value());
            if (address.getHost() != null && told.value().matches("https?://[^?#]+")) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new BadSetting(told, "an address, as https://musicbrainz.example.org");
        }
        throw new BadSetting(told, "an address, as https://musicbrainz.example.org");
    }
}
