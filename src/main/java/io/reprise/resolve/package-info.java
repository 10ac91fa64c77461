/**
 * Phase two, is: what things really are. Asks authorities ({@link io.reprise.resolve.Authority} is the port that the
 * adapters fill), weighs their findings against what was told ({@link io.reprise.resolve.Judge}), and proposes
 * decisions with their evidence.
 *
 * <p>Promises: an authority is asked by jobs only, never while something is written or a page is made; what an
 * authority said is a claim with a source, a licence and a date; nothing is decided below the threshold, and everything
 * that is decided is a row of the ledger that can be taken back; nobody is asked over the network unless the user
 * started that or gave a standing order ({@link io.reprise.resolve.ResolveOrders}). Writes {@code authority_answer},
 * {@code resolve_head}, {@code resolution}, {@code proposal}, {@code resolve_order} and {@code credit_rule}.
 *
 * <h2>How the judge weighs</h2>
 *
 * <p>A score has a thousand parts. Names that agree wholly are worth 930; title and credit multiply what they lack.
 * From 900 on the judge decides, from 600 on it asks a person, below it leaves the finding alone. A witness adds: a
 * length within 3 seconds 40, within the tolerance (10 seconds or 7 %) 20, the same release 30, the same year 10, a
 * recording code (ISRC) 50. Whatever makes names less sure takes away more than nothing and less than two witnesses
 * give, so that it needs one. Caps are stronger than sums: no witness lifts another version, another guest or another
 * length over them.
 *
 * <p><b>Names</b> ({@link io.reprise.resolve.Sameness}): case, accents, apostrophes, punctuation and gaps do not count;
 * articles, "and", numbers as words or Roman, two dots told as an e hardly do. Another script is transliterated (never
 * within one script, where two characters may be read alike). Slips are forgiven by length: none below four letters,
 * one below eight, two below sixteen, three above; never in digits, never in a short word as a whole.
 *
 * <pre>{@code
 * ? BJORK | joga | |
 * a Björk | Jóga | Homogenic | 5:05
 * = DECIDE names
 *
 * ? Kino | Gruppa krovi | |
 * a Кино | Группа крови | Группа крови | 4:46
 * = DECIDE other-script
 *
 * ? Radiohed | Karma Police | |
 * a Radiohead | Karma Police | OK Computer | 4:24
 * = ASK near-names
 *
 * ? Radiohed | Karma Police | | 4:24
 * a Radiohead | Karma Police | OK Computer | 4:24
 * = DECIDE near-names
 * }</pre>
 *
 * <p><b>Versions</b>: live, remix, acoustic, demo, edit, extended, instrumental, karaoke, cover, a cappella, recorded
 * anew, sped up, clean, another language, an intro or reprise are other recordings, wherever it is said: in a bracket,
 * after a dash, in the authority's comment, by a live release. Remastered, explicit, "Official Video", "Bonus Track"
 * and "From a film" are the same recording. Details count: the remixer, the concert.
 *
 * <pre>{@code
 * ? Oasis | Supersonic | Definitely Maybe | 4:43
 * a Oasis | Supersonic (live) | Familiar to Millions | 4:43
 * = ASK other-version
 *
 * ? Queen | Don't Stop Me Now - Remastered 2011 | Jazz | 3:29
 * a Queen | Don’t Stop Me Now | Jazz | 3:30
 * = DECIDE names
 *
 * ? Taylor Swift | Love Story | Fearless | 3:55
 * a Taylor Swift | Love Story (Taylor’s version) | Fearless (Taylor’s Version) | 3:55
 * = ASK other-version
 * }</pre>
 *
 * <p><b>Credits</b>: the names of the finding are looked for in what was told, so that "Earth, Wind and Fire" is not
 * cut into three. Somebody missing on one side needs a witness; somebody missing on each side is another recording.
 *
 * <pre>{@code
 * ? Rihanna | We Found Love (feat. Calvin Harris) | |
 * a Rihanna< feat. >Calvin Harris | We Found Love | Talk That Talk | 3:35
 * = DECIDE names
 *
 * ? Rihanna | We Found Love | |
 * a Rihanna< feat. >Calvin Harris | We Found Love | Talk That Talk | 3:35
 * = ASK guests-missing
 *
 * ? Major Lazer feat. MØ | Cold Water | | 3:05
 * a Major Lazer< feat. >Justin Bieber | Cold Water | Cold Water | 3:05
 * = ASK other-guests
 *
 * ? Smells Like Teen Spirit | Nirvana | Nevermind | 5:01
 * a Nirvana | Smells Like Teen Spirit | Nevermind | 5:01
 * = DECIDE swapped
 * }</pre>
 *
 * <p><b>Ids</b> are claims. An id with names that agree is canonical; an id whose names say something else is a
 * question, whatever else was found. A recording's id that nothing found has takes away 40.
 *
 * <pre>{@code
 * ? Björk | Hyperballad | Post | | mb=a
 * a Björk | Hyper‐Ballad | Post | 5:21
 * = DECIDE id-and-names
 *
 * ? Adele | Hello | 25 | 4:55 | mb=a
 * a Lionel Richie | Hello | Can't Slow Down | 4:07
 * b Adele | Hello | 25 | 4:55
 * = ASK id-against-names
 * }</pre>
 *
 * <p><b>Several findings</b>: the best is decided only if it leads by 30. Works of a catalogue (Op., BWV, KV) are told
 * apart by number, key and movement.
 *
 * <pre>{@code
 * ? Blue Foundry | Low Tide | |
 * a Blue Foundry | Low Tide | Estuary | 3:30
 * b Blue Foundry | Low Tide | Mudflats | 3:52
 * = ASK two-alike
 *
 * ? Wilhelm Kempff | Klaviersonate Nr. 14 cis-moll, Op. 27 Nr. 2: I. Adagio sostenuto | | 5:59
 * a Wilhelm Kempff | Piano Sonata No. 14 in C-sharp minor, Op. 27 No. 2: I. Adagio sostenuto | Sonatas | 5:58
 * = DECIDE catalogue
 * }</pre>
 *
 * <p><b>Other kinds</b>: an episode is its show with title and number together; numbers against a title are a question,
 * for authorities number in several orders. A film is its title and year, a book its number (ISBN) with its title, or
 * title and author. Articles, podcasts, videos and pictures are decided by address, guid or checksum only.
 *
 * <pre>{@code
 * ?episode | The Train Job | Firefly | | season=1;number=2
 * a | The Train Job | Firefly | 44:00 | season=1;number=1
 * = ASK other-numbers
 *
 * ?film | Solaris | | | year=1972
 * a Andrei Tarkovsky | Solaris | | 2:47:00 | released=1972-03-20
 * = DECIDE names
 *
 * ?book Ursula K. Le Guin | The Dispossessed | | | isbn=9780061054884
 * a Ursula K. Le Guin | The Dispossessed: An Ambiguous Utopia | | | isbn=0061054887
 * = DECIDE id-and-names
 *
 * ?article | Weekly links | Some Blog | |
 * a | Weekly links | Some Blog | |
 * = ASK names
 * }</pre>
 *
 * <p>These examples run as tests. How often the judge is right on labelled cases stands in {@code docs/resolver.md}.
 */
@NullMarked
package io.reprise.resolve;

import org.jspecify.annotations.NullMarked;
