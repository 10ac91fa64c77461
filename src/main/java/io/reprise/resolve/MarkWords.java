package io.reprise.resolve;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words by which a bracket or a suffix of a title is known for what it is. All plain, all as {@link Plain} has
 * them.
 */
final class MarkWords {
    /** What a single word may say. STRONG words speak beside unknown ones, WEAK ones only alone. */
    enum Sort {
        STRONG,
        WEAK,
        NEUTRAL,
        VERSION,
        MIX,
        EDIT,
        SHORT,
        PLAIN_VERSION,
        SOURCE
    }

    record Meaning(Sort sort, Mark mark) {}

    private static final Map<String, Meaning> MEANINGS = Stream.of(
                    strong(Mark.LIVE, "live unplugged concert konzert vivo directo session sessions ライブ"),
                    strong(Mark.REMASTER, "remaster remastered remastering remasterizado remasterise"),
                    strong(Mark.REMIX, "remix rmx remixed rework reworked bootleg refix mashup dub flip"),
                    strong(Mark.ACOUSTIC, "acoustic acustico acustica acoustique akustik"),
                    strong(Mark.DEMO, "demo demos"),
                    strong(Mark.INSTRUMENTAL, "instrumental instrumentals"),
                    strong(Mark.KARAOKE, "karaoke"),
                    strong(Mark.COVER, "cover tribute"),
                    strong(Mark.A_CAPPELLA, "acapella cappella acappella accapella"),
                    strong(Mark.RERECORDED, "rerecorded rerecording"),
                    strong(Mark.SPEED, "sped spedup slowed nightcore"),
                    strong(Mark.MONO, "mono"),
                    strong(Mark.STEREO, "stereo"),
                    strong(Mark.EXTENDED, "extended"),
                    strong(Mark.ALTERNATE, "outtake alternate"),
                    weak(Mark.ALTERNATE, "alternative take rehearsal alt"),
                    weak(Mark.ARRANGED, "orchestral piano symphonic strings orchestra"),
                    weak(Mark.ACOUSTIC, "stripped"),
                    weak(Mark.SPEED, "reverb"),
                    weak(Mark.PIECE, "intro outro interlude skit reprise prelude"),
                    weak(Mark.CLEAN, "clean censored"),
                    weak(Mark.EXPLICIT, "explicit uncensored dirty"),
                    weak(Mark.EXTENDED, "long"),
                    of(Sort.MIX, "mix mixes"),
                    of(Sort.EDIT, "edit edited"),
                    of(Sort.VERSION, "version ver versao versione versión"),
                    of(Sort.SHORT, "radio single short video"),
                    of(Sort.PLAIN_VERSION, "original album lp main full regular standard"),
                    of(Sort.SOURCE, "soundtrack ost motion"),
                    of(Sort.NEUTRAL, "official audio lyric lyrics music hd hq 4k 1080p 720p visualizer visualiser mv"),
                    of(Sort.NEUTRAL, "bonus track deluxe edition digital hidden topic film pseudo premiere with en"),
                    of(
                            Sort.NEUTRAL,
                            "free download exclusive new in on at the a of and for by from recorded performance"),
                    of(Sort.NEUTRAL, "studio recording disc cd vinyl sub m v clip videoclip oficial clipe"))
            .flatMap(part -> part.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));

    static final Set<String> GUEST_WORDS = Set.of("feat", "ft", "featuring", "with", "w");
    static final Set<String> CREDIT_WORDS = Set.of("prod", "produced");

    private MarkWords() {}

    static @Nullable Meaning of(String word) {
        return MEANINGS.get(word);
    }

    private static Map<String, Meaning> strong(Mark mark, String words) {
        return spread(new Meaning(Sort.STRONG, mark), words);
    }

    private static Map<String, Meaning> weak(Mark mark, String words) {
        return spread(new Meaning(Sort.WEAK, mark), words);
    }

    private static Map<String, Meaning> of(Sort sort, String words) {
        return spread(new Meaning(sort, Mark.VERSION), words);
    }

    private static Map<String, Meaning> spread(Meaning meaning, String words) {
        return Stream.of(words.split(" ")).collect(Collectors.toMap(word -> word, word -> meaning));
    }
}
