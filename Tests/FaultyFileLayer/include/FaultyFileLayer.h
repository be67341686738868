/* A layer between SQLite and its files that fails when it is told to. */
#ifndef FAULTY_FILE_LAYER_H
#define FAULTY_FILE_LAYER_H

#include "FaultPlan.h"

enum file_fault {
    /* Writing fails with an input/output error; nothing is written. */
    FILE_FAULT_WRITE,
    /* The disk is full; nothing is written. */
    FILE_FAULT_FULL,
    /* The first half of what is to be written is written, and it fails. */
    FILE_FAULT_TORN,
    /* Everything is written, and is not known to have reached the disk. */
    FILE_FAULT_SYNC,
    /* Reading fails with an input/output error. */
    FILE_FAULT_READ,
    /* Only the first half of what is to be read is there, as in a file that was cut off. */
    FILE_FAULT_SHORT_READ,
};

/* Makes the layer the one through which SQLite opens every file from now on. Without faults it does nothing. */
void faulty_file_layer_install(void);

/* From now on the file with this name fails, beginning with the operation number `from` (0 is the next) of the sort that
 * `fault` spoils. One fault for each file, 1024 at a time; false when there is no room. */
_Bool faulty_file_layer_begin(const char *name, enum file_fault fault, int from);

/* The file is well again; gives the number of operations that failed. */
int faulty_file_layer_end(const char *name);

#endif
