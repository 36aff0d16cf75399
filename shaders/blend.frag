// What was drawn aside laid over the map as one, however often it overlaps itself.
uniform sampler2D picture;
uniform float opacity;
out vec4 colour;

void main() { colour = texelFetch(picture, ivec2(gl_FragCoord.xy), 0) * opacity; }
