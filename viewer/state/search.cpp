// The search: an index of plain names, gone through whole at every letter typed.
#include "viewer/state/search.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "layers/text.hpp"
#include "viewer/state/apply.hpp"

namespace lykta::viewer {
namespace {

void add_entry(SearchIndex& index, SearchHit hit, const std::string& name, std::string number = "") {
    index.entries.push_back({layers::plain_word(name), std::move(number), std::move(hit)});
}

/// A street is many segments; those of one name are one hit, over all of them.
void add_streets(const layers::CityLayers& city, SearchIndex& index) {
    if (!city.streets) return;
    std::map<std::string, Box> boxes;
    for (const auto& street : city.streets->streets) {
        if (street.name.empty()) continue;
        Box& box = boxes[street.name];
        for (const Point& p : street.line) box.grow(p);
    }
    for (const auto& [name, box] : boxes) add_entry(index, {name, tr("Street"), box, {}}, name);
}

void add_places(const outputs::RunResult& result, SearchIndex& index) {
    for (std::size_t i = 0; i < result.places.size(); ++i) {
        const auto& place = result.places[i];
        const std::string rank = fmt::format("{}", place.rank);
        add_entry(index, {fmt::format("{}  {}", rank, place.place.name), tr("Place"), box_of(place.place.shape), i},
                  place.place.name, rank + " " + layers::plain_word(place.place.id));
    }
}

void add_areas(const layers::CityLayers& city, SearchIndex& index) {
    if (!city.areas) return;
    for (const auto& area : city.areas->areas) {
        const std::string& name = area.name.empty() ? area.id : area.name;
        if (!name.empty()) add_entry(index, {name, tr("Area"), box_of(area.shape), {}}, name);
    }
}

/// How well an entry answers, 0 best; 9: not at all.
int distance_of(const SearchIndex::Entry& entry, const std::string& plain) {
    if (!entry.number.empty()) {
        const auto gap = entry.number.find(' ');
        if (entry.number.substr(0, gap) == plain || entry.number.substr(gap + 1) == plain) return 0;
    }
    if (entry.plain == plain) return 0;
    const auto at = entry.plain.find(plain);
    if (at == 0) return 1;
    return at == std::string::npos ? 9 : 2;
}

}  // namespace

SearchIndex search_index(const Project& project) {
    SearchIndex index;
    index.project = &project;
    add_places(project.result(), index);
    add_streets(project.city(), index);
    add_areas(project.city(), index);
    return index;
}

std::vector<SearchHit> search_hits(const SearchIndex& index, const std::string& text) {
    const std::string plain = layers::plain_word(text);
    if (plain.empty()) return {};
    std::vector<std::tuple<int, std::size_t, std::size_t>> ranked;  // distance, length, order in the index
    for (std::size_t i = 0; i < index.entries.size(); ++i)
        if (const int far = distance_of(index.entries[i], plain); far < 9)
            ranked.emplace_back(far, index.entries[i].plain.size(), i);
    const std::size_t count = std::min(ranked.size(), most_hits);
    std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(count), ranked.end());
    std::vector<SearchHit> hits;
    for (std::size_t i = 0; i < count; ++i) hits.push_back(index.entries[std::get<2>(ranked[i])].hit);
    return hits;
}

void apply(Context& context, const command::Search& command) {
    context.state.search = command.text;
    context.state.hits.clear();
    const auto& project = context.state.project;
    if (!project) return;
    if (context.search.project != project.get()) context.search = search_index(*project);
    context.state.hits = search_hits(context.search, command.text);
}

void apply(Context& context, const command::GoToHit& command) {
    if (command.hit >= context.state.hits.size()) return;
    const SearchHit hit = context.state.hits[command.hit];
    if (hit.place) choose_place(context, hit.place);
    show_box(context, hit.box);
}

}  // namespace lykta::viewer
