package io.reprise.resolve;

import io.reprise.resolve.Likeness.Manner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the credit at home fits that of a finding: how alike the names that met are, how many of the finding's are
 * missing at home, how many at home the finding does not have, and whether its first name is there.
 */
record Credited(Likeness likeness, int missing, int extra, boolean first) {
    private static final int SORTED = 990;
    private static final int LEADER_LETTERS_MIN = 4;
    private static final int ALIASES_MAX = 40;
    private static final Likeness ALIAS = new Likeness(985, Manner.ALIAS);

    boolean isSame() {
        return first && missing == 0 && extra == 0;
    }

    /** Somebody is missing on each side: another guest, another band with the same singer. */
    boolean isContradicted() {
        return missing > 0 && extra > 0 || !first;
    }

    static Credited of(Billing told, Finding finding, List<String> guests) {
        Name credit = Name.of(finding.credit());
        if (guests.isEmpty() && told.pieces().size() > 0 && told.whole().plain().equals(credit.plain())) {
            return new Credited(Likeness.SAME, 0, 0, true);
        }
        List<Player> players = players(finding, guests);
        boolean[] met = new boolean[told.pieces().size()];
        Meeting meeting = new Meeting(told.pieces(), met);
        meeting.exactly(players);
        meeting.byAlias(players);
        meeting.leaders(players);
        meeting.nearly(players);
        Credited credited = meeting.result(players);
        return credited.likeness.isAlike() ? credited : credited.better(byWhole(told, credit));
    }

    private Credited better(Credited other) {
        return other.likeness.isBetterThan(likeness) ? other : this;
    }

    private static Credited byWhole(Billing told, Name credit) {
        return new Credited(Sameness.of(told.whole(), credit), 0, 0, true);
    }

    private static List<Player> players(Finding finding, List<String> guests) {
        List<Player> players = new ArrayList<>(finding.creators().size() + guests.size());
        for (Finding.Creator creator : finding.creators()) {
            players.add(Player.of(creator));
        }
        for (String guest : guests) {
            Billing.split(guest).stream()
                    .filter(name -> players.stream().noneMatch(player -> player.isCalled(name)))
                    .forEach(name -> players.add(Player.guest(name)));
        }
        return players;
    }

    /** One who is credited by the authority, under all the names it gives. */
    private static final class Player {
        private final List<List<Name>> names = new ArrayList<>(3);
        /** Other names of the creator, which say who it is only where they are just the same. */
        private final List<String> aliases = new ArrayList<>(0);

        private final boolean expected;
        private Likeness likeness = Likeness.UNLIKE;

        private Player(boolean expected) {
            this.expected = expected;
        }

        static Player of(Finding.Creator creator) {
            Player player = new Player(isExpected(creator.role()));
            player.names.add(Billing.split(creator.creditedAs()));
            if (!creator.name().equals(creator.creditedAs())) {
                player.names.add(Billing.split(creator.name()));
            }
            if (!creator.sortName().isEmpty() && !creator.sortName().equals(creator.name())) {
                player.names.add(List.of(Name.of(creator.sortName())));
            }
            player.aliases.addAll(creator.aliases()
                    .subList(0, Math.min(ALIASES_MAX, creator.aliases().size())));
            return player;
        }

        static Player guest(Name name) {
            Player player = new Player(true);
            player.names.add(List.of(name));
            return player;
        }

        /** Composers, writers and producers may be left out of a credit without a word. */
        private static boolean isExpected(String role) {
            return switch (role) {
                case "composer", "writer", "lyricist", "producer", "conductor", "arranger" -> false;
                default -> true;
            };
        }

        boolean isCalled(Name other) {
            return names.stream()
                    .anyMatch(name ->
                            name.size() == 1 && alike(name.getFirst(), other).isAlike());
        }

        boolean hasMet() {
            return likeness.isAlike();
        }
    }

    /** Brings the names of both sides together; each piece at home is used once. */
    private static final class Meeting {
        private final List<Name> pieces;
        private final boolean[] met;
        private int untold;

        Meeting(List<Name> pieces, boolean[] met) {
            this.pieces = pieces;
            this.met = met;
        }

