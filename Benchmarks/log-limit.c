/* What this machine and SQLite allow at best: the rows of a move and the look-ups of a question, with nothing around.
 *
 *   log-limit moves DATABASE BARCODES PER-COMMIT SECONDS FIRST COUNT SHELF SHELF COUNTER
 *   log-limit where DATABASE BARCODES THREADS SECONDS
 *   log-limit sync FILE
 *   log-limit size DATABASE
 *
 * DATABASE is a copy of a daemon's, so that schema, triggers, indexes, page size and rows are the same.
 * Prints: moves or questions per second, p50 and p99 in microseconds, syncs per move (0 for `where`);
 * for `sync` the median of fdatasync after 4 KiB were appended, in microseconds;
 * for `size` the bytes of the database, its write-ahead log moved into it, for each entry. */
#define _GNU_SOURCE
#include "measure.h"

#include <inttypes.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdbool.h>

static const char *path;
static struct barcodes barcodes;
static int64_t begin, end;

static sqlite3 *open_log(void) {
    sqlite3 *db;
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(path, &db, flags, NULL) != SQLITE_OK) errx(74, "cannot open %s: %s", path, sqlite3_errmsg(db));
    sqlite3_busy_timeout(db, 5000);
    /* The daemon's own settings. */
    const char *settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                           "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON; "
                           "PRAGMA cache_size = -16384";
    char *message;
    if (sqlite3_exec(db, settings, NULL, NULL, &message) != SQLITE_OK) errx(74, "cannot set up %s: %s", path, message);
    return db;
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK) {
        errx(74, "cannot prepare %s: %s", sql, sqlite3_errmsg(db));
    }
    return statement;
}

/* Steps once; true when there is a row. */
static bool step(sqlite3_stmt *statement) {
    int result = sqlite3_step(statement);
    if (result == SQLITE_ROW) return true;
    if (result != SQLITE_DONE) errx(74, "cannot go on: %s", sqlite3_errmsg(sqlite3_db_handle(statement)));
    return false;
}

static void execute(sqlite3_stmt *statement) {
    step(statement);
    sqlite3_reset(statement);
}

/* The integer in a column of the one row for `key`; 0 when it is NULL, or there is no row. */
static int64_t look_up(sqlite3_stmt *statement, int64_t key, int column) {
    sqlite3_bind_int64(statement, 1, key);
    int64_t value = step(statement) ? sqlite3_column_int64(statement, column) : 0;
    sqlite3_reset(statement);
    return value;
}

static int64_t record_with(sqlite3_stmt *statement, const char *barcode) {
    sqlite3_bind_text(statement, 1, barcode, -1, SQLITE_STATIC);
    if (!step(statement)) errx(65, "cannot find %s", barcode);
    int64_t record = sqlite3_column_int64(statement, 0);
    sqlite3_reset(statement);
    return record;
}

static const char *const barcode_query = "SELECT record FROM barcode WHERE text = ?";
static const char *const place_query = "SELECT kind, place, entry, since FROM placement WHERE record = ?";

/* -- moves ------------------------------------------------------------------------------------------------------- */

struct writer {
    sqlite3_stmt *add_entry, *add_node, *add_placement, *add_history;
    int64_t newest;
};

/* Adds what a tree over the entries stores, without the hashing: a node above every second entry, above those one for
 * every fourth, and so on. */
static void write_nodes(struct writer *writer, int64_t entry, const uint64_t hash[4]) {
    for (int level = 1; entry % (1LL << level) == 0; level++) {
        sqlite3_bind_int(writer->add_node, 1, level);
        sqlite3_bind_int64(writer->add_node, 2, (entry >> level) - 1);
        sqlite3_bind_blob(writer->add_node, 3, hash, 4 * sizeof *hash, SQLITE_STATIC);
        execute(writer->add_node);
    }
}

