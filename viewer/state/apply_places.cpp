// Places: which one is selected, how the table is sorted and filtered, which are marked for export.
#include <algorithm>

#include "viewer/project/build_layers.hpp"
#include "viewer/state/apply.hpp"

namespace lykta::viewer {
namespace {

std::size_t place_count(const ViewerState& state) {
    return state.project ? state.project->result().places.size() : 0;
}

/// Into sight without a change of scale, when it is outside the inner four fifths of the picture.
void bring_into_sight(ViewerState& state, Point at) {
    const Pixel pixel = state.view.to_picture(at);
    const double free_x = 0.1 * state.view.width, free_y = 0.1 * state.view.height;
    const bool is_seen = pixel.x >= free_x && pixel.x <= state.view.width - free_x && pixel.y >= free_y &&
                         pixel.y <= state.view.height - free_y;
    if (!is_seen) state.view.centre = at;
}

void show_place(Context& context, std::size_t place) {
    const auto& outline = context.state.project->result().places[place].place.shape;
    const Box box = box_of(outline);
    show_box(context, box.expanded(std::max(40.0, 0.5 * std::max(box.width(), box.height()))));
}

}  // namespace

void choose_place(Context& context, std::optional<std::size_t> place) {
    ViewerState& state = context.state;
    if (place && *place >= place_count(state)) place.reset();
    state.place = place;
    if (!place) {
        state.extra.erase(LayerId::selection);
        return;
    }
    state.extra[LayerId::selection] = selection_layer(*state.project->run, *place);
    setting(context, LayerId::selection).visible = true;
    state.right_tab = RightTab::place;
}

void apply(Context& context, const command::SelectPlace& command) {
    choose_place(context, command.place);
    if (command.and_show && context.state.place) show_place(context, *context.state.place);
}

void apply(Context& context, const command::NextPlace& command) {
    const auto listed = listed_places(context.state);
    if (listed.empty()) return;
    const auto last = static_cast<std::ptrdiff_t>(listed.size()) - 1;
    std::ptrdiff_t next = command.by < 0 ? last : 0;
    if (context.state.place) {
        const auto at = std::find(listed.begin(), listed.end(), *context.state.place);
        if (at != listed.end()) next = std::clamp<std::ptrdiff_t>(at - listed.begin() + command.by, 0, last);
    }
    const std::size_t place = listed[static_cast<std::size_t>(next)];
    choose_place(context, place);
    bring_into_sight(context.state, context.state.project->result().places[place].place.centre);
}

void apply(Context& context, const command::SortPlaces& command) {
    context.state.table.sorted_by = command.column;
    context.state.table.descending = command.descending;
}

void apply(Context& context, const command::FilterPlaces& command) {
    auto& table = context.state.table;
    table.text = command.text;
    table.area = command.area;
    table.reason = command.reason;
}

void apply(Context& context, const command::MarkPlace& command) {
    if (command.place >= place_count(context.state)) return;
    auto& marked = context.state.table.marked;
    const auto at = std::lower_bound(marked.begin(), marked.end(), command.place);
    const bool was_marked = at != marked.end() && *at == command.place;
    if (command.marked && !was_marked) marked.insert(at, command.place);
    if (!command.marked && was_marked) marked.erase(at);
}

void apply(Context& context, const command::MarkListed& command) {
    for (const std::size_t place : listed_places(context.state))
        apply(context, command::MarkPlace{place, command.marked});
}

}  // namespace lykta::viewer
