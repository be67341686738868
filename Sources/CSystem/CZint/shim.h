#ifndef OUTGUIDE_CZINT_SHIM_H
#define OUTGUIDE_CZINT_SHIM_H

#include <stdint.h>
#include <zint.h>

// Swift cannot index the large two-dimensional array in the structure.
static inline int outguide_zint_module_is_set(const struct zint_symbol *symbol, int row, int column) {
    if (row < 0 || row >= symbol->rows || row >= 200) return 0;
    if (column < 0 || column >= symbol->width || column >= 144 * 8) return 0;
    return (symbol->encoded_data[row][column >> 3] >> (column & 7)) & 1;
}

// The first 64 modules of a row, the leftmost in the lowest bit.
static inline uint64_t outguide_zint_row(const struct zint_symbol *symbol, int row) {
    uint64_t modules = 0;
    if (row < 0 || row >= symbol->rows || row >= 200) return 0;
    for (int byte = 0; byte < 8; byte++) modules |= (uint64_t)symbol->encoded_data[row][byte] << (8 * byte);
    return modules;
}

static inline const char *outguide_zint_error_text(const struct zint_symbol *symbol) {
    return symbol->errtxt;
}

#endif
