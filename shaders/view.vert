// Metres from the layer's origin to pixels from the middle of the map (y down), and those to the target.
// Put before every vertex shader that draws something of the map.
uniform vec2 centre_high;  // the middle of the map as two floats: near it nothing is lost
uniform vec2 centre_low;
uniform mat2 to_pixels;
uniform vec4 to_target;  // times xy, plus zw

vec2 pixels_of(vec2 metres) { return to_pixels * ((metres - centre_high) - centre_low); }
vec4 target_of(vec2 pixels) { return vec4(pixels * to_target.xy + to_target.zw, 0.0, 1.0); }
