package io.reprise.resolve;

import io.reprise.resolve.Evidence.Speaks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Are they one version? What the title, the comment and the release say of it on both sides. */
final class Versions {
    private static final Mark[] ALL = Mark.values();
    /** Another version is never decided, and hardly worth a question. */
    static final int OTHER_MOST = 700;

    private static final int DETAIL_MISSING = -50;
    private static final int REMASTER_ONE_SIDED = -30;
    private static final int REMASTER_OTHER_YEAR = -30;
    private static final int LIVE_RELEASE_ONLY = -40;
    private static final int MONO_ONE_SIDED = -60;

    private final Marks told;
    private final Marks found;
    private final Marks comment;
    private final boolean toldLiveRelease;
    private final boolean foundLiveRelease;
    private final boolean toldRelease;
    private final boolean sameRelease;

    private static final List<String> LIVE_WORDS = List.of(
            "live at ",
            "live in ",
            "live from ",
            "live on ",
            "unplugged",
            "in concert",
            "at the bbc",
            "peel sessions",
            "ao vivo",
            "en vivo",
            "dal vivo");

    Versions(Asked asked, Finding finding, Title title, @Nullable Title release) {
        told = asked.title().marks();
        found = title.marks();
        comment = comment(finding.comment());
        toldRelease = asked.hasContainer();
        toldLiveRelease = toldRelease && asked.isLiveContainer();
        foundLiveRelease = release != null && isLive(release);
        sameRelease = toldRelease
                && release != null
                && asked.container().likeness(release).isAlike();
    }

    private static Marks comment(String text) {
        if (text.isEmpty()) {
            return Marks.NONE;
        }
        Marks marks = new Marks();
        for (String part : text.split("[,;]")) {
            MarkReader.read(part, marks);
        }
        return marks;
    }

    /** "Live at Leeds", "MTV Unplugged in New York", "Stop Making Sense (Live)"; not "Live Through This". */
    static boolean isLive(Title release) {
        if (release.marks().has(Mark.LIVE)) {
            return true;
        }
        String words = release.whole().plain();
        for (String word : LIVE_WORDS) {
            int at = words.indexOf(word);
            if (at == 0 || at > 0 && words.charAt(at - 1) == ' ') {
                return true;
            }
        }
        return words.endsWith(" live");
    }

    boolean isSameRelease() {
        return sameRelease;
    }

    /** Whether the titles alone contradict each other; a comment is not expected in a tag. */
    boolean titlesContradict() {
        for (Mark mark : ALL) {
            boolean apart = mark.tellsApart() && told.has(mark) != found.has(mark);
            if (apart && !(told.has(mark) && comment.has(mark)) && !(mark == Mark.LIVE && toldLiveRelease)) {
                return true;
            }
            if (mark.tellsApart() && told.has(mark) && found.has(mark) && otherDetail(mark)) {
                return true;
            }
        }
        return false;
    }

    void weigh(Weighing weighing) {
        if (told.isEmpty() && found.isEmpty() && comment.isEmpty()) {
            weighReleases(weighing);
            return;
        }
        boolean other = false;
        for (Mark mark : ALL) {
            if (mark.tellsApart()) {
                other |= weigh(weighing, mark);
            }
        }
        other |= told.has(Mark.EXPLICIT) && hasFound(Mark.CLEAN);
        other |= told.has(Mark.STEREO) && hasFound(Mark.MONO) || told.has(Mark.MONO) && hasFound(Mark.STEREO);
        weighRemasters(weighing);
        if (!told.has(Mark.LIVE) && !hasFound(Mark.LIVE)) {
            weighReleases(weighing);
        }
        Marks all = new Marks();
        all.addAll(found);
        all.addAll(comment);
        weighing.tell(
                "version",
                other ? Speaks.AGAINST : Speaks.FOR,
                told.inWords(),
                all.inWords(),
                other ? "another version" : "nothing tells them apart");
        if (other) {
            weighing.atMost(OTHER_MOST, Rule.OTHER_VERSION);
        }
    }

