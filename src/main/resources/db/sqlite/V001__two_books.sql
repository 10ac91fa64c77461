-- Who: accounts, what they may show, and where they lived. --------------------------------------------------------------
create table account (
    user_id       integer not null primary key,
    name          text    not null,
    folded_name   text    not null unique,
    password_hash text    not null,
    created_at    integer not null,
    -- the last number given to a token, so that one that was taken back is never given again
    tokens        integer not null default 0,
    -- the day on which weeks begin: monday, sunday or saturday
    week_start    text    not null default 'monday'
) without rowid;

-- The numbers of users who were forgotten: they are given to nobody else.
create table retired_account (
    number integer not null primary key
) without rowid;

create table token (
    user_id      integer not null,
    number       integer not null,
    name         text    not null,
    sha256       blob    not null unique,
    md5          text    not null,
    -- of the session key that programs get for it
    key_sha256   blob    not null unique,
    created_at   integer not null,
    primary key (user_id, number)
) without rowid;

create table session (
    sha256     blob    not null primary key,
    user_id    integer not null,
    created_at integer not null,
    expires_at integer not null
) without rowid;
create index session_of on session (user_id);

-- What users allowed to programs in their browsers, by the digest of the program's request; short-lived.
create table approval (
    sha256      blob    not null primary key,
    user_id     integer not null,
    api_key     text    not null,
    program     text    not null,
    approved_at integer not null,
    taken       integer not null
) without rowid;
create index approval_of on approval (user_id);

create table zone_period (
    user_id integer not null,
    since   integer not null,
    zone    text    not null,
    primary key (user_id, since)
) without rowid;

-- How far each user's books go: the last number given in each, and what was read of them. -------------------------------
create table head (
    user_id     integer not null primary key,
    scrobbles   integer not null default 0,
    origins     integer not null default 0,
    quarantined integer not null default 0
) without rowid;

create table catalog_head (
    user_id    integer not null primary key,
    items      integer not null default 0,
    creators   integer not null default 0,
    containers integer not null default 0,
    decisions  integer not null default 0,
    epoch      integer not null default 0,
    -- how often what authorities told of the user's things has changed
    facts      integer not null default 0
) without rowid;

create table play_head (
    user_id integer not null primary key,
    derived integer not null default 0,
    epoch   integer not null default 0,
    coarse  integer not null default 0,
    ruled   integer not null default 0
) without rowid;

create table origin (
    user_id  integer not null,
    number   integer not null,
    protocol text    not null,
    client   text    not null,
    account  text    not null,
    primary key (user_id, number),
    unique (user_id, protocol, client, account)
) without rowid;

-- Book one, the scrobble log: what we were told. Never updated. ---------------------------------------------------------
create table scrobble (
    user_id     integer not null,
    number      integer not null,
    key         blob    not null,
    at          integer,
    ended       integer,
    received_at integer not null,
    run         integer not null,
    origin      integer not null,
    format      integer not null,
    verb        integer not null,
    "precision" integer not null,
    zone        integer,
    primary key (user_id, number),
    unique (user_id, origin, key)
) without rowid;

create table payload_row (
    user_id integer not null,
    number  integer not null,
    codec   integer not null,
    bytes   blob    not null,
    primary key (user_id, number)
) without rowid;

create table payload_block (
    user_id integer not null,
    first   integer not null,
    n       integer not null,
    codec   integer not null,
    bytes   blob    not null,
    primary key (user_id, first)
);

create table quarantine (
    user_id     integer not null,
    number      integer not null,
    received_at integer not null,
    run         integer not null,
    place       text    not null,
    format      text    not null,
    error       text    not null,
    bytes       blob    not null,
    resolved_at integer,
    primary key (user_id, number)
) without rowid;

