package io.reprise.cli;

import io.reprise.app.App;
import io.reprise.app.Config;
import io.reprise.app.Logs;
import io.reprise.app.Setting;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** What a command works on: the data folder that the settings name. All commands of one line share it. */
final class Target {
    private final Terminal terminal;
    private final Map<Setting, String> flags = new EnumMap<>(Setting.class);

    Target(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Gives a command a flag for each setting. */
    CommandSpec addTo(CommandSpec command) {
        for (Setting setting : Setting.values()) {
            command.addOption(OptionSpec.builder(setting.flag())
                    .paramLabel(setting.placeholder())
                    .type(String.class)
                    // The help is a format, in which a percent sign is written twice.
                    .description((setting.sentence() + " Else: " + setting.otherwise() + ".").replace("%", "%%"))
                    .setter(new ISetter() {
                        @Override
                        public <T> @Nullable T set(@Nullable T value) {
                            if (value != null) {
                                tell(setting, value.toString());
                            }
                            return value;
                        }
                    })
                    .build());
        }
        return command;
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
