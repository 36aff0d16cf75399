// Comparing: before and after under a moving edge, or two studies side by side.
#include <algorithm>

#include "viewer/state/apply.hpp"

namespace lykta::viewer {

void apply(Context& context, const command::SetCompare& command) {
    CompareView& compare = context.state.compare;
    if (command.mode == CompareMode::beside && !compare.other) {
        tell(context, NoticeKind::warning, tr("Open the study to compare with first"));
        return;
    }
    if (command.mode == CompareMode::off) compare.other = nullptr;
    compare.mode = command.mode;
    if (command.mode != CompareMode::off) context.state.right_tab = RightTab::compare;
    if (command.mode == CompareMode::swipe) {
        setting(context, LayerId::measures).visible = true;
        setting(context, LayerId::scenario).visible = true;
        follow_choice(context);
    }
}

void apply(Context& context, const command::SetSplit& command) {
    context.state.compare.split = std::clamp(command.split, 0.0, 1.0);
}

}  // namespace lykta::viewer