-- Book two, the identity ledger: what we decided. Never updated. --------------------------------------------------------
create table decision (
    user_id      integer not null,
    number       integer not null,
    decided_at   integer not null,
    decided_by   text    not null,
    kind         integer not null,
    subject_kind integer not null,
    subject      integer not null,
    object       integer,
    -- what was decided, where the numbers do not say it: an id, a name, a credit
    content      text    not null,
    -- how sure whoever decided was, from 0 to 1
    confidence   real    not null,
    because      text    not null,
    evidence     text    not null,
    primary key (user_id, number)
);
create index decision_on on decision (user_id, subject_kind, subject, number);
create index decision_merge on decision (user_id, subject_kind, number, subject, object) where kind = 1;
create index decision_undo on decision (user_id, number, subject) where kind = 2;

-- Readings: dropped and rebuilt from the two books at any time. ---------------------------------------------------------
create table item (
    user_id   integer not null,
    number    integer not null,
    key       integer not null,
    kind      integer not null,
    title     text    not null,
    seconds   integer,
    canonical integer,
    primary key (user_id, number),
    unique (user_id, key)
) without rowid;

-- Where items stand that were told as numbered episodes.
create table episode (
    user_id integer not null,
    item    integer not null,
    season  integer,
    number  integer not null,
    primary key (user_id, item)
) without rowid;

create table creator (
    user_id   integer not null,
    number    integer not null,
    key       integer not null,
    name      text    not null,
    canonical integer,
    primary key (user_id, number),
    unique (user_id, key)
) without rowid;

create table container (
    user_id   integer not null,
    number    integer not null,
    key       integer not null,
    kind      integer not null,
    title     text    not null,
    credit    text    not null,
    canonical integer,
    primary key (user_id, number),
    unique (user_id, key)
) without rowid;

create table credit (
    user_id  integer not null,
    item     integer not null,
    position integer not null,
    creator  integer not null,
    name     text,
    phrase   text    not null,
    role     text    not null,
    primary key (user_id, item, position)
) without rowid;

-- What the ledger says of things, besides who is the same as whom: a name given, where an item was moved, what is not shown.
create table identity (
    user_id      integer not null,
    subject_kind integer not null,
    number       integer not null,
    name         text,
    container    integer,
    -- 1 where it is the container of those plays only that were told without one
    untold       integer not null,
    ignored      integer not null,
    primary key (user_id, subject_kind, number)
) without rowid;

-- Ids that a decision ties to a thing (0 where it says that the id is not its), with what the decision goes by.
create table link (
    user_id      integer not null,
    subject_kind integer not null,
    number       integer not null,
    scheme       text    not null,
    value        text    not null,
    confidence   real    not null,
    decision     integer not null,
    primary key (user_id, subject_kind, number, scheme, value)
) without rowid;
-- Holds all that is asked of it: SQLite would rather read a whole primary key than look up what an index leaves out.
create index link_of on link (user_id, scheme, value, subject_kind, number, confidence);

-- Credits that a decision put in the place of what was told.
create table decided_credit (
    user_id  integer not null,
    item     integer not null,
    position integer not null,
    creator  integer not null,
    name     text    not null,
    phrase   text    not null,
    role     text    not null,
    primary key (user_id, item, position)
) without rowid;

-- Creators that are several, wherever they are credited.
create table creator_part (
    user_id  integer not null,
    creator  integer not null,
    position integer not null,
    part     integer not null,
    phrase   text    not null,
    primary key (user_id, creator, position)
) without rowid;

-- What points elsewhere: few rows, read whenever the ledger has grown.
create index item_merged on item (user_id, number, canonical) where canonical is not null;
create index creator_merged on creator (user_id, number, canonical) where canonical is not null;
create index container_merged on container (user_id, number, canonical) where canonical is not null;

create table external_id (
    user_id integer not null,
    item    integer not null,
    scheme  text    not null,
    value   text    not null,
    primary key (user_id, item, scheme, value)
) without rowid;
-- Programs ask for a song by its recording; an index over all ids would take 16 bytes of every listen.
create index external_id_recording on external_id (user_id, value) where scheme = 'mb:recording';

