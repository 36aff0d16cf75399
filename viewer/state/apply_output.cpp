// Output: the map as a page, places as a table. Written beside the window's work.
#include "core/file.hpp"
#include "viewer/page/map_page.hpp"
#include "viewer/state/apply.hpp"
#include "viewer/state/places_csv.hpp"

namespace lykta::viewer {
namespace {

bool has_project_or_tells(Context& context) {
    if (context.state.project) return true;
    tell(context, NoticeKind::warning, tr("Open a study or a result first"));
    return false;
}

}  // namespace

void write_next(Context& context) {
    if (context.writes.empty() || is_running(context, JobSlot::write)) return;
    auto [title, work] = std::move(context.writes.front());
    context.writes.pop_front();
    context.jobs.start(JobSlot::write, std::move(title), std::move(work));
}

void write_in_turn(Context& context, const std::filesystem::path& file, Jobs::Work work) {
    context.writes.emplace_back(say("Writing {}", file.filename().string()), std::move(work));
    write_next(context);
}

void apply(Context& context, const command::SetPage& command) {
    context.state.page = command.page;
}

void apply(Context& context, const command::WritePage& command) {
    if (!has_project_or_tells(context)) return;
    const ViewerState& state = context.state;
    PageOptions options = state.page;
    options.language = state.settings.language == Language::english ? "en" : "sv";
    write_in_turn(
        context, command.path,
        [&context, options, path = command.path, project = state.project, layers = shown_layers(state),
         view = state.view, place = state.place](const study::Progress&) {
            write_page(page_content(*project, layers, view, place), options, path);
            return Jobs::Done([&context, path] { tell(context, NoticeKind::done, say("Wrote {}", path.string())); });
        });
}

/// Those marked, else those the table lists, in the table's order.
void apply(Context& context, const command::WritePlaces& command) {
    if (!has_project_or_tells(context)) return;
    const ViewerState& state = context.state;
    const auto chosen = state.table.marked.empty() ? listed_places(state) : state.table.marked;
    if (chosen.empty())
        return tell(context, NoticeKind::warning, tr("No places are listed; loosen the filter or mark some"));
    write_in_turn(context, command.path,
                  [&context, path = command.path, project = state.project, chosen](const study::Progress&) {
                      write_file_whole(path, places_csv(project->result(), chosen));
                      return Jobs::Done([&context, path, count = static_cast<std::int64_t>(chosen.size())] {
                          tell(context, NoticeKind::done,
                               fmt::format(fmt::runtime(trn("Wrote {} place to {}", "Wrote {} places to {}", count)),
                                           number_text(count), path.string()));
                      });
                  });
}

}  // namespace lykta::viewer
