#include "CImageRendering.h"

#include <math.h>
#include <stddef.h>

void measure_gradients(grey_picture in, int32_t tile, gradient_sums *sums) {
    int32_t columns = in.width / tile, rows = in.height / tile;
    for (int32_t row = 0; row < rows; row++) {
        for (int32_t column = 0; column < columns; column++) {
            int32_t xx = 0, yy = 0, xy = 0;
            int32_t left = column * tile > 0 ? column * tile : 1, top = row * tile > 0 ? row * tile : 1;
            int32_t right = (column + 1) * tile < in.width ? (column + 1) * tile : in.width - 1;
            int32_t bottom = (row + 1) * tile < in.height ? (row + 1) * tile : in.height - 1;
            for (int32_t y = top; y < bottom; y += 2) {
                const uint8_t *line = in.pixels + (size_t)y * in.width;
                const uint8_t *above = line - in.width, *below = line + in.width;
                for (int32_t x = left; x < right; x++) {
                    int32_t across = line[x + 1] - line[x - 1];
                    int32_t down = below[x] - above[x];
                    xx += across * across;
                    yy += down * down;
                    xy += across * down;
                }
            }
            sums[row * columns + column] = (gradient_sums){(float)xx, (float)yy, (float)xy};
        }
    }
}

// The weights of four neighbours for a point `t` behind the second one (Catmull and Rom).
static void cubic_weights(float t, float *weights) {
    weights[0] = t * (-0.5f + t * (1 - 0.5f * t));
    weights[1] = 1 + t * t * (-2.5f + 1.5f * t);
    weights[2] = t * (0.5f + t * (2 - 1.5f * t));
    weights[3] = t * t * (-0.5f + 0.5f * t);
}

static int32_t within(int32_t value, int32_t count) { return value < 0 ? 0 : value >= count ? count - 1 : value; }

static float sample(grey_picture from, float x, float y) {
    float left = floorf(x), top = floorf(y);
    float across[4], down[4];
    cubic_weights(x - left, across);
    cubic_weights(y - top, down);
    int32_t column = (int32_t)left - 1, row = (int32_t)top - 1;
    float sum = 0;
    if (column >= 0 && row >= 0 && column + 3 < from.width && row + 3 < from.height) {
        const uint8_t *pixel = from.pixels + (size_t)row * from.width + column;
        for (int32_t y = 0; y < 4; y++, pixel += from.width) {
            sum += down[y] * (across[0] * pixel[0] + across[1] * pixel[1] + across[2] * pixel[2] + across[3] * pixel[3]);
        }
        return sum;
    }
    for (int32_t y = 0; y < 4; y++) {
        const uint8_t *line = from.pixels + (size_t)within(row + y, from.height) * from.width;
        for (int32_t x = 0; x < 4; x++) sum += down[y] * across[x] * line[within(column + x, from.width)];
    }
    return sum;
}

void render_strip(grey_picture from, uint8_t *to, int32_t width, int32_t height, strip_map map, int32_t rows,
                  bool has_white_around) {
    for (int32_t y = 0; y < height; y++) {
        uint8_t *result = to + (size_t)y * width;
        for (int32_t x = 0; x < width; x++) {
            float sum = 0;
            int32_t count = 0;
            for (int32_t row = 0; row < rows; row++) {
                float along = (float)x, across = (float)y + ((float)row + 0.5f) / (float)rows - 0.5f;
                float px = map.x + along * map.right_x + across * map.down_x;
                float py = map.y + along * map.right_y + across * map.down_y;
                bool is_outside =
                    px < -0.5f || py < -0.5f || px > (float)from.width - 0.5f || py > (float)from.height - 0.5f;
                if (is_outside && has_white_around) continue;
                sum += sample(from, px, py);
                count++;
            }
            float mean = count > 0 ? sum / (float)count : 255;
            result[x] = mean <= 0 ? 0 : mean >= 255 ? 255 : (uint8_t)(mean + 0.5f);
        }
    }
}

float measure_strip(grey_picture from, int32_t width, int32_t height, strip_map map) {
    double sum = 0, squares = 0;
    for (int32_t x = 0; x < width; x++) {
        int32_t column = 0;
        for (int32_t y = 0; y < height; y++) {
            int32_t px = (int32_t)(map.x + (float)x * map.right_x + (float)y * map.down_x + 0.5f);
            int32_t py = (int32_t)(map.y + (float)x * map.right_y + (float)y * map.down_y + 0.5f);
            column += from.pixels[(size_t)within(py, from.height) * from.width + within(px, from.width)];
        }
        double mean = (double)column / height;
        sum += mean;
        squares += mean * mean;
    }
    return (float)(squares / width - sum / width * (sum / width));
}
