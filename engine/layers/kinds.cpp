// The names of the layers, as --as and study.toml spell them.
#include <array>

#include "core/error.hpp"
#include "core/language.hpp"
#include "layers/layers.hpp"
#include "layers/text.hpp"

namespace lykta::layers {

namespace {

constexpr std::array<std::string_view, 12> names{"incidents", "lighting",  "vegetation", "inspections",
                                                 "streets",   "buildings", "areas",      "survey",
                                                 "cameras",   "window",    "population", "entrances"};

}  // namespace

std::string_view layer_name(LayerKind kind) {
    return names[static_cast<std::size_t>(kind)];
}

LayerKind layer_from_name(std::string_view name) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (lowered(trimmed(name)) == names[i]) return static_cast<LayerKind>(i);
    }
    std::vector<std::string> known(names.begin(), names.end());
    throw Error{ErrorCode::bad_option, say("'{}' is no layer; the layers are {}", shown(name), joined(known))};
}

}  // namespace lykta::layers
