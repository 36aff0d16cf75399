// The town in the dark as its lamps light it: a picture, and what it is not.
#include <algorithm>

#include "outputs/base64.hpp"
#include "outputs/html.hpp"
#include "outputs/run_pictures.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

std::string caption(const RunResult& result) {
    const auto& lamps = result.layers->lighting->lamps;
    const auto out = std::count_if(lamps.begin(), lamps.end(),
                                   [](const layers::Lamp& lamp) { return lamp.state == layers::LampState::out; });
    return say(
        "Light on the ground from {} lamps, {} of them out and dark, computed and coloured by illuminance. Not a "
        "photograph: windows, signs, vehicles, reflections and sky glow are not in it. Dark does not mean unsafe, and "
        "light does not mean safe. North is up.",
        number_text(static_cast<std::int64_t>(lamps.size())), number_text(static_cast<std::int64_t>(out)));
}

}  // namespace

std::string report_night(const RunResult& result, const RunPictures& pictures) {
    if (pictures.night_png.empty() || !result.layers || !result.layers->lighting) return "";
    const auto alt = say("{} in the dark, as its lamps light it", result.study_name);
    return "<section id=\"night\"><h2>" + html_text(tr("The town in the dark")) +
           "</h2><figure><img style=\"display:block;width:100%;height:auto;border-radius:4px\" alt=\"" +
           html_text(alt) + "\" src=\"data:image/png;base64," + base64(pictures.night_png) + "\">" +
           element("figcaption", "", html_text(caption(result))) + "</figure></section>\n";
}

}  // namespace lykta::outputs