create table play (
    user_id     integer not null,
    at          integer not null,
    number      integer not null,
    item        integer not null,
    container   integer,
    seconds     integer,
    day         integer not null,
    origin      integer not null,
    "precision" integer not null,
    reason      integer not null,
    part_of     integer,
    primary key (user_id, at, number)
) without rowid;
-- What was folded into the play of another origin, for the list of pairs; few rows.
create index play_duplicate on play (user_id, at, number, origin) where reason = 5;
-- What was broken off or skipped, for lists that ask for it.
create index play_unfinished on play (user_id, at, number, item, container, reason) where reason in (3, 4);

create table daily_plays (
    user_id integer not null,
    day     integer not null,
    item    integer not null,
    plays   integer not null,
    seconds integer not null,
    -- how many of the plays were told without seconds
    silent  integer not null default 0,
    primary key (user_id, day, item)
) without rowid;

-- What protocols have to remember. ---------------------------------------------------------------------------------------
create table listenbrainz_latest_import (
    user_id integer not null,
    service text    not null,
    at      integer not null,
    primary key (user_id, service)
) without rowid;

create table listenbrainz_pin (
    user_id      integer not null,
    number       integer not null,
    created_at   integer not null,
    pinned_until integer not null,
    msid         text    not null,
    mbid         text    not null,
    blurb        text    not null,
    primary key (user_id, number)
) without rowid;

-- Bounded work and import runs. ------------------------------------------------------------------------------------------
create table import_run (
    user_id     integer not null,
    number      integer not null,
    format      text    not null,
    source      text    not null,
    started_at  integer not null,
    finished_at integer,
    state       text    not null,
    rows_read   integer not null,
    rows_new    integer not null,
    rows_known  integer not null,
    rows_refused integer not null,
    rows_left_out integer not null,
    first_at    integer,
    last_at     integer,
    boundary    integer,
    message     text    not null,
    -- whether what it brought counts, as far as the plays have followed the ledger
    standing    text    not null default 'counted',
    -- by what a file is known that was read to its end
    file_mark   text,
    primary key (user_id, number)
) without rowid;

create index import_run_mark on import_run (user_id, file_mark);

create index import_run_boundary on import_run (user_id, format, source, boundary);

create table import_refusal (
    user_id integer not null,
    run     integer not null,
    number  integer not null,
    place   text    not null,
    reason  text    not null,
    primary key (user_id, run, number)
) without rowid;

create table job_head (
    user_id integer not null primary key,
    ended   integer not null
) without rowid;

create table job (
    id          text    not null primary key,
    user_id     integer not null,
    kind        text    not null,
    argument    text    not null,
    state       text    not null,
    created_at  integer not null,
    started_at  integer,
    finished_at integer,
    attempts    integer not null,
    done        integer not null,
    total       integer,
    message     text    not null,
    owner       text,
    lease_until integer not null,
    -- the number of its end among the ends of the user's jobs, from 1 without gaps
    ended_number integer,
    -- what its kind says of that end to those who are told of it
    end_note    text
) without rowid;
create index job_of on job (user_id, created_at, id);
create index job_ended on job (user_id, ended_number);
create index job_unfinished on job (lease_until) where state in ('queued', 'running', 'interrupted');

-- Standing orders to fetch a history from an outside party. Keys and tokens are sealed. -----------------------------------
create table connection (
    user_id          integer not null,
    number           integer not null,
    source           text    not null,
    user_name        text    not null,
    folded_name      text    not null,
    address          text    not null,
    api_key          blob,
    token            blob,
    interval_minutes integer not null,
    enabled          integer not null,
    last_run_at      integer,
    last_result      text,
    last_error       text,
    failures         integer not null default 0,
    next_due_at      integer,
    created_at       integer not null,
    updated_at       integer not null,
    primary key (user_id, number),
    unique (user_id, source, folded_name)
) without rowid;
create index connection_due on connection (next_due_at);

