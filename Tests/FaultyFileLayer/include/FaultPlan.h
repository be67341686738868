/* Faults that strike one operation of SQLite after the other, whichever file it is on.
 *
 * A plan lies in a file, so that a test can arm it for a daemon that runs with this library preloaded and the path of the
 * plan in OUTGUIDE_FAULT_PLAN. */
#ifndef FAULT_PLAN_H
#define FAULT_PLAN_H

#include <stdint.h>

enum log_operation {
    LOG_OPEN,
    LOG_READ,
    LOG_WRITE,
    LOG_SYNC,
    LOG_TRUNCATE,
    /* Mapping a part of the index of the write-ahead log. */
    LOG_SHARE,
    LOG_ALLOCATE,
    LOG_OPERATIONS
};

struct fault_plan;

/* Maps the plan in the file `path`, which is made when there is none; NULL when it cannot be. It is never unmapped. */
struct fault_plan *fault_plan_map(const char *path);

/* Lets this process obey `plan`. Must be called before SQLite is used, and once; 0, or an error code of SQLite. */
int fault_plan_obey(struct fault_plan *plan);

/* From now on `count` operations of the kind fail, after `from` that succeed. Counts from 0 again. */
void fault_plan_arm(struct fault_plan *plan, enum log_operation operation, int64_t from, int64_t count);

/* Nothing fails any more; returns how many operations failed since the plan was armed. */
int64_t fault_plan_disarm(struct fault_plan *plan);

/* How many operations of the kind there were since the plan was made or armed. */
int64_t fault_plan_counted(struct fault_plan *plan, enum log_operation operation);

/* Sets the clock of the process that obeys `plan` so many seconds off. */
void fault_plan_set_clock(struct fault_plan *plan, int64_t seconds);

/* How many seconds the clock of this process is off. */
int64_t fault_plan_clock(void);

/* Counts an operation of this process, and returns whether it fails. */
_Bool fault_plan_fails(enum log_operation operation);

/* Notes from now on from which place in the program memory is asked for, for this process. */
void fault_survey_begin(void);

/* Fills in, for each place seen since then, the position of its first request, counted from 0 since the plan was armed.
 * Returns how many there are, `capacity` at most. */
int fault_survey_end(int64_t *positions, int capacity);

#endif
