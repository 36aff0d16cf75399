uniform vec4 fill;
flat in float cover;
out vec4 colour;

void main() { colour = fill * cover; }
