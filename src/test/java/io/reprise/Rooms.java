package io.reprise;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which rooms there are in the code, and which doors between them are used, each with one example. */
final class Rooms {
    static final String ROOT = "io.reprise";
    static final String ADAPTERS = "adapters.";
    private static final Pattern IMPORT = Pattern.compile("import (?:static )?io\\.reprise\\.([a-z_.]+)\\.([A-Z]\\w*)");

    private Rooms() {}

    /** The room of a package below {@code io.reprise}: its first word, for an adapter its first two. */
    static String of(String inside) {
        String[] words = inside.split("\\.");
        return words[0].equals("adapters") && words.length > 1 ? words[0] + "." + words[1] : words[0];
    }

    static String of(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT) ? "" : of(name.substring(ROOT.length() + 1));
    }

    static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
    }

    /** Room to entered room to an example of the step, from bytecode and (constants leave no trace there) imports. */
    static Map<String, Map<String, String>> doors(JavaClasses classes, Collection<Source> sources) {
        Map<String, Map<String, String>> doors = new TreeMap<>();
        for (JavaClass type : classes) {
            for (var step : type.getDirectDependenciesFromSelf()) {
                JavaClass target = step.getTargetClass().getBaseComponentType();
                if (isOurs(target)) {
                    note(doors, of(type), of(target), type.getSimpleName() + " uses " + target.getSimpleName());
                }
            }
        }
        for (Source source : sources) {
            Matcher imported = IMPORT.matcher(source.code());
            while (imported.find()) {
                if (uses(source.code(), imported.group(2))) {
                    note(doors, source.room(), of(imported.group(1)), source.name() + " imports " + imported.group(2));
                }
            }
        }
        return doors;
    }

    private static boolean uses(String code, String name) {
        return Pattern.compile("\\b" + name + "\\b").matcher(code).results().count() > 1;
    }

    private static void note(Map<String, Map<String, String>> doors, String from, String to, String example) {
        if (!from.equals(to)) {
            doors.computeIfAbsent(from, room -> new TreeMap<>()).putIfAbsent(to, example);
        }
    }

    static Set<String> in(JavaClasses classes) {
        Set<String> rooms = new TreeSet<>();
        classes.forEach(type -> rooms.add(of(type)));
        rooms.remove("");
        return rooms;
    }
}
