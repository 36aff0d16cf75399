#include "viewer/app/viewer.hpp"

#include "core/language.hpp"

namespace lykta::viewer {

Viewer::Viewer(const ViewerOptions& options, std::function<void()> wake)
    : m_jobs(std::move(wake)), m_frame(options.headless ? Preparing::at_once : Preparing::behind) {
    std::filesystem::path last;
    if (!options.settings.empty()) last = m_controller.keep_in(options.settings);
    if (options.language) {
        // Nothing is open yet: the language can change at once.
        set_language(*options.language);
        m_state.settings.language = *options.language;
        m_state.page.language = *options.language == Language::english ? "en" : "sv";
    }
    if (options.text_scale) apply(command::SetTextScale{*options.text_scale});
    if (options.night) apply(command::SetNight{true});
    const auto& file = options.file.empty() ? last : options.file;
    if (!file.empty()) apply(command::Open{file});
}

bool Viewer::draw(const FrameSize& size) {
    Commands commands;
    m_frame.draw(m_state, commands, size);
    const auto asked = commands.take();
    for (const auto& command : asked) m_controller.apply(command);
    return !asked.empty();
}

}  // namespace lykta::viewer
