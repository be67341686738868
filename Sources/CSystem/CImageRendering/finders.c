#include "CImageRendering.h"

#include <stddef.h>
#include <stdlib.h>

// The lengths of five neighbouring runs that begin with a dark one, newest last.
typedef struct {
    int32_t runs[5];
} run_window;

// Whether the runs are as 1 : 1 : 3 : 1 : 1; answers the width of one module, or 0.
static float module_of(run_window window) {
    int32_t total = 0;
    for (int32_t index = 0; index < 5; index++) {
        if (window.runs[index] == 0) return 0;
        total += window.runs[index];
    }
    if (total < 7) return 0;
    float module = (float)total / 7, slack = module * 0.6f + 0.3f;
    for (int32_t index = 0; index < 5; index++) {
        float wanted = index == 2 ? 3 * module : module;
        float allowed = index == 2 ? 1.6f * slack : slack;
        if (window.runs[index] < wanted - allowed || window.runs[index] > wanted + allowed) return 0;
    }
    return module;
}

// Counts the five runs through (x, y), which is dark, in steps of (dx, dy); answers the module and, in `middle`, how far
// from the point the middle of the pattern lies.
static float module_across(grey_picture in, int32_t x, int32_t y, int32_t dx, int32_t dy, int32_t most, float *middle) {
    run_window window = {{0}};
    int32_t ends[2] = {0, 0};
    for (int32_t side = 0; side < 2; side++) {
        int32_t sign = side == 0 ? -1 : 1, index = 2;
        int32_t px = x, py = y;
        if (side == 1) px += dx, py += dy;
        while (px >= 0 && py >= 0 && px < in.width && py < in.height) {
            bool is_dark = in.pixels[(size_t)py * in.width + px] < 128;
            if (is_dark != (index % 2 == 0)) {
                index += sign;
                if (index < 0 || index > 4) break;
            }
            if (++window.runs[index] > most) return 0;
            if (index == 2) ends[side]++;
            px += sign * dx;
            py += sign * dy;
        }
        if (side == 0 && index > 0) return 0;
        if (side == 1 && index < 4) return 0;
    }
    *middle = (float)(ends[1] - ends[0] + 1) / 2;
    return module_of(window);
}

static void add_finder(finder_mark *marks, int32_t *count, int32_t most, finder_mark found) {
    for (int32_t index = 0; index < *count; index++) {
        finder_mark *mark = marks + index;
        float dx = mark->x - found.x, dy = mark->y - found.y, reach = 2 * mark->module;
        if (dx * dx + dy * dy > reach * reach) continue;
        float weight = (float)mark->rows / (float)(mark->rows + 1);
        mark->x = mark->x * weight + found.x * (1 - weight);
        mark->y = mark->y * weight + found.y * (1 - weight);
        mark->module = mark->module * weight + found.module * (1 - weight);
        mark->rows++;
        return;
    }
    if (*count < most) marks[(*count)++] = found;
}

int32_t find_finders(grey_picture in, finder_mark *marks, int32_t most) {
    int32_t count = 0;
    for (int32_t y = 0; y < in.height; y++) {
        const uint8_t *line = in.pixels + (size_t)y * in.width;
        run_window window = {{0}};
        bool was_dark = false;
        for (int32_t x = 0; x <= in.width; x++) {
            bool is_dark = x < in.width && line[x] < 128;
            if (is_dark == was_dark && x < in.width) {
                window.runs[4]++;
                continue;
            }
            if (was_dark && module_of(window) > 0) {
                int32_t middle = x - window.runs[4] - window.runs[3] - (window.runs[2] + 1) / 2;
                int32_t total = 0;
                for (int32_t index = 0; index < 5; index++) total += window.runs[index];
                float dx = 0, dy = 0;
                float down = module_across(in, middle, y, 0, 1, total, &dy);
                float row = down > 0 ? (float)y + dy : 0;
                float across = down > 0 ? module_across(in, middle, (int32_t)row, 1, 0, total, &dx) : 0;
                if (across > 0 && across < 2 * down && down < 2 * across) {
                    add_finder(marks, &count, most,
                               (finder_mark){(float)middle + dx, row, (across + down) / 2, 1});
                }
            }
            for (int32_t index = 0; index < 4; index++) window.runs[index] = window.runs[index + 1];
            window.runs[4] = 1;
            was_dark = is_dark;
        }
    }
    return count;
}

