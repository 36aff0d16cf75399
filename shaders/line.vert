// A segment as a box round a capsule: four vertices for each pair of corners, read by index from one buffer.
uniform samplerBuffer corners;  // x, y, metres along, joined to the next
uniform int first;
uniform float reach;  // half the width and a pixel for the soft edge
uniform float pixels_per_metre;
out vec2 place;            // along from the first corner and across, pixels
flat out float span;       // length of the segment, pixels
#ifdef DASH
flat out float start;      // pixels along the line at the first corner
#endif

void main() {
    int segment = first + gl_VertexID / 4;
    int corner = gl_VertexID % 4;
    vec4 a = texelFetch(corners, segment);
    vec4 b = texelFetch(corners, segment + 1);
    if (a.w < 0.5) {  // the line ends here: nothing to draw
        gl_Position = vec4(2.0, 2.0, 0.0, 1.0);
        place = vec2(0.0);
        span = 0.0;
#ifdef DASH
        start = 0.0;
#endif
        return;
    }
    vec2 from = pixels_of(a.xy), to = pixels_of(b.xy);
    span = length(to - from);
    vec2 along = span > 1e-4 ? (to - from) / span : vec2(1.0, 0.0);
    vec2 across = vec2(-along.y, along.x);
    float side = corner % 2 == 0 ? -reach : reach;
    bool is_end = corner >= 2;
    place = vec2(is_end ? span + reach : -reach, side);
    gl_Position = target_of((is_end ? to : from) + along * (is_end ? reach : -reach) + across * side);
#ifdef DASH
    start = a.z * pixels_per_metre;
#endif
}
