package io.reprise.history;

import io.reprise.account.UserId;
import io.reprise.catalog.CatalogRows;
import io.reprise.catalog.LedgerRows;
import io.reprise.catalog.SubjectKind;
import io.reprise.media.ContainerKind;
import io.reprise.media.Fold;
import io.reprise.media.MediaKind;
import io.reprise.store.Tx;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * The catalog of one user in memory: items, creators and containers by their numbers (from 1). What is asked for by a
 * number is that very row; {@link History} hands out canonical numbers already. Filled while loading, read-only
 * afterwards.
 */
public final class Names {
    /** A season or number of an episode that nobody told. */
    public static final int UNTOLD = -1;

    private final Texts itemTitles;
    private final Folded foldedTitles;
    private final Texts creatorNames;
    private final Texts containerTitles;
    private final Texts containerCredits;
    private final Places places;
    private final CreditColumns credits;
    private byte[] itemKinds;
    private int[] itemSeconds;
    private int[] itemCanonical;
    private int[] creatorCanonical;
    private byte[] containerKinds;
    private int[] containerCanonical;
    private Decided decided = Decided.NOTHING;
    private Facts facts;
    /** Each item's length: told, else that of what stands for it, else an authority's; 0 where nobody knows. */
    private int[] itemLengths = new int[0];

    Names() {
        this(new CatalogRows.Version(0, 0, 0, 0, 0, 0));
    }

    /** With room for what the catalog has in this version, so that loading it copies little. */
    Names(CatalogRows.Version version) {
        itemTitles = new Texts(version.items() + 1);
        foldedTitles = new Folded();
        creatorNames = new Texts(version.creators() + 1);
        containerTitles = new Texts(version.containers() + 1);
        containerCredits = new Texts(version.containers() + 1);
        places = new Places();
        credits = new CreditColumns(version.items());
        itemKinds = new byte[version.items() + 1];
        itemSeconds = new int[version.items() + 1];
        itemCanonical = new int[version.items() + 1];
        creatorCanonical = new int[version.creators() + 1];
        containerKinds = new byte[version.containers() + 1];
        containerCanonical = new int[version.containers() + 1];
        addItem(0, "", 0);
        addCreator("");
        addContainer(0, "", "");
        facts = new Facts(Facts.Raw.nothing(), this);
    }

    private Names(Names other) {
        itemTitles = other.itemTitles.copy();
        foldedTitles = other.foldedTitles;
        creatorNames = other.creatorNames.copy();
        containerTitles = other.containerTitles.copy();
        containerCredits = other.containerCredits.copy();
        places = other.places.copy();
        credits = other.credits.copy();
        itemKinds = other.itemKinds.clone();
        itemSeconds = other.itemSeconds.clone();
        itemCanonical = other.itemCanonical.clone();
        creatorCanonical = other.creatorCanonical.clone();
        containerKinds = other.containerKinds.clone();
        containerCanonical = other.containerCanonical.clone();
        decided = other.decided;
        facts = other.facts;
        itemLengths = other.itemLengths;
    }

    /**
     * As far as they stand in a file, with room for what the catalog has in this version: who stands for whom, given
     * names and facts come with {@link #fill}.
     */
    Names(ColumnInput in, CatalogRows.Version version) throws IOException {
        itemTitles = new Texts(in, version.items() + 1);
        foldedTitles = new Folded();
        creatorNames = new Texts(in, version.creators() + 1);
        containerTitles = new Texts(in, version.containers() + 1);
        containerCredits = new Texts(in, version.containers() + 1);
        places = new Places(in);
        credits = new CreditColumns(in, version.items());
        itemKinds = in.bytes(itemTitles.size(), version.items() + 1);
        itemSeconds = in.ints(itemTitles.size(), version.items() + 1);
        itemCanonical = new int[itemSeconds.length];
        creatorCanonical = new int[Math.max(creatorNames.size(), version.creators() + 1)];
        containerKinds = in.bytes(containerTitles.size(), version.containers() + 1);
        containerCanonical = new int[containerKinds.length];
        facts = new Facts(Facts.Raw.nothing(), this);
    }

