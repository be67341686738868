#include "CImageRendering.h"

#include <stdlib.h>
#include <string.h>

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
