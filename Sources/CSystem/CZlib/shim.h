#ifndef OUTGUIDE_CZLIB_SHIM_H
#define OUTGUIDE_CZLIB_SHIM_H

#include <zlib.h>

// A macro that Swift cannot import. A window of 8 KiB holds what repeats on a page, and is soon made ready for the next.
static inline int outguide_deflate_init(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 13, 7, Z_DEFAULT_STRATEGY);
}

#endif
