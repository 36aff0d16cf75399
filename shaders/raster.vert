// The four corners of a raster's tile, and where they are in it.
uniform vec4 extent;    // metres: left, below, right, above
uniform vec4 in_tile;   // the same corners in the texture: cells, or shares of it
out vec2 at;

void main() {
    vec2 corner = vec2(gl_VertexID % 2, gl_VertexID / 2);
    at = mix(in_tile.xy, in_tile.zw, corner);
    gl_Position = target_of(pixels_of(mix(extent.xy, extent.zw, corner)));
}
