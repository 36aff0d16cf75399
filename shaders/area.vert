// Triangles of areas.
layout(location = 0) in vec2 position;

void main() { gl_Position = target_of(pixels_of(position)); }