static float pixel_at(grey_picture in, float x, float y) {
    if (x < 0) x = 0;
    if (y < 0) y = 0;
    if (x > (float)(in.width - 1)) x = (float)(in.width - 1);
    if (y > (float)(in.height - 1)) y = (float)(in.height - 1);
    int32_t column = (int32_t)x, row = (int32_t)y;
    int32_t right = column + 1 < in.width ? 1 : 0;
    size_t below = row + 1 < in.height ? (size_t)in.width : 0;
    float fx = x - (float)column, fy = y - (float)row;
    const uint8_t *pixel = in.pixels + (size_t)row * in.width + column;
    float upper = (float)pixel[0] * (1 - fx) + (float)pixel[right] * fx;
    float lower = (float)pixel[below] * (1 - fx) + (float)pixel[below + right] * fx;
    return upper * (1 - fy) + lower * fy;
}

// Where the middle of module (column, row) lies, between the four nodes around it.
static void place(const grid_node *nodes, int32_t side, int32_t dimension, int32_t column, int32_t row, float *x, float *y) {
    float u = ((float)column + 0.5f) / (float)dimension * (float)(side - 1);
    float v = ((float)row + 0.5f) / (float)dimension * (float)(side - 1);
    int32_t i = (int32_t)u < side - 1 ? (int32_t)u : side - 2, j = (int32_t)v < side - 1 ? (int32_t)v : side - 2;
    float fu = u - (float)i, fv = v - (float)j;
    const grid_node *node = nodes + j * side + i;
    float w00 = (1 - fu) * (1 - fv), w10 = fu * (1 - fv), w01 = (1 - fu) * fv, w11 = fu * fv;
    *x = w00 * node[0].x + w10 * node[1].x + w01 * node[side].x + w11 * node[side + 1].x;
    *y = w00 * node[0].y + w10 * node[1].y + w01 * node[side].y + w11 * node[side + 1].y;
}

grid_measure measure_grid(grey_picture in, grey_picture mean, const grid_node *nodes, int32_t side, const int8_t *known,
                          int32_t dimension, int32_t left, int32_t top, int32_t right, int32_t bottom) {
    grid_measure sums = {0, 0, 0};
    for (int32_t row = top; row < bottom; row++) {
        for (int32_t column = left; column < right; column++) {
            float x, y;
            place(nodes, side, dimension, column, row, &x, &y);
            float contrast = pixel_at(mean, x, y) - pixel_at(in, x, y);
            float strength = contrast < 0 ? -contrast : contrast;
            int8_t value = known[row * dimension + column];
            if (value == 0) {
                sums.data += strength;
            } else {
                sums.known += strength;
                sums.agreement += value > 0 ? contrast : -contrast;
            }
        }
    }
    return sums;
}

void sample_grid(grey_picture in, grey_picture mean, const grid_node *nodes, int32_t side, int32_t dimension, float reach,
                 uint8_t *modules) {
    for (int32_t row = 0; row < dimension; row++) {
        for (int32_t column = 0; column < dimension; column++) {
            float x, y;
            place(nodes, side, dimension, column, row, &x, &y);
            float contrast = 0;
            for (int32_t down = -1; down <= 1; down++) {
                for (int32_t across = -1; across <= 1; across++) {
                    float px = x + (float)across * reach, py = y + (float)down * reach;
                    contrast += pixel_at(mean, px, py) - pixel_at(in, px, py);
                }
            }
            modules[row * dimension + column] = contrast > 0;
        }
    }
}
