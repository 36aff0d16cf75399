// A picture of the map made for another view, laid where its ground is now. With EXACT it was made for this view.
uniform sampler2D picture;
uniform vec3 right;  // from pixels of the target to the picture's, both from below: times x, times y, plus
uniform vec3 up;
out vec4 colour;

void main() {
    vec3 here = vec3(gl_FragCoord.xy, 1.0);
    vec2 at = vec2(dot(right, here), dot(up, here));
#ifdef EXACT
    colour = texelFetch(picture, ivec2(at), 0);
#else
    vec2 share = at / vec2(textureSize(picture, 0));
    vec2 outside = step(share, vec2(0.0)) + step(vec2(1.0), share);
    colour = texture(picture, share) * (1.0 - min(outside.x + outside.y, 1.0));
#endif
}
