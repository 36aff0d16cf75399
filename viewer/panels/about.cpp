// What this is, which version, what it draws with, and what its figures can and cannot say.
#include "core/language.hpp"
#include "viewer/panels/frame_parts.hpp"
#include "viewer/panels/panels.hpp"

namespace lykta::viewer {

void draw_about(const ViewerState& state, Commands& commands) {
    const bool close =
        begin_dialog(state, {.name = "##about", .title = tr("About Lykta"), .width = 520, .height = 440});
    ImGui::TextWrapped("%s",
                       tr("Lykta shows where incidents are recorded, what light, sight and buildings are like there, "
                          "and which measures answer that."));
    ImGui::Spacing();
    fact(tr("Version"), LYKTA_VERSION);
    if (!state.renderer.empty()) fact(tr("Drawn by"), state.renderer);
    if (state.device_bytes > 0) {
        fact(tr("Graphics memory"), say("{} MB", number_text(static_cast<double>(state.device_bytes) / 1e6, 0)));
    }
    if (state.project) fact(tr("Opened file"), state.project->path.string());
    heading(tr("How to read the figures"));
    ImGui::TextWrapped("%s",
                       tr("Recorded incidents are what was reported, and reports differ between areas. Association is "
                          "not effect: an effect is always given with its interval, its design and its source."));
    ImGui::TextWrapped("%s",
                       tr("Perceived safety comes from surveys. It is shown beside the recorded incidents and never "
                          "mixed into the same number."));
    heading(tr("Fonts and libraries"));
    ImGui::TextWrapped("%s",
                       tr("Inter by Rasmus Andersson (SIL Open Font License). Dear ImGui, GLFW, libepoxy, Cairo, GDAL, "
                          "GEOS and PROJ, as packaged by Debian."));
    end_dialog();
    if (close) commands.emit(command::OpenAbout{false});
}

}  // namespace lykta::viewer
