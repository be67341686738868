#include "CImageRendering.h"

#include <stdlib.h>
#include <string.h>

void find_striped_tiles(grey_picture in, uint8_t *marks, int32_t tile) {
    int32_t columns = in.width / tile, rows = in.height / tile;
    // Differences over two pixels of every second row: narrow bars are seen, noise less so, in half the time.
    int32_t samples = (tile / 2) * (tile - 2);
    for (int32_t row = 0; row < rows; row++) {
        for (int32_t column = 0; column < columns; column++) {
            int32_t across = 0, down = 0;
            for (int32_t y = 0; y + 2 < tile; y += 2) {
                const uint8_t *line = in.pixels + (size_t)(row * tile + y) * in.width + (size_t)column * tile;
                const uint8_t *below = line + 2 * (size_t)in.width;
                for (int32_t x = 0; x < tile - 2; x++) {
                    across += abs(line[x + 2] - line[x]);
                    down += abs(below[x] - line[x]);
                }
            }
            int32_t more = across > down ? across : down, less = across > down ? down : across;
            // Noise changes as much in both directions, letters nearly; a single edge makes less than ten grey steps on
            // average.
            marks[row * columns + column] = more - less > 10 * samples && 9 * less < 5 * more;
        }
    }
}

// Whether two rows differ by less than a third of their own contrast.
static bool look_alike(const uint8_t *first, const uint8_t *second, int32_t left, int32_t right) {
    int64_t sum = 0, difference = 0, contrast = 0;
    for (int32_t x = left; x < right; x++) {
        sum += first[x];
        difference += abs(first[x] - second[x]);
    }
    int32_t mean = (int32_t)(sum / (right - left));
    for (int32_t x = left; x < right; x++) contrast += abs(first[x] - mean);
    return 3 * difference < contrast;
}

void find_bar_rows(grey_picture in, int32_t left, int32_t right, int32_t row, int32_t *first, int32_t *last) {
    *first = row;
    *last = row;
    if (left < 0 || right > in.width || left >= right || row < 0 || row >= in.height) return;
    const uint8_t *line = in.pixels + (size_t)row * in.width;
    for (const uint8_t *at = line; *first > 0 && look_alike(at, at - in.width, left, right); at -= in.width) --*first;
    for (const uint8_t *at = line; *last + 1 < in.height && look_alike(at, at + in.width, left, right); at += in.width) {
        ++*last;
    }
}

void whiten_polygon(uint8_t *pixels, int32_t width, int32_t height, const int32_t *corners, int32_t count) {
    for (int32_t y = 0; y < height; y++) {
        int64_t left = width, right = -1;
        for (int32_t corner = 0; corner < count; corner++) {
            const int32_t *from = corners + 2 * corner;
            const int32_t *to = corners + 2 * ((corner + 1) % count);
            if ((from[1] > y && to[1] > y) || (from[1] < y && to[1] < y)) continue;
            int64_t height_of_edge = (int64_t)to[1] - from[1];
            int64_t ends[2] = {from[0], to[0]};
            if (height_of_edge != 0) {
                ends[0] = ends[1] = from[0] + ((int64_t)to[0] - from[0]) * ((int64_t)y - from[1]) / height_of_edge;
            }
            for (int32_t end = 0; end < 2; end++) {
                if (ends[end] < left) left = ends[end];
                if (ends[end] > right) right = ends[end];
            }
        }
        if (left < 0) left = 0;
        if (right >= width) right = width - 1;
        if (left <= right) memset(pixels + (size_t)y * width + left, 255, (size_t)(right - left + 1));
    }
}
