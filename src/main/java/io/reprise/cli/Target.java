package io.reprise.cli;

import io.reprise.app.App;
import io.reprise.app.Config;
import io.reprise.app.Logs;
import io.reprise.app.Setting;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a command works on: the data folder that the settings name. All commands of one line share it. */
final class Target {
    private static final Map<String, Setting> SETTINGS =
            Arrays.stream(Setting.values()).collect(Collectors.toMap(Setting::flag, Function.identity()));

    private final Terminal terminal;
    private final Map<Setting, String> flags = new EnumMap<>(Setting.class);

    Target(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Takes words that are flags of settings, each once and with its value, and answers true; where there is anything
     * else among them, or a flag that has to be explained, none is taken.
     */
    boolean takesAll(List<String> words) {
        Map<Setting, String> taken = new EnumMap<>(Setting.class);
        for (int i = 0; i + 1 < words.size(); i += 2) {
            Setting setting = SETTINGS.get(words.get(i));
            String value = words.get(i + 1);
            boolean isPlain = !value.isEmpty() && !value.startsWith("-") && !value.startsWith("@");
            if (setting == null || !isPlain || taken.put(setting, value) != null) {
                return false;
            }
        }
        if (words.size() % 2 != 0) {
            return false;
        }
        flags.putAll(taken);
        return true;
    }

    /** Whether a flag of the command line names what to work on. */
    boolean isTold(Setting setting) {
        return flags.containsKey(setting);
    }

    /** As if this flag had been given. */
    void tell(Setting setting, String value) {
        flags.put(setting, value);
    }

    Config config() {
        Config config = Config.read(flags, terminal.surroundings());
        Logs.at(config.logLevel());
        return config;
    }

    App open() {
        return App.open(config(), InstantSource.system());
    }
}
