package io.reprise.cli;

import io.reprise.app.Setting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** Gives a command a flag for each setting, which tells it to the {@link Target}. */
final class SettingFlags {
    private SettingFlags() {}

    static CommandSpec addTo(CommandSpec command, Target target) {
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
                                target.tell(setting, value.toString());
                            }
                            return value;
                        }
                    })
                    .build());
        }
        return command;
    }
}
