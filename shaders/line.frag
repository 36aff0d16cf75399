// A capsule with a soft edge of one pixel: round ends and joins come by themselves. With THIN a bar cut at its ends:
// where two meet a pixel belongs to one of them, so that see-through lines are not darker there.
uniform vec4 fill;
uniform float half_width;
in vec2 place;
flat in float span;
#ifdef DASH
uniform float dash;  // length of a dash and of a gap, pixels
flat in float start;
#endif
out vec4 colour;

void main() {
    float along = clamp(place.x, 0.0, span);
#ifdef THIN
    float cover = place.x < 0.0 || place.x >= span ? 0.0 : clamp(half_width + 0.5 - abs(place.y), 0.0, 1.0);
#else
    float cover = clamp(half_width + 0.5 - length(vec2(place.x - along, place.y)), 0.0, 1.0);
#endif
    cover *= min(2.0 * half_width, 1.0);
#ifdef DASH
    float phase = mod(start + along, 2.0 * dash);
    cover *= clamp(min(phase, dash - phase) + 0.5, 0.0, 1.0);
#endif
    colour = fill * cover;
}