    void write(ColumnOutput out) throws IOException {
        itemTitles.write(out);
        creatorNames.write(out);
        containerTitles.write(out);
        containerCredits.write(out);
        places.write(out);
        credits.write(out);
        out.bytes(itemKinds, itemTitles.size());
        out.ints(itemSeconds, itemTitles.size());
        out.bytes(containerKinds, containerTitles.size());
    }

    Names copy() {
        return new Names(this);
    }

    /** Adds what the store has and these do not, and takes over what the ledger says of all. */
    void fill(Tx tx, UserId user, CatalogRows.Version version) throws SQLException {
        int credited = lastItem();
        Recredits recredits = Recredits.read(tx, user, credited);
        CatalogRows.items(tx, user, credited, (number, kind, title, seconds) -> addItem(kind, title, seconds));
        CatalogRows.episodes(tx, user, credited, this::addEpisode);
        CatalogRows.creators(tx, user, lastCreator(), (number, name) -> addCreator(name));
        CatalogRows.containers(
                tx, user, lastContainer(), (number, kind, title, credit) -> addContainer(kind, title, credit));
        CatalogRows.credits(tx, user, credited, (item, creator) -> recredits.told(item, creator, this::addCredit));
        recredits.end(lastItem(), this::addCredit);
        endCredits();
        decide(tx, user);
        Facts.Raw raw = facts.raw();
        take(raw.version() == version.facts() ? raw : Facts.Raw.read(tx, user, version));
    }

    /** Puts these facts to the things as they stand now. */
    void take(Facts.Raw raw) {
        facts = new Facts(raw, this);
        ThingFacts own = ThingFacts.of(raw.items(), lastItem(), number -> number);
        itemLengths = new int[lastItem() + 1];
        for (int item = 1; item <= lastItem(); item++) {
            int canonical = itemCanonical[item];
            int told = itemSeconds[item] != 0 ? itemSeconds[item] : itemSeconds[canonical];
            int found = own.seconds(item) != 0 ? own.seconds(item) : own.seconds(canonical);
            itemLengths[item] = told != 0 ? told : found;
        }
    }

    /** Reads again who stands for whom, what is called how and what is not shown. */
    void decide(Tx tx, UserId user) throws SQLException {
        pointHome(itemCanonical, lastItem());
        pointHome(creatorCanonical, lastCreator());
        pointHome(containerCanonical, lastContainer());
        LedgerRows.merged(tx, user, SubjectKind.ITEM, this::mergeItem);
        LedgerRows.merged(tx, user, SubjectKind.CREATOR, this::mergeCreator);
        LedgerRows.merged(tx, user, SubjectKind.CONTAINER, this::mergeContainer);
        decided = Decided.read(tx, user);
    }

    void mergeItem(int number, int into) {
        itemCanonical[number] = into;
    }

    void mergeCreator(int number, int into) {
        creatorCanonical[number] = into;
    }

    void mergeContainer(int number, int into) {
        containerCanonical[number] = into;
    }

    private static void pointHome(int[] canonical, int last) {
        for (int number = 0; number <= last; number++) {
            canonical[number] = number;
        }
    }

    void addItem(int kind, String title, int seconds) {
        int number = itemTitles.size();
        itemTitles.add(title);
        itemKinds = grown(itemKinds, number);
        itemSeconds = grown(itemSeconds, number);
        itemCanonical = grown(itemCanonical, number);
        itemKinds[number] = (byte) kind;
        itemSeconds[number] = seconds;
        itemCanonical[number] = number;
    }

    void addCreator(String name) {
        int number = creatorNames.size();
        creatorNames.add(name);
        creatorCanonical = grown(creatorCanonical, number);
        creatorCanonical[number] = number;
    }

    void addContainer(int kind, String title, String credit) {
        int number = containerTitles.size();
        containerTitles.add(title);
        containerCredits.add(credit);
        containerKinds = grown(containerKinds, number);
        containerCanonical = grown(containerCanonical, number);
        containerKinds[number] = (byte) kind;
        containerCanonical[number] = number;
    }

    /** Says where an item stands that is an episode; items come in order. */
    void addEpisode(int item, int season, int number) {
        places.add(item, season, number);
    }

    /** Adds the next place of an item's credit; items come in order. */
    void addCredit(int item, int creator) {
        credits.add(item, creator);
    }

