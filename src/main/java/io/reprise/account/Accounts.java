package io.reprise.account;

import io.reprise.http.Problem;
import io.reprise.store.Database;
import io.reprise.store.Tx;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The door to who is who: users, and the three ways to prove to be one (password, token, session). Names are compared
 * without regard to case. What a caller gave wrongly ends in a {@link io.reprise.http.ProblemException}. Thread-safe,
 * and right with several nodes over one store.
 */
public final class Accounts {
    public static final int USERS_MAX = 10_000;
    private static final int ATTEMPTS_MAX = 100;

    private final Database database;
    private final InstantSource clock;
    private final Password passwords;
    private final Tokens tokens;
    private final Sessions sessions;
    private final ProgramKeys programKeys;
    private final Approvals approvals;
    private final Guesses guesses;
    private final String nobodysHash;

    public Accounts(Database database, InstantSource clock, SecureRandom random) {
        this(database, clock, random, Password.Cost.USUAL);
    }

    /** With hashes of another cost, so that tests need not wait for them. */
    Accounts(Database database, InstantSource clock, SecureRandom random, Password.Cost cost) {
        this.database = database;
        this.clock = clock;
        this.passwords = new Password(random, cost);
        this.tokens = new Tokens(database, clock, random);
        this.sessions = new Sessions(database, clock, random);
        this.programKeys = new ProgramKeys(this::find, tokens);
        this.approvals = new Approvals(database, clock, random);
        this.guesses = new Guesses(clock);
        this.nobodysHash = passwords.nobodys();
    }

    /** Makes a user who lives in {@code zone} and always did; {@link NameTaken} where the name is not free. */
    public User create(String name, String password, ZoneId zone) {
        UserName wanted = new UserName(name);
        refuseTaken(wanted);
        String hash = passwords.hash(password);
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            Optional<User> created = created(wanted, hash, zone);
            if (created.isPresent()) {
                return created.get();
            }
            refuseTaken(wanted);
        }
        throw Problem.of(503, "Users are being made elsewhere at this moment; try again.")
                .raised();
    }

    private void refuseTaken(UserName name) {
        if (find(name.shown()).isPresent()) {
            throw new NameTaken(name.shown());
        }
    }

    private Optional<User> created(UserName name, String hash, ZoneId zone) {
        long now = clock.instant().getEpochSecond();
        return database.write(tx -> {
            Optional<UserId> user = AccountTable.insert(tx, name, hash, now);
            user.ifPresent(id -> ZoneTable.put(tx, id, new ZoneHistory.Period(Long.MIN_VALUE, zone)));
            return user.map(id -> new User(id, name.shown()));
        });
    }

    public Optional<User> find(String name) {
        String folded = UserName.fold(name);
        return database.read(tx -> AccountTable.byName(tx, folded));
    }

    public Optional<User> byId(UserId user) {
        return database.read(tx -> AccountTable.byId(tx, user));
    }

    /** Everybody, in the order of their numbers; at most {@value #USERS_MAX}. */
    public List<User> all() {
        return database.read(tx -> AccountTable.all(tx, USERS_MAX));
    }

    /** Whether there is any user. */
    public boolean isAnybody() {
        return database.read(AccountTable::isAny);
    }

    /**
     * The user of this name and password. An unknown name takes as long as a wrong password, so that it tells nothing.
     * For a request {@link Callers#login} is the way, which bounds how often one may guess.
     */
    public Optional<User> login(String name, String password) {
        Optional<User> user = find(name);
        String hash = user.map(known -> database.read(tx -> AccountTable.passwordHash(tx, known.id())))
                .orElse(nobodysHash);
        boolean matches = passwords.matches(password, hash);
        return matches ? user : Optional.empty();
    }

    Guesses guesses() {
        return guesses;
    }

    /** Changes the password and ends every session, so that who knew the old one is out. Tokens stay. */
    public void setPassword(UserId user, String password) {
        String hash = passwords.hash(password);
        database.write(tx -> {
            SessionTable.deleteAll(tx, user);
            return AccountTable.setPasswordHash(tx, user, hash);
        });
    }

    /**
     * Forgets who this user was, inside the caller's step; the number is given to nobody else. Tokens are refused at
     * once here, and within {@value Tokens#KEPT_SECONDS_MAX} s on other nodes.
     */
    public void forget(Tx tx, UserId user) throws SQLException {
        ErasureTable.forget(tx, user);
        ErasureTable.retire(tx, user);
        tokens.drop(user);
    }

    /** A new token's text, a random UUID; it is shown this once. */
    public String createToken(UserId user, String tokenName) {
        return tokens.create(user, tokenName);
    }

    /** Keys of programs that sign in for themselves. */
    public ProgramKeys programKeys() {
        return programKeys;
    }

    /** What users allowed to programs in their browsers. */
    public Approvals approvals() {
        return approvals;
    }

    /** When this user was made, in epoch seconds (UTC); 0 where there is no such user. */
    public long createdAt(UserId user) {
        return database.read(tx -> AccountTable.createdAt(tx, user));
    }

    /** Who holds this token, or the token of this session key; asked on every submit and kept for some seconds. */
    public Optional<User> byToken(String token) {
        return tokens.holder(token);
    }

    public List<Token> tokens(UserId user) {
        return tokens.of(user);
    }

    /** Takes a token back; false where this user has none of that number. */
    public boolean revoke(UserId user, int number) {
        return tokens.revoke(user, number);
    }

    /** A new session's text, for a cookie. */
    public String startSession(UserId user) {
        return sessions.start(user);
    }

    public Optional<User> bySession(String text) {
        return sessions.user(text);
    }

    public void endSession(String text) {
        sessions.end(text);
    }

    /** Where this user lived; UTC for ever where nothing is known. */
    public ZoneHistory zones(UserId user) {
        return database.read(tx -> zones(tx, user));
    }

    private static ZoneHistory zones(Tx tx, UserId user) {
        List<ZoneHistory.Period> periods = ZoneTable.of(tx, user);
        return periods.isEmpty() ? ZoneHistory.UTC : new ZoneHistory(periods);
    }

    /** Where this user lived, and on which day their weeks begin. */
    public Calendar calendar(UserId user) {
        return database.read(tx -> new Calendar(zones(tx, user), AccountTable.weekStart(tx, user)));
    }

    /** From now on this user's weeks begin so, those of the past too: weeks are only ever read, never stored. */
    public void setWeekStart(UserId user, WeekStart start) {
        database.write(tx -> AccountTable.setWeekStart(tx, user, start));
    }

    /**
     * From this second (UTC) on the user lives in {@code zone}. Days read before must be read again by who derived
     * them.
     */
    public void moveTo(UserId user, ZoneId zone, long sinceEpochSecond) {
        if (zones(user).periods().size() >= ZoneTable.PERIODS_MAX) {
            throw Problem.of(409, "A user moves at most " + ZoneTable.PERIODS_MAX + " times.")
                    .raised();
        }
        database.write(tx -> {
            ZoneTable.put(tx, user, new ZoneHistory.Period(sinceEpochSecond, zone));
            return true;
        });
    }
}
