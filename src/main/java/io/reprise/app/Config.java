package io.reprise.app;

import io.reprise.account.ServerKey;
import io.reprise.store.DatabaseAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the program is to run. A flag wins over a variable, a variable over the file, the file over what holds otherwise.
 * {@code secretKey} is empty where it is in a file; {@code artBytesMax} bounds the cache of pictures. Immutable; a
 * value that cannot be used ends in a {@link BadSetting}.
 */
public record Config(
        Path data,
        WebConfig web,
        DatabaseAddress database,
        LogLevel logLevel,
        Optional<ServerKey> secretKey,
        MessageConfig messages,
        AuthorityConfig authorities,
        long artBytesMax) {
    private static final int PORT_MAX = 65_535;
    private static final int BODY_MIB_MAX = 1_024;
    private static final int ART_MIB_MAX = 1_000_000;
    private static final long MEBIBYTE = 1024L * 1024;

    /** Where to listen, and how many bytes of a body are read into memory at once. */
    public record WebConfig(String host, int port, long bodyBytesMax) {
        /** The address that a person on this machine can open, without a slash at its end. */
        public String address() {
            return "http://" + Addresses.shown(host) + ":" + port;
        }
    }

    /** The environment: its variables, and the home folder. */
    public record Surroundings(Map<String, String> variables, Path home) {
        public Surroundings {
            variables = Map.copyOf(variables);
        }
    }

    public static Config read(Map<Setting, String> flags, Surroundings surroundings) {
        Map<Setting, Told> told = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String variable = surroundings.variables().get(setting.variable());
            if (variable != null && !variable.isBlank()) {
                told.put(setting, new Told(setting, variable.strip(), setting.variable()));
            }
            String flag = flags.get(setting);
            if (flag != null) {
                told.put(setting, new Told(setting, flag.strip(), setting.flag()));
            }
        }
        Path data = data(told.get(Setting.DATA), surroundings);
        fromFile(told.get(Setting.CONFIG), data, surroundings).forEach(told::putIfAbsent);
        return new Config(
                data,
                web(told),
                database(told.get(Setting.DATABASE_URL), data),
                level(told),
                secretKey(told),
                MessageConfig.read(told),
                AuthorityConfig.read(told),
                number(told, Setting.ART_MAX_MIB, 0, ART_MIB_MAX) * MEBIBYTE);
    }

    private static Path data(@Nullable Told told, Surroundings surroundings) {
        if (told != null) {
            return path(told, surroundings);
        }
        String shared = surroundings.variables().get("XDG_DATA_HOME");
        Path parent = shared == null || shared.isBlank()
                ? surroundings.home().resolve(".local").resolve("share")
                : Path.of(shared);
        return parent.resolve("reprise").toAbsolutePath();
    }

    private static Map<Setting, Told> fromFile(@Nullable Told told, Path data, Surroundings surroundings) {
        if (told != null) {
            return ConfigFile.read(path(told, surroundings));
        }
        Path usual = data.resolve("reprise.conf");
        return Files.exists(usual) ? ConfigFile.read(usual) : Map.of();
    }

    private static Path path(Told told, Surroundings surroundings) {
        String text = told.value();
        if (text.isEmpty()) {
            throw new BadSetting(told, "a path");
        }
        Path path = text.startsWith("~/") ? surroundings.home().resolve(text.substring(2)) : Path.of(text);
        return path.toAbsolutePath().normalize();
    }

    private static WebConfig web(Map<Setting, Told> told) {
        Told host = told.get(Setting.HOST);
        if (host != null && (host.value().isEmpty() || host.value().matches(".*[\\s/].*"))) {
            throw new BadSetting(host, "a host name or an address, as 127.0.0.1");
        }
        return new WebConfig(
                host == null ? Setting.HOST.otherwise() : host.value(),
                number(told, Setting.PORT, 0, PORT_MAX),
                number(told, Setting.BODY_MAX_MIB, 1, BODY_MIB_MAX) * MEBIBYTE);
    }

    private static int number(Map<Setting, Told> all, Setting setting, int min, int max) {
        Told told = all.getOrDefault(setting, new Told(setting, setting.otherwise(), "default"));
        try {
            int number = Integer.parseInt(told.value());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw outside(told, min, max);
        }
        throw outside(told, min, max);
    }

    private static BadSetting outside(Told told, int min, int max) {
        return new BadSetting(told, "a whole number from " + min + " to " + max);
    }

    private static DatabaseAddress database(@Nullable Told told, Path data) {
        if (told == null) {
            return new DatabaseAddress.SqliteFile(data.resolve("reprise.db"));
        }
        try {
            return DatabaseAddress.parse(told.value());
        } catch (IllegalArgumentException e) {
            throw new BadSetting(told, "sqlite:FILE or postgresql://USER:PASSWORD@HOST:PORT/NAME");
        }
    }

    private static Optional<ServerKey> secretKey(Map<Setting, Told> all) {
        Told told = all.get(Setting.SECRET_KEY);
        if (told == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ServerKey.ofHex(told.value()));
        } catch (IllegalArgumentException e) {
            throw new BadSetting(told, "64 hexadecimal digits, as openssl rand -hex 32 prints them");
        }
    }

    private static LogLevel level(Map<Setting, Told> all) {
        Told told = all.get(Setting.LOG_LEVEL);
        if (told == null) {
            return LogLevel.INFO;
        }
        return Arrays.stream(LogLevel.values())
                .filter(level -> level.name().equals(told.value().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadSetting(told, "error, warn, info or debug"));
    }
}