static void write_move(struct writer *writer, int64_t subject, int64_t from, int64_t to) {
    /* As long as the daemon's bodies, and as different from one another; the hash is filled, not computed. */
    int64_t entry = ++writer->newest;
    struct timespec time;
    clock_gettime(CLOCK_REALTIME, &time);
    struct tm clock;
    gmtime_r(&time.tv_sec, &clock);
    char stamp[32], body[512];
    size_t length = strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%S", &clock);
    snprintf(stamp + length, sizeof stamp - length, ".%06dZ", (int)(time.tv_nsec / 1000) % 1000000);
    int size = snprintf(
        body, sizeof body,
        "{\"entry\":%lld,\"from\":{\"kind\":\"location\",\"record\":%lld},\"kind\":\"relocated\",\"occurredAt\":\"%s\","
        "\"principal\":\"uid:%u\",\"recordedAt\":\"%s\",\"subject\":%lld,"
        "\"to\":{\"kind\":\"location\",\"record\":%lld},\"version\":1}",
        (long long)entry, (long long)from, stamp, getuid(), stamp, (long long)subject, (long long)to);
    uint64_t hash[4] = {(uint64_t)entry * 0x9E3779B97F4A7C15u, (uint64_t)time.tv_nsec, ~(uint64_t)entry, 7};
    sqlite3_bind_int64(writer->add_entry, 1, entry);
    sqlite3_bind_blob(writer->add_entry, 2, body, size, SQLITE_STATIC);
    sqlite3_bind_blob(writer->add_entry, 3, hash, sizeof hash, SQLITE_STATIC);
    execute(writer->add_entry);
    write_nodes(writer, entry, hash);
    int64_t microseconds = time.tv_sec * 1000000LL + time.tv_nsec / 1000;
    sqlite3_bind_int64(writer->add_placement, 1, subject);
    sqlite3_bind_int64(writer->add_placement, 2, to);
    sqlite3_bind_int64(writer->add_placement, 3, entry);
    sqlite3_bind_int64(writer->add_placement, 4, microseconds);
    execute(writer->add_placement);
    sqlite3_bind_int64(writer->add_history, 1, subject);
    sqlite3_bind_int64(writer->add_history, 2, entry);
    sqlite3_bind_int64(writer->add_history, 3, microseconds);
    sqlite3_bind_int64(writer->add_history, 4, to);
    execute(writer->add_history);
}

static void move(size_t per_commit, int64_t length, char *const shelves[2], _Atomic uint64_t *counter) {
    sqlite3 *db = open_log();
    sqlite3_stmt *begin_statement = prepare(db, "BEGIN IMMEDIATE"), *commit = prepare(db, "COMMIT");
    sqlite3_stmt *find = prepare(db, barcode_query), *place = prepare(db, place_query);
    struct writer writer = {
        .add_entry = prepare(db, "INSERT INTO entry (number, body, leafHash) VALUES (?, ?, ?)"),
        .add_node = prepare(db, "INSERT INTO node (level, position, hash) VALUES (?, ?, ?)"),
        .add_placement = prepare(db, "INSERT INTO placement (record, kind, place, entry, since) "
                                     "VALUES (?, 'location', ?, ?, ?) ON CONFLICT (record) DO UPDATE SET "
                                     "kind = excluded.kind, place = excluded.place, entry = excluded.entry, "
                                     "since = excluded.since"),
        .add_history = prepare(db, "INSERT INTO history (record, entry, occurredAt, isBackDated, kind, place) "
                                   "VALUES (?, ?, ?, 0, 'location', ?)"),
    };
    sqlite3_stmt *newest = prepare(db, "SELECT max(number) FROM entry");
    step(newest);
    writer.newest = sqlite3_column_int64(newest, 0);
    sqlite3_reset(newest);
    int64_t *records = allocate(barcodes.count, sizeof *records), *places = allocate(barcodes.count, sizeof *places);
    for (size_t index = 0; index < barcodes.count; index++) {
        records[index] = record_with(find, barcodes.text[index]);
        places[index] = look_up(place, records[index], 1);
    }
    int64_t ends[2] = {record_with(find, shelves[0]), record_with(find, shelves[1])};

    struct times times = {0};
    size_t next = 0, moves = 0;
    uint64_t syncs = 0;
    int64_t first = 0, last = now();
    begin = last + WARM_UP;
    end = begin + length;
    while (last < end) {
        bool counts = last >= begin;
        if (counts && moves == 0) {
            syncs = *counter;
            first = last;
        }
        execute(begin_statement);
        for (size_t done = 0; done < per_commit; done++, next++) {
            size_t index = next % barcodes.count;
            int64_t to = ends[next / barcodes.count % 2];
            write_move(&writer, records[index], places[index], to);
            places[index] = to;
        }
        execute(commit);
        int64_t instant = now();
        if (counts) {
            add_time(&times, instant - last);
            moves += per_commit;
        }
        last = instant;
    }
    double rate = (double)moves * 1e9 / (double)(last - first), p50 = percentile(&times, 0.5);
    printf("%.1f %.1f %.1f %.4f\n", rate, p50, percentile(&times, 0.99), (double)(*counter - syncs) / (double)moves);
}

/* -- where ------------------------------------------------------------------------------------------------------- */

struct asker {
    pthread_t thread;
    size_t next;
    struct times times;
};