-- What the user thinks of it. Events are added, never changed. -----------------------------------------------------------
create table rating_head (
    user_id integer not null primary key,
    events  integer not null,
    scale   text
) without rowid;

create table rating_event (
    user_id  integer not null,
    number   integer not null,
    at       integer not null,
    sort     integer not null,
    item_key integer not null,
    media    integer not null,
    title    text not null,
    credit   text not null,
    external_id text not null,
    scrobble integer not null,
    position real,
    kind     integer not null,
    value    integer,
    told     real,
    least    real,
    most     real,
    love     integer,
    text     text not null,
    tag      text,
    undoes   integer,
    primary key (user_id, number)
);
create index rating_undone on rating_event (user_id, undoes);
-- An opinion that is brought from elsewhere is looked for by its second, so that it comes in once.
create index rating_at on rating_event (user_id, at);
-- Love and hate are ratings from -1 to 1; of one item the last that was not taken back holds. Sort 1 is an item.
create index rating_love on rating_event (user_id, sort, number, item_key, love) where love is not null;
create index rating_love_of on rating_event (user_id, item_key, number, love) where love is not null;
-- What was said of one thing; and what has a tag, which is folded here.
create index rating_of on rating_event (user_id, item_key, number);
create index rating_tag on rating_event (user_id, tag, item_key, number) where tag is not null;

-- Lists of things to play: made by hand, or by rules (in JSON; empty where there are none). -----------------------------------------------------------------------------------
create table playlist (
    user_id     integer not null,
    number      integer not null,
    id          text    not null,
    title       text    not null,
    annotation  text    not null,
    shared      integer not null,
    created_at  integer not null,
    changed_at  integer not null,
    copied_from text    not null,
    rules       text    not null,
    primary key (user_id, number),
    unique (user_id, id)
) without rowid;

create table playlist_track (
    user_id     integer not null,
    playlist    integer not null,
    position    integer not null,
    external_id text    not null,
    title       text    not null,
    credit      text    not null,
    release     text    not null,
    added_at    integer not null,
    primary key (user_id, playlist, position)
) without rowid;

-- Where the files of a user lie: a pattern, and one beginning of the paths told that is put for another.
create table playlist_paths (
    user_id   integer not null primary key,
    pattern   text    not null,
    path_from text    not null,
    path_to   text    not null
) without rowid;

-- What is passed on to other parties: where to, how far each of the user's books was read for it, and what waits. ----------
create table relay_target (
    user_id      integer not null,
    number       integer not null,
    party        text    not null,
    label        text    not null,
    address      text    not null,
    account      text    not null,
    keys         blob,
    matters      integer not null,
    enabled      integer not null,
    ready        integer not null,
    refused      text,
    last_error   text,
    last_sent_at integer,
    sent         integer not null,
    plays        integer not null,
    ratings      integer not null,
    jobs         integer not null,
    row_numbers  integer not null,
    not_before   integer not null,
    due_at       integer,
    created_at   integer not null,
    updated_at   integer not null,
    primary key (user_id, number)
) without rowid;
create index relay_due on relay_target (due_at);

-- Only what waits, and what was given up (then it has no next try).
create table relay_outbox (
    user_id     integer not null,
    target      integer not null,
    number      integer not null,
    matter      integer not null,
    subject     integer not null,
    attempts    integer not null,
    queued_at   integer not null,
    next_try_at integer,
    last_error  text,
    primary key (user_id, target, number)
) without rowid;
create index relay_waiting on relay_outbox (user_id, target, next_try_at, number);

-- Inlets: addresses of a user's own that an outside party calls. The secret is found by its digest and shown from its seal. --
create table inlet (
    user_id      integer not null,
    number       integer not null,
    party        text    not null,
    name         text    not null,
    sha256       blob    not null unique,
    secret       blob    not null,
    signing_key  blob,
    account      text,
    enabled      integer not null,
    calls        integer not null,
    stored       integer not null,
    left_out     integer not null,
    refused      integer not null,
    last_at      integer,
    last_account text,
    last_outcome text,
    created_at   integer not null,
    primary key (user_id, number)
) without rowid;

