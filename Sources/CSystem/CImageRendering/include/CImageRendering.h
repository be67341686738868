#ifndef C_IMAGE_RENDERING_H
#define C_IMAGE_RENDERING_H

#include <stdbool.h>
#include <stdint.h>

// Other views of a grey picture in which a decoder may see what it misses in the picture itself.
//
// In C, because the loops visit every pixel and must be fast in debug builds too. A picture is one grey byte a pixel,
// row by row without padding, 1 … 32,767 pixels wide and high; the caller sees to it that `to` has the stated size.
// Functions that need working memory answer false when there is none; all others cannot fail.

typedef struct {
    const uint8_t *pixels;
    int32_t width;
    int32_t height;
} grey_picture;

// Shrinks by averaging areas; `width` and `height` are of `to` and not larger than the picture's.
bool render_shrunk(grey_picture from, uint8_t *to, int32_t width, int32_t height);

// Twice as large, between the pixels in a straight line; `to` is 2 × width + 2 × margin wide, likewise high, and white
// in the margin.
void render_doubled(grey_picture from, uint8_t *to, int32_t margin);

// Black or white by the mean of the (2 × radius + 1)² pixels around: white where a pixel plus `offset` exceeds it.
bool render_threshold(grey_picture from, uint8_t *to, int32_t radius, int32_t offset);

// Contrast stretched to the full range of the surroundings, found in tiles of `tile` pixels.
bool render_stretched(grey_picture from, uint8_t *to, int32_t tile);

// The mean of 2 × radius + 1 pixels of the same column.
bool render_column_mean(grey_picture from, uint8_t *to, int32_t radius);

// Rows become columns: the picture mirrored at its diagonal; `to` is as wide as the picture is high.
void render_transposed(grey_picture from, uint8_t *to);

// The part of the picture that begins at (`left`, `top`), as far as `to` of `width` × `height` shows it.
void render_cut(grey_picture from, uint8_t *to, int32_t left, int32_t top, int32_t width, int32_t height);

// As a camera held it: `orientation` of 1 … 8 as EXIF counts; from 5 on, `to` is as wide as the picture is high.
void render_oriented(grey_picture from, uint8_t *to, int32_t orientation);

// Black for white.
void render_inverted(grey_picture from, uint8_t *to);

// Sharpened: each pixel pushed away from the mean of the (2 × radius + 1)² pixels around by `strength` quarters of the
// difference.
bool render_sharpened(grey_picture from, uint8_t *to, int32_t radius, int32_t strength);

// Marks with 1 the tiles of `tile` × `tile` pixels that look like part of a linear code: brightness changes strongly in
// one direction and much less across it. `marks` has a byte for each whole tile, row by row.
void find_striped_tiles(grey_picture in, uint8_t *marks, int32_t tile);

// How far the bars between `left` and `right` of `row` go on above and below it: the first and last row that look like
// their neighbour.
void find_bar_rows(grey_picture in, int32_t left, int32_t right, int32_t row, int32_t *first, int32_t *last);

// How strongly and in which direction brightness changes in a tile: the sums of the squared differences across and down,
// and of their product.
typedef struct {
    float xx, yy, xy;
} gradient_sums;

// Measures the whole tiles of `tile` × `tile` pixels, row by row.
void measure_gradients(grey_picture in, int32_t tile, gradient_sums *sums);

// Where the pixels of a strip lie: pixel (0, 0) at (`x`, `y`), the next one to the right and the next row this far away.
typedef struct {
    float x, y, right_x, right_y, down_x, down_y;
} strip_map;

// A part of the picture at any angle and scale; each pixel is the mean of `rows` samples down its height. Where
// nothing of the picture lies, it is white, or else goes on as at the picture's edge.
void render_strip(grey_picture from, uint8_t *to, int32_t width, int32_t height, strip_map map, int32_t rows,
                  bool has_white_around);

// How much the columns of a strip differ: the variance of their means, greatest where bars stand upright.
float measure_strip(grey_picture from, int32_t width, int32_t height, strip_map map);

// The mean of the (2 × radius + 1)² pixels around each.
bool render_mean(grey_picture from, uint8_t *to, int32_t radius);

// The middle of a finder pattern of QR, the width of one of its modules, and on how many rows it was seen.
typedef struct {
    float x, y, module;
    int32_t rows;
} finder_mark;

// Finds the finder patterns of a picture in black and white; answers how many, at most `most`.
int32_t find_finders(grey_picture in, finder_mark *marks, int32_t most);

// A point of the picture. `side` × `side` nodes, row by row, span a grid of `dimension` × `dimension` modules: the first
// and last ones lie at its corners, and between four of them the modules lie evenly.
typedef struct {
    float x, y;
} grid_node;

// How far modules stand out from their surroundings: those that hold data, those that are known, and these again, but
// counted against where they are black and should be white or the other way around.
typedef struct {
    float data, known, agreement;
} grid_measure;

// Measures the modules from (`left`, `top`) up to (`right`, `bottom`) against `mean`, the mean around each pixel. `known`
// is 1 for a module that must be black, −1 for white, 0 for data.
grid_measure measure_grid(grey_picture in, grey_picture mean, const grid_node *nodes, int32_t side, const int8_t *known,
                          int32_t dimension, int32_t left, int32_t top, int32_t right, int32_t bottom);

// Reads the modules: 1 where nine points, `reach` pixels from each other, are darker than their surroundings.
void sample_grid(grey_picture in, grey_picture mean, const grid_node *nodes, int32_t side, int32_t dimension, float reach,
                 uint8_t *modules);

// Whether at most a `share` of the pixels is darker than the paper by more than `contrast` levels; a `margin`, as a part of
// each side, does not count.
bool shows_nothing(grey_picture in, float margin, int32_t contrast, float share);

// Whitens what lies in a convex polygon of `count` corners, x and y in turn.
void whiten_polygon(uint8_t *pixels, int32_t width, int32_t height, const int32_t *corners, int32_t count);

#endif
