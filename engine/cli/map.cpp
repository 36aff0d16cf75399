// lykta map: one map of a study or a finished result as PNG, SVG or PDF, drawn without a display.
#include <fmt/ranges.h>

#include <algorithm>
#include <iostream>
#include <set>

#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "cli/run_summary.hpp"
#include "cli/values.hpp"
#include "core/error.hpp"
#include "core/language.hpp"
#include "core/nearest_word.hpp"
#include "layers/text.hpp"
#include "viewer/page/map_page.hpp"

namespace lykta::cli {

namespace {

using viewer::LayerId;

viewer::PageOptions page_of(const MapOptions& options) {
    using viewer::Paper;
    if (!options.size.empty() && !options.paper.empty())
        throw Error{ErrorCode::bad_option,
                    tr("--size: a map is made in pixels or on paper; leave --size or --paper out")};
    if (!options.size.empty() && options.portrait)
        throw Error{ErrorCode::bad_option,
                    tr("--portrait: turns a sheet of paper; in pixels give --size the smaller number first")};
    viewer::PageOptions page{.dots_per_inch = options.dots_per_inch,
                             .night = options.night,
                             .language = language() == Language::english ? "en" : "sv"};
    if (options.paper == "a3")
        page.paper = options.portrait ? Paper::a3_portrait : Paper::a3_landscape;
    else
        page.paper = options.portrait ? Paper::a4_portrait : Paper::a4_landscape;
    if (!options.size.empty()) {
        const auto size = size_of(options.size);
        page.paper = Paper::pixels, page.width = size.width, page.height = size.height;
    }
    return page;
}

std::set<std::string> layer_codes() {
    std::set<std::string> codes;
    for (int i = 0; i < viewer::layer_count; ++i) codes.insert(viewer::layer_code(static_cast<LayerId>(i)));
    for (const auto made_by_hand : {LayerId::base_raster, LayerId::change, LayerId::scenario, LayerId::visible_area,
                                    LayerId::sketch, LayerId::selection})
        codes.erase(viewer::layer_code(made_by_hand));
    return codes;
}

std::vector<LayerId> layers_of(const MapOptions& options) {
    const auto known = layer_codes();
    std::vector<LayerId> layers;
    for (const auto& word : options.layers) {
        const auto id = viewer::layer_from_code(word);
        if (id && known.contains(word)) {
            layers.push_back(*id);
            continue;
        }
        const auto near = nearest_word(word, known);
        if (!near.empty())
            throw Error{ErrorCode::bad_option, say("--layers: there is no layer '{}'; did you mean '{}'?", word, near)};
        throw Error{ErrorCode::bad_option,
                    say("--layers: there is no layer '{}'; the layers are {}", word, fmt::join(known, ", "))};
    }
    return layers;
}

/// Every layer asked for is there, and by night something shines.
void check_layers(const viewer::Project& project, const viewer::MapRequest& request) {
    std::vector<std::string> there;
    for (const auto& [id, layer] : project.layers)
        if (layer) there.emplace_back(viewer::layer_code(id));
    for (const auto id : request.layers)
        if (const auto found = project.layers.find(id); found == project.layers.end() || !found->second)
            throw Error{ErrorCode::bad_option, say("--layers: {} has no layer '{}'; it has {}", project.path.string(),
                                                   viewer::layer_code(id), fmt::join(there, ", "))};
    if (request.night && !project.layers.contains(LayerId::illuminance))
        throw Error{ErrorCode::bad_option,
                    say("--night: {} has no lamps, so nothing lights the map; leave --night out or give the study "
                        "[[lighting]]",
                        project.path.string())};
}

bool is_number(const std::string& text) {
    return !text.empty() && text.size() < 9 && text.find_first_not_of("0123456789") == std::string::npos;
}

/// By rank, id or name; a part of a name will do where only one place has it.
std::vector<std::size_t> places_meant(const std::vector<places::RankedPlace>& places, const std::string& text) {
    const auto folded = layers::lowered(text);
    std::vector<std::size_t> exact, part;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto& place = places[i].place;
        const auto id = layers::lowered(place.id), name = layers::lowered(place.name);
        if (id == folded || name == folded || (is_number(text) && places[i].rank == std::stoi(text)))
            exact.push_back(i);
        if (name.find(folded) != std::string::npos) part.push_back(i);
    }
    return exact.empty() && !is_number(text) ? part : exact;
}

std::size_t place_of(const viewer::Project& project, const std::string& text) {
    const auto& places = project.result().places;
    if (places.empty())
        throw Error{ErrorCode::bad_option, say("--place: {} has no ranked places; leave --place out for the whole map",
                                               project.path.string())};
    const auto meant = places_meant(places, text);
    if (meant.size() == 1) return meant.front();
    if (meant.size() > 1) {
        std::vector<std::string> ids;
        for (const auto i : meant) ids.push_back(places[i].place.id);
        throw Error{ErrorCode::bad_option,
                    say("--place: '{}' is the name of several places; choose one of {}", text, fmt::join(ids, ", "))};
    }
    std::set<std::string> names;
    for (const auto& place : places) names.insert({place.place.name, place.place.id});
    const auto near = nearest_word(text, names);
    if (!near.empty())
        throw Error{ErrorCode::bad_option, say("--place: there is no place '{}'; did you mean '{}'?", text, near)};
    throw Error{ErrorCode::bad_option,
                say("--place: there is no place '{}'; there are ranks 1 to {} and ids such as {}", text, places.size(),
                    places.front().place.id)};
}

}  // namespace

int map(const MapOptions& options, const CommonOptions& common) {
    const auto page = page_of(options);
    viewer::MapRequest request{.place = {}, .layers = layers_of(options), .night = options.night};
    viewer::check_page(page, options.output);
    viewer::ProjectPointer project;
    {
        ProgressBar bar{common.quiet ? Show::never : Show::when_terminal};
        const auto progress = bar.callback();
        project = viewer::open_project(options.input, progress);
        check_layers(*project, request);
        if (!options.place.empty()) request.place = place_of(*project, options.place);
        progress(tr("Drawing"), 0.97);
        viewer::write_page(viewer::page_for(*project, request), page, options.output);
    }
    if (!common.quiet) {
        for (const auto& sentence : project->missing) std::cout << "  · " << sentence << '\n';
        std::cout << say("{} written", options.output) << '\n';
    }
    return exit_code_of(project->result(), common);
}

}  // namespace lykta::cli
