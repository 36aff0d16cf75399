// A symbol on a square of pixels.
layout(location = 0) in vec4 point;  // metres, turn, scale
uniform float size;      // across, pixels
uniform float margin;    // outline and soft edge, pixels on each side
uniform float map_turn;  // of symbols that look somewhere
flat out vec2 heading;   // cosine and sine of the symbol's turn
flat out float radius;   // half the symbol, pixels
flat out float across;   // of the square

void main() {
    gl_Position = target_of(pixels_of(point.xy));
    radius = 0.5 * size * point.w;
    across = 2.0 * (radius * REACH + margin);
    gl_PointSize = across;
    float turn = point.z + (TURNS || point.z != 0.0 ? map_turn : 0.0);
    heading = vec2(cos(turn), sin(turn));
}
