// The user's own base map: read for what is seen, and again when the eye has moved on.
#include <algorithm>

#include "core/error.hpp"
#include "viewer/project/base_raster.hpp"
#include "viewer/state/apply.hpp"

namespace lykta::viewer {
namespace {

constexpr int base_raster_pixels = 2048;

}  // namespace

void ask_base_raster(Context& context) {
    const auto& state = context.state;
    if (!state.project || state.base_raster.empty()) return;
    const MapView view = state.view;
    const Box box = view.extent().expanded(0.25 * std::max(view.extent().width(), view.extent().height()));
    const bool is_first = !context.raster_view;
    context.raster_view = view;
    context.jobs.start(
        JobSlot::base_raster, say("Reading the base map {}", state.base_raster.filename().string()),
        [&context, file = state.base_raster, project = state.project, box, is_first](const study::Progress&) {
            LayerPointer layer;
            std::string trouble;
            try {
                layer = base_raster_layer(file, project->result().crs, box, base_raster_pixels);
            } catch (const Error& error) {  // told once; moving on over its edge is no error
                if (is_first) trouble = error.what();
            }
            return Jobs::Done([&context, file, layer, trouble] {  // a project of another CRS has cancelled this
                ViewerState& now = context.state;
                if (now.base_raster != file) return;
                now.extra.erase(LayerId::base_raster);
                if (layer) now.extra[LayerId::base_raster] = layer;
                if (!trouble.empty()) {
                    now.base_raster.clear();
                    tell(context, NoticeKind::error, trouble);
                }
                context.is_changed = true;
            });
        });
}

void apply(Context& context, const command::OpenBaseRaster& command) {
    ViewerState& state = context.state;
    context.jobs.cancel(JobSlot::base_raster);
    state.extra.erase(LayerId::base_raster);
    context.raster_view.reset();
    state.base_raster = command.path;
    if (command.path.empty()) return;
    if (!state.project) {
        state.base_raster.clear();
        return tell(context, NoticeKind::warning, tr("Open a study first: the base map is laid under it"));
    }
    setting(context, LayerId::base_raster).visible = true;
    ask_base_raster(context);
}

/// Read again when the eye has come to rest outside what was read, or twice as near, or four times as far.
void follow_base_raster(Context& context) {
    const MapView& view = context.state.view;
    const auto differs = [](const MapView& a, const MapView& b) {
        return a.centre != b.centre || a.metres_per_pixel != b.metres_per_pixel || a.turn != b.turn ||
               a.width != b.width || a.height != b.height;
    };
    if (differs(view, context.last_view)) context.view_moved = context.now;
    context.last_view = view;
    if (!context.raster_view || context.state.base_raster.empty() || context.now - context.view_moved < 0.3) return;
    const MapView& read = *context.raster_view;
    if (!differs(view, read) || is_running(context, JobSlot::base_raster)) return;
    const double nearer = read.metres_per_pixel / view.metres_per_pixel;
    const Box had = read.extent().expanded(0.25 * std::max(read.extent().width(), read.extent().height()));
    const Box seen = view.extent();
    const bool is_held = had.contains({seen.min_x, seen.min_y}) && had.contains({seen.max_x, seen.max_y});
    if (!is_held || nearer > 2 || nearer < 0.25) ask_base_raster(context);
}

}  // namespace lykta::viewer