        void exactly(List<Player> players) {
            for (Player player : players) {
                for (List<Name> name : player.names) {
                    int at = player.hasMet() ? -1 : find(name);
                    if (at >= 0) {
                        Arrays.fill(met, at, at + name.size(), true);
                        boolean asIs =
                                name.getFirst().plain().equals(pieces.get(at).plain());
                        player.likeness = asIs ? Likeness.SAME : new Likeness(985, Manner.SPELLING);
                    }
                }
            }
        }

        void byAlias(List<Player> players) {
            for (Player player : players) {
                for (String alias : player.hasMet() ? List.<String>of() : player.aliases) {
                    List<Name> name = Billing.split(alias);
                    int at = player.hasMet() ? -1 : find(name);
                    if (at >= 0) {
                        Arrays.fill(met, at, at + name.size(), true);
                        player.likeness = ALIAS;
                    }
                }
            }
        }

        private int find(List<Name> name) {
            for (int at = 0; at + name.size() <= pieces.size(); at++) {
                int same = 0;
                while (same < name.size()
                        && !met[at + same]
                        && pieces.get(at + same).loose().equals(name.get(same).loose())) {
                    same++;
                }
                if (same == name.size()) {
                    return at;
                }
            }
            return -1;
        }

        /** "Prince" for "Prince and the Revolution": the first piece of a longer name, the rest of it untold. */
        void leaders(List<Player> players) {
            for (Player player : players) {
                List<Name> name = player.names.getFirst();
                int at = player.hasMet()
                                || name.size() < 2
                                || name.getFirst().key().length() < LEADER_LETTERS_MIN
                        ? -1
                        : find(name.subList(0, 1));
                if (at >= 0) {
                    met[at] = true;
                    player.likeness = new Likeness(985, Manner.SPELLING);
                    untold++;
                }
            }
        }

        void nearly(List<Player> players) {
            for (Player player : players) {
                if (player.hasMet()) {
                    continue;
                }
                for (List<Name> name : player.names) {
                    Name joined = joined(name, 0, name.size());
                    for (int at = 0; at < pieces.size(); at++) {
                        for (int size = 1; at + size <= pieces.size() && size <= name.size() + 1; size++) {
                            near(player, joined, at, size);
                        }
                    }
                }
            }
        }

        private void near(Player player, Name name, int at, int size) {
            for (int i = at; i < at + size; i++) {
                if (met[i]) {
                    return;
                }
            }
            Likeness likeness = alike(joined(pieces, at, size), name);
            if (likeness.isBetterThan(player.likeness)) {
                player.likeness = likeness;
                if (likeness.isAlike()) {
                    Arrays.fill(met, at, at + size, true);
                }
            }
        }

        Credited result(List<Player> players) {
            int missing = untold;
            int extra = 0;
            Likeness worst = Likeness.SAME;
            Likeness nearest = Likeness.UNLIKE;
            for (Player player : players) {
                if (player.hasMet()) {
                    worst = worst.isBetterThan(player.likeness) ? player.likeness : worst;
                } else if (player.expected) {
                    missing++;
                }
                nearest = player.likeness.isBetterThan(nearest) ? player.likeness : nearest;
            }
            for (boolean one : met) {
                extra += one ? 0 : 1;
            }
            boolean first =
                    !players.isEmpty() && (players.getFirst().hasMet() || !players.getFirst().expected && extra == 0);
            return new Credited(nearest.isAlike() ? worst : nearest, missing, extra, first);
        }
    }

    private static Name joined(List<Name> names, int at, int size) {
        if (size == 1) {
            return names.get(at);
        }
        StringBuilder all = new StringBuilder();
        for (int i = at; i < at + size; i++) {
            all.append(all.isEmpty() ? "" : " ").append(names.get(i).plain());
        }
        return Name.ofPlain(all.toString());
    }

    /** As names of people: the family name may stand first. */
    private static Likeness alike(Name one, Name other) {
        Likeness likeness = Sameness.of(one, other);
        if (!likeness.isAlike()
                && one.key().length() == other.key().length()
                && one.plain().indexOf(' ') > 0
                && sorted(one).equals(sorted(other))) {
            return new Likeness(SORTED, Manner.SPELLING);
        }
        return likeness;
    }

    private static String sorted(Name name) {
        String[] words = name.plain().split(" ");
        Arrays.sort(words);
        return String.join(" ", words);
    }
}
