#include "CImageRendering.h"

#include <string.h>

void render_transposed(grey_picture from, uint8_t *to) {
    // In blocks, so that both sides stay in the cache.
    enum { block = 32 };
    for (int32_t top = 0; top < from.height; top += block) {
        int32_t bottom = top + block < from.height ? top + block : from.height;
        for (int32_t left = 0; left < from.width; left += block) {
            int32_t right = left + block < from.width ? left + block : from.width;
            for (int32_t x = left; x < right; x++) {
                for (int32_t y = top; y < bottom; y++) {
                    to[(size_t)x * from.height + y] = from.pixels[(size_t)y * from.width + x];
                }
            }
        }
    }
}

void render_cut(grey_picture from, uint8_t *to, int32_t left, int32_t top, int32_t width, int32_t height) {
    for (int32_t y = 0; y < height; y++) {
        memcpy(to + (size_t)y * width, from.pixels + (size_t)(top + y) * from.width + left, (size_t)width);
    }
}

void render_oriented(grey_picture from, uint8_t *to, int32_t orientation) {
    bool is_swapped = orientation >= 5;
    // Where x and y of the result lie in the picture: which end they begin at.
    bool from_right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    bool from_bottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    enum { block = 32 };
    for (int32_t top = 0; top < from.height; top += block) {
        int32_t bottom = top + block < from.height ? top + block : from.height;
        for (int32_t left = 0; left < from.width; left += block) {
            int32_t right = left + block < from.width ? left + block : from.width;
            for (int32_t y = top; y < bottom; y++) {
                const uint8_t *line = from.pixels + (size_t)y * from.width;
                size_t row = (size_t)(from_bottom ? from.height - 1 - y : y);
                for (int32_t x = left; x < right; x++) {
                    size_t column = (size_t)(from_right ? from.width - 1 - x : x);
                    to[is_swapped ? column * from.height + row : row * from.width + column] = line[x];
                }
            }
        }
    }
}

void render_inverted(grey_picture from, uint8_t *to) {
    size_t count = (size_t)from.width * (size_t)from.height;
    for (size_t index = 0; index < count; index++) to[index] = (uint8_t)~from.pixels[index];
}

// One row of the doubled picture: `near` weighs three quarters, `far` one.
static void double_row(const uint8_t *near, const uint8_t *far, int32_t width, uint8_t *to) {
    for (int32_t x = 0; x < width; x++) {
        int32_t left = x > 0 ? x - 1 : 0, right = x + 1 < width ? x + 1 : x;
        int32_t middle = 3 * near[x] + far[x];
        to[2 * x] = (uint8_t)((3 * middle + 3 * near[left] + far[left] + 8) >> 4);
        to[2 * x + 1] = (uint8_t)((3 * middle + 3 * near[right] + far[right] + 8) >> 4);
    }
}

void render_doubled(grey_picture from, uint8_t *to, int32_t margin) {
    size_t width = 2 * (size_t)from.width + 2 * (size_t)margin;
    memset(to, 255, width * (size_t)margin);
    memset(to + width * ((size_t)margin + 2 * (size_t)from.height), 255, width * (size_t)margin);
    for (int32_t y = 0; y < from.height; y++) {
        const uint8_t *line = from.pixels + (size_t)y * from.width;
        for (int32_t half = 0; half < 2; half++) {
            int32_t other = half == 0 ? y - 1 : y + 1;
            if (other < 0 || other >= from.height) other = y;
            uint8_t *result = to + ((size_t)margin + 2 * (size_t)y + (size_t)half) * width;
            memset(result, 255, (size_t)margin);
            memset(result + width - margin, 255, (size_t)margin);
            double_row(line, from.pixels + (size_t)other * from.width, from.width, result + margin);
        }
    }
}