/* Every look-up that the daemon makes to answer: the thing, where it is, what is around that, and its home. */
static void *ask(void *argument) {
    struct asker *asker = argument;
    sqlite3 *db = open_log();
    sqlite3_stmt *begin_statement = prepare(db, "BEGIN DEFERRED"), *commit = prepare(db, "COMMIT");
    sqlite3_stmt *find = prepare(db, barcode_query), *place_of = prepare(db, place_query);
    sqlite3_stmt *record = prepare(
        db, "SELECT record.id, record.type, record.kind, barcode.text, text.text, record.home, record.parent "
            "FROM record JOIN barcode ON barcode.record = record.id AND barcode.isPrimary = 1 "
            "LEFT JOIN text ON text.entry = record.titleEntry AND text.field = 'title' WHERE record.id = ?");
    for (int64_t start = now(), instant; start < end; start = instant) {
        execute(begin_statement);
        int64_t id = record_with(find, barcodes.text[asker->next++ % barcodes.count]);
        int64_t home = look_up(record, id, 5);
        int64_t place = look_up(place_of, id, 1), depth = 0;
        for (; place != 0; depth++) {
            int64_t parent = look_up(record, place, 6);
            place = parent != 0 ? parent : look_up(place_of, place, 1);
        }
        look_up(record, home, 0);
        execute(commit);
        if (home == 0 || depth < 2) errx(65, "cannot use %s: a box without home or shelf", path);
        instant = now();
        if (start >= begin) add_time(&asker->times, instant - start);
    }
    return NULL;
}

static void where(size_t threads, int64_t length) {
    struct asker *askers = allocate(threads, sizeof *askers);
    begin = now() + WARM_UP;
    end = begin + length;
    for (size_t index = 0; index < threads; index++) {
        askers[index].next = index * (barcodes.count / threads);
        if (pthread_create(&askers[index].thread, NULL, ask, &askers[index])) errx(71, "cannot start a thread");
    }
    struct times all = {0};
    for (size_t index = 0; index < threads; index++) {
        pthread_join(askers[index].thread, NULL);
        for (size_t at = 0; at < askers[index].times.count; at++) add_time(&all, askers[index].times.values[at]);
    }
    double p50 = percentile(&all, 0.5), p99 = percentile(&all, 0.99);
    printf("%.1f %.1f %.1f 0\n", (double)all.count * 1e9 / (double)length, p50, p99);
}

/* -- sync -------------------------------------------------------------------------------------------------------- */

static void time_syncs(void) {
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) err(74, "cannot make %s", path);
    char page[4096];
    memset(page, 'x', sizeof page);
    struct times times = {0};
    for (int done = 0; done < 500; done++) {
        if (write(file, page, sizeof page) != sizeof page) err(74, "cannot write %s", path);
        int64_t start = now();
        if (fdatasync(file) < 0) err(74, "cannot sync %s", path);
        add_time(&times, now() - start);
    }
    close(file);
    unlink(path);
    printf("%.1f\n", percentile(&times, 0.5));
}

/* -- size -------------------------------------------------------------------------------------------------------- */

static void print_size(void) {
    sqlite3 *db = open_log();
    if (sqlite3_wal_checkpoint_v2(db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL) != SQLITE_OK) {
        errx(74, "cannot empty the write-ahead log of %s: %s", path, sqlite3_errmsg(db));
    }
    sqlite3_stmt *size = prepare(
        db, "SELECT page_count * page_size, (SELECT max(number) FROM entry) FROM pragma_page_count, pragma_page_size");
    step(size);
    int64_t entries = sqlite3_column_int64(size, 1);
    printf("%.1f %" PRId64 "\n", sqlite3_column_double(size, 0) / (double)entries, entries);
}

int main(int count, char **arguments) {
    const char *task = count > 2 ? arguments[1] : "";
    path = arguments[2];
    if (count == 3 && strcmp(task, "sync") == 0) {
        time_syncs();
    } else if (count == 3 && strcmp(task, "size") == 0) {
        print_size();
    } else if (count == 6 && strcmp(task, "where") == 0) {
        barcodes = read_barcodes(arguments[3]);
        where((size_t)number(arguments[4], 1), number(arguments[5], 1) * 1000000000LL);
    } else if (count == 11 && strcmp(task, "moves") == 0) {
        barcodes = slice(read_barcodes(arguments[3]), (size_t)number(arguments[6], 0), (size_t)number(arguments[7], 1));
        int64_t length = number(arguments[5], 1) * 1000000000LL;
        move((size_t)number(arguments[4], 1), length, arguments + 8, map_counter(arguments[10]));
    } else {
        errx(64, "usage: log-limit sync FILE | size DATABASE | where|moves DATABASE BARCODES …");
    }
}
