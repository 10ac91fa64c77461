package io.reprise.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads lines of {@code key = value}; empty lines and those that begin with # are passed over. */
final class ConfigFile {
    private static final Set<Setting> NOT_IN_IT = Set.of(Setting.DATA, Setting.CONFIG);

    private ConfigFile() {}

    static Map<Setting, Told> read(Path file) {
        Map<Setting, Told> values = new EnumMap<>(Setting.class);
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                Told told = told(line, file + " line " + (i + 1));
                values.put(told.setting(), told);
            }
        }
        return values;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new BadSetting("the configuration file " + file + " cannot be read: " + e
                    + ". Expected a text file in UTF-8 with lines of key = value.");
        }
    }

    private static Told told(String line, String source) {
        int equals = line.indexOf('=');
        if (equals < 0) {
            throw new BadSetting(source + " is \"" + line + "\". Expected a line of key = value, or # and a remark.");
        }
        String key = line.substring(0, equals).strip();
        Setting setting = Setting.ofKey(key)
                .filter(known -> !NOT_IN_IT.contains(known))
                .orElseThrow(() -> new BadSetting(source + " sets \"" + key
                        + "\", which is no setting of the file. Expected one of " + String.join(", ", keys()) + "."));
        return new Told(setting, line.substring(equals + 1).strip(), source);
    }

    private static List<String> keys() {
        return Arrays.stream(Setting.values())
                .filter(setting -> !NOT_IN_IT.contains(setting))
                .map(Setting::key)
                .toList();
    }
}
