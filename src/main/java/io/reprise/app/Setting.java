package io.reprise.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that can be set, each by a flag, a variable or a line of the file; {@code docs/config.md} is held to this
 * table.
 */
public enum Setting {
    DATA(
            "data",
            "DIR",
            "~/.local/share/reprise",
            "The folder that holds everything: the SQLite file, the configuration, keys."),
    CONFIG("config", "FILE", "reprise.conf in the data folder", "The configuration file, lines of `key = value`."),
    HOST("host", "H", "127.0.0.1", "The address to listen on; `0.0.0.0` lets other machines in."),
    PORT("port", "N", "4747", "The port to listen on; `0` takes any free one."),
    DATABASE_URL(
            "database-url",
            "URL",
            "sqlite:reprise.db in the data folder",
            "The store: `sqlite:FILE` or `postgresql://USER:PASSWORD@HOST:PORT/NAME`."),
    LOG_LEVEL("log-level", "LEVEL", "info", "How much is logged: `error`, `warn`, `info` or `debug`."),
    BODY_MAX_MIB(
            "body-max-mib",
            "N",
            "32",
            "The largest body of a request that is read into memory, in MiB; uploads of files are not bounded by it."),
    SECRET_KEY(
            "secret-key",
            "HEX",
            "the file secret.key in the data folder, made at the first need",
            "The key under which keys and tokens of connections are sealed, 64 hexadecimal digits (32 bytes); better"
                    + " as a variable, for others may see flags. Several nodes over one store need the same."),
    PUBLIC_URL(
            "public-url",
            "URL",
            "none, and messages hold no links",
            "The address under which people reach the server, as `https://reprise.example`; links in messages begin"
                    + " with it."),
    SMTP_URL(
            "smtp-url",
            "URL",
            "none, and no mail is sent",
            "The server that mails are given to: `smtp+starttls://USER@HOST:587`, `smtps://USER@HOST:465`, or"
                    + " `smtp://HOST:25` for one nearby that asks for no password. An at-sign in USER is"
                    + " written `%40`."),
    SMTP_PASSWORD("smtp-password", "TEXT", "none", "The password of that user; better as a variable or in the file."),
    SMTP_FROM(
            "smtp-from",
            "MAILBOX",
            "the user of smtp-url, where that is a mailbox",
            "Whom mails are from: `reprise@example.org` or `My Reprise <reprise@example.org>`."),
    AUTHORITIES(
            "authorities",
            "LIST",
            "musicbrainz,tvmaze,tmdb,openlibrary,wikidata",
            "Who may be asked over the network what things really are, joined by commas; `webpage` can be added, `none`"
                    + " asks nobody. `docs/authorities.md` says what each is asked."),
    CONTACT(
            "contact",
            "TEXT",
            "none",
            "A mail or web address of whoever runs this server, told in `User-Agent` to those who are asked;"
                    + " MusicBrainz and others wish it."),
    MUSICBRAINZ_URL(
            "musicbrainz-url",
            "URL",
            "https://musicbrainz.org",
            "Where MusicBrainz is asked; a mirror of one's own is not held to one request a second."),
    TMDB_KEY(
            "tmdb-key",
            "KEY",
            "none, and then TMDB is not asked",
            "A key or read access token of TMDB; better as a variable or in the file, for others may see flags."),
    ART_MAX_MIB(
            "art-max-mib",
            "N",
            "512",
            "How much the cache of pictures in the folder art may take, in MiB; pictures that users brought are in the"
                    + " store. `0` fetches none.");

    private final String key;
    private final String placeholder;
    private final String otherwise;
    private final String sentence;

    Setting(String key, String placeholder, String otherwise, String sentence) {
        this.key = key;
        this.placeholder = placeholder;
        this.otherwise = otherwise;
        this.sentence = sentence;
    }

    /** As it stands in the file. */
    public String key() {
        return key;
    }

    /** As it stands on the command line. */
    public String flag() {
        return "--" + key;
    }

    /** As it stands in the environment. */
    public String variable() {
        return "REPRISE_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** What stands for its value in a usage text. */
    public String placeholder() {
        return placeholder;
    }

    /** What holds where nothing is said, in words. */
    public String otherwise() {
        return otherwise;
    }

    public String sentence() {
        return sentence;
    }

    static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }
}
