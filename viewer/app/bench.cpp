// The benchmark: a fixed journey over a town, every frame waited for until the graphics are done with it.
#include <epoxy/gl.h>  // glFinish alone: without it a frame is measured before it is drawn

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <iostream>
#include <thread>

#include "core/error.hpp"
#include "core/language.hpp"
#include "viewer/app/bench_town.hpp"
#include "viewer/app/viewer.hpp"

namespace lykta::viewer {
namespace {

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

constexpr int frames = 300;

/// Five legs of sixty frames: across, nearer, round, farther, back.
MapView view_at(const MapView& from, int frame) {
    const int leg = frame / 60;
    const double done = (frame % 60 + 1) / 60.0;
    const Pixel middle{from.width / 2, from.height / 2};
    const double nearest = 12;  // times
    const auto across = [&](double share) {
        return dragged(from, -0.6 * from.width * share, 0.25 * from.height * share);
    };
    const auto nearer = [&](double share) { return zoomed(across(1), std::pow(nearest, share), middle); };
    if (leg == 0) return across(done);
    if (leg == 1) return nearer(done);
    if (leg == 2) return turned(nearer(1), 3.14159265 * done, middle);
    if (leg == 3) return turned(nearer(1 - done), 3.14159265 * (1 - done), middle);
    return across(1 - done);
}

/// A line of /proc/self/status in MiB; 0 where there is none.
double process_mib(const std::string& key) {
    std::ifstream status{"/proc/self/status"};
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(key)) return std::strtod(line.c_str() + key.size() + 1, nullptr) / 1024;
    return 0;
}

double percentile(const std::vector<double>& sorted, double share) {
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1) + 0.5)];
}

double median(std::vector<double> times) {
    std::sort(times.begin(), times.end());
    return percentile(times, 0.5);
}

std::string ms_text(double ms) {
    return number_text(ms, 1) + "\u00a0ms";
}

void open_for_bench(Viewer& viewer, const ViewerOptions& options) {
    const auto start = Clock::now();
    if (options.file.empty()) {
        auto& state = viewer.state();
        state.project = made_up_town();
        state.view = fitted(state.view, state.project->frame());
    } else {
        while (viewer.is_busy() && !viewer.state().project) {
            viewer.poll(0);
            std::this_thread::sleep_for(std::chrono::milliseconds{2});
        }
        viewer.poll(1);
        viewer.apply(command::CancelJob{JobSlot::open});  // a result's own study is not part of what is measured
        if (!viewer.state().project)
            throw Error{ErrorCode::cannot_read, viewer.state().notices.empty()
                                                    ? say("{}: could not be opened.", options.file.string())
                                                    : viewer.state().notices.back().text};
    }
    std::cout << say("Opened in {} s: {} incidents, {} lamps, {} plants.", number_text(ms_since(start) / 1000, 2),
                     number_text(static_cast<std::int64_t>(viewer.state().project->city().incidents.size())),
                     number_text(static_cast<std::int64_t>(viewer.state().project->city().lighting
                                                               ? viewer.state().project->city().lighting->lamps.size()
                                                               : 0)),
                     number_text(
                         static_cast<std::int64_t>(viewer.state().project->city().vegetation
                                                       ? viewer.state().project->city().vegetation->plants.size()
                                                       : 0)))
              << '\n';
}

double draw_and_finish(Viewer& viewer, const FrameSize& size) {
    const auto start = Clock::now();
    viewer.draw(size);
    glFinish();
    return ms_since(start);
}

std::vector<double> journey(Viewer& viewer, const FrameSize& size) {
    std::vector<double> times;
    const auto from = viewer.state().view;
    for (int frame = 0; frame < frames; ++frame) {
        viewer.apply(command::SetView{view_at(from, frame)});
        times.push_back(draw_and_finish(viewer, size));
    }
    return times;
}

/// How long until the map is drawn for its own view again, after a jump to each of some views of the journey.
std::vector<double> times_to_sharp(Viewer& viewer, const FrameSize& size) {
    std::vector<double> times;
    const auto from = viewer.state().view;
    for (int frame = 0; frame < frames; frame += 10) {
        viewer.apply(command::SetView{view_at(from, frame)});
        double spent = 0;
        do spent += draw_and_finish(viewer, size);
        while (!viewer.frame().info().is_sharp);
        times.push_back(spent);
        while (viewer.frame().is_moving()) draw_and_finish(viewer, size);
    }
    viewer.apply(command::SetView{from});
    return times;
}

/// Frames in which nothing changes: what the panels cost.
std::vector<double> at_rest(Viewer& viewer, const FrameSize& size) {
    do draw_and_finish(viewer, size);
    while (viewer.frame().is_moving());
    std::vector<double> times;
    for (int i = 0; i < 40; ++i) times.push_back(draw_and_finish(viewer, size));
    return times;
}

void report_frames(std::vector<double> times) {
    std::sort(times.begin(), times.end());
    std::cout << say("Frames: p50 {}, p95 {}, p99 {}, slowest {}.", ms_text(percentile(times, 0.5)),
                     ms_text(percentile(times, 0.95)), ms_text(percentile(times, 0.99)), ms_text(times.back()))
              << '\n'
              << say("Median {} frames per second over {} frames.", number_text(1000 / percentile(times, 0.5), 1),
                     frames)
              << '\n';
}

void report_sharp(std::vector<double> times) {
    std::sort(times.begin(), times.end());
    std::cout << say("While the map is being drawn an earlier picture of it is shown moved. Sharp again after a jump: "
                     "p50 {}, p95 {}.",
                     ms_text(percentile(times, 0.5)), ms_text(percentile(times, 0.95)))
              << '\n';
}

void report_memory(const RendererInfo& info) {
    std::cout << say("Memory: {} MiB on the graphics device, {} MiB in the process (at most {} MiB).",
                     number_text(static_cast<double>(info.buffer_bytes + info.texture_bytes) / 1048576, 0),
                     number_text(process_mib("VmRSS:"), 0), number_text(process_mib("VmHWM:"), 0))
              << '\n';
}

}  // namespace

int run_bench(const ViewerOptions& options) {
    OffscreenContext context{options.width, options.height};
    Viewer viewer{options, [] {}};
    const FrameSize size{.width = options.width, .height = options.height};
    draw_and_finish(viewer, size);  // the view gets its size before anything is fitted into it
    open_for_bench(viewer, options);
    for (int i = 0; i < layer_count; ++i) viewer.apply(command::ShowLayer{static_cast<LayerId>(i), true});
    std::cout << say("Drawn by {} at {} × {} pixels, every layer shown.", viewer.frame().info().name, options.width,
                     options.height)
              << '\n'
              << say("First frame: {}.", ms_text(draw_and_finish(viewer, size))) << '\n';
    const double resting = median(at_rest(viewer, size));
    report_frames(journey(viewer, size));
    report_sharp(times_to_sharp(viewer, size));
    std::cout << say("A frame in which nothing changes: {}.", ms_text(resting)) << '\n';
    report_memory(viewer.frame().info());
    return 0;
}

}  // namespace lykta::viewer
