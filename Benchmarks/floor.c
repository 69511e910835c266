/* The floor under `strata import`: what SQLite itself needs, through its C API and used plainly, to store and index
 * rows that lie ready in memory. No reading, no matching, no cleverness: WAL, synchronous NORMAL, 4 KB pages, one
 * transaction, prepared statements, a JD row, 22 mention rows one by one, FTS5 with external content at its defaults.
 *
 *     cc -O2 floor.c -o floor -lsqlite3 && ./floor corpus.csv new.db
 *
 * With `append` behind it the rows go into a file that an earlier call made.
 *
 * Prints one line of JSON. `seconds` run from before the file is created until it is closed, checkpoint included.
 */
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { COLUMNS = 7, MENTIONS = 22, SKILLS = 1500 };
enum { ID, TITLE, COMPANY, LOCATION, DATE, SALARY, TEXT };

typedef struct {
    const char *text;
    int length;
} Field;

typedef struct {
    Field fields[COLUMNS];
    int skills[MENTIONS], requirements[MENTIONS], counts[MENTIONS];
} Row;

static void fail(const char *what, const char *why) {
    fprintf(stderr, "floor: %s: %s\n", what, why);
    exit(1);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static char *contents(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    struct stat status;
    if (!file || fstat(fileno(file), &status)) fail(path, "cannot be read");
    char *bytes = malloc(status.st_size + 1);
    if (!bytes) fail(path, "no memory");
    *size = fread(bytes, 1, status.st_size, file);
    bytes[*size] = 0;
    fclose(file);
    return bytes;
}

/* Reads one field in place and leaves `*at` behind its separator; a quoted one loses its quotes. */
static Field field(char **at, int *ends_row) {
    char *in = *at, *out = in;
    Field result = {in, 0};
    if (*in == '"') {
        result.text = out = ++in;
        for (; *in; in++) {
            if (*in == '"' && *++in != '"') break;
            *out++ = *in;
        }
    } else {
        while (*in && *in != ',' && *in != '\n') in++;
        out = in;
    }
    result.length = (int)(out - result.text);
    if (*in == '\r') in++;
    *ends_row = *in != ',';
    *at = *in ? in + 1 : in;
    return result;
}

/* A fixed pseudo-random draw: 22 different skills a JD, the same in every run. */
static void draw_mentions(Row *row, uint64_t *state) {
    for (int drawn = 0; drawn < MENTIONS;) {
        *state = *state * 6364136223846793005u + 1442695040888963407u;
        int skill = (int)((*state >> 33) % SKILLS), is_new = 1;
        for (int other = 0; other < drawn; other++) is_new &= row->skills[other] != skill;
        if (!is_new) continue;
        row->skills[drawn] = skill;
        row->requirements[drawn] = (int)((*state >> 24) % 3);
        row->counts[drawn++] = 1 + (int)((*state >> 16) % 4);
    }
}

static Row *parsed(char *text, const char *path, size_t *count) {
    size_t capacity = 1 << 12;
    Row *rows = malloc(capacity * sizeof(Row));
    uint64_t state = 1;
    int ends_row = 0;
    while (*text && !ends_row) field(&text, &ends_row); /* the header */
    for (*count = 0; *text; draw_mentions(&rows[(*count)++], &state)) {
        if (*count == capacity) rows = realloc(rows, (capacity *= 2) * sizeof(Row));
        if (!rows) fail(path, "no memory");
        int column = 0;
        for (ends_row = 0; !ends_row; column++) {
            Field value = field(&text, &ends_row);
            if (column < COLUMNS) rows[*count].fields[column] = value;
        }
        if (column != COLUMNS) fail(path, "not the columns that corpus.py writes");
    }
    return rows;
}

static void run(sqlite3 *db, const char *sql) {
    if (sqlite3_exec(db, sql, 0, 0, 0)) fail(sql, sqlite3_errmsg(db));
}

static sqlite3_stmt *prepared(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, 0)) fail(sql, sqlite3_errmsg(db));
    return statement;
}

static void bind(sqlite3_stmt *statement, int index, Field value) {
    sqlite3_bind_text(statement, index, value.text, value.length, SQLITE_STATIC);
}

static void step(sqlite3_stmt *statement) {
    if (sqlite3_step(statement) != SQLITE_DONE) fail("insert", sqlite3_errmsg(sqlite3_db_handle(statement)));
    sqlite3_reset(statement);
}

