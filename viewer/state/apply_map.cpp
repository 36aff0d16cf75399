// The map: where one looks, the tool in hand, clicks, and measuring.
#include <algorithm>

#include "viewer/project/build_layers.hpp"
#include "viewer/state/apply.hpp"
#include "viewer/state/picking.hpp"

namespace lykta::viewer {
namespace {

constexpr double least_shown_m = 120;  ///< a single lamp is shown with this much round it

/// The layer a tool works on must be seen.
void show_for(Context& context, Tool tool) {
    const auto show = [&](LayerId id) { setting(context, id).visible = true; };
    switch (tool) {
        case Tool::add_lamp:
            show(LayerId::lamps);
            break;
        case Tool::add_camera:
            show(LayerId::cameras);
            break;
        case Tool::clear_plant:
            show(LayerId::vegetation);
            break;
        case Tool::visible_area:
            show(LayerId::visible_area);
            break;
        case Tool::length:
        case Tool::area:
            show(LayerId::sketch);
            break;
        default:
            break;
    }
    if (tool >= Tool::add_lamp) show(LayerId::scenario);
}

void show_visible_area(Context& context, Point from) {
    ViewerState& state = context.state;
    if (!state.project || !state.project->study) return (void)can_compute_or_tell(context, tr("The visible area"));
    state.seen_from = from;
    state.extra[LayerId::visible_area] = visible_area_layer(*state.project, from);
}

void add_to_sketch(Context& context, const command::Click& click) {
    Sketch& sketch = context.state.sketch;
    if (sketch.is_closed) sketch = {};
    const bool is_same =
        !sketch.points.empty() && distance(sketch.points.back(), click.at) < reach_m(context.state) / 4;
    if (!is_same) sketch.points.push_back(click.at);
    sketch.is_closed = click.is_double && sketch.points.size() > 1;
    rebuild_sketch(context);
}

/// A place is chosen; anything else says what it is. A double click comes nearer.
void look_at(Context& context, const command::Click& click) {
    const auto picked = picked_at(context.state, click.at);
    if (picked && picked->place) {
        choose_place(context, picked->place);
        if (click.is_double)
            show_box(context, box_of(context.state.project->result().places[*picked->place].place.shape));
        return;
    }
    if (click.is_double) {
        context.state.view = zoomed(context.state.view, 2, context.state.view.to_picture(click.at));
        return;
    }
    if (picked) tell(context, NoticeKind::done, picked->text);
}

}  // namespace

double reach_m(const ViewerState& state) {
    return 8 * state.view.metres_per_pixel;
}

void show_box(Context& context, const Box& box) {
    if (box.empty()) return;
    const double lacks_x = std::max(0.0, least_shown_m - box.width()) / 2;
    const double lacks_y = std::max(0.0, least_shown_m - box.height()) / 2;
    const Box shown{box.min_x - lacks_x, box.min_y - lacks_y, box.max_x + lacks_x, box.max_y + lacks_y};
    context.state.view = fitted(context.state.view, shown);
}

void apply(Context& context, const command::SetView& command) {
    context.state.view = command.view;
}

void apply(Context& context, const command::Drag& command) {
    context.state.view = dragged(context.state.view, command.dx, command.dy);
}

void apply(Context& context, const command::Zoom& command) {
    if (command.factor > 0) context.state.view = zoomed(context.state.view, command.factor, command.anchor);
}

void apply(Context& context, const command::Turn& command) {
    context.state.view = turned(context.state.view, command.radians, command.anchor);
}

void apply(Context& context, const command::NorthUp&) {
    context.state.view.turn = 0;
}

void apply(Context& context, const command::ShowAll&) {
    if (context.state.project) show_box(context, context.state.project->frame());
}

void apply(Context& context, const command::ShowBox& command) {
    show_box(context, command.box);
}

void apply(Context& context, const command::SetTool& command) {
    ViewerState& state = context.state;
    const bool measured = state.tool == Tool::length || state.tool == Tool::area;
    if (measured && command.tool != state.tool) {
        state.sketch = {};
        rebuild_sketch(context);
    }
    if (command.tool >= Tool::add_lamp && !can_compute_or_tell(context, tr("A scenario"))) return;
    state.tool = command.tool;
    show_for(context, command.tool);
}

void apply(Context& context, const command::Click& command) {
    switch (context.state.tool) {
        case Tool::look:
            return look_at(context, command);
        case Tool::visible_area:
            return show_visible_area(context, command.at);
        case Tool::length:
        case Tool::area:
            return add_to_sketch(context, command);
        default:
            return use_scenario_tool(context, command.at);
    }
}

void apply(Context& context, const command::PointerAt& command) {
    ViewerState& state = context.state;
    state.pointer = command.at;
    if (!state.sketch.points.empty() && !state.sketch.is_closed) rebuild_sketch(context);
}

void apply(Context& context, const command::EndSketch&) {
    Sketch& sketch = context.state.sketch;
    if (sketch.points.size() < 2)
        sketch = {};
    else
        sketch.is_closed = true;
    rebuild_sketch(context);
}

void apply(Context& context, const command::ClearSketch&) {
    ViewerState& state = context.state;
    state.sketch = {};
    state.seen_from.reset();
    state.extra.erase(LayerId::visible_area);
    rebuild_sketch(context);
}

}  // namespace lykta::viewer
