// Symbols as signed distances, each told from the others in grey. SYMBOL is the number of viewer::Symbol.
uniform vec4 fill;
uniform vec4 edge;
uniform float halo;  // width of the outline, which lies outside the shape, pixels
flat in vec2 heading;
flat in float radius;
flat in float across;
out vec4 colour;

float box(vec2 p, vec2 size) {
    vec2 d = abs(p) - size;
    return max(d.x, d.y);
}
float arms(vec2 p, float reach, float thick) {
    vec2 a = abs(p);
    return max(max(a.x, a.y) - reach, min(a.x, a.y) - thick);
}

// Pixels from the outline, inside less than 0. The frame: unit is the radius, y down.
float outline(vec2 p) {
    float r = radius;
#if SYMBOL == 1  // ring
    return abs(length(p) - 0.85 * r) - max(0.75, 0.15 * r);
#elif SYMBOL == 2  // square
    return box(p, vec2(0.8 * r));
#elif SYMBOL == 3  // diamond
    return (abs(p.x) + abs(p.y) - r) * 0.70710678;
#elif SYMBOL == 4  // triangle
    return max(dot(vec2(abs(p.x), p.y + 0.95 * r), vec2(0.8729, -0.4878)), p.y - 0.75 * r);
#elif SYMBOL == 5  // cross
    return arms(vec2(p.x + p.y, p.x - p.y) * 0.70710678, 1.06 * r, max(0.75, 0.21 * r));
#elif SYMBOL == 6  // plus
    return arms(p, 0.95 * r, max(0.75, 0.21 * r));
#elif SYMBOL == 7  // lamp: a disc and eight rays
    vec2 a = abs(p);
    a = vec2(max(a.x, a.y), min(a.x, a.y));
    vec2 ray = a.y < 0.41421356 * a.x ? a : vec2(a.x + a.y, a.x - a.y) * 0.70710678;
    float rays = max(abs(ray.x - 0.84 * r) - 0.16 * r, abs(ray.y) - max(0.5, 0.09 * r));
    return min(length(p) - 0.55 * r, rays);
#elif SYMBOL == 8  // camera
    float lens = max(p.x - r, (abs(p.y) - 0.6667 * (p.x - 0.1 * r)) * 0.832);
    return min(lens, box(p + vec2(0.325 * r, 0.0), vec2(0.675, 0.5) * r));
#elif SYMBOL == 9  // shrub
    float low = length(vec2(abs(p.x) - 0.45 * r, p.y - 0.25 * r)) - 0.5 * r;
    return min(low, length(p + vec2(0.0, 0.3 * r)) - 0.58 * r);
#elif SYMBOL == 10  // door
    return box(p, vec2(0.6, 1.0) * r);
#else  // dot and pin
    return length(p) - r;
#endif
}

void main() {
    vec2 pixel = (gl_PointCoord - 0.5) * across;
    vec2 p = vec2(pixel.x * heading.x - pixel.y * heading.y, pixel.x * heading.y + pixel.y * heading.x);
    float d = outline(p);
    float inside = clamp(0.5 - d, 0.0, 1.0);
    colour = fill * inside + edge * (clamp(halo + 0.5 - d, 0.0, 1.0) - inside);
#if SYMBOL == 10  // the handle
    float handle = length(p - vec2(0.3, 0.1) * radius) - max(1.0, 0.14 * radius);
    colour = mix(colour, edge.a > 0.0 ? edge : vec4(fill.a), clamp(0.5 - handle, 0.0, 1.0));
#endif
}
