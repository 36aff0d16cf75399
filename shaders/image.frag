// A picture of the ground, premultiplied.
uniform sampler2D picture;
uniform float opacity;
in vec2 at;
out vec4 colour;

void main() { colour = texture(picture, at) * opacity; }