    /** Whether this mark makes them two. */
    private boolean weigh(Weighing weighing, Mark mark) {
        boolean here = told.has(mark);
        boolean there = hasFound(mark);
        if (here && there) {
            if (otherDetail(mark)) {
                return true;
            }
            weighing.add(told.detail(mark).equals(detailFound(mark)) || isOneConcert(mark) ? 0 : DETAIL_MISSING);
            return false;
        }
        if (mark == Mark.MONO && here != there) {
            weighing.add(MONO_ONE_SIDED);
            return false;
        }
        boolean excused =
                mark == Mark.LIVE && (there ? toldLiveRelease || !found.has(mark) && sameRelease : foundLiveRelease)
                        || mark == Mark.ACOUSTIC && (here || there) && toldLiveRelease && foundLiveRelease;
        return here != there && !excused;
    }

    /** Where and when are seldom told in the same words; that both tell something which fits is enough. */
    private boolean isOneConcert(Mark mark) {
        boolean both = !told.detail(mark).isEmpty() && !detailFound(mark).isEmpty();
        return mark == Mark.LIVE && both;
    }

    private boolean hasFound(Mark mark) {
        return found.has(mark) || comment.has(mark);
    }

    private String detailFound(Mark mark) {
        return (found.detail(mark) + " " + comment.detail(mark)).strip();
    }

    /** Two details that share no word: another remixer, another concert. */
    private boolean otherDetail(Mark mark) {
        String here = told.detail(mark);
        String there = detailFound(mark);
        if (here.isEmpty() || there.isEmpty()) {
            return false;
        }
        if (mark == Mark.LIVE || mark == Mark.DEMO || mark == Mark.ALTERNATE) {
            return !shareWord(here, there)
                    || !Sameness.sameDigits(years(here), years(there)) && bothHaveYears(here, there);
        }
        Likeness likeness = Sameness.of(Name.ofPlain(here), Name.ofPlain(there));
        return !likeness.isAlike() && (mark != Mark.REMIX && mark != Mark.RERECORDED || !containsAll(here, there));
    }

    private static boolean containsAll(String one, String other) {
        List<String> words = List.of(one.split(" "));
        List<String> others = List.of(other.split(" "));
        return words.containsAll(others) || others.containsAll(words);
    }

    private static boolean shareWord(String one, String other) {
        List<String> words = List.of(one.split(" "));
        for (String word : other.split(" ")) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static String years(String detail) {
        StringBuilder years = new StringBuilder();
        for (String word : detail.split(" ")) {
            years.append(word.length() == 4 && Character.isDigit(word.charAt(0)) ? word : "");
        }
        return years.toString();
    }

    private static boolean bothHaveYears(String one, String other) {
        return !years(one).isEmpty() && !years(other).isEmpty();
    }

    private void weighRemasters(Weighing weighing) {
        if (told.has(Mark.REMASTER) != hasFound(Mark.REMASTER)) {
            weighing.add(REMASTER_ONE_SIDED);
        } else if (told.has(Mark.REMASTER)) {
            String here = told.detail(Mark.REMASTER);
            String there = detailFound(Mark.REMASTER);
            weighing.add(here.equals(there) || here.isEmpty() || there.isEmpty() ? 0 : REMASTER_OTHER_YEAR);
        }
    }

    /** Neither title says "live", but a release does. */
    private void weighReleases(Weighing weighing) {
        if (toldLiveRelease && !foundLiveRelease) {
            weighing.tell("release", Speaks.AGAINST, "a live release", "no live release", "perhaps live");
            weighing.atMost(OTHER_MOST, Rule.OTHER_VERSION);
        } else if (foundLiveRelease && !toldLiveRelease) {
            weighing.tell("release", Speaks.AGAINST, "no live release", "a live release", "perhaps live");
            weighing.add(LIVE_RELEASE_ONLY);
            if (toldRelease) {
                weighing.atMost(OTHER_MOST, Rule.OTHER_VERSION);
            }
        }
    }
}
