// A value to its colour through a table. With SMOOTH the value lies between the four nearest cells that have one; a cell
// without a value stays empty.
uniform sampler2D cells;
uniform sampler2D table;
uniform vec3 span;   // lowest value of the table, 1 / its span, and 1 when both are logarithms
uniform vec4 below;  // colour under the lowest value
uniform float opacity;
in vec2 at;
out vec4 colour;

const float no_value = -1e38;

float value_at(ivec2 cell, ivec2 last) { return texelFetch(cells, clamp(cell, ivec2(0), last), 0).r; }

float value() {
    ivec2 last = textureSize(cells, 0) - 1;
#ifdef SMOOTH
    vec2 from = at - 0.5;
    ivec2 cell = ivec2(floor(from));
    vec2 part = from - vec2(cell);
    vec4 v = vec4(value_at(cell, last), value_at(cell + ivec2(1, 0), last), value_at(cell + ivec2(0, 1), last),
                  value_at(cell + ivec2(1, 1), last));
    vec4 weight = vec4((1.0 - part.x) * (1.0 - part.y), part.x * (1.0 - part.y), (1.0 - part.x) * part.y,
                       part.x * part.y);
    vec2 own = mix(v.xy, v.zw, step(0.5, part.y));
    if ((part.x < 0.5 ? own.x : own.y) < no_value) return 2.0 * no_value;
    weight *= vec4(greaterThan(v, vec4(no_value)));
    return dot(weight, max(v, vec4(no_value))) / dot(weight, vec4(1.0));
#else
    return value_at(ivec2(floor(at)), last);
#endif
}

void main() {
    float v = value();
    float place = ((span.z > 0.5 ? log(max(v, 1e-30)) : v) - span.x) * span.y;
    float inset = 0.5 / float(textureSize(table, 0).x);
    vec4 found = texture(table, vec2(mix(inset, 1.0 - inset, clamp(place, 0.0, 1.0)), 0.5));
    if (place < -1e-5) found = below;
    colour = v < no_value ? vec4(0.0) : found * opacity;
}
