#ifndef OUTGUIDE_CZLIB_SHIM_H
#define OUTGUIDE_CZLIB_SHIM_H

#include <zlib.h>

// A macro that Swift cannot import.
static inline int outguide_deflate_init(z_stream *stream, int level) {
    return deflateInit(stream, level);
}

#endif