    /** Ends the credits: items without any have an empty range. */
    void endCredits() {
        credits.end(lastItem());
    }

    /** The greatest item number. */
    public int lastItem() {
        return itemTitles.size() - 1;
    }

    public int lastCreator() {
        return creatorNames.size() - 1;
    }

    public int lastContainer() {
        return containerTitles.size() - 1;
    }

    public MediaKind kind(int item) {
        return MediaKind.ofCode(itemKinds[item]);
    }

    /** The stored code of an item's kind, for counting without objects. */
    public int kindCode(int item) {
        return itemKinds[item];
    }

    public String title(int item) {
        String given = decided.itemName(item);
        return given == null ? itemTitles.get(item) : given;
    }

    /** All titles, to be looked through without decoding each. */
    public Titles titles() {
        return new Titles(itemTitles, decided::itemName);
    }

    /** All titles folded, as {@link Fold} does it. */
    public Titles foldedTitles() {
        return new Titles(foldedTitles.of(itemTitles), item -> {
            String given = decided.itemName(item);
            return given == null ? null : Fold.fold(given);
        });
    }

    /** The item's full length in seconds: as it was told, else as an authority says; 0 where nobody knows. */
    public int length(int item) {
        return itemLengths[item];
    }

    /** The season that this very item was told as an episode of, 0 for specials; {@link #UNTOLD} where none was. */
    public int season(int item) {
        return places.season(item);
    }

    /** The number that this very item was told to have as an episode; {@link #UNTOLD} where none was. */
    public int episode(int item) {
        return places.number(item);
    }

    /** What authorities told of things. */
    public Facts facts() {
        return facts;
    }

    public int canonicalItem(int item) {
        return itemCanonical[item];
    }

    /** The canonical container of a play of this original item that was told from this one; 0 where none counts. */
    int containerOf(int item, int told) {
        int meant = decided.isSilentOnContainers() ? told : decided.container(canonicalItem(item), told);
        return containerCanonical[meant];
    }

    /** Whether this canonical item is shown in no answer that does not ask for it. */
    public boolean isIgnored(int item) {
        return decided.isIgnored(item);
    }

    /** Whether any item is {@link #isIgnored}. */
    public boolean ignoresAny() {
        return decided.ignoresAny();
    }

    public int canonicalCreator(int creator) {
        return creatorCanonical[creator];
    }

    public int canonicalContainer(int container) {
        return containerCanonical[container];
    }

    /** How many creators the item credits. */
    public int creditCount(int item) {
        return credits.count(item);
    }

    /** The canonical creator at this place of the item's credit. */
    public int creator(int item, int position) {
        return creatorCanonical[credits.creator(item, position)];
    }

    public String creatorName(int creator) {
        String given = decided.creatorName(creator);
        return given == null ? creatorNames.get(creator) : given;
    }

    /** The item's creators as one line, in the order of its credit; empty where none is known. */
    public String creditText(int item) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < creditCount(item); i++) {
            text.append(i == 0 ? "" : ", ").append(creatorName(creator(item, i)));
        }
        return text.toString();
    }

    public ContainerKind containerKind(int container) {
        return ContainerKind.ofCode(containerKinds[container]);
    }

    public String containerTitle(int container) {
        String given = decided.containerName(container);
        return given == null ? containerTitles.get(container) : given;
    }

    /** Whom the container is credited to, as one line; empty where that is unknown. */
    public String containerCredit(int container) {
        return containerCredits.get(container);
    }

    /** About how much memory this takes, in bytes; without what is given up when memory is wanted. */
    long weight() {
        return itemTitles.byteCount()
                + creatorNames.byteCount()
                + containerTitles.byteCount()
                + containerCredits.byteCount()
                + 5L * itemKinds.length
                + 4L * (itemCanonical.length + creatorCanonical.length + containerCanonical.length)
                + credits.weight()
                + 4L * itemLengths.length
                + places.weight()
                + decided.weight()
                + facts.weight();
    }

    private static byte[] grown(byte[] array, int index) {
        return index < array.length ? array : Arrays.copyOf(array, index + index / 4 + 64);
    }

    static int[] grown(int[] array, int index) {
        return index < array.length ? array : Arrays.copyOf(array, index + index / 4 + 64);
    }
}