-- What an inlet has to remember from one call to the next: where a reader was, what was scrobbled last.
create table inlet_note (
    user_id integer not null,
    inlet   integer not null,
    name    text    not null,
    text    text    not null,
    at      integer not null,
    primary key (user_id, inlet, name)
) without rowid;

-- Uploads that were looked at and not imported yet, with what was seen. -------------------------------------------------------
create table import_preview (
    user_id    integer not null,
    job        text    not null,
    name       text    not null,
    path       text    not null,
    created_at integer not null,
    report     text    not null,
    primary key (user_id, job)
) without rowid;

-- What authorities answered, once for all users: asked again when it has expired. A question that found nothing has no bytes. ---
create table authority_answer (
    authority  text    not null,
    question   text    not null,
    fetched_at integer not null,
    expires_at integer not null,
    bytes      blob,
    primary key (authority, question)
) without rowid;
create index authority_answer_expired on authority_answer (expires_at);

-- Drop folders: who has one that is on, or had one once, and what it is called on the disk. -----------------------------------
create table import_drop (
    user_id integer not null,
    folder  text    not null,
    enabled integer not null,
    primary key (user_id)
) without rowid;

-- What another rule for duplicates would change, as it was last looked at. ---------------------------------------------------
create table rule_preview (
    user_id       integer not null primary key,
    job           text    not null,
    created_at    integer not null,
    last_decision integer not null,
    rule          text    not null,
    report        text    not null
) without rowid;

-- What came of asking authorities what an item is, so that it is asked for once; proposals that wait for a person. --------------
create table resolve_head (
    user_id   integer not null primary key,
    proposals integer not null
) without rowid;

create table resolution (
    user_id  integer not null,
    item     integer not null,
    asked_at integer not null,
    outcome  integer not null,
    -- 1 where authorities on the network were asked too
    network  integer not null,
    primary key (user_id, item)
) without rowid;

-- Standing orders to ask authorities on the network every so many days.
create table resolve_order (
    user_id     integer not null primary key,
    every_days  integer not null,
    next_due_at integer not null
) without rowid;
create index resolve_order_due on resolve_order (next_due_at);

create table proposal (
    user_id     integer not null,
    number      integer not null,
    item        integer not null,
    credit      text    not null,
    created_at  integer not null,
    source      text    not null,
    rule        text    not null,
    score       real not null,
    matches     text    not null,
    state       integer not null,
    answered_at integer,
    primary key (user_id, number)
);
create index proposal_state on proposal (user_id, state, number);
create index proposal_item on proposal (user_id, item, state);

-- What a user says of creators' names: kept whole, replaced, left out.
create table credit_rule (
    user_id     integer not null,
    folded_name text    not null,
    name        text    not null,
    kind        text    not null,
    names       text    not null,
    primary key (user_id, folded_name)
) without rowid;

-- What authorities told of the things that outside ids name, as far as it was told for this user. It belongs to no item:
-- a thing has the facts of the ids that decisions tie to it, for as long as they do.
create table fact (
    user_id   integer not null,
    scheme    text    not null,
    value     text    not null,
    -- the authority
    source    text    not null,
    told_at   integer not null,
    name      text    not null,
    sort_name text    not null,
    seconds   integer,
    -- 1997, 1997-05, 1997-05-21 or empty
    released  text    not null,
    country   text    not null,
    -- the outside id of the release, show or series that was told along, as scheme=value, or empty
    -- one a line
    genres    text    not null,
    aliases   text    not null,
    primary key (user_id, scheme, value, source)
) without rowid;

