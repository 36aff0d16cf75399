// What a plant's words say: tree or shrub, green in winter.
#pragma once
#include <string_view>

namespace lykta::layers {

enum class PlantForm { unknown, tree, shrub };
/// By Swedish and English words and by common kinds of tree: "buskage", "häck", "hedge"; "träd", "lind", "oak".
[[nodiscard]] PlantForm form_of(std::string_view kind);
/// Conifers and other evergreens: gran, tall, idegran, tuja, cypress, en, barr-, conifer, spruce, pine, yew, cedar …
/// Not larches, which are bare in winter; "tall" in an English text ("tall tree") is no pine.
[[nodiscard]] bool is_evergreen(std::string_view kind);

}  // namespace lykta::layers
