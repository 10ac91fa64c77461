package io.reprise.web;

import java.util.ArrayList;
import java.util.List;

/** Names that break pages: very long ones, markup, right-to-left and CJK, one word without a break, signs alone. */
final class Extremes {
    static final String MARKUP = "<script>alert('x')</script>\" onclick='x' &amp;";
    static final String LONG =
            "A title of two hundred letters that goes on and on ".repeat(4).substring(0, 200);
    static final List<String> NAMES = List.of(
            LONG,
            MARKUP,
            "أغنية طويلة جداً عن الليل والبحر والسفر في مدن بعيدة لا يعرفها أحد",
            "戦場のメリークリスマス",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
            "💃🏽 🎷");
    static final List<String> PATHS = List.of(
            "/",
            "/?range=custom",
            "/timeline",
            "/charts/creators?range=month",
            "/charts/items",
            "/items/1",
            "/items/5",
            "/creators/2",
            "/containers/1",
            "/search?q=a",
            "/imports",
            "/relay",
            "/tokens",
            "/settings");
    private static final int PLAYS_EACH = 3;
    private static final int APART_SECONDS = 400_000;

    private Extremes() {}

    static List<String> scrobbles(long now) {
        List<String> scrobbles = new ArrayList<>();
        long at = now - 600;
        for (int i = 0; i < PLAYS_EACH; i++) {
            for (String name : NAMES) {
                String quoted = '"' + name.replace("\"", "\\\"") + '"';
                scrobbles.add("{\"kind\":\"song\",\"title\":" + quoted + ",\"artist\":" + quoted + ",\"release\":"
                        + quoted + ",\"started_at\":" + at + ",\"length\":200,\"duration\":200}");
                at -= APART_SECONDS;
            }
        }
        return scrobbles;
    }
}