-- For other programs: plays and time per local day (days since 1970-01-01) and item, with the item that stands for it.
-- A play told without seconds lasts as long as its item: as was told, else as an authority says, else 0.
create view daily_time as
select d.user_id, d.day, d.item, coalesce(i.canonical, i.number) as canonical, d.plays,
    d.seconds + d.silent * coalesce(
        i.seconds,
        c.seconds,
        (select f.seconds from link l cross join fact f
            where f.user_id = l.user_id and f.scheme = l.scheme and f.value = l.value
                and l.user_id = i.user_id and l.subject_kind = 1 and l.number = i.number and l.confidence > 0
                and f.seconds is not null
            order by l.confidence desc, f.told_at desc, f.scheme, f.value, f.source limit 1),
        (select f.seconds from link l cross join fact f
            where f.user_id = l.user_id and f.scheme = l.scheme and f.value = l.value
                and l.user_id = i.user_id and l.subject_kind = 1 and l.number = i.canonical and l.confidence > 0
                and f.seconds is not null
            order by l.confidence desc, f.told_at desc, f.scheme, f.value, f.source limit 1),
        0) as seconds,
    d.silent
from daily_plays d
join item i on i.user_id = d.user_id and i.number = d.item
left join item c on c.user_id = i.user_id and c.number = i.canonical;

-- Files of columns, each by a token that stands in the file, too: it was read from this store, or from what this was before. -----
create table history_snapshot (
    user_id integer not null,
    number  integer not null,
    token   text    not null,
    primary key (user_id, number)
) without rowid;

-- Pictures. What sources told for outside ids, once for all users; a row without a hash says that there is none. -----------------
create table art_found (
    scheme     text    not null,
    value      text    not null,
    source     text    not null,
    told_at    integer not null,
    expires_at integer not null,
    -- SHA-256 of the picture as it came, hexadecimal; its prints lie in the cache under it
    hash       text,
    credit     text    not null,
    page       text    not null,
    primary key (scheme, value, source)
) without rowid;
create index art_found_told on art_found (told_at);

-- Which of them a user's things show; made anew by the job that fetches pictures.
create table art_shown (
    user_id      integer not null,
    subject_kind integer not null,
    number       integer not null,
    hash         text    not null,
    credit       text    not null,
    page         text    not null,
    primary key (user_id, subject_kind, number)
) without rowid;

-- Pictures of the user's own, which go before those that were found: as JPEG, at most 1000 pixels a side.
create table art_upload (
    user_id      integer not null,
    subject_kind integer not null,
    number       integer not null,
    hash         text    not null,
    uploaded_at  integer not null,
    bytes        blob    not null,
    primary key (user_id, subject_kind, number)
);

-- Grows with every change of what a user's things show.
create table art_head (
    user_id integer not null primary key,
    version integer not null
) without rowid;

-- Links: addresses that show one thing of a user's history to who knows them, found by the digest of their secret or name. -----
create table feed_link (
    user_id      integer not null,
    number       integer not null,
    sha256       blob    not null unique,
    shows        text    not null,
    name         text    not null,
    kinds        integer not null,
    period       text    not null,
    subject      text    not null,
    public_name  text,
    -- the id of the playlist that is shown, where one is
    playlist     text,
    last_used_at integer,
    created_at   integer not null,
    primary key (user_id, number)
) without rowid;

-- Digests: standing orders to be told of each week, month or year, and what was written for a target and waits in the outbox. ---
create table digest (
    user_id     integer not null,
    number      integer not null,
    every       text    not null,
    target      integer not null,
    enabled     integer not null,
    -- the first day of the last period that was told
    told_day    integer,
    next_due_at integer,
    created_at  integer not null,
    primary key (user_id, number)
) without rowid;
create index digest_due on digest (next_due_at);

create table relay_post (
    user_id    integer not null,
    number     integer not null,
    title      text    not null,
    text       text    not null,
    html       text    not null,
    json       text    not null,
    created_at integer not null,
    primary key (user_id, number)
);

