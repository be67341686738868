#include "CImageRendering.h"

#include <stdlib.h>
#include <string.h>

// Adds one row of the picture, averaged along x, `weight` times to the row of sums.
//
// Each pixel of the result covers `width` of the units that a source pixel splits into `to` of.
static void add_row(const uint8_t *from, uint32_t *sums, int32_t width, int32_t to, uint32_t weight) {
    if (width == to) {
        for (int32_t x = 0; x < to; x++) sums[x] += weight * ((uint32_t)from[x] << 8);
        return;
    }
    // Per result pixel a value in 1/256 grey steps: exact area, without a division a pixel.
    uint32_t scale = (uint32_t)(((uint64_t)1 << 32) / (uint32_t)width);
    int32_t left = to;
    int32_t source = 0;
    for (int32_t x = 0; x < to; x++) {
        uint32_t sum = 0;
        int32_t need = width;
        while (need > 0) {
            int32_t take = left < need ? left : need;
            sum += (uint32_t)take * from[source];
            need -= take;
            left -= take;
            if (left == 0 && source + 1 < width) {
                source++;
                left = to;
            } else if (left == 0) {
                break;
            }
        }
        sums[x] += weight * (uint32_t)(((uint64_t)sum * scale) >> 24);
    }
}

// Whole factors, by far the most common, need no weights.
static void shrink_whole(grey_picture from, uint8_t *to, int32_t width, int32_t height, uint32_t *sums, int32_t factor) {
    uint32_t scale = ((uint32_t)1 << 24) / (uint32_t)(factor * factor);
    for (int32_t y = 0; y < height; y++) {
        memset(sums, 0, sizeof *sums * (size_t)width);
        for (int32_t row = 0; row < factor; row++) {
            const uint8_t *line = from.pixels + ((size_t)y * factor + row) * from.width;
            if (factor == 2) {
                for (int32_t x = 0; x < width; x++) sums[x] += (uint32_t)line[2 * x] + line[2 * x + 1];
            } else {
                for (int32_t x = 0; x < width; x++) {
                    uint32_t sum = 0;
                    for (int32_t column = 0; column < factor; column++) sum += line[x * factor + column];
                    sums[x] += sum;
                }
            }
        }
        uint8_t *result = to + (size_t)y * width;
        for (int32_t x = 0; x < width; x++) {
            result[x] = (uint8_t)(((uint64_t)sums[x] * scale + (1 << 23)) >> 24);
        }
    }
}

bool render_shrunk(grey_picture from, uint8_t *to, int32_t width, int32_t height) {
    uint32_t *sums = malloc(sizeof *sums * (size_t)width);
    if (!sums) return false;
    int32_t factor = from.width / width;
    if (factor > 1 && factor < 16 && from.width / factor == width && from.height / factor == height) {
        shrink_whole(from, to, width, height, sums, factor);
        free(sums);
        return true;
    }
    int32_t left = height;
    int32_t source = 0;
    for (int32_t y = 0; y < height; y++) {
        memset(sums, 0, sizeof *sums * (size_t)width);
        int32_t need = from.height;
        while (need > 0 && source < from.height) {
            int32_t take = left < need ? left : need;
            // Weights in 1/256 of a row keep the sums within 32 bits.
            uint32_t weight = (uint32_t)(((int64_t)take << 8) / from.height);
            if (weight > 0) add_row(from.pixels + (size_t)source * from.width, sums, from.width, width, weight);
            need -= take;
            left -= take;
            if (left == 0) {
                source++;
                left = height;
            }
        }
        uint8_t *result = to + (size_t)y * width;
        for (int32_t x = 0; x < width; x++) {
            uint32_t value = (sums[x] + (1 << 15)) >> 16;
            result[x] = value > 255 ? 255 : (uint8_t)value;
        }
    }
    free(sums);
    return true;
}
