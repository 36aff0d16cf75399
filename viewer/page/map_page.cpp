// What a page says of a project, and which layers answer best when nobody has chosen.
#include "viewer/page/map_page.hpp"

#include <algorithm>
#include <cmath>

#include "core/language.hpp"
#include "outputs/privacy.hpp"
#include "outputs/text.hpp"
#include "outputs/words.hpp"
#include "viewer/map/legend_scale.hpp"
#include "viewer/page/draw_map.hpp"
#include "viewer/project/build_layers.hpp"

namespace lykta::viewer {
namespace {

using enum LayerId;

std::vector<LayerId> answering(const MapRequest& request) {
    if (!request.layers.empty()) return request.layers;
    if (request.night && !request.place) return {illuminance, lamps, places};
    if (request.night) return {illuminance, light_deficit, lamps, places, measures};
    if (!request.place) return {areas, window, hot_spots, places};
    return {vegetation, inspected, light_deficit, sight, lamps, cameras, places, measures};
}

/// Fields of colour let the map under them be read.
float opacity_of(LayerId id, bool night) {
    if (night) return 1.0F;
    return id == illuminance ? 0.6F : id == intensity || id == change ? 0.75F : 1.0F;
}

std::string joined(const std::vector<std::string>& texts, const char* between) {
    std::string all;
    for (const auto& text : texts) all += (all.empty() ? "" : between) + text;
    return all;
}

std::string sources_text(const outputs::RunResult& result) {
    std::vector<std::string> files;
    for (const auto& source : result.sources)
        files.push_back(
            fmt::format(fmt::runtime(trn("{} ({} row used)", "{} ({} rows used)", source.account.rows_used)),
                        outputs::clean_utf8(source.account.source), number_text(source.account.rows_used)));
    return files.empty() ? "" : say("Sources: {}.", joined(files, ", "));
}

std::string period_text(const outputs::RunResult& result) {
    if (result.period.days() <= 0) return tr("The period of the recorded incidents is not known.");
    return say("Recorded incidents {} – {}.", iso_date(result.period.first_day), iso_date(result.period.last_day));
}

std::string made_text(const outputs::RunResult& result) {
    const auto& version = result.version.empty() ? std::string{LYKTA_VERSION} : result.version;
    if (result.created_utc.size() < 10) return say("Lykta {}.", version);
    return say("Computed {} with Lykta {}.", result.created_utc.substr(0, 10), version);
}

std::string privacy_text(const outputs::RunResult& result) {
    if (result.public_level)
        return say("Public: no figure under {} incidents and no single incident is shown.", result.privacy_k);
    return tr("Internal: small figures and single incidents may be shown. Not for publication.");
}

std::string place_text(const outputs::RunResult& result, std::size_t index) {
    const auto& place = result.places[index];
    const auto name = outputs::mask_personal_numbers(place.place.name);
    const auto where =
        place.place.area_name.empty() || place.place.area_name == name ? name : name + ", " + place.place.area_name;
    return say("Place {} of {}: {}. Recorded incidents: {}. Main physical reason: {}.", place.rank,
               result.places.size(), where, outputs::count_text(result, place.facts.incidents),
               outputs::reason_words(place.reason));
}

/// What the map shows over its ground, by name; the outline of the selected place goes without saying.
std::string layers_text(const std::vector<ShownLayer>& layers) {
    std::vector<std::string> titles;
    for (auto shown = layers.rbegin(); shown != layers.rend(); ++shown)
        if (!is_base_map(shown->layer->id) && shown->layer->id != selection && !shown->layer->title.empty())
            titles.push_back(shown->layer->title);
    return joined(titles, " · ");
}

/// The note of every layer of which something is seen; the ground's are in the sources.
std::vector<std::string> caveats_of(const std::vector<ShownLayer>& layers, const MapView& view) {
    std::vector<std::string> caveats{tr("Recorded incidents differ by who reports; association is not effect.")};
    const auto seen = seen_layers(layers, view);
    for (std::size_t i = layers.size(); i-- > 0;) {
        const auto& layer = *layers[i].layer;
        const bool is_seen = seen[i].raster || std::any_of(seen[i].classes.begin(), seen[i].classes.end(),
                                                           [](std::uint8_t drawn) { return drawn != 0; });
        if (is_seen && !is_base_map(layer.id) && layer.id != selection && !layer.note.empty())
            caveats.push_back(layer.note);
    }
    return caveats;
}

/// Places and hot spots with their surroundings; what lies outside the window is empty, and paper is dear.
Box whole_map(const Project& project) {
    const Box frame = project.frame(), window = lykta::box_of(project.city().window.shape);
    if (frame.empty() || window.empty()) return frame;
    const Box edge = window.expanded(0.01 * std::max(window.width(), window.height()));
    const Box both{std::max(frame.min_x, edge.min_x), std::max(frame.min_y, edge.min_y),
                   std::min(frame.max_x, edge.max_x), std::min(frame.max_y, edge.max_y)};
    return both.empty() ? frame : both;
}

/// The place with what lies round it: its reasons stand outside its outline as often as in it.
Box surroundings(const outputs::RunResult& result, std::size_t index) {
    const auto& place = result.places[index].place;
    Box box = lykta::box_of(place.shape);
    if (box.empty()) box.grow(place.centre);
    return box.expanded(std::max(60.0, 0.35 * std::max(box.width(), box.height())));
}

MapView view_of(const Box& box) {
    constexpr double side = 1000;  // the page fits it into its map; only proportions count
    MapView view;
    if (box.empty()) return view;
    const double width = std::max(1.0, box.width()), height = std::max(1.0, box.height());
    view.centre = {(box.min_x + box.max_x) / 2, (box.min_y + box.max_y) / 2};
    view.metres_per_pixel = std::max(width, height) / side;
    view.width = width / view.metres_per_pixel, view.height = height / view.metres_per_pixel;
    return view;
}

}  // namespace

std::vector<ShownLayer> default_layers(const Project& project, const MapRequest& request) {
    const auto wanted = answering(request);
    std::vector<ShownLayer> shown;
    for (const auto& [id, layer] : project.layers) {
        const bool is_asked = std::find(wanted.begin(), wanted.end(), id) != wanted.end();
        const bool is_under = id == ground || id == streets || id == buildings;
        if (layer && (is_asked || is_under)) shown.push_back({layer, opacity_of(id, request.night)});
    }
    if (request.place)
        if (auto layer = selection_layer(*project.run, *request.place)) shown.push_back({std::move(layer)});
    return shown;
}

PageContent page_content(const Project& project, std::vector<ShownLayer> layers, const MapView& view,
                         std::optional<std::size_t> place) {
    const auto& result = project.result();
    const auto empty = [](const ShownLayer& shown) { return shown.layer == nullptr; };
    layers.erase(std::remove_if(layers.begin(), layers.end(), empty), layers.end());
    const bool has_place = place && *place < result.places.size();
    return {.title = outputs::mask_personal_numbers(result.study_name),
            .subtitle = has_place ? place_text(result, *place) : layers_text(layers),
            .layers = layers,
            .view = view,
            .crs = result.crs,
            .sources = sources_text(result),
            .period = period_text(result),
            .made = made_text(result),
            .privacy = privacy_text(result),
            .caveats = caveats_of(layers, view)};
}

PageContent page_for(const Project& project, const MapRequest& request) {
    const Box box = request.place ? surroundings(project.result(), *request.place) : whole_map(project);
    return page_content(project, default_layers(project, request), view_of(box), request.place);
}

}  // namespace lykta::viewer
