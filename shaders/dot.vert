// An area too small for its shape to be seen: a square of its size, faint when smaller than a pixel.
layout(location = 0) in vec3 speck;  // metres, and its side in metres
uniform float pixels_per_metre;
flat out float cover;

void main() {
    float side = speck.z * pixels_per_metre;
    gl_Position = target_of(pixels_of(speck.xy));
    gl_PointSize = max(side, 1.0);
    cover = min(side * side, 1.0);
}