static const char *schema =
    "PRAGMA page_size = 4096; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
    "CREATE TABLE jd(id INTEGER PRIMARY KEY, external_id TEXT, title TEXT, company TEXT, location TEXT,"
    " posted_on TEXT, salary TEXT, text TEXT);"
    "CREATE TABLE mention(jd INTEGER, skill INTEGER, requirement INTEGER, count INTEGER,"
    " PRIMARY KEY (jd, skill)) WITHOUT ROWID;"
    "CREATE VIRTUAL TABLE jd_fts USING fts5(title, company, text, content = 'jd', content_rowid = 'id');";

/* Seconds spent on each part. */
typedef struct {
    double jd, mentions, fts, commit, close;
} Times;

static void store(sqlite3 *db, const Row *rows, size_t count, Times *times) {
    sqlite3_stmt *jd = prepared(db, "INSERT INTO jd VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    sqlite3_stmt *mention = prepared(db, "INSERT INTO mention VALUES (?, ?, ?, ?)");
    sqlite3_stmt *fts = prepared(db, "INSERT INTO jd_fts(rowid, title, company, text) VALUES (?, ?, ?, ?)");
    sqlite3_stmt *newest = prepared(db, "SELECT ifnull(max(id), 0) FROM jd");
    double time = now(), last = time;
    run(db, "BEGIN IMMEDIATE");
    sqlite3_step(newest);
    sqlite3_int64 base = sqlite3_column_int64(newest, 0);
    sqlite3_finalize(newest);
    for (size_t index = 0; index < count; index++) {
        const Row *row = &rows[index];
        sqlite3_bind_int64(jd, 1, base + index + 1);
        for (int column = 0; column < COLUMNS; column++) bind(jd, column + 2, row->fields[column]);
        step(jd);
        time = now(), times->jd += time - last, last = time;
        for (int number = 0; number < MENTIONS; number++) {
            sqlite3_bind_int64(mention, 1, base + index + 1);
            sqlite3_bind_int(mention, 2, row->skills[number]);
            sqlite3_bind_int(mention, 3, row->requirements[number]);
            sqlite3_bind_int(mention, 4, row->counts[number]);
            step(mention);
        }
        time = now(), times->mentions += time - last, last = time;
        sqlite3_bind_int64(fts, 1, base + index + 1);
        bind(fts, 2, row->fields[TITLE]), bind(fts, 3, row->fields[COMPANY]), bind(fts, 4, row->fields[TEXT]);
        step(fts);
        time = now(), times->fts += time - last, last = time;
    }
    run(db, "COMMIT");
    times->commit = now() - last;
    sqlite3_finalize(jd), sqlite3_finalize(mention), sqlite3_finalize(fts);
}

int main(int argc, char **argv) {
    int appends = argc == 4 && !strcmp(argv[3], "append");
    if (argc != 3 && !appends) fail("usage", "floor CORPUS.csv NEW.db, or floor CORPUS.csv OLD.db append");
    if (!appends == !access(argv[2], F_OK)) fail(argv[2], appends ? "is not there" : "is there already");
    size_t size, count;
    Row *rows = parsed(contents(argv[1], &size), argv[1], &count);

    Times times = {0};
    sqlite3 *db;
    double start = now();
    if (sqlite3_open(argv[2], &db)) fail(argv[2], sqlite3_errmsg(db));
    sqlite3_busy_timeout(db, 60000);
    run(db, appends ? "PRAGMA synchronous = NORMAL;" : schema);
    store(db, rows, count, &times);
    double before_close = now();
    if (sqlite3_close(db)) fail(argv[2], "cannot be closed");
    double end = now();
    times.close = end - before_close;

    struct stat status;
    stat(argv[2], &status);
    printf("{\"jds\":%zu,\"mentions\":%zu,\"seconds\":%.3f,\"jds_per_second\":%.0f,\"bytes\":%lld,"
           "\"parts\":{\"jd\":%.3f,\"mentions\":%.3f,\"fts\":%.3f,\"commit\":%.3f,\"close\":%.3f},"
           "\"sqlite\":\"%s\"}\n",
           count, count * MENTIONS, end - start, count / (end - start), (long long)status.st_size, times.jd,
           times.mentions, times.fts, times.commit, times.close, sqlite3_libversion());
    return 0;
}
