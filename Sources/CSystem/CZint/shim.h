#ifndef OUTGUIDE_CZINT_SHIM_H
#define OUTGUIDE_CZINT_SHIM_H

#include <zint.h>

// Swift cannot index the large two-dimensional array in the structure.
static inline int outguide_zint_module_is_set(const struct zint_symbol *symbol, int row, int column) {
    if (row < 0 || row >= symbol->rows || row >= 200) return 0;
    if (column < 0 || column >= symbol->width || column >= 144 * 8) return 0;
    return (symbol->encoded_data[row][column >> 3] >> (column & 7)) & 1;
}

static inline const char *outguide_zint_error_text(const struct zint_symbol *symbol) {
    return symbol->errtxt;
}

#endif
