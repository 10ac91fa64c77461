package io.reprise.imports;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes members out of a JSON object and leaves every other byte as it stands. */
public final class JsonMembers {
    private final byte[] json;
    private int at;

    private JsonMembers(byte[] json) {
        this.json = json;
    }

    /** One member: from its name's quote to the end of its value. */
    private record Member(String name, int from, int to) {}

    /** The object without its own members of these names; empty where the bytes are no whole JSON object. */
    public static Optional<byte[]> without(byte[] json, Set<String> names) {
        return new JsonMembers(json).members().map(members -> cut(json, members, names));
    }

    private static byte[] cut(byte[] json, List<Member> members, Set<String> names) {
        if (members.isEmpty()) {
            return json;
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream(json.length);
        kept.write(json, 0, members.getFirst().from());
        int keptBefore = -1;
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (!names.contains(member.name())) {
                if (keptBefore >= 0) {
                    // What stands between two members, as it stood after the one that is kept before.
                    int gap = members.get(keptBefore).to();
                    kept.write(json, gap, members.get(keptBefore + 1).from() - gap);
                }
                kept.write(json, member.from(), member.to() - member.from());
                keptBefore = i;
            }
        }
        int end = members.getLast().to();
        kept.write(json, end, json.length - end);
        return kept.toByteArray();
    }

    private Optional<List<Member>> members() {
        List<Member> members = new ArrayList<>();
        if (blank() != '{') {
            return Optional.empty();
        }
        at++;
        while (true) {
            int c = blank();
            if (c == ',') {
                at++;
            } else if (c == '}') {
                at++;
                return blank() < 0 ? Optional.of(members) : Optional.empty();
            } else if (c != '"') {
                return Optional.empty();
            } else {
                int from = at;
                string();
                String name = new String(json, from + 1, Math.max(0, at - from - 2), StandardCharsets.UTF_8);
                if (blank() != ':') {
                    return Optional.empty();
                }
                at++;
                blank();
                value();
                members.add(new Member(name, from, at));
            }
        }
    }

    private void value() {
        int depth = 0;
        while (at < json.length) {
            byte c = json[at];
            if (c == '"') {
                string();
            } else if (c == '{' || c == '[') {
                depth++;
                at++;
            } else if (depth == 0 && (c == ',' || c == '}' || c == ']' || isBlank(c))) {
                return;
            } else {
                depth -= c == '}' || c == ']' ? 1 : 0;
                at++;
            }
            if (depth == 0 && (c == '"' || c == '}' || c == ']')) {
                return;
            }
        }
    }

    private void string() {
        at++;
        while (at < json.length && json[at] != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        at = Math.min(json.length, at + 1);
    }

    private int blank() {
        while (at < json.length && isBlank(json[at])) {
            at++;
        }
        return at < json.length ? json[at] : -1;
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }
}
