#include "CImageRendering.h"

// Paper is the brightest level that a sixteenth of the pixels reach: dust and glare are brighter, and rarer.
static int32_t paper_level(const int64_t counts[256], int64_t all) {
    int64_t seen = 0;
    for (int32_t level = 255; level >= 0; level--) {
        seen += counts[level];
        if (seen * 16 >= all) return level;
    }
    return 0;
}

bool shows_nothing(grey_picture in, float margin, int32_t contrast, float share) {
    const int32_t left = (int32_t)(margin * (float)in.width), top = (int32_t)(margin * (float)in.height);
    int64_t counts[256] = {0};
    for (int32_t y = top; y < in.height - top; y++) {
        const uint8_t *row = in.pixels + (int64_t)y * in.width;
        for (int32_t x = left; x < in.width - left; x++) counts[row[x]]++;
    }
    int64_t all = 0, ink = 0;
    for (int32_t level = 0; level < 256; level++) all += counts[level];
    if (all == 0) return false;
    const int32_t darkest = paper_level(counts, all) - contrast;
    for (int32_t level = 0; level <= darkest; level++) ink += counts[level];
    return (float)ink <= share * (float)all;
}
