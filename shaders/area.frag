// The inside of areas; with HATCH also diagonal lines, so that colour is not the only carrier.
uniform vec4 fill;  // premultiplied, as all colours here
#ifdef HATCH
uniform vec4 edge;
uniform vec3 hatch;  // a point the lines keep to (target pixels), and their distance
#endif
out vec4 colour;

void main() {
    colour = fill;
#ifdef HATCH
    vec2 from = gl_FragCoord.xy - hatch.xy;
    float across = abs(fract((from.x - from.y) * 0.70710678 / hatch.z) - 0.5) * hatch.z;
    float cover = clamp(hatch.z * 0.09 + 0.5 - across, 0.0, 1.0);
    colour = edge * cover + fill * (1.0 - edge.a * cover);
#endif
}
