#include "CImageRendering.h"

#include <stdlib.h>
#include <string.h>

static int32_t at_least_zero(int32_t value) { return value < 0 ? 0 : value; }
static int32_t at_most(int32_t value, int32_t limit) { return value > limit ? limit : value; }

// Moves the sums over the rows around `y` − 1 to those around `y`; answers how many rows they hold.
static int32_t step_down(grey_picture from, uint32_t *sums, int32_t y, int32_t radius) {
    size_t width = (size_t)from.width;
    if (y == 0) {
        memset(sums, 0, sizeof *sums * width);
        for (int32_t row = 0; row <= at_most(radius, from.height - 1); row++) {
            const uint8_t *line = from.pixels + (size_t)row * width;
            for (size_t x = 0; x < width; x++) sums[x] += line[x];
        }
    } else {
        if (y + radius < from.height) {
            const uint8_t *line = from.pixels + (size_t)(y + radius) * width;
            for (size_t x = 0; x < width; x++) sums[x] += line[x];
        }
        if (y - radius > 0) {
            const uint8_t *line = from.pixels + (size_t)(y - radius - 1) * width;
            for (size_t x = 0; x < width; x++) sums[x] -= line[x];
        }
    }
    return at_most(y + radius, from.height - 1) - at_least_zero(y - radius) + 1;
}

// The sums over a box around each pixel of a row, and the number of columns in each box.
static void box_row(const uint32_t *sums, uint32_t *boxes, int32_t width, int32_t radius) {
    uint32_t box = 0;
    for (int32_t x = 0; x < at_most(radius, width); x++) box += sums[x];
    for (int32_t x = 0; x < width; x++) {
        if (x + radius < width) box += sums[x + radius];
        boxes[x] = box;
        if (x - radius >= 0) box -= sums[x - radius];
    }
}

bool render_threshold(grey_picture from, uint8_t *to, int32_t radius, int32_t offset) {
    uint32_t *sums = malloc(2 * sizeof *sums * (size_t)from.width);
    if (!sums) return false;
    uint32_t *boxes = sums + from.width;
    for (int32_t y = 0; y < from.height; y++) {
        int32_t rows = step_down(from, sums, y, radius);
        box_row(sums, boxes, from.width, radius);
        const uint8_t *line = from.pixels + (size_t)y * from.width;
        uint8_t *result = to + (size_t)y * from.width;
        for (int32_t x = 0; x < from.width; x++) {
            int32_t columns = at_most(x + radius, from.width - 1) - at_least_zero(x - radius) + 1;
            result[x] = (line[x] + offset) * (rows * columns) > (int32_t)boxes[x] ? 255 : 0;
        }
    }
    free(sums);
    return true;
}

bool render_mean(grey_picture from, uint8_t *to, int32_t radius) {
    uint32_t *sums = malloc(2 * sizeof *sums * (size_t)from.width);
    if (!sums) return false;
    uint32_t *boxes = sums + from.width;
    for (int32_t y = 0; y < from.height; y++) {
        int32_t rows = step_down(from, sums, y, radius);
        box_row(sums, boxes, from.width, radius);
        uint8_t *result = to + (size_t)y * from.width;
        for (int32_t x = 0; x < from.width; x++) {
            int32_t columns = at_most(x + radius, from.width - 1) - at_least_zero(x - radius) + 1;
            result[x] = (uint8_t)(boxes[x] / (uint32_t)(rows * columns));
        }
    }
    free(sums);
    return true;
}

bool render_sharpened(grey_picture from, uint8_t *to, int32_t radius, int32_t strength) {
    uint32_t *sums = malloc(2 * sizeof *sums * (size_t)from.width);
    if (!sums) return false;
    uint32_t *boxes = sums + from.width;
    for (int32_t y = 0; y < from.height; y++) {
        int32_t rows = step_down(from, sums, y, radius);
        box_row(sums, boxes, from.width, radius);
        const uint8_t *line = from.pixels + (size_t)y * from.width;
        uint8_t *result = to + (size_t)y * from.width;
        int32_t whole = rows * (2 * radius + 1);
        int32_t scale = (1 << 16) / whole;
        for (int32_t x = 0; x < from.width; x++) {
            int32_t columns = at_most(x + radius, from.width - 1) - at_least_zero(x - radius) + 1;
            int32_t mean = columns == 2 * radius + 1 ? (int32_t)(boxes[x] * (uint32_t)scale >> 16)
                                                     : (int32_t)boxes[x] / (rows * columns);
            int32_t value = line[x] + ((line[x] - mean) * strength) / 4;
            result[x] = (uint8_t)at_most(at_least_zero(value), 255);
        }
    }
    free(sums);
    return true;
}

bool render_column_mean(grey_picture from, uint8_t *to, int32_t radius) {
    uint32_t *sums = malloc(sizeof *sums * (size_t)from.width);
    if (!sums) return false;
    for (int32_t y = 0; y < from.height; y++) {
        uint32_t rows = (uint32_t)step_down(from, sums, y, radius);
        uint32_t scale = (1 << 16) / rows;
        uint8_t *result = to + (size_t)y * from.width;
        for (int32_t x = 0; x < from.width; x++) result[x] = (uint8_t)((sums[x] * scale + (1 << 15)) >> 16);
    }
    free(sums);
    return true;
}
