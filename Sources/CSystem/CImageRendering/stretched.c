#include "CImageRendering.h"

#include <stdlib.h>
#include <string.h>

// The darkest and brightest pixel of each tile.
static void find_ranges(grey_picture from, int32_t tile, int32_t columns, uint8_t *low, uint8_t *high) {
    int32_t rows = (from.height + tile - 1) / tile;
    memset(low, 255, (size_t)columns * (size_t)rows);
    memset(high, 0, (size_t)columns * (size_t)rows);
    for (int32_t y = 0; y < from.height; y++) {
        const uint8_t *line = from.pixels + (size_t)y * from.width;
        uint8_t *lowest = low + (size_t)(y / tile) * columns;
        uint8_t *highest = high + (size_t)(y / tile) * columns;
        for (int32_t column = 0; column < columns; column++) {
            int32_t end = (column + 1) * tile < from.width ? (column + 1) * tile : from.width;
            uint8_t darkest = lowest[column], brightest = highest[column];
            for (int32_t x = column * tile; x < end; x++) {
                darkest = line[x] < darkest ? line[x] : darkest;
                brightest = line[x] > brightest ? line[x] : brightest;
            }
            lowest[column] = darkest;
            highest[column] = brightest;
        }
    }
}

// The value at a point between the middles of four tiles, in a straight line; `fx` and `fy` of 256.
static int32_t between(const uint8_t *first, const uint8_t *second, int32_t left, int32_t right, int32_t fx, int32_t fy) {
    int32_t upper = first[left] * (256 - fx) + first[right] * fx;
    int32_t lower = second[left] * (256 - fx) + second[right] * fx;
    return (upper * (256 - fy) + lower * fy) >> 16;
}

// The narrowest range that is stretched.
static const int32_t least = 24;

bool render_stretched(grey_picture from, uint8_t *to, int32_t tile) {
    int32_t columns = (from.width + tile - 1) / tile;
    int32_t rows = (from.height + tile - 1) / tile;
    uint8_t *low = malloc(2 * (size_t)columns * (size_t)rows);
    if (!low) return false;
    uint8_t *high = low + (size_t)columns * (size_t)rows;
    find_ranges(from, tile, columns, low, high);
    for (int32_t y = 0; y < from.height; y++) {
        int32_t down = (y * 256 + 128) / tile - 128;
        int32_t row = down < 0 ? 0 : down >> 8;
        int32_t fy = down < 0 ? 0 : down & 255;
        int32_t next = row + 1 < rows ? row + 1 : row;
        const uint8_t *line = from.pixels + (size_t)y * from.width;
        uint8_t *result = to + (size_t)y * from.width;
        for (int32_t x = 0; x < from.width; x++) {
            int32_t across = (x * 256 + 128) / tile - 128;
            int32_t column = across < 0 ? 0 : across >> 8;
            int32_t fx = across < 0 ? 0 : across & 255;
            int32_t right = column + 1 < columns ? column + 1 : column;
            const uint8_t *low1 = low + (size_t)row * columns, *low2 = low + (size_t)next * columns;
            const uint8_t *high1 = high + (size_t)row * columns, *high2 = high + (size_t)next * columns;
            int32_t black = between(low1, low2, column, right, fx, fy);
            int32_t range = between(high1, high2, column, right, fx, fy) - black;
            // Where there is next to no contrast, what would be stretched is noise: white stays white, black black.
            if (range < least) {
                black -= (least - range) * black / 255;
                range = least;
            }
            int32_t value = (line[x] - black) * 255 / range;
            result[x] = (uint8_t)(value < 0 ? 0 : value > 255 ? 255 : value);
        }
    }
    free(low);
    return true;
}