-- Views for other programs, such as Grafana: documented in docs/outputs.md, and kept as they are from version to version. ------
create view v_item as
select i.user_id as owner, o.number as item,
       case i.kind when 1 then 'song' when 2 then 'episode' when 3 then 'film' when 4 then 'article' when 5 then 'book'
           when 6 then 'picture' when 7 then 'podcast' when 8 then 'video' else 'other' end as kind,
       coalesce(named.name, i.title) as title,
       (select group_concat(n.name, ', ') from
           (select n0.position, coalesce(called.name, c.name) as name
            from (select d.item, d.position, d.creator from decided_credit d where d.user_id = i.user_id and d.item = i.number
                  union all
                  select t.item, t.position, t.creator from credit t where t.user_id = i.user_id and t.item = i.number
                  and not exists (select 1 from decided_credit d where d.user_id = i.user_id and d.item = i.number)) n0
            join creator told on told.user_id = i.user_id and told.number = n0.creator
            join creator c on c.user_id = i.user_id and c.number = coalesce(told.canonical, told.number)
            left join identity called on called.user_id = c.user_id and called.subject_kind = 2 and called.number = c.number order by n0.position) n) as creator,
       named.container as moved_to,
       coalesce(o.seconds, i.seconds,
        (select f.seconds from link l
            join fact f on f.user_id = l.user_id and f.scheme = l.scheme and f.value = l.value
            where l.user_id = o.user_id and l.subject_kind = 1 and l.number = o.number and l.confidence > 0
                and f.seconds is not null
            order by l.confidence desc, f.told_at desc, f.scheme, f.value, f.source limit 1),
        (select f.seconds from link l
            join fact f on f.user_id = l.user_id and f.scheme = l.scheme and f.value = l.value
            where l.user_id = o.user_id and l.subject_kind = 1 and l.number = o.canonical and l.confidence > 0
                and f.seconds is not null
            order by l.confidence desc, f.told_at desc, f.scheme, f.value, f.source limit 1),
        0) as length
from item o
join item i on i.user_id = o.user_id and i.number = coalesce(o.canonical, o.number)
left join identity named on named.user_id = i.user_id and named.subject_kind = 1 and named.number = i.number
where coalesce(named.ignored, 0) = 0;

create view v_daily as
select a.name as user_name, case when d.day > -1000000 then date(d.day * 86400, 'unixepoch') end as day, i.kind, i.title, i.creator,
       d.plays, d.seconds
from account a
cross join daily_time d
join v_item i on i.owner = d.user_id and i.item = d.item
where d.user_id = a.user_id;

create view v_plays as
select a.name as user_name, case when p.at > -70000000000000 then p.at end as started_at,
       case p."precision" when 0 then 'instant' when 1 then 'minute' when 2 then 'day' when 3 then 'month' when 4 then 'year'
           else 'unknown' end as precise_to,
       case when p.day > -1000000 then date(p.day * 86400, 'unixepoch') end as day, i.kind, i.title, i.creator,
       coalesce(called.name, c.title) as container, 1 as plays, case when p.seconds > 0 then p.seconds else i.length end as seconds
from account a
cross join play p
join v_item i on i.owner = p.user_id and i.item = p.item
left join container told on told.user_id = p.user_id and told.number = coalesce(i.moved_to, p.container)
left join container c on c.user_id = told.user_id and c.number = coalesce(told.canonical, told.number)
left join identity called on called.user_id = c.user_id and called.subject_kind = 3 and called.number = c.number
where p.user_id = a.user_id and p.reason = 0;

-- Lists of episodes as authorities told them. Like facts they belong to an outside id, that of the show there: a series has the
-- lists of the ids that decisions tie to it.
create table episode_list (
    user_id  integer not null,
    scheme   text    not null,
    value    text    not null,
    told_at  integer not null,
    -- 1 where no more episodes are expected
    ended    integer not null,
    -- one a line: place, id, day, second, length, other places, title, parted by tabs; empty where the show has none
    episodes text    not null,
    primary key (user_id, scheme, value)
);
